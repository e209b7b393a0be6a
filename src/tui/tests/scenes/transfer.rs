//! What a service owner publishes, a test file's size and its going on, and events that are asked for.

use super::*;
use crate::app::Screen;
use crate::app::screens::{DeedScreen, Entry, Stage};
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedOptions};
use crate::values::ResourceId;

const REGISTRY: &str = "https://platform.tt02.altinn.no/resourceregistry/api/v1";
const BROKER: &str = "https://platform.tt02.altinn.no/broker/api/v1/filetransfer";

fn opened(role: Role, answers: &[(FieldId, &str)]) -> Model {
    let mut listed = known("smart-files", vec![]);
    let mut profile = profile(PublishedEnvironment::Tt02);
    profile.role = role;
    answers.iter().for_each(|(field, text)| profile.set(*field, text).expect("an answer"));
    listed.profile = Ok(profile);
    let mut model = started(vec![listed], Some("smart-files"));
    // Opening a profile starts a run, which is stopped, and its guide may open.
    press(&mut model, &[Key::Char('c')]);
    (model.stack, model.notice) = (vec![Screen::Role], None);
    model
}

fn shown(mut model: Model, preview: Preview) -> Model {
    let (id, deed) = (1, preview.deed);
    let stage = Stage::Preview(Box::new(preview));
    model.stack.push(Screen::Deed(DeedScreen { id, deed, stage, bodies: false, options: DeedOptions::default() }));
    model
}

fn preview(model: &Model, deed: DeedId, says: Vec<DeedMessage>) -> Preview {
    Preview::new(deed, model.session.as_ref().expect("a profile").profile(), says)
}

fn requests(calls: &[(&str, &str)], base: &str) -> Vec<(String, String)> {
    calls.iter().map(|(method, path)| ((*method).to_owned(), format!("{base}{path}"))).collect()
}

fn resource() -> ResourceId {
    "smart-files".parse().expect("a resource")
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn proposed(text: &str) -> Value {
    Value::Proposed(text.to_owned())
}

pub fn publishing_resource() -> Model {
    let model = opened(Role::ServiceOwner, &[]);
    let says = vec![
        DeedMessage::WouldPublish { resource: resource() },
        DeedMessage::ProposedMayBeChanged,
        DeedMessage::OnlyListedMayUse { resource: resource() },
        DeedMessage::NobodyBeforePolicy,
    ];
    let rows = vec![
        ("resource", text("smart-files")),
        ("title-nb", proposed("Smarte filer, Smart Cloud")),
        ("title-nn", proposed("Smarte filer, Smart Cloud")),
        ("title-en", proposed("Smarte filer, Smart Cloud")),
        ("owner", Value::List(vec!["991 825 827".to_owned(), "smc".to_owned()])),
        ("contact", text("kari@example.no")),
    ];
    let requests = requests(&[("GET", "/resource/smart-files"), ("POST", "/resource")], REGISTRY);
    let preview = Preview { requests, rows, ..preview(&model, DeedId::PublishResource, says) };
    shown(model, preview)
}

pub fn publishing_policy() -> Model {
    let model = opened(Role::ServiceOwner, &[]);
    let says = vec![
        DeedMessage::PolicyStaysForGood { resource: resource() },
        DeedMessage::MayApprove { approvers: vec!["dagl".to_owned(), "informasjon-og-kommunikasjon".to_owned()] },
        DeedMessage::OwnerMayActForAny { organisation: "991825827".parse().expect("a number") },
        DeedMessage::OnlyListedMayUse { resource: resource() },
        DeedMessage::WouldMakeList { list: "smart-files".to_owned() },
    ];
    let requests = requests(&[("GET", "/resource/smart-files/policy"), ("PUT", "/resource/smart-files/policy")], REGISTRY);
    let rows = vec![("resource", text("smart-files")), ("may-approve", proposed("dagl, informasjon-og-kommunikasjon"))];
    let rules = ["rolecode dagl read", "rolecode dagl write", "rolecode dagl subscribe"];
    let changes = rules.map(|rule| ChangeLine::new(ChangeKind::Added, rule)).to_vec();
    let preview = Preview { requests, rows, changes, ..preview(&model, DeedId::PublishPolicy, says) };
    shown(model, preview)
}

pub fn admitting_whom() -> Model {
    let mut model = opened(Role::ServiceOwner, &[]);
    let stage = Stage::Whom(Entry::new("310 400 203, 310 400 300".to_owned()));
    let (id, deed, options) = (1, DeedId::Admit, DeedOptions::default());
    model.stack.push(Screen::Deed(DeedScreen { id, deed, stage, bodies: false, options }));
    model
}

pub fn admitting() -> Model {
    let model = opened(Role::ServiceOwner, &[]);
    let organisations = ["310400203", "310400300"].map(|number| number.parse().expect("a number")).to_vec();
    let says = vec![DeedMessage::WouldAdmit { organisations, resource: resource() }, DeedMessage::ListTakesMinutes];
    let list = "/access-lists/smc/smart-files";
    let requests = requests(&[("GET", list), ("POST", "/access-lists/smc/smart-files/members")], REGISTRY);
    let changes = ["310 400 203", "310 400 300"].map(|member| ChangeLine::new(ChangeKind::Added, member)).to_vec();
    let rows = vec![("list", text("smart-files"))];
    let preview = Preview { requests, rows, changes, ..preview(&model, DeedId::Admit, says) };
    shown(model, preview)
}

fn sending(before: Option<DeedMessage>) -> Model {
    let model = opened(Role::Sender, &[]);
    let recipients = vec!["310400300".parse().expect("a number")];
    let is_begun = before.is_some();
    let says = before.into_iter().chain([DeedMessage::WouldSend { recipients }, DeedMessage::LandsForReal]).collect();
    let (first, second) =
        if is_begun { (("GET", "/{id}"), ("PATCH", "/upload/tus/{id}")) } else { (("POST", ""), ("POST", "/{id}/upload")) };
    let requests = requests(&[first, second, ("GET", "/{id}")], BROKER);
    let size = if is_begun { 209_715_200 } else { 65_536 };
    let rows = vec![("file", text("broker-setup-test.bin")), ("size", Value::FileSize(FileSize(size)))];
    let preview = Preview { requests, rows, ..preview(&model, DeedId::SendTest, says) };
    shown(model, preview)
}

pub fn sending_a_size() -> Model {
    let mut model = sending(None);
    press(&mut model, &[Key::Char('s')]);
    typed(&mut model, "40 MiB");
    model
}

pub fn going_on() -> Model {
    let transfer = "5f0f5b8e-3a57-4d8b-8c5a-2a3c8b7f1e10".to_owned();
    let since = "2026-11-23T08:40:00Z".parse().expect("a time");
    sending(Some(DeedMessage::WouldGoOn { name: "broker-setup-test.bin".to_owned(), transfer, since }))
}

/// Everything passes, and the events are asked for: they show half a minute after they happened.
pub fn polling() -> Model {
    let mut model = opened(Role::Sender, &[(FieldId::EventsBy, "poll")]);
    let planned = plan(model.session.as_ref().expect("a profile").profile());
    let until = "2026-11-23T09:00:28Z".parse().expect("a time");
    let waits = Waiting { on: Who::AltinnEvents, since: Some(now()), until: Some(until) };
    let findings = planned.checks.iter().map(|planned| match (planned.check, planned.skip.clone()) {
        (CheckId::EventsReceived, _) => found(planned.check, Verdict::Waiting(waits.clone()), Message::EventShowsSoon { until }),
        (check, Some(skip)) => found(check, Verdict::Skipped(skip), Message::NotApplicable),
        (check, None) => passes(check),
    });
    let findings = findings.collect();
    renew(&mut model, findings);
    press(&mut model, &[Key::Char('5')]);
    model
}
