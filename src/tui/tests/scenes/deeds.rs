//! Deeds and letters: shown, under way, awaited.

use super::*;

fn shown_deed(environment: PublishedEnvironment) -> Model {
    let mut model = failing_in(environment);
    let effects = press(&mut model, &[Key::Char('5'), Key::Char('d')]);
    let Some(Effect::PreviewDeed(call)) = effects.last() else { panic!("no deed: {effects:?}") };
    let resource = "smart-files".parse().expect("a resource");
    let (platform, must_type) = match environment {
        PublishedEnvironment::Prod => ("https://platform.altinn.no", vec![crate::journey::MustType::ProfileName]),
        PublishedEnvironment::Tt02 | PublishedEnvironment::Sandbox => ("https://platform.tt02.altinn.no", Vec::new()),
    };
    let subscriptions = format!("{platform}/events/api/v1/subscriptions");
    let preview = Preview {
        deed: call.deed,
        says: vec![DeedMessage::WouldSubscribeAll { resource }, DeedMessage::WebhookMustAnswer],
        requests: vec![("POST".into(), subscriptions.clone())],
        bodies: vec![(format!("POST {subscriptions}"), BODY.into())],
        rows: vec![("webhook", Value::Text("https://hooks.example.no/altinn".into()))],
        changes: Vec::new(),
        must_type,
        letter: None,
        seen: None,
        candidates: Vec::new(),
    };
    update(&mut model, Msg::Previewed { id: call.id, result: Ok(Box::new(preview)) });
    model
}

pub fn deed_preview() -> Model {
    shown_deed(PublishedEnvironment::Tt02)
}

pub fn deed_production() -> Model {
    let mut model = shown_deed(PublishedEnvironment::Prod);
    press(&mut model, &[Key::Enter]);
    typed(&mut model, "smart");
    model
}

pub fn deed_running() -> Model {
    let mut model = shown_deed(PublishedEnvironment::Tt02);
    let effects = press(&mut model, &[Key::Enter]);
    let Some(Effect::PerformDeed(call)) = effects.last() else { panic!("nothing is done: {effects:?}") };
    let id = call.id;
    let steps = [
        DeedProgress::Started(DeedMessage::Listing),
        DeedProgress::Done { message: DeedMessage::Listed { count: 2 }, took_ms: 88 },
        DeedProgress::Started(DeedMessage::Uploading { size: FileSize(65_536) }),
        DeedProgress::Moved(Moved { done: 40_000, total: 65_536, rate: Some(12_000) }),
    ];
    for progress in steps {
        update(&mut model, Msg::DeedWent { id, progress: Box::new(progress) });
    }
    model
}

pub fn waiting() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('3'), Key::Enter]);
    model
}

pub fn deed_body() -> Model {
    let mut model = shown_deed(PublishedEnvironment::Tt02);
    press(&mut model, &[Key::Char('v')]);
    model
}

pub fn letter() -> Model {
    let mut model = waiting();
    press(&mut model, &[Key::Char('m')]);
    model
}

pub fn code() -> Model {
    let mut model = waiting();
    press(&mut model, &[Key::Char('Q')]);
    model
}
