//! The wizard without a terminal: keys and messages in, screens and effects out.

use super::screens::Stage;
use super::*;
use crate::journey::{
    CheckId, DeedId, DeedMessage, Environment, Evidence, FieldId, Finding, Mark, Message, Outcome, Preview, Profile, PublishedEnvironment,
    Role, Row, StepId, Verdict, Waiting, Who,
};
use crate::text::Text;
use jiff::Timestamp;

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn wizard() -> Model {
    Model::new(Text::english(), Size { width: 80, height: 24 }, NOW)
}

/// `j`, `⏎` Enter, `⎋` Esc, `⇥` Tab, `↑` Up, `^c` Ctrl-C; anything else is typed.
fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut chars = keys.chars();
    while let Some(c) = chars.next() {
        let key = match c {
            '⏎' => Key::Enter,
            '⎋' => Key::Esc,
            '⇥' => Key::Tab,
            '↑' => Key::Up,
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
    Finding { check, outcome, message: Message::RowOk, code: None, link: None, checked_at: NOW, took_ms: 1, evidence: Vec::new() }
}

fn opened(environment: Environment) -> Model {
    let mut model = wizard();
    let known = ListedProfile { name: "smart".into(), profile: Ok(profile(environment.clone())), kept: SavedState::default() };
    begin(&mut model, environment, vec![known]);
    model
}

/// Lets the run under way find what it is told, the rest passing.
fn run_finds(model: &mut Model, verdicts: &[(CheckId, Verdict)]) -> Vec<Effect> {
    let opened = model.opened.as_ref().expect("a profile is open");
    let run = opened.run.as_ref().expect("checks run").id;
    let checks: Vec<CheckId> = opened.plan.checks.iter().map(|planned| planned.check).collect();
    for check in checks {
        let verdict = verdicts.iter().find(|(known, _)| *known == check).map_or(Verdict::Pass, |(_, verdict)| verdict.clone());
        update(model, Msg::CheckFound { run, finding: Box::new(finding(check, verdict)) });
    }
    update(model, Msg::RunEnded { run, result: Ok(Box::default()) })
}

fn deed_does(model: &mut Model) -> Vec<Effect> {
    let (id, deed) = match model.top() {
        Some(Screen::Deed(screen)) => (screen.id, screen.deed),
        other => panic!("no deed on screen but {other:?}"),
    };
    let preview = Preview { deed, says: vec![], requests: vec![], bodies: vec![], rows: vec![], production: false };
    update(model, Msg::Previewed { id, result: Ok(Box::new(preview)) });
    let effects = press(model, "⏎");
    let Some(Effect::PerformDeed(call)) = effects.last() else { panic!("nothing is done: {effects:?}") };
    let outcome = Outcome { says: vec![DeedMessage::NothingToDo], evidence: Evidence::default() };
    update(model, Msg::DeedEnded { id: call.id, result: Ok(Box::new(outcome)) })
}

#[test]
fn six_keys_lead_from_the_start_to_five_ready_steps() {
    for role_key in ["⏎", "1", "2", "3"] {
        let mut model = wizard();
        begin(&mut model, Environment::SANDBOX, vec![]);
        press(&mut model, role_key);
        let effects = press(&mut model, "⏎");
        let Some(Effect::FillSandbox { id, role, preset: Preset::Filled }) = effects.last() else { panic!("{effects:?}") };
        let mut filled = profile(Environment::SANDBOX);
        filled.role = *role;
        update(&mut model, Msg::Filled { id: *id, profile: Box::new(filled), notice: Notice::Filled });
        let needs = [(CheckId::EventsSubscription, Verdict::NeedsYou), (CheckId::IntegrateTransfer, Verdict::NeedsYou)];
        run_finds(&mut model, &needs);
        press(&mut model, "⏎");
        assert!(matches!(model.top(), Some(Screen::Deed(deed)) if deed.deed == DeedId::Subscribe), "a subscription comes first");
        deed_does(&mut model);
        run_finds(&mut model, &[(CheckId::IntegrateTransfer, Verdict::NeedsYou)]);
        press(&mut model, "⏎");
        assert!(matches!(model.top(), Some(Screen::Deed(deed)) if deed.deed == DeedId::SendTest), "the next deed follows");
        deed_does(&mut model);
        run_finds(&mut model, &[]);
        let opened = model.opened.as_ref().expect("still open");
        assert!(opened.readiness().is_ready());
        assert_eq!(opened.shown, Shown::Ready);
    }
}

#[test]
fn a_start_resumes_at_the_same_profile_step_and_findings() {
    let mut model = wizard();
    let kept = SavedState {
        step: Some(StepId::Access),
        evidence: Evidence::default(),
        findings: vec![finding(CheckId::AccessSystemUser, Verdict::Fail), finding(CheckId::ClientKey, Verdict::Pass)],
    };
    let known = |name: &str| ListedProfile { name: name.into(), profile: Ok(profile(Environment::SANDBOX)), kept: kept.clone() };
    let start = Start { profiles: vec![known("a"), known("b")], last: Some("b".into()), ..Start::default() };
    let effects = update(&mut model, Msg::Started(Box::new(start)));
    let opened = model.opened.as_ref().expect("opened");
    assert_eq!((opened.name.as_str(), opened.shown), ("b", Shown::Step(StepId::Access)));
    assert_eq!(opened.open, Some(CheckId::AccessSystemUser), "what is wrong is open");
    assert!(opened.renewed.is_empty(), "findings are shown as stored");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })), "and renewed by themselves");
}

#[test]
fn production_is_asked_only_when_the_user_asks() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    assert!(model.opened.as_ref().is_some_and(|opened| opened.run.is_none()));
    let effects = press(&mut model, "c");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })));
    let effects = press(&mut model, "c");
    assert!(effects.contains(&Effect::CancelRun), "c again stops");
}

#[test]
fn stale_findings_are_dropped() {
    let mut model = opened(Environment::SANDBOX);
    let stale = model.opened.as_ref().and_then(|opened| opened.run.as_ref()).map(|run| run.id).expect("runs");
    press(&mut model, "cc");
    model.dirty = false;
    update(&mut model, Msg::CheckFound { run: stale, finding: Box::new(finding(CheckId::ClientKey, Verdict::Fail)) });
    assert!(model.opened.as_ref().is_some_and(|opened| opened.findings.is_empty()));
    assert!(!model.dirty, "and nothing is drawn for them");
}

#[test]
fn an_answer_is_saved_when_accepted_and_kept_when_refused() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "2e");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::ClientOwner));
    let effects = press(&mut model, "123⏎");
    assert!(effects.is_empty(), "a refused answer is not saved");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.entry.text() == "123"), "and stays");
    let effects = press(&mut model, "^u991825827⏎");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::SaveProfile { .. })));
    press(&mut model, "e^uxx⎋");
    let owner = model.opened.as_ref().and_then(|opened| opened.profile.answer(FieldId::ClientOwner));
    assert_eq!(owner.as_deref(), Some("991 825 827"), "Esc leaves the old answer");
}

#[test]
fn another_connection_reads_what_is_kept_of_it_before_anything_runs() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    press(&mut model, "3e");
    let effects = press(&mut model, "^uother-files⏎");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::LoadState(_))), "{effects:?}");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::SaveState { .. } | Effect::RunChecks { .. })));
    let opened = model.opened.as_ref().expect("open");
    assert!(opened.findings.is_empty());
    let profile = Box::new(opened.profile.clone());
    let kept = SavedState { findings: vec![finding(CheckId::ClientKey, Verdict::Warn)], ..SavedState::default() };
    let effects = update(&mut model, Msg::StateRead { profile, kept: Box::new(kept) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })));
    assert_eq!(model.opened.as_ref().map(|opened| opened.findings.len()), Some(1));
}

#[test]
fn a_paste_keeps_its_first_line_and_a_private_key_is_refused() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "2e^u");
    update(&mut model, Msg::Pasted("991825827\nsecond\nthird\n".into()));
    assert!(matches!(model.top(), Some(Screen::Edit(edit))
        if edit.entry.text() == "991825827" && edit.entry.remark == Some(Notice::FirstLineOnly { lines: 3 })));
    press(&mut model, "⎋jje");
    update(&mut model, Msg::Pasted("-----BEGIN PRIVATE KEY-----\nMIIE\n".into()));
    let Some(Screen::Edit(edit)) = model.top() else { panic!("not editing") };
    assert!(edit.entry.refused.is_some());
    assert!(!edit.entry.text().contains("BEGIN"));
    assert!(!format!("{model:?}").contains("MIIE"));
    assert!(press(&mut model, "⏎").is_empty(), "and not accepted");
}

#[test]
fn a_typed_secret_is_dots_until_asked_for() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "1e⇥⇥^u3f9c8b");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::ApiKey && edit.is_masked()));
    press(&mut model, "^r");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if !edit.is_masked()));
    press(&mut model, "^r^ufile:ap");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if !edit.is_masked()), "a reference is no secret");
}

#[test]
fn production_wants_the_profiles_name_typed() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "5d");
    let Some(Screen::Deed(deed)) = model.top() else { panic!("no deed") };
    let preview = Preview { deed: DeedId::Subscribe, says: vec![], requests: vec![], bodies: vec![], rows: vec![], production: true };
    let id = deed.id;
    update(&mut model, Msg::Previewed { id, result: Ok(Box::new(preview)) });
    assert!(press(&mut model, "⏎smar⏎").is_empty());
    assert!(matches!(model.top(), Some(Screen::Deed(deed)) if matches!(deed.stage, Stage::Typing(..))));
    let effects = press(&mut model, "t⏎");
    assert!(matches!(effects.as_slice(), [Effect::PerformDeed(_)]));
}

#[test]
fn what_waits_is_looked_at_ever_more_slowly_while_it_is_on_screen() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    let waiting = Verdict::Waiting(Waiting { on: Who::Approver, since: None, until: None });
    let verdicts = [(CheckId::AccessSystemUser, waiting)];
    let mut pauses = Vec::new();
    for _ in 0..6 {
        let effects = run_finds(&mut model, &verdicts);
        let Some(Effect::SetTimer { id, after }) = effects.last() else { panic!("{effects:?}") };
        pauses.push(after.as_secs());
        update(&mut model, Msg::Timer(*id));
    }
    assert_eq!(pauses, [30, 60, 120, 240, 300, 300]);
    run_finds(&mut model, &verdicts);
    let effects = press(&mut model, "⎋");
    assert!(effects.contains(&Effect::ClearTimer), "not from Home");
}

#[test]
fn the_footer_shows_only_what_does_something() {
    let mut model = wizard();
    begin(&mut model, Environment::SANDBOX, vec![]);
    press(&mut model, "⏎");
    let keys: Vec<Key> = keymap::footer(&model).into_iter().map(|(key, _)| key).collect();
    assert!(!keys.contains(&Key::Char('c')), "there is nothing to check yet");
    for (key, label) in keymap::footer(&model) {
        assert!(keymap::action(&model, key).is_some(), "{label}");
    }
}

#[test]
fn ctrl_c_saves_and_quits_from_anywhere() {
    for keys in ["", "2e", "t", "?", "5d"] {
        let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
        press(&mut model, keys);
        let effects = press(&mut model, "^c");
        assert!(matches!(effects.as_slice(), [Effect::SaveState { .. }, Effect::Quit(Leave::Asked)]), "{keys}: {effects:?}");
    }
}

#[test]
fn a_panic_in_a_task_leaves_nothing_turning() {
    let mut model = opened(Environment::SANDBOX);
    assert!(model.is_busy());
    update(&mut model, Msg::Panicked("src/x.rs:1".into()));
    assert!(!model.is_busy());
}

#[test]
fn a_paste_into_an_untouched_field_stands_for_the_whole() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "1e⇥");
    update(&mut model, Msg::Pasted("310456780".into()));
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.entry.text() == "310456780"));
}

#[test]
fn setting_step_five_aside_and_taking_it_up_again_keeps_the_selection() {
    let mut model = opened(Environment::SANDBOX);
    press(&mut model, "5slater⏎");
    let opened = model.opened.as_ref().expect("open");
    assert_eq!(opened.item(), Some(Item::Field(FieldId::EventsSetAside)));
    assert_eq!(opened.profile.events.set_aside.as_deref(), Some("later"));
    press(&mut model, "s");
    let opened = model.opened.as_ref().expect("open");
    assert_eq!(opened.item(), Some(Item::Field(FieldId::EventsSetAside)));
    assert_eq!(opened.profile.events.set_aside, None);
}

#[test]
fn what_a_service_told_is_a_list_to_choose_from() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[(CheckId::AccessSystem, Verdict::NeedsYou)]);
    let rows = ["991825827_files", "991825827_other"].map(|system| Row {
        mark: Mark::Skipped,
        subject: system.into(),
        message: Message::RowYourSystem,
    });
    if let Some(opened) = &mut model.opened {
        for finding in opened.findings.iter_mut().filter(|finding| finding.check == CheckId::AccessSystem) {
            finding.evidence = rows.to_vec();
        }
    }
    press(&mut model, "3e⇥");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::SystemId && edit.found.len() == 2));
    press(&mut model, "↑↑⏎");
    let system = model.opened.as_ref().and_then(|opened| opened.profile.answer(FieldId::SystemId));
    assert_eq!(system.as_deref(), Some("991825827_files"));
    press(&mut model, "e↑x");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.picked.is_none()), "typing goes back to the line");
}

#[test]
fn the_message_to_send_names_what_is_asked_and_is_copied_whole() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[(CheckId::KeyScopes, Verdict::NeedsYou)]);
    let scopes = vec![crate::values::Scope::known("altinn:broker.write")];
    if let Some(finding) = model.opened.as_mut().and_then(|opened| opened.findings.iter_mut().find(|f| f.check == CheckId::KeyScopes)) {
        finding.message = Message::ScopesNotGranted { scopes };
    }
    if let Some(opened) = &mut model.opened {
        opened.open = Some(CheckId::KeyScopes);
    }
    press(&mut model, "m");
    assert!(matches!(model.top(), Some(Screen::Letter(CheckId::KeyScopes))));
    let effects = press(&mut model, "y");
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    for wanted in ["altinn:broker.write", "991 825 827", "TT02"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}

fn faults_shown(model: &mut Model) -> u64 {
    let effects = press(model, "f");
    let [Effect::AskFaults { id, .. }] = effects.as_slice() else { panic!("nothing is asked: {effects:?}") };
    let fault = |name: &str, does: &str| crate::values::Fault { name: name.into(), does: does.into() };
    let known = vec![fault("MP-200", "The scope is not on the client."), fault("slow", "The answer comes late.")];
    update(model, Msg::FaultsTold { id: *id, result: Ok(Box::new(crate::values::Faults { known, set: vec![] })) });
    *id
}

fn faults_change(model: &mut Model, keys: &str, set: &[(&str, Option<u32>)]) -> crate::values::FaultChange {
    let effects = press(model, keys);
    let Some(Effect::ChangeFaults { id, change, .. }) = effects.last() else { panic!("nothing changes: {effects:?}") };
    let set = set.iter().map(|(name, times)| crate::values::SetFault { name: (*name).into(), service: None, seconds: None, times: *times });
    update(model, Msg::FaultsChanged { id: *id, result: Ok(Ok(set.collect())) });
    change.clone()
}

#[test]
fn a_fault_is_found_by_typing_set_with_enter_and_cleared_the_same_way() {
    use crate::values::FaultChange;
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    faults_shown(&mut model);
    assert_eq!(faults_change(&mut model, "late⏎", &[("slow", None)]), FaultChange::Set("slow".into()));
    assert_eq!(model.opened.as_ref().expect("open").faults, ["slow"], "the checklist says so");
    assert_eq!(faults_change(&mut model, "⏎", &[]), FaultChange::Clear("slow".into()));
    assert_eq!(faults_change(&mut model, "^u⇥", &[("MP-200", Some(1))]), FaultChange::Set("MP-200:1".into()));
    assert_eq!(faults_change(&mut model, "^uslow@broker=3:2⏎", &[("slow", Some(2))]), FaultChange::Set("slow@broker=3:2".into()));
    assert_eq!(faults_change(&mut model, "^x", &[]), FaultChange::ClearAll);
    assert!(model.opened.as_ref().expect("open").faults.is_empty());
}

#[test]
fn a_fault_that_the_sandbox_does_not_take_leaves_what_was_typed() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    faults_shown(&mut model);
    let effects = press(&mut model, "clok=5⏎");
    let Some(Effect::ChangeFaults { id, .. }) = effects.last() else { panic!("{effects:?}") };
    let refused = crate::values::Invalid::FaultNear { name: "clok".into(), near: vec!["clock".into()] };
    update(&mut model, Msg::FaultsChanged { id: *id, result: Ok(Err(refused.clone())) });
    let Some(Screen::Faults(screen)) = model.top() else { panic!("{:?}", model.top()) };
    assert_eq!((screen.entry.text(), &screen.refused), ("clok=5", &Some(refused)));
}

#[test]
fn faults_are_for_sandboxes_only_and_a_late_answer_about_them_is_dropped() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    assert!(press(&mut model, "f").is_empty(), "nothing to set there");
    assert!(matches!(model.top(), Some(Screen::Role)));
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    let id = faults_shown(&mut model);
    press(&mut model, "⎋");
    update(&mut model, Msg::FaultsTold { id, result: Err(Notice::Stopped) });
    assert!(model.notice.is_none() && matches!(model.top(), Some(Screen::Role)));
}

#[test]
fn after_a_run_the_checklist_knows_which_faults_are_left() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    faults_shown(&mut model);
    faults_change(&mut model, "⇥", &[("MP-200", Some(1))]);
    press(&mut model, "⎋c");
    let effects = run_finds(&mut model, &[]);
    let Some(Effect::AskFaults { id, .. }) = effects.last() else { panic!("not asked again: {effects:?}") };
    update(&mut model, Msg::FaultsTold { id: *id, result: Ok(Box::default()) });
    assert!(model.opened.as_ref().expect("open").faults.is_empty());
}
