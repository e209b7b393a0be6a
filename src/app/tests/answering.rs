//! Answers: typed, pasted, chosen, refused.

use super::*;
use crate::journey::Choice;

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
    let owner = model.session.as_ref().and_then(|session| session.profile().answer(FieldId::ClientOwner));
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
    let session = model.session.as_ref().expect("open");
    assert!(session.findings().all().is_empty());
    let profile = Box::new(session.profile().clone());
    let state = SavedState { findings: vec![finding(CheckId::ClientKey, Verdict::Warn)], ..SavedState::default() };
    let effects = update(&mut model, Msg::StateRead { profile, state: Box::new(state) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })));
    assert_eq!(model.session.as_ref().map(|session| session.findings().all().len()), Some(1));
}

#[test]
fn a_paste_keeps_its_first_line_and_a_private_key_is_refused() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "2e^u");
    update(&mut model, Msg::Pasted("991825827\nsecond\nthird\n".into()));
    assert!(matches!(model.top(), Some(Screen::Edit(edit))
        if edit.entry.text() == "991825827" && edit.entry.remark == Some(WizardMessage::FirstLineOnly { lines: 3 })));
    press(&mut model, "⎋jjje");
    update(&mut model, Msg::Pasted("-----BEGIN PRIVATE KEY-----\nMIIE\n".into()));
    let Some(Screen::Edit(edit)) = model.top() else { panic!("not editing") };
    assert!(edit.entry.refused.is_some());
    assert!(!edit.entry.text().contains("BEGIN"));
    assert!(!format!("{model:?}").contains("MIIE"));
    assert!(press(&mut model, "⏎").is_empty(), "and not accepted");
}

#[test]
fn a_paste_into_an_untouched_field_stands_for_the_whole() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "1e⇥");
    update(&mut model, Msg::Pasted("310456780".into()));
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.entry.text() == "310456780"));
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
fn setting_step_five_aside_and_taking_it_up_again_keeps_the_selection() {
    let mut model = opened(Environment::SANDBOX);
    press(&mut model, "5slater⏎");
    let session = model.session.as_ref().expect("open");
    assert_eq!(session.item(), Some(Item::Field(FieldId::EventsSetAside)));
    assert_eq!(session.profile().events.set_aside.as_deref(), Some("later"));
    press(&mut model, "s");
    let session = model.session.as_ref().expect("open");
    assert_eq!(session.item(), Some(Item::Field(FieldId::EventsSetAside)));
    assert_eq!(session.profile().events.set_aside, None);
}

#[test]
fn values_from_a_service_can_be_chosen() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    let rows = ["991825827_files", "991825827_other"].map(|system| Row {
        mark: Mark::Skipped,
        subject: system.into(),
        message: Message::RowYourSystem,
    });
    run_ends(&mut model, vec![Finding { evidence: rows.to_vec(), ..finding(CheckId::AccessSystem, Verdict::NeedsYou) }]);
    press(&mut model, "3e⇥");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::SystemId && edit.lists.choices.len() == 2));
    press(&mut model, "↑↑⏎");
    let system = model.session.as_ref().and_then(|session| session.profile().answer(FieldId::SystemId));
    assert_eq!(system.as_deref(), Some("991825827_files"));
    press(&mut model, "e↑x");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.picked.is_none()), "typing goes back to the line");
}

#[test]
fn certificate_authorities_are_asked_for_where_a_certificate_is_not_trusted() {
    let asks = |model: &Model| {
        let items = model.session.as_ref().map(Session::items).unwrap_or_default();
        items.contains(&Item::Field(FieldId::Ca))
    };
    let mut model = opened(Environment::SANDBOX);
    press(&mut model, "1");
    assert!(!asks(&model));
    let message = Message::NoAnswerTlsIssuer { host: "platform".to_owned(), issuer: "Acme CA".to_owned() };
    run_ends(&mut model, vec![Finding { message, ..finding(CheckId::KeyReach, Verdict::Fail) }]);
    assert!(asks(&model));
}

#[test]
fn the_keys_password_is_asked_for_where_one_is_needed() {
    let asks = |model: &Model| {
        let items = model.session.as_ref().map(Session::items).unwrap_or_default();
        items.contains(&Item::Field(FieldId::ClientKeyPassword))
    };
    let mut model = opened(Environment::SANDBOX);
    press(&mut model, "2");
    assert!(!asks(&model));
    let message = Message::KeyEncrypted { field: FieldId::ClientKeyPassword.to_string() };
    run_ends(&mut model, vec![Finding { message, ..finding(CheckId::ClientKey, Verdict::NeedsYou) }]);
    assert!(asks(&model));
    press(&mut model, "c");
    run_finds(&mut model, &[]);
    assert!(!asks(&model), "the key has none any more");
}

#[test]
fn a_password_typed_in_place_of_its_reference_is_used_and_not_kept() {
    let mut model = opened(Environment::SANDBOX);
    let message = Message::KeyEncrypted { field: FieldId::ClientKeyPassword.to_string() };
    run_ends(&mut model, vec![Finding { message, ..finding(CheckId::ClientKey, Verdict::NeedsYou) }]);
    press(&mut model, "2e⇥⇥⇥⇥⇥");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::ClientKeyPassword));
    let effects = press(&mut model, "ses ame⏎");
    let used = effects
        .iter()
        .position(|effect| matches!(effect, Effect::UsePassword { password: Some(typed), .. } if *typed == TypedSecret::new("ses ame")));
    let runs = effects.iter().position(|effect| matches!(effect, Effect::RunChecks { .. }));
    assert!(used.is_some() && used < runs, "{effects:?}");
    assert!(!format!("{effects:?}{model:?}").contains("ses ame"));
    let session = model.session.as_ref().expect("open");
    assert!(session.has_typed_password() && session.profile().client.key_password.is_none());
    // A reference stands in its place, and forgets it.
    press(&mut model, "2e⇥⇥⇥⇥⇥");
    let effects = press(&mut model, "env:KEY_PASSWORD⏎");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::UsePassword { password: None, .. })), "{effects:?}");
    let session = model.session.as_ref().expect("open");
    assert_eq!(session.profile().answer(FieldId::ClientKeyPassword).as_deref(), Some("env:KEY_PASSWORD"));
}

#[test]
fn the_kids_of_a_set_are_offered() {
    let mut model = opened(Environment::SANDBOX);
    let message = Message::KeySeveral { kids: vec!["one".to_owned(), "two".to_owned()] };
    run_ends(&mut model, vec![Finding { message, ..finding(CheckId::ClientKey, Verdict::NeedsYou) }]);
    press(&mut model, "2e⇥⇥⇥⇥");
    assert!(
        matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::ClientKid && edit.lists.choices == ["one", "two"].map(Choice::plain))
    );
}

#[test]
fn the_fields_of_a_certificate_are_asked_in_place_of_those_of_a_key() {
    let fields = |model: &Model| {
        let items = model.session.as_ref().map(Session::items).unwrap_or_default();
        [FieldId::ClientCertificate, FieldId::ClientKid, FieldId::ClientKeyPosted].map(|field| items.contains(&Item::Field(field)))
    };
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "2");
    assert_eq!(fields(&model), [false, true, true]);
    press(&mut model, "e⇥⇥");
    update(&mut model, Msg::Key(Key::Down));
    press(&mut model, "⏎");
    let session = model.session.as_ref().expect("open");
    assert_eq!(session.profile().client.auth, ClientAuth::Certificate);
    assert_eq!(fields(&model), [true, false, false]);
}

#[test]
fn a_field_that_a_finding_brings_leaves_the_selection_where_it_is() {
    let mut model = opened(Environment::SANDBOX);
    press(&mut model, "2");
    let selected = |model: &Model| model.session.as_ref().and_then(Session::item);
    let before = selected(&model);
    assert!(matches!(before, Some(Item::Check(CheckId::ClientKey))), "{before:?}");
    let run = model.session.as_ref().and_then(|session| session.work().checking()).map(|checking| checking.id).expect("a run");
    let message = Message::KeyEncrypted { field: FieldId::ClientKeyPassword.to_string() };
    let found = Finding { message, ..finding(CheckId::ClientKey, Verdict::NeedsYou) };
    let found = found.made_with(model.session.as_ref().expect("open").profile());
    update(&mut model, Msg::CheckFound { run, finding: Box::new(found) });
    assert_eq!(selected(&model), before);
}

#[test]
fn what_another_program_answered_is_shown_and_what_is_being_typed_stays() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    let given = Box::new(model.session.as_ref().expect("open").profile().clone());
    press(&mut model, "2e^uours");
    let mut merged = given.clone();
    assert_eq!(merged.set(FieldId::ClientKid, "theirs"), Ok(()));
    let effects = update(&mut model, Msg::ProfileMerged { name: "smart".into(), given: given.clone(), merged: merged.clone() });
    assert!(effects.is_empty(), "{effects:?}");
    let kid = |model: &Model| model.session.as_ref().and_then(|session| session.profile().answer(FieldId::ClientKid));
    assert_eq!(kid(&model).as_deref(), Some("theirs"));
    assert!(matches!(&model.notice, Some(Notice::Engine(EngineMessage::AnswersTaken { answers, earlier }))
        if *answers == ["client.kid=theirs"] && *earlier == ["client.kid=kid"]));
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.entry.text() == "ours"));
    // What was answered here after that save stays.
    press(&mut model, "⎋");
    let mut later = merged.clone();
    assert_eq!(later.set(FieldId::ClientKid, "third"), Ok(()));
    let session = model.session.as_mut().expect("open");
    assert!(session.answer(FieldId::ClientKid, "mine", NOW).is_ok());
    update(&mut model, Msg::ProfileMerged { name: "smart".into(), given: merged, merged: later });
    assert_eq!(kid(&model).as_deref(), Some("mine"));
    // A profile that is not open any more is left alone.
    update(&mut model, Msg::ProfileMerged { name: "other".into(), given: given.clone(), merged: given });
    assert_eq!(kid(&model).as_deref(), Some("mine"));
}

#[test]
fn another_connection_that_another_program_chose_reads_what_is_kept_of_it() {
    let mut model = opened(Environment::SANDBOX);
    let given = Box::new(model.session.as_ref().expect("open").profile().clone());
    let mut merged = given.clone();
    assert_eq!(merged.set(FieldId::Resource, "other-files"), Ok(()));
    let effects = update(&mut model, Msg::ProfileMerged { name: "smart".into(), given, merged });
    assert!(matches!(effects.as_slice(), [Effect::CancelRun, Effect::LoadState(_)]), "{effects:?}");
}

#[test]
fn later_findings_of_another_program_are_shown() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "c");
    run_finds(&mut model, &[(CheckId::ClientKey, Verdict::Fail)]);
    let profile = Box::new(model.session.as_ref().expect("open").profile().clone());
    let later = Finding { checked_at: Timestamp::MAX, ..finding(CheckId::ClientKey, Verdict::Pass) };
    let findings = [later, finding(CheckId::KeyClock, Verdict::Fail)].map(|found| found.made_with(&profile)).to_vec();
    let merged = SavedState { findings, ..SavedState::default() };
    update(&mut model, Msg::StateMerged { profile, merged: Box::new(merged) });
    let found = |check| model.session.as_ref().and_then(|session| session.finding(check)).map(|finding| finding.outcome.clone());
    assert_eq!((found(CheckId::ClientKey), found(CheckId::KeyClock)), (Some(Verdict::Pass), Some(Verdict::Pass)));
}

#[test]
fn what_is_not_on_disk_is_said_until_it_is() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    let problem = EngineMessage::NotSaved { path: "mine.toml".into(), reason: "No space left on device".into() };
    update(&mut model, Msg::Unkept(vec![problem.clone()]));
    press(&mut model, "jk?⎋2");
    assert_eq!(model.unkept, [problem]);
    update(&mut model, Msg::Unkept(Vec::new()));
    assert!(model.unkept.is_empty() && model.notice == Some(WizardMessage::SavedNow.into()));
}

#[test]
fn an_answer_takes_back_what_was_found_with_the_former_one() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "c");
    run_finds(&mut model, &[]);
    let session = |model: &Model| model.session.as_ref().map(|session| (session.readiness(), session.findings().all().len()));
    let (ready, all) = session(&model).expect("open");
    assert!(ready.is_ready());
    // In production nothing is checked again by itself, so that nothing but the answer can make it ready or not.
    let effects = press(&mut model, "2e⇥⇥⇥⇥^uother⏎");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })));
    assert_eq!(model.session.as_ref().and_then(|session| session.profile().answer(FieldId::ClientKid)).as_deref(), Some("other"));
    let (readiness, left) = session(&model).expect("open");
    assert!(!readiness.is_ready() && left < all, "{readiness:?}");
    assert_eq!(readiness.state(StepId::Client), StepState::NotStarted);
}

#[test]
fn what_a_run_finds_with_answers_that_have_changed_since_is_dropped() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    let effects = press(&mut model, "c");
    let Some(Effect::RunChecks { run, profile, .. }) = effects.last() else { panic!("{effects:?}") };
    press(&mut model, "2e⇥⇥⇥⇥^uother⏎");
    let late = |check| Msg::CheckFound { run: *run, finding: Box::new(finding(check, Verdict::Pass).made_with(profile)) };
    update(&mut model, late(CheckId::ClientToken));
    update(&mut model, late(CheckId::KeyReach));
    let found = model.session.as_ref().map(|session| session.findings().all().iter().map(|found| found.check).collect::<Vec<_>>());
    assert_eq!(found, Some(vec![CheckId::KeyReach]));
}

#[test]
fn what_was_said_of_a_vendor_is_asked_again_for_another_resource() {
    let mut vendor = profile(Environment::Named(PublishedEnvironment::Prod));
    for (field, text) in [
        (FieldId::Acting, "by-vendor"),
        (FieldId::VendorName, "Acme Files AS"),
        (FieldId::VendorApprovedOn, "1969-11-20"),
        (FieldId::VendorTransferSeenOn, "1969-11-21"),
    ] {
        assert_eq!(vendor.set(field, text), Ok(()));
    }
    let mut model = wizard();
    let known = ListedProfile { name: "run-for-us".into(), profile: Ok(vendor.clone()), state: SavedState::default() };
    begin(&mut model, vendor.environment, vec![known]);
    press(&mut model, "c");
    run_finds(&mut model, &[]);
    assert!(model.session.as_ref().is_some_and(|session| session.readiness().is_ready()));
    press(&mut model, "3e^uother-files⏎");
    let session = model.session.as_ref().expect("open");
    assert_eq!(session.profile().vendor.word(), VendorWord::Missing(FieldId::VendorApprovedOn));
    assert_eq!(session.state(StepId::Access), StepState::NeedsYou);
    // A day that is still to come is refused where it is typed.
    press(&mut model, "3e^u1999-01-01⏎");
    let Some(Screen::Edit(edit)) = model.top() else { panic!("accepted") };
    assert_eq!(edit.field, FieldId::VendorApprovedOn);
    assert!(edit.problem(&vendor_of(&model), NOW).is_some());
}

fn vendor_of(model: &Model) -> Profile {
    model.session.as_ref().expect("open").profile().clone()
}

#[test]
fn an_empty_line_that_needs_an_answer_says_so() {
    let mut model = wizard();
    let mut by_vendor = Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Tt02));
    for (field, text) in [(FieldId::Organisation, "991825827"), (FieldId::Resource, "smart-files"), (FieldId::Acting, "by-vendor")] {
        assert_eq!(by_vendor.set(field, text), Ok(()), "{field}");
    }
    let known = ListedProfile { name: "smart".into(), profile: Ok(by_vendor), state: SavedState::default() };
    begin(&mut model, Environment::Named(PublishedEnvironment::Tt02), vec![known]);
    model.session.as_mut().expect("a profile is open").go_to_field(FieldId::VendorName);
    press(&mut model, "e⏎");
    let Some(Screen::Edit(edit)) = model.top() else { panic!("the line is closed: {:?}", model.top()) };
    assert_eq!((edit.field, edit.entry.refused.clone()), (FieldId::VendorName, Some(crate::values::Invalid::Empty)));
    press(&mut model, "Acme⏎");
    let answered = model.session.as_ref().and_then(|session| session.profile().answer(FieldId::VendorName));
    assert_eq!(answered.as_deref(), Some("Acme"));
}
