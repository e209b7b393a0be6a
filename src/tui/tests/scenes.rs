//! Scenes: models in the states that a user reaches by pressing keys.

mod deeds;
mod lists;
mod looking_up;
mod owner;
mod passing;
mod services;
mod token;
mod transfer;
mod vendor;

use crate::app::{Effect, Key, Model, Msg, Size, Start, update};
use crate::journey::{
    Acting, CheckId, Choice, ChoiceMessage, DeedMessage, DeedProgress, Environment, Evidence, FieldId, FillPreset, Finding, Fingerprint,
    ListedProfile, Mark, Message, Moved, NoChoices, Preview, Profile, PublishedEnvironment, Role, Row, SavedState, Skip, TransferEvidence,
    Verdict, Waiting, Who, plan,
};
use crate::report::Glyphs;
use crate::text::Text;
use crate::tui::theme::Look;
use crate::tui::view::{Drawn, view};
use crate::values::{
    Body, Call, Fault, Faults, FileSize, Held, Holds, HttpMessage, Language, NamedPart, Names, PathLook, Scope, SentSecret, SetFault,
    Theme, There, Value,
};
use deeds::{code, deed_body, deed_preview, deed_production, deed_running, letter, waiting};
use jiff::Timestamp;
use lists::{choosing, editing, list, list_narrowed, list_not_told, path};
pub use looking_up::{TOKEN, looking_up, looking_up_a_secret};
use looking_up::{looked_up, looking_up_what_is_new, looking_up_whatever};
use owner::proposing;
use passing::passes;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use services::{exchange, faults, misbehaving, sifting, traffic};
pub use token::token_pasting;
use token::{token, token_asking, token_pasted, token_refused};
use transfer::{admitting, admitting_whom, going_on, polling, publishing_policy, publishing_resource, sending_a_size};
use vendor::{by_vendor, by_vendor_key, by_vendor_said};

pub const COLOUR: Look = Look { theme: Theme::Terminal, glyphs: Glyphs::Unicode };

/// A name, and a function that makes the model.
type Scene = (&'static str, fn() -> Model);

/// The scenes by name, in the order in which a user meets them.
pub const ALL: &[Scene] = &[
    ("home_first", home_first),
    ("home", home),
    ("roles", roles),
    ("naming", naming),
    ("empty_sandbox", empty_sandbox),
    ("guide_start", guide_start),
    ("guide_client", guide_client),
    ("guide_by_vendor", guide_by_vendor),
    ("plan", the_plan),
    ("failing", failing),
    ("stored", stored),
    ("checking", checking),
    ("editing", editing),
    ("choosing", choosing),
    ("path", path),
    ("list", list),
    ("list_narrowed", list_narrowed),
    ("list_not_told", list_not_told),
    ("proposing", proposing),
    ("refused", refused),
    ("deed_preview", deed_preview),
    ("deed_production", deed_production),
    ("deed_running", deed_running),
    ("deed_body", deed_body),
    ("publishing_resource", publishing_resource),
    ("publishing_policy", publishing_policy),
    ("admitting_whom", admitting_whom),
    ("admitting", admitting),
    ("sending_a_size", sending_a_size),
    ("going_on", going_on),
    ("polling", polling),
    ("waiting", waiting),
    ("letter", letter),
    ("code", code),
    ("by_vendor", by_vendor),
    ("by_vendor_key", by_vendor_key),
    ("by_vendor_said", by_vendor_said),
    ("set_aside", set_aside),
    ("home_of_all_kinds", home_of_all_kinds),
    ("traffic", traffic),
    ("sifting", sifting),
    ("exchange", exchange),
    ("faults", faults),
    ("misbehaving", misbehaving),
    ("explain", explain),
    ("explain_unasked", explain_unasked),
    ("help", help),
    ("remove", remove),
    ("remove_production", remove_production),
    ("listed", listed),
    ("looking_up", looking_up),
    ("looked_up", looked_up),
    ("looking_up_a_secret", looking_up_a_secret),
    ("looking_up_what_is_new", looking_up_what_is_new),
    ("looking_up_whatever", looking_up_whatever),
    ("token_asking", token_asking),
    ("token", token),
    ("token_refused", token_refused),
    ("token_pasted", token_pasted),
    ("token_pasting", token_pasting),
    ("finding", finding),
    ("ready", ready),
];

/// The body of a request in a preview.
const BODY: &str = "{\n  \"endPoint\": \"https://hooks.example.no/altinn\",\n  \"resourceFilter\": \"urn:altinn:resource:smart-files\"\n}";

pub fn now() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().expect("a time")
}

fn wizard() -> Model {
    Model::new(Text::new(Language::English), Size { width: 120, height: 40 }, now())
}

pub fn press(model: &mut Model, keys: &[Key]) -> Vec<Effect> {
    keys.iter().flat_map(|key| update(model, Msg::Key(*key))).collect()
}

fn typed(model: &mut Model, text: &str) {
    text.chars().for_each(|c| drop(update(model, Msg::Key(Key::Char(c)))));
}

fn profile(environment: PublishedEnvironment) -> Profile {
    let mut profile = Profile::new(Role::Sender, Environment::Named(environment));
    let answers = [
        (FieldId::Organisation, "310456780"),
        (FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
        (FieldId::ClientKey, "file:keys/tt02.pem"),
        (FieldId::ClientKid, "smart-2026-11"),
        (FieldId::ClientKeyPosted, "2026-11-19"),
        (FieldId::Resource, "smart-files"),
        (FieldId::SystemId, "314000005_smart-files"),
        (FieldId::TransferRecipients, "314000005"),
        (FieldId::EventsEndpoint, "https://hooks.example.no/altinn"),
    ];
    for (field, text) in answers {
        // The numbers are made up. One with a wrong check digit is refused, and its field stays empty.
        let _ = profile.set(field, text);
    }
    if profile.organisation.is_none() {
        profile.set(FieldId::Organisation, "991825827").expect("a number");
    }
    profile
}

fn found(check: CheckId, outcome: Verdict, message: Message) -> Finding {
    let answers = Fingerprint::default();
    Finding { check, answers, outcome, message, code: None, link: None, checked_at: now(), took_ms: 88, evidence: vec![], asked: vec![] }
}

/// The findings of a sender whose client lacks a scope, and whose system user is not approved yet.
pub fn findings() -> Vec<Finding> {
    let write = Scope::known("altinn:broker.write");
    let row = |mark, subject: &str, message| Row { mark, subject: subject.into(), message };
    let waits = Waiting { on: Who::Approver, since: "2026-11-20T12:00:00Z".parse().ok(), until: None };
    let mut all: Vec<Finding> = plan(&profile(PublishedEnvironment::Tt02))
        .checks
        .iter()
        .map(|planned| match planned.check {
            CheckId::ClientScopes => Finding {
                code: Some("MP-200".into()),
                evidence: vec![
                    row(Mark::Pass, "altinn:events.subscribe", Message::RowScopeGranted { expires_in: 119 }),
                    row(Mark::Fail, "altinn:broker.write", Message::RowScopeMissing),
                ],
                ..found(planned.check, Verdict::NeedsYou, Message::ScopesMissing { scopes: vec![write.clone()], granted: 1, all: 2 })
            },
            CheckId::AccessSystemUser => Finding {
                link: "https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id=5f0f5b8e-3a57-4d8b-8c5a-2a3c8b7f1e10"
                    .parse()
                    .ok(),
                ..found(
                    planned.check,
                    Verdict::Waiting(waits.clone()),
                    Message::SystemUserWaits { party: "310456780".parse().expect("a number") },
                )
            },
            check if check.needs(Role::Sender).is_empty() => passes(check),
            check @ (CheckId::ClientToken | CheckId::ClientExchange | CheckId::ClientIdentity | CheckId::KeyScopes) => passes(check),
            check => {
                let need = CheckId::AccessSystemUserToken;
                let message = Message::NeedsCheck { check: need.to_string() };
                found(check, Verdict::Skipped(Skip::Needs { check: need }), message)
            }
        })
        .collect();
    all.iter_mut().filter(|finding| finding.outcome == Verdict::Pass).for_each(|finding| finding.took_ms = 12);
    all
}

fn known(name: &str, findings: Vec<Finding>) -> ListedProfile {
    let state = SavedState { findings, ..SavedState::default() };
    ListedProfile { name: name.into(), profile: Ok(profile(PublishedEnvironment::Tt02)), state }
}

fn started(profiles: Vec<ListedProfile>, last: Option<&str>) -> Model {
    let mut model = wizard();
    update(&mut model, Msg::Started(Box::new(Start { profiles, last: last.map(Into::into), ..Start::default() })));
    model
}

fn home_first() -> Model {
    started(vec![], None)
}

fn home() -> Model {
    started(vec![known("smart-sender", findings()), known("tolldata", vec![])], None)
}

fn roles() -> Model {
    let mut model = home_first();
    press(&mut model, &[Key::Enter]);
    model
}

fn naming() -> Model {
    let mut model = roles();
    press(&mut model, &[Key::Enter]);
    typed(&mut model, " /");
    model
}

fn empty_sandbox() -> Model {
    let mut model = roles();
    press(&mut model, &[Key::Enter, Key::Enter]);
    model
}

/// An empty profile in TT02, where the guide has opened by itself.
fn guide_start() -> Model {
    let mut known = known("new-sender", vec![]);
    known.profile = Ok(Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02)));
    started(vec![known], Some("new-sender"))
}

fn guide_client() -> Model {
    let mut model = guide_start();
    press(&mut model, &[Key::Esc, Key::Char('2'), Key::Esc, Key::Char('g'), Key::Down]);
    model
}

fn guide_by_vendor() -> Model {
    let mut model = by_vendor();
    press(&mut model, &[Key::Char('g')]);
    model
}

fn the_plan() -> Model {
    let mut model = guide_start();
    press(&mut model, &[Key::Char('p')]);
    model
}

fn stored() -> Model {
    stored_in(PublishedEnvironment::Tt02)
}

fn stored_in(environment: PublishedEnvironment) -> Model {
    let mut known = known("smart-sender", findings());
    known.profile = Ok(profile(environment));
    let mut model = started(vec![known], Some("smart-sender"));
    // Opening a profile starts a run. It is stopped, so that the screen shows the saved findings.
    if model.is_busy() {
        press(&mut model, &[Key::Char('c')]);
    }
    press(&mut model, &[Key::Char('2')]);
    model.notice = None;
    model
}

/// The screen of the README: the checks have run, one of them needs the user, and another waits for the approver.
pub fn failing() -> Model {
    failing_in(PublishedEnvironment::Tt02)
}

fn failing_in(environment: PublishedEnvironment) -> Model {
    let mut model = stored_in(environment);
    renew(&mut model, findings());
    press(&mut model, &[Key::Char('2')]);
    model
}

fn renew(model: &mut Model, findings: Vec<Finding>) {
    let effects = press(model, &[Key::Char('c')]);
    let run = effects.iter().find_map(|effect| match effect {
        Effect::RunChecks { run, .. } => Some(*run),
        _ => None,
    });
    let run = run.expect("a run");
    let profile = model.session.as_ref().expect("a profile").profile().clone();
    for finding in findings {
        update(model, Msg::CheckFound { run, finding: Box::new(finding.made_with(&profile)) });
    }
    update(model, Msg::RunEnded { run, result: Ok(Box::default()) });
}

fn checking() -> Model {
    let mut model = stored();
    let effects = press(&mut model, &[Key::Char('c')]);
    for effect in effects {
        if let Effect::RunChecks { run, .. } = effect {
            let reached = passes(CheckId::KeyReach).made_with(&profile(PublishedEnvironment::Tt02));
            update(&mut model, Msg::CheckFound { run, finding: Box::new(reached) });
            update(&mut model, Msg::CheckStarted { run, check: CheckId::ClientToken });
        }
    }
    model
}

fn refused() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('e'), Key::Tab, Key::Tab, Key::Tab]);
    update(&mut model, Msg::Pasted("-----BEGIN PRIVATE KEY-----\nMIIEvQ\n".into()));
    model
}

fn home_of_all_kinds() -> Model {
    let listed = |name: &str, mut model: Model| {
        let session = model.session.take().expect("a profile");
        ListedProfile { name: name.into(), profile: Ok(session.profile().clone()), state: session.saved_state() }
    };
    started(vec![listed("run-for-us", by_vendor_said()), listed("new-vendor", by_vendor()), listed("no-events", set_aside())], None)
}

fn set_aside() -> Model {
    let mut listed = known("no-events", vec![]);
    let mut profile = profile(PublishedEnvironment::Tt02);
    profile.set(FieldId::EventsSetAside, "we ask every ten minutes instead").expect("an answer");
    let findings = plan(&profile).checks.into_iter().map(|planned| {
        let reason = || Message::SetAside { reason: "we ask every ten minutes instead".to_owned() };
        let finding = match planned.skip {
            None => passes(planned.check),
            Some(skip) => found(planned.check, Verdict::Skipped(skip), reason()),
        };
        finding.made_with(&profile)
    });
    listed.state.findings = findings.collect();
    listed.profile = Ok(profile);
    let mut model = started(vec![listed], Some("no-events"));
    press(&mut model, &[Key::Char('c')]);
    model.notice = None;
    model
}

/// A sandbox profile with everything answered.
fn practised() -> Model {
    let mut known = known("practice", findings());
    known.profile = Ok(profile(PublishedEnvironment::Sandbox));
    started(vec![known], Some("practice"))
}

fn explain() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('x')]);
    model
}

/// What could not be asked, as where the sandbox has ended.
fn explain_unasked() -> Model {
    let mut model = stored_in(PublishedEnvironment::Sandbox);
    let refused = Message::NoAnswerHere { host: "127.0.0.1:4711".to_owned() };
    renew(&mut model, vec![found(CheckId::ClientToken, Verdict::Unknown, refused)]);
    press(&mut model, &[Key::Char('2'), Key::Char('x')]);
    model
}

fn help() -> Model {
    let mut model = failing();
    press(&mut model, &[Key::Char('?')]);
    model
}

fn remove() -> Model {
    let mut model = home();
    press(&mut model, &[Key::Delete]);
    model
}

fn remove_production() -> Model {
    let mut model = home();
    if let Some(known) = model.profiles.first_mut() {
        known.profile = Ok(profile(PublishedEnvironment::Prod));
    }
    press(&mut model, &[Key::Delete]);
    typed(&mut model, "smart");
    model
}

fn listed() -> Model {
    let mut model = home();
    press(&mut model, &[Key::Char('x')]);
    model
}

fn finding() -> Model {
    let mut model = home_of_all_kinds();
    press(&mut model, &[Key::Char('/')]);
    typed(&mut model, "vendor");
    model
}

fn ready() -> Model {
    // Opening a profile starts a run. All its checks pass, so the selection moves on to the last page.
    let mut model = started(vec![known("smart-sender", findings())], Some("smart-sender"));
    let run = model.session.as_ref().and_then(|session| session.work().checking()).map(|checking| checking.id).expect("a run");
    for finding in findings() {
        let finding = passes(finding.check).made_with(&profile(PublishedEnvironment::Tt02));
        update(&mut model, Msg::CheckFound { run, finding: Box::new(finding) });
    }
    let id = "5f0f5b8e-3a57-4d8b-8c5a-2a3c8b7f1e10".parse().expect("an id");
    let transfer = Some(TransferEvidence { id, at: now(), reference: "broker-setup-test-1".into(), confirmed: false });
    update(&mut model, Msg::RunEnded { run, result: Ok(Box::new(Evidence { transfer, ..Evidence::default() })) });
    model
}

/// Resizes a model and draws it.
pub fn drawn(model: &mut Model, width: u16, height: u16, look: Look) -> Buffer {
    update(model, Msg::Resized(Size { width, height }));
    painted(model, look)
}

/// Draws a model at its own size.
pub fn painted(model: &mut Model, look: Look) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(model.size.width, model.size.height)).expect("a terminal");
    let mut drawn = Drawn::default();
    terminal.draw(|frame| drawn = view(frame, model, look)).expect("a frame");
    model.scrolls_to(drawn.furthest);
    terminal.backend().buffer().clone()
}

/// A buffer as text, one line per row, without the spaces at the ends.
pub fn text(buffer: &Buffer) -> String {
    let rows = buffer.content().chunks(usize::from(buffer.area.width.max(1)));
    let row = |cells: &[ratatui::buffer::Cell]| cells.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned();
    rows.map(row).collect::<Vec<_>>().join("\n")
}

/// An empty sandbox profile whose line for this preset is selected.
pub fn fillable(preset: FillPreset) -> Model {
    let mut model = empty_sandbox();
    if preset == FillPreset::HalfDone {
        press(&mut model, &[Key::Down]);
    }
    model
}
