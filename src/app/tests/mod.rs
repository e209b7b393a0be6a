//! The wizard without a terminal: keys and messages in, screens and effects out.

mod answering;
mod checking;
mod choosing;
mod deeds;
mod faults;
mod guides;
mod keys;
mod letters;
mod looking_up;
mod paths;
mod publishing;
mod starting;
mod token;
mod traffic;

use super::screens::{Reading, Stage};
use super::session::DeedPhase;
use super::*;
use crate::journey::{
    Act, Candidate, CandidateAbout, CheckId, ClientAuth, DeedId, DeedMessage, DeedProgress, EngineMessage, Environment, Evidence, FieldId,
    FillPreset, Finding, Fingerprint, ListedProfile, Mark, Message, Next, Outcome, Preview, Profile, PublishedEnvironment, Role, Row,
    SavedState, StepId, StepState, Stopped, VendorWord, Verdict, Waiting, Who,
};
use crate::text::Text;
use crate::values::{FileSize, Language};
use jiff::Timestamp;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn wizard() -> Model {
    Model::new(Text::new(Language::English), Size { width: 80, height: 24 }, NOW)
}

/// Presses keys: `⏎` is Enter, `⎋` Esc, `⇥` Tab, `↑` Up, `↓` Down, `^c` Ctrl-C; any other character is typed.
fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut chars = keys.chars();
    while let Some(c) = chars.next() {
        let key = match c {
            '⏎' => Key::Enter,
            '⎋' => Key::Esc,
            '⇥' => Key::Tab,
            '↑' => Key::Up,
            '↓' => Key::Down,
            '^' => Key::Ctrl(chars.next().unwrap_or('c')),
            other => Key::Char(other),
        };
        effects.extend(update(model, Msg::Key(key)));
    }
    effects
}

fn begin(model: &mut Model, environment: Environment, profiles: Vec<ListedProfile>) -> Vec<Effect> {
    let start = Start { environment: Some(environment), profiles, ..Start::default() };
    update(model, Msg::Started(Box::new(start)))
}

fn profile(environment: Environment) -> Profile {
    let mut profile = Profile::new(Role::Sender, environment);
    let answers = [
        (FieldId::Organisation, "991825827"),
        (FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"),
        (FieldId::ClientKey, "file:key.pem"),
        (FieldId::ClientKid, "kid"),
        (FieldId::Resource, "smart-files"),
        (FieldId::TransferRecipients, "991825827"),
        (FieldId::EventsEndpoint, "https://hooks.example.no/a"),
    ];
    for (field, text) in answers {
        assert_eq!(profile.set(field, text), Ok(()), "{field}");
    }
    profile
}

fn finding(check: CheckId, outcome: Verdict) -> Finding {
    let answers = Fingerprint::default();
    Finding {
        check,
        answers,
        outcome,
        message: Message::RowOk,
        code: None,
        link: None,
        checked_at: NOW,
        took_ms: 1,
        evidence: Vec::new(),
        asked: Vec::new(),
    }
}

fn opened(environment: Environment) -> Model {
    let mut model = wizard();
    let known = ListedProfile { name: "smart".into(), profile: Ok(profile(environment.clone())), state: SavedState::default() };
    begin(&mut model, environment, vec![known]);
    model
}

/// Ends the run under way with these verdicts. All other checks pass.
fn run_finds(model: &mut Model, verdicts: &[(CheckId, Verdict)]) -> Vec<Effect> {
    run_ends(model, verdicts.iter().map(|(check, verdict)| finding(*check, verdict.clone())).collect())
}

/// Ends the run under way with these findings. All other checks pass.
fn run_ends(model: &mut Model, findings: Vec<Finding>) -> Vec<Effect> {
    let session = model.session.as_ref().expect("a profile is open");
    let run = session.work().checking().expect("checks run").id;
    let profile = session.profile().clone();
    let checks: Vec<CheckId> = session.answers().plan().checks.iter().map(|planned| planned.check).collect();
    for check in checks {
        let found = findings.iter().find(|finding| finding.check == check).cloned();
        let found = found.unwrap_or_else(|| finding(check, Verdict::Pass));
        update(model, Msg::CheckFound { run, finding: Box::new(found.made_with(&profile)) });
    }
    update(model, Msg::RunEnded { run, result: Ok(Box::default()) })
}

fn deed_does(model: &mut Model) -> Vec<Effect> {
    let (id, deed) = match model.top() {
        Some(Screen::Deed(screen)) => (screen.id, screen.deed),
        other => panic!("no deed on screen but {other:?}"),
    };
    let preview = Preview {
        deed,
        says: vec![],
        requests: vec![],
        bodies: vec![],
        rows: vec![],
        changes: vec![],
        must_type: vec![],
        letter: None,
        seen: None,
        candidates: Vec::new(),
    };
    update(model, Msg::Previewed { id, result: Ok(Box::new(preview)) });
    let effects = press(model, "⏎");
    let Some(Effect::PerformDeed(call)) = effects.last() else { panic!("nothing is done: {effects:?}") };
    let outcome = Outcome { says: vec![DeedMessage::NothingToDo], link: None, evidence: Evidence::default() };
    update(model, Msg::DeedEnded { id: call.id, result: Ok(Box::new(outcome)) })
}

fn edited(model: &Model) -> &super::screens::Edit {
    match model.top() {
        Some(Screen::Edit(edit)) => edit,
        other => panic!("not editing but {other:?}"),
    }
}

fn answered(model: &Model, field: FieldId) -> Option<String> {
    model.session.as_ref().and_then(|session| session.profile().answer(field))
}
