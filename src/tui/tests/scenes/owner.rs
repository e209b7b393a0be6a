//! Where a service owner publishes its resource.

use super::*;

/// The resource is not published yet, and its description is being agreed to.
pub fn proposing() -> Model {
    let mut owner = known("toll", vec![]);
    let mut profile = Profile::new(Role::ServiceOwner, Environment::Named(PublishedEnvironment::Tt02));
    let answers = [
        (FieldId::Organisation, "310400505"),
        (FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
        (FieldId::ClientKey, "file:keys/tt02.pem"),
        (FieldId::ClientKid, "toll-2026-11"),
        (FieldId::Resource, "nyk-nye-filer"),
    ];
    for (field, text) in answers {
        profile.set(field, text).expect("an answer");
    }
    let resource = "nyk-nye-filer".parse().expect("an id");
    let mut unpublished = found(CheckId::AccessResource, Verdict::NeedsYou, Message::ResourceNotPublished { resource });
    let names = Names::everywhere("Nykommerverket");
    unpublished.evidence = vec![Row { mark: Mark::Pass, subject: "nyk".into(), message: Message::RowWouldOwn { names } }];
    owner.state.findings = vec![unpublished.made_with(&profile)];
    owner.profile = Ok(profile);
    let mut model = started(vec![owner], Some("toll"));
    // Opening a profile starts a run. It is stopped, so that the screen shows the saved findings.
    press(&mut model, &[Key::Char('c'), Key::Esc, Key::Char('n'), Key::Enter, Key::Enter, Key::Enter, Key::Enter]);
    model.notice = None;
    model
}
