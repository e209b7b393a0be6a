//! The calls that were made, and the sandbox's faults.

use super::*;
use crate::values::{CallEnd, NoAnswer};

fn call(method: &str, host: &str, path: &str, end: CallEnd) -> Call {
    let (method, host, path) = (method.into(), host.into(), path.into());
    let (sent, answered) = (HttpMessage::default(), HttpMessage::default());
    Call { at: now(), method, scheme: "https".into(), host, path, end, took_ms: 142, sent, answered }
}

fn part(name: &str, holds: Held) -> NamedPart {
    NamedPart { name: name.into(), holds }
}

pub fn traffic() -> Model {
    let mut model = failing();
    let refusal = "{\n  \"error\": \"invalid_scope\",\n  \"error_description\": \"Invalid scope for client, altinn:broker.write (trace_id: 5f0c1f7d)\"\n}";
    let mut refused = call("POST", "test.maskinporten.no", "/token", CallEnd::Answered(400));
    refused.sent.headers = vec![part("content-type", Held::Text("application/x-www-form-urlencoded".into()))];
    refused.sent.body = Body::Form(vec![
        part("grant_type", Held::Text("urn:ietf:params:oauth:grant-type:jwt-bearer".into())),
        part("assertion", Held::Secret(SentSecret::Assertion)),
    ]);
    refused.answered.headers = vec![part("content-type", Held::Text("application/json".into()))];
    refused.answered.body = Body::Text { text: refusal.into(), is_whole: true };
    let unanswered = call(
        "GET",
        "platform.tt02.altinn.no",
        "/broker/api/v1/filetransfer?resourceId=smart-files",
        CallEnd::Unanswered(NoAnswer::Timeout),
    );
    for call in [refused, unanswered] {
        update(&mut model, Msg::Called(Box::new(call)));
    }
    press(&mut model, &[Key::Char('t')]);
    model
}

pub fn exchange() -> Model {
    let mut model = traffic();
    press(&mut model, &[Key::Down, Key::Enter]);
    model
}

pub fn sifting() -> Model {
    let mut model = traffic();
    press(&mut model, &[Key::Char('/')]);
    typed(&mut model, "broker get");
    model
}

pub fn faults() -> Model {
    let mut model = practised();
    let effects = press(&mut model, &[Key::Char('f')]);
    let Some(Effect::AskFaults { id, .. }) = effects.last() else { panic!("nothing is asked: {effects:?}") };
    let fault = |name: &str, does: &str| Fault { name: name.into(), does: does.into() };
    let known = vec![
        fault("MP-200", "The scope is not on the client."),
        fault("MP-250", "The scope's owner has not granted it to the organisation."),
        fault("slow", "The answer comes late: after 30 seconds (NAME=SECONDS)."),
    ];
    let slow = SetFault { name: "slow".into(), service: Some("broker".into()), seconds: Some(5), times: Some(2) };
    update(&mut model, Msg::FaultsTold { id: *id, result: Ok(Box::new(Faults { known, set: vec![] })) });
    let effects = press(&mut model, &[Key::Enter]);
    let Some(Effect::ChangeFaults { id, .. }) = effects.last() else { panic!("nothing changes: {effects:?}") };
    update(&mut model, Msg::FaultsChanged { id: *id, result: Ok(Ok(vec![slow])) });
    model
}

pub fn misbehaving() -> Model {
    let mut model = faults();
    press(&mut model, &[Key::Esc]);
    model
}
