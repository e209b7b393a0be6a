//! Several programs on one profile: each program is an engine of its own, and all use the same folder on disk.

use super::*;
use crate::journey::{
    Change, CheckId, DeedId, DeedOptions, EntryState, Environment, Evidence, FieldId, Finding, Profile, PublishedEnvironment, ReceivedBy,
    ReceivedEvent, Role, SavedState, StepId, SubscriptionEvidence,
};
use jiff::Timestamp;
use std::sync::Arc;

const PROGRAMS: usize = 4;
const ROUNDS: i64 = 12;

struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap_or_else(|error| unreachable!("{error}")) }
    }

    /// The engine of one more program.
    fn engine(&self) -> Engine {
        Engine::new(Folders::below(self.folder.path()))
    }
}

fn profile() -> Profile {
    let mut profile = Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Prod));
    for (field, text) in [(FieldId::Organisation, "991825827"), (FieldId::Resource, "smart-files")] {
        assert_eq!(profile.set(field, text), Ok(()));
    }
    profile
}

fn answered(profile: &Profile, field: FieldId, text: &str) -> Profile {
    let mut profile = profile.clone();
    assert_eq!(profile.set(field, text), Ok(()));
    profile
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap_or_default()
}

fn told(saved: Result<SavedProfile, EngineMessage>) -> Result<Option<EngineMessage>, EngineMessage> {
    saved.map(|saved| saved.told)
}

#[test]
fn programs_that_answer_and_find_at_once_lose_nothing_of_each_other() {
    let home = Home::new();
    assert!(home.engine().create_profile("mine", &profile()).is_ok());
    let fields = [FieldId::ClientKid, FieldId::SystemExternalRef, FieldId::EventsSetAside, FieldId::TransferFile];
    let checks = [CheckId::KeyReach, CheckId::KeyClock, CheckId::ClientKey, CheckId::ClientToken];
    std::thread::scope(|scope| {
        for program in 0..PROGRAMS {
            let (home, field, check) = (&home, fields[program], checks[program]);
            scope.spawn(move || {
                let engine = home.engine();
                let mut mine = engine.profile("mine").expect("the profile");
                let mut state = engine.state(&mine).expect("nothing yet");
                for round in 0..ROUNDS {
                    mine = answered(&mine, field, &format!("answer-{program}-{round}"));
                    assert_eq!(told(engine.change_profile("mine", &mine)), Ok(None));
                    state.findings = vec![Finding::passed(check, round)];
                    let id = i64::try_from(program).expect("small") * ROUNDS + round;
                    state.evidence.subscriptions.push(SubscriptionEvidence { id, at: at(round) });
                    assert!(engine.keep_state(&mine, &state).is_ok());
                }
            });
        }
    });
    let engine = home.engine();
    let kept = engine.profile("mine").expect("the profile");
    for (program, field) in fields.into_iter().enumerate() {
        assert_eq!(kept.answer(field), Some(format!("answer-{program}-{}", ROUNDS - 1)), "{field}");
    }
    // From the store itself: these findings are of no answers, and the engine would leave them out.
    let state = engine.store.state(&kept).expect("what was kept");
    assert_eq!(state.evidence.subscriptions.len(), PROGRAMS * usize::try_from(ROUNDS).expect("small"));
    assert_eq!(state.findings, checks.map(|check| Finding::passed(check, ROUNDS - 1)));
}

#[test]
fn an_answer_that_two_programs_have_changed_is_the_later_one_and_is_said() {
    let home = Home::new();
    let (one, other) = (home.engine(), home.engine());
    assert!(one.create_profile("mine", &profile()).is_ok());
    let before = other.profile("mine").expect("the profile");
    assert_eq!(told(one.change_profile("mine", &answered(&profile(), FieldId::Resource, "first-files"))), Ok(None));
    let said = told(other.change_profile("mine", &answered(&before, FieldId::Resource, "later-files")));
    assert_eq!(said, Ok(Some(EngineMessage::AnswersReplaced { answers: vec!["resource=first-files".to_owned()] })));
    assert_eq!(home.engine().profile("mine"), Ok(answered(&before, FieldId::Resource, "later-files")));
    // It is said only once: the second change is compared with what this engine itself wrote.
    assert_eq!(told(other.change_profile("mine", &answered(&before, FieldId::Resource, "last-files"))), Ok(None));
}

#[test]
fn a_check_run_does_not_undo_what_is_answered_or_opened_while_it_is_under_way() {
    let home = Home::new();
    let (wizard, command) = (home.engine(), home.engine());
    assert!(wizard.create_profile("mine", &profile()).is_ok());
    let checked = command.profile("mine").expect("the profile");
    let evidence = command.state(&checked).expect("nothing yet").evidence;
    // While the command's checks run, the wizard's user changes an answer and opens another step.
    let changed = Change { field: FieldId::ClientKid, at: at(7) };
    let state = SavedState {
        step: Some(StepId::Client),
        evidence: Evidence { changes: vec![changed], ..Evidence::default() },
        findings: vec![Finding::passed(CheckId::ClientKey, 7)],
        ..SavedState::default()
    };
    assert_eq!(told(wizard.change_profile("mine", &answered(&profile(), FieldId::ClientKid, "new-kid"))), Ok(None));
    assert!(wizard.keep_state(&profile(), &state).is_ok());
    assert_eq!(
        command.keep_findings(&checked, &[Finding::passed(CheckId::ClientKey, 3), Finding::passed(CheckId::KeyClock, 3)], &evidence),
        Ok(())
    );
    let kept = home.engine().profile("mine").expect("the profile");
    assert_eq!(kept.client.kid.as_deref(), Some("new-kid"));
    let state = home.engine().store.state(&kept).expect("what was kept");
    assert_eq!(
        (state.step, state.findings),
        (Some(StepId::Client), vec![Finding::passed(CheckId::KeyClock, 3), Finding::passed(CheckId::ClientKey, 7)])
    );
    assert!(state.evidence.changed(&[FieldId::ClientKid]).is_some_and(|changed| changed >= at(7)));
}

#[test]
fn what_was_not_written_is_written_with_the_next_save() {
    let home = Home::new();
    let engine = home.engine();
    let folder = home.folder.path().join("state");
    assert!(std::fs::write(&folder, "a file where the folder should be").is_ok());
    let mut state = SavedState { findings: vec![Finding::passed(CheckId::ClientKey, 1)], ..SavedState::default() };
    assert!(matches!(engine.keep_state(&profile(), &state), Err(EngineMessage::NotSaved { .. })));
    assert!(std::fs::remove_file(&folder).is_ok());
    state.findings.push(Finding::passed(CheckId::KeyClock, 2));
    assert_eq!(engine.keep_state(&profile(), &state), Ok(None));
    let kept = home.engine().store.state(&profile()).map(|state| state.findings.len());
    assert_eq!(kept, Ok(2));
    assert!(engine.unkept().is_empty());
}

/// Puts a file in the place of a folder, so that nothing can be written there, also by root.
fn blocked(home: &Home, folder: &str) -> std::path::PathBuf {
    let path = home.folder.path().join(folder);
    let _ = std::fs::rename(&path, home.folder.path().join(format!("{folder}-away")));
    assert!(std::fs::write(&path, "a file where the folder should be").is_ok());
    path
}

fn free(home: &Home, folder: &str) {
    let path = home.folder.path().join(folder);
    assert!(std::fs::remove_file(&path).is_ok());
    let _ = std::fs::rename(home.folder.path().join(format!("{folder}-away")), &path);
}

#[test]
fn an_answer_that_was_not_saved_is_held_shown_and_saved_with_the_next_one() {
    let home = Home::new();
    let engine = home.engine();
    assert!(engine.create_profile("mine", &profile()).is_ok());
    blocked(&home, "config");
    let first = answered(&profile(), FieldId::ClientKid, "first");
    assert!(matches!(engine.change_profile("mine", &first), Err(EngineMessage::NotSaved { .. })));
    assert_eq!(engine.unkept().len(), 1);
    // Reading the profile again shows the answer, although it is not on disk.
    assert_eq!(engine.profile("mine"), Ok(first.clone()));
    assert_eq!(engine.profiles().profiles.len(), 1);
    free(&home, "config");
    assert_eq!(engine.profiles().profiles.first().map(|listed| listed.profile.clone()), Some(Ok(first.clone())));
    let both = answered(&first, FieldId::SystemExternalRef, "second");
    assert_eq!(engine.change_profile("mine", &both).map(|saved| saved.merged), Ok(both.clone()));
    assert_eq!((home.engine().profile("mine"), engine.unkept()), (Ok(both), Vec::new()));
}

#[test]
fn what_was_not_saved_is_tried_again_and_undoes_nothing_of_another_program() {
    let home = Home::new();
    let (engine, other) = (home.engine(), home.engine());
    assert!(engine.create_profile("mine", &profile()).is_ok());
    let theirs = answered(&other.profile("mine").expect("the profile"), FieldId::SystemExternalRef, "theirs");
    blocked(&home, "config");
    blocked(&home, "state");
    assert!(engine.change_profile("mine", &answered(&profile(), FieldId::ClientKid, "ours")).is_err());
    let evidence = |id| Evidence { subscriptions: vec![SubscriptionEvidence { id, at: at(id) }], ..Evidence::default() };
    assert!(engine.keep_evidence(&profile(), &evidence(1)).is_err());
    assert!(engine.keep_evidence(&profile(), &evidence(2)).is_err());
    assert!(!engine.unkept().is_empty());
    assert!(engine.try_again().is_empty() && !engine.unkept().is_empty());
    free(&home, "config");
    free(&home, "state");
    assert!(other.change_profile("mine", &theirs).is_ok());
    // The list is read in between, as Home does.
    assert_eq!(engine.profiles().profiles.len(), 1);
    assert!(engine.try_again().is_empty() && engine.unkept().is_empty());
    assert_eq!(home.engine().profile("mine"), Ok(answered(&theirs, FieldId::ClientKid, "ours")));
    assert_eq!(home.engine().state(&profile()).expect("the state").evidence.subscriptions.len(), 2);
}

#[test]
fn an_answer_that_a_front_was_told_of_and_gives_back_is_no_change_of_its_user() {
    let home = Home::new();
    let (one, other) = (home.engine(), home.engine());
    assert!(one.create_profile("mine", &profile()).is_ok());
    let before = other.profile("mine").expect("the profile");
    assert!(one.change_profile("mine", &answered(&profile(), FieldId::Resource, "first-files")).is_ok());
    let merged = other.change_profile("mine", &answered(&before, FieldId::ClientKid, "kid")).expect("saved").merged;
    assert_eq!(merged.answer(FieldId::Resource).as_deref(), Some("first-files"));
    // Meanwhile the first program has changed it once more.
    assert!(one.change_profile("mine", &answered(&profile(), FieldId::Resource, "second-files")).is_ok());
    let saved = other.change_profile("mine", &answered(&merged, FieldId::ClientKid, "new-kid")).expect("saved");
    assert_eq!((saved.merged.answer(FieldId::Resource).as_deref(), saved.told), (Some("second-files"), None));
}

#[test]
fn the_writer_says_what_is_not_on_disk_until_it_is() {
    let home = Home::new();
    let engine = Arc::new(home.engine());
    let (to, answers) = std::sync::mpsc::channel();
    let mut writer = Writer::new(Arc::clone(&engine), move |answer| drop(to.send(answer)));
    let unkept = || match answers.recv_timeout(std::time::Duration::from_secs(30)) {
        Ok(WriteAnswer::Unkept(problems)) => problems.len(),
        other => panic!("{other:?}"),
    };
    blocked(&home, "config");
    writer.put(WriteJob::ChangeProfile("mine".to_owned(), Box::new(profile())));
    assert_eq!(unkept(), 1);
    free(&home, "config");
    assert_eq!(unkept(), 0, "it is tried again by itself");
    assert_eq!(home.engine().profile("mine"), Ok(profile()));
    blocked(&home, "config");
    writer.put(WriteJob::ChangeProfile("mine".to_owned(), Box::new(answered(&profile(), FieldId::ClientKid, "kid"))));
    assert_eq!(unkept(), 1);
    writer.finish();
    assert_eq!(engine.unkept().len(), 1, "the end knows of it");
}

#[test]
fn what_is_removed_or_renamed_before_it_was_ever_on_disk_is_not_missed() {
    let home = Home::new();
    let engine = home.engine();
    blocked(&home, "config");
    assert!(engine.change_profile("mine", &profile()).is_err());
    assert!(matches!(engine.rename_profile("mine", "yours"), Err(EngineMessage::NotSaved { .. })));
    free(&home, "config");
    assert_eq!(engine.rename_profile("mine", "yours"), Ok(()));
    assert_eq!(home.engine().profile("yours"), Ok(profile()));
    assert!(engine.remove_profile("yours").is_ok());
    blocked(&home, "config");
    assert!(engine.change_profile("mine", &profile()).is_err());
    free(&home, "config");
    assert_eq!((engine.remove_profile("mine"), engine.unkept()), (Ok(None), Vec::new()));
}

#[test]
fn of_two_programs_that_make_a_profile_of_one_name_one_is_told() {
    let home = Home::new();
    let made: Vec<bool> = std::thread::scope(|scope| {
        let programs: Vec<_> = (0..PROGRAMS).map(|_| scope.spawn(|| home.engine().create_profile("mine", &profile()).is_ok())).collect();
        programs.into_iter().map(|program| program.join().unwrap_or_default()).collect()
    });
    assert_eq!(made.into_iter().filter(|made| *made).count(), 1);
}

#[test]
fn one_event_at_a_time_adds_up_and_only_the_last_fifty_stay() {
    let home = Home::new();
    let engine = home.engine();
    for number in 0..53 {
        let event = ReceivedEvent {
            id: number.to_string(),
            event_type: None,
            transfer: None,
            resource: None,
            subject: None,
            at: at(number),
            by: ReceivedBy::Receiver,
            body: None,
        };
        let evidence = Evidence { events: vec![event], ..Evidence::default() };
        assert_eq!(engine.keep_evidence(&profile(), &evidence), Ok(()));
    }
    let events = home.engine().state(&profile()).expect("what was kept").evidence.events;
    assert_eq!((events.len(), events.first().map(|event| event.id.clone())), (50, Some("3".to_owned())));
}

#[test]
fn the_writer_has_written_everything_when_it_has_ended() {
    let home = Home::new();
    let engine = Arc::new(home.engine());
    let mut writer = Writer::new(engine, |answer| panic!("{answer:?}"));
    let mut last = profile();
    for round in 0..ROUNDS {
        last = answered(&last, FieldId::ClientKid, &format!("kid-{round}"));
        writer.put(WriteJob::ChangeProfile("mine".to_owned(), Box::new(last.clone())));
    }
    writer.finish();
    assert_eq!(home.engine().profile("mine"), Ok(last));
}

#[test]
fn a_missing_profile_is_told_with_those_there_are() {
    let home = Home::new();
    let engine = home.engine();
    assert_eq!(engine.profile("mine"), Err(EngineMessage::ProfileMissingAlone { name: "mine".to_owned() }));
    assert!(engine.create_profile("other", &profile()).is_ok());
    let missing = EngineMessage::ProfileMissing { name: "mine".to_owned(), names: vec!["other".to_owned()] };
    assert_eq!(engine.profile("mine"), Err(missing.clone()));
    assert_eq!(engine.rename_profile("mine", "yours"), Err(missing));
    assert_eq!(engine.rename_profile("other", "other"), Err(EngineMessage::ProfileTaken { name: "other".to_owned() }));
}

#[test]
fn findings_of_other_answers_are_not_read_and_come_back_with_their_answers() {
    let home = Home::new();
    let before = profile();
    let findings = [CheckId::KeyReach, CheckId::ClientToken].map(|check| Finding::passed(check, 1).made_with(&before));
    assert_eq!(home.engine().keep_findings(&before, &findings, &Evidence::default()), Ok(()));
    let read = |profile: &Profile| home.engine().state(profile).map(|state| state.findings);
    let after = answered(&before, FieldId::ClientKid, "another");
    assert_eq!(read(&after), Ok(findings[..1].to_vec()));
    assert_eq!(read(&before), Ok(findings.to_vec()));
    // Home shows the same.
    assert!(home.engine().create_profile("mine", &after).is_ok());
    let listed: Vec<usize> = home.engine().profiles().profiles.iter().map(|listed| listed.state.findings.len()).collect();
    assert_eq!(listed, [1]);
}

#[tokio::test]
async fn what_a_deed_has_answered_is_on_disk_before_its_entry_is_done_whoever_shows_it() {
    let home = Home::new();
    let engine = home.engine();
    assert!(engine.create_profile("mine", &profile()).is_ok());
    let opened = engine.connect(profile(), home.folder.path(), Evidence::default(), None).await.expect("a connection");
    // Nobody takes in what the deed tells.
    let (progress, _) = tokio::sync::mpsc::unbounded_channel();
    let made = engine.named(&opened, "mine").perform(DeedId::MakeKey, &DeedOptions::default(), progress).await;
    assert!(made.is_ok(), "{made:?}");
    let other = home.engine();
    let [entry] = &other.journal().entries[..] else { panic!("{:?}", other.journal()) };
    assert_eq!(entry.state, EntryState::Done);
    let answers = other.profile("mine").expect("the profile");
    assert_eq!(answers.client.kid.as_deref(), Some(entry.made.as_str()));
    assert!(answers.client.key.is_some());
    // The front that was told of the answer too saves the same again: nothing was replaced by it.
    let told_of = answered(&profile(), FieldId::ClientKid, &entry.made);
    assert_eq!(told(engine.change_profile("mine", &told_of)), Ok(None));
}

#[tokio::test]
async fn a_client_id_that_a_profile_of_another_environment_has_is_known_when_a_connection_opens() {
    let home = Home::new();
    let engine = home.engine();
    let ours = answered(&profile(), FieldId::ClientId, "5a0c0011-7d1e-4f6a-9b1c-000000000011");
    let in_test = Profile { environment: Environment::Named(PublishedEnvironment::Tt02), ..ours.clone() };
    for (name, saved) in [("mine", &ours), ("mine-in-test", &in_test)] {
        assert!(engine.create_profile(name, saved).is_ok());
    }
    let found = async |profile: &Profile| {
        let opened = engine.connect(profile.clone(), home.folder.path(), Evidence::default(), None).await;
        opened.map(|opened| opened.connection.client_elsewhere.profile())
    };
    assert_eq!(found(&ours).await, Ok(Some("mine-in-test".to_owned())));
    assert_eq!(found(&in_test).await, Ok(Some("mine".to_owned())));
    let other = answered(&ours, FieldId::ClientId, "5a0c0012-7d1e-4f6a-9b1c-000000000012");
    assert_eq!(found(&other).await, Ok(None));
    // A production client in test, and the reverse.
    let in_production = Profile { environment: Environment::Named(PublishedEnvironment::Prod), ..other.clone() };
    assert!(engine.create_profile("mine-in-production", &in_production).is_ok());
    let in_test = Profile { environment: Environment::Named(PublishedEnvironment::Tt02), ..other };
    assert_eq!(found(&in_test).await, Ok(Some("mine-in-production".to_owned())));
    assert!(engine.create_profile("other-in-test", &in_test).is_ok());
    assert_eq!(found(&in_production).await, Ok(Some("other-in-test".to_owned())));
    assert_eq!(found(&profile()).await, Ok(None));
}
