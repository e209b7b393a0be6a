//! Answers: typed, pasted, chosen, refused.

use super::*;
use crate::journey::{Choice, NoChoices};
use crate::values::{FileSize, Holds, Names, PathLook, There};

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
        .position(|effect| matches!(effect, Effect::UsePassword { password: Some(typed), .. } if *typed == TypedPassword::new("ses ame")));
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

fn told(values: &[(&str, &str)]) -> Vec<Choice> {
    values.iter().map(|(value, name)| Choice::new(*value, Names::everywhere(*name), None)).collect()
}

/// Opens the field and lets its list come.
fn list_comes(model: &mut Model, keys: &str, result: Result<Vec<Choice>, NoChoices>) {
    let asked = press(model, keys).into_iter().find_map(|effect| match effect {
        Effect::AskChoices { id, .. } => Some(id),
        _ => None,
    });
    update(model, Msg::Choices { id: asked.expect("the list is asked for"), result });
}

fn edited(model: &Model) -> &super::super::screens::Edit {
    match model.top() {
        Some(Screen::Edit(edit)) => edit,
        other => panic!("not editing but {other:?}"),
    }
}

fn answered(model: &Model, field: FieldId) -> Option<String> {
    model.session.as_ref().and_then(|session| session.profile().answer(field))
}

#[test]
fn a_list_is_narrowed_by_typing_and_enter_takes_what_fits() {
    let resources = || told(&[("acme-files", "Acme filutveksling"), ("toll-files", "Tolldata"), ("smart-files", "Smart")]);
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    list_comes(&mut model, "3e", Ok(resources()));
    assert_eq!(edited(&model).fitting().len(), 3, "before anything is typed all are there");
    press(&mut model, "^uDATA toll");
    assert_eq!(edited(&model).fitting().iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(), ["toll-files"]);
    press(&mut model, "⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("toll-files"));
    // The list is kept while the profile is open.
    assert!(press(&mut model, "3e").iter().all(|effect| !matches!(effect, Effect::AskChoices { .. })));
    assert_eq!(edited(&model).fitting().len(), 3);
    press(&mut model, "^unot-listed⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("not-listed"), "what fits none is taken as it is typed");
    press(&mut model, "3e^uacme");
    press(&mut model, "⎋");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("not-listed"), "Esc keeps the old value");
}

#[test]
fn what_is_typed_can_be_kept_beside_what_fits_it() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    list_comes(&mut model, "3e", Ok(told(&[("acme-files", ""), ("acme-files-2", "")])));
    press(&mut model, "^uacme");
    assert_eq!(edited(&model).picked, Some(0));
    press(&mut model, "↑⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme"));
    press(&mut model, "3e^uacme-files⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme-files"), "a whole value is itself");
    press(&mut model, "3e^u");
    update(&mut model, Msg::Pasted("acme-files-".into()));
    assert_eq!(edited(&model).picked, None, "a pasted text is whole");
}

#[test]
fn while_the_list_is_on_its_way_one_types_and_a_late_list_is_dropped() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    let effects = press(&mut model, "3e^usmart-2");
    let Some(Effect::AskChoices { id, .. }) = effects.iter().find(|effect| matches!(effect, Effect::AskChoices { .. })) else {
        panic!("not asked: {effects:?}")
    };
    assert!(press(&mut model, "⏎").contains(&Effect::CancelChoices));
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("smart-2"));
    update(&mut model, Msg::Choices { id: *id, result: Ok(told(&[("late-files", "")])) });
    press(&mut model, "3e");
    assert!(edited(&model).lists.choices.is_empty());
}

#[test]
fn a_list_that_did_not_come_says_why_and_typing_works() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    let why = NoChoices::NotTold(Box::new(Message::NoAnswerTimeout { host: "platform".to_owned() }));
    list_comes(&mut model, "3e", Err(why.clone()));
    assert_eq!(edited(&model).lists.list, super::super::session::FieldList::NotTold(why));
    press(&mut model, "^utyped-files⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("typed-files"));
}

#[test]
fn one_more_of_several_is_chosen_beside_those_that_stand_there() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    list_comes(&mut model, "4e", Ok(told(&[("310 456 780", "Mottaker")])));
    assert_eq!(edited(&model).field, FieldId::TransferRecipients);
    press(&mut model, ", mott⏎");
    assert_eq!(answered(&model, FieldId::TransferRecipients).as_deref(), Some("991 825 827, 310 456 780"));
}

fn seen(model: &mut Model, typed: &str, there: There, goes_on: &[&str]) -> Vec<Effect> {
    let goes_on = goes_on.iter().map(|path| (*path).to_owned()).collect();
    update(model, Msg::PathSeen { typed: typed.to_owned(), look: PathLook { there, goes_on } })
}

/// A production profile with the private key being edited; relative paths start in `/home/ola`.
fn typing_the_key(keys: &str) -> (Model, Vec<Effect>) {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    model.folder = "/home/ola".into();
    model.home_folder = Some("/home/ola".into());
    press(&mut model, "2e⇥⇥⇥");
    assert_eq!(edited(&model).field, FieldId::ClientKey);
    let effects = press(&mut model, keys);
    (model, effects)
}

#[test]
fn a_path_is_looked_at_while_it_is_typed_and_tab_lets_it_go_on() {
    let (mut model, effects) = typing_the_key("^ukey");
    let looked: Vec<_> = effects.iter().filter(|effect| matches!(effect, Effect::LookAtPath { .. })).collect();
    assert_eq!(looked.len(), 1, "one look at a time: {looked:?}");
    assert!(!edited(&model).is_masked(), "a path is no secret");
    let again = seen(&mut model, "k", There::Nothing, &["keys/"]);
    assert!(matches!(&again[..], [Effect::LookAtPath { typed, path }] if typed == "key" && path == "key"), "{again:?}");
    seen(&mut model, "key", There::Nothing, &["keys/"]);
    let effects = press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.text(), "file:keys/");
    assert!(matches!(&effects[..], [Effect::LookAtPath { path, .. }] if path == "keys/"), "{effects:?}");
    // Pressed before it is known how it goes on, it goes on when it is.
    press(&mut model, "⇥");
    seen(&mut model, "file:keys/", There::Folder, &["keys/my key.pem"]);
    assert_eq!(edited(&model).entry.text(), "file:keys/my key.pem");
    seen(&mut model, "file:keys/my key.pem", There::File { size: FileSize(1704), holds: Holds::PrivateKey }, &["keys/my key.pem"]);
    let effects = press(&mut model, "⏎");
    assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some("file:/home/ola/keys/my key.pem"), "{effects:?}");
}

#[test]
fn where_several_paths_fit_tab_goes_as_far_as_it_can() {
    let (mut model, _) = typing_the_key("^uk");
    seen(&mut model, "k", There::Nothing, &["keys-a/", "keys-b/"]);
    press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.text(), "file:keys-");
    seen(&mut model, "file:keys-", There::Nothing, &["keys-a/", "keys-b/"]);
    press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.remark, Some(WizardMessage::SeveralFit));
    assert_eq!(edited(&model).entry.text(), "file:keys-");
}

#[test]
fn a_path_is_kept_from_the_shells_folder_on_however_it_was_typed() {
    for (typed, kept) in [
        ("key.pem", "file:/home/ola/key.pem"),
        ("'my key.pem'", "file:/home/ola/my key.pem"),
        ("file:/keys/x.pem", "file:/keys/x.pem"),
        ("~/x.pem", "file:/home/ola/x.pem"),
        ("file:~/keys/x.pem", "file:/home/ola/keys/x.pem"),
        ("~kari/x.pem", "file:~kari/x.pem"),
        ("env:KEY", "env:KEY"),
    ] {
        let (mut model, _) = typing_the_key(&format!("^u{typed}"));
        press(&mut model, "⏎");
        assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some(kept), "{typed}");
    }
    let (mut model, _) = typing_the_key("⏎");
    assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some("file:key.pem"), "what is not touched stays as it is");
    press(&mut model, "4e⇥");
    assert_eq!(edited(&model).field, FieldId::TransferFile);
    press(&mut model, "invoice.xml⏎");
    assert_eq!(answered(&model, FieldId::TransferFile).as_deref(), Some("/home/ola/invoice.xml"));
}

#[test]
fn what_may_be_a_secret_is_never_looked_at_as_a_path() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "1e⇥⇥");
    assert_eq!(edited(&model).field, FieldId::ApiKey);
    let effects = press(&mut model, "^u3f9c8b7a");
    assert!(edited(&model).is_masked() && !effects.iter().any(|effect| matches!(effect, Effect::LookAtPath { .. })));
    let (mut model, _) = typing_the_key("^u");
    update(&mut model, Msg::Pasted("MIIEvQIBADANBgkq".repeat(20)));
    assert!(edited(&model).entry.refused.is_some() && edited(&model).entry.text().is_empty());
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
