//! Runs of checks: what starts them, which of their results count, and how often the waiting checks run again.

use super::*;

#[test]
fn production_is_asked_only_when_the_user_asks() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    assert!(model.session.as_ref().is_some_and(|session| !session.is_checking()));
    let effects = press(&mut model, "c");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::RunChecks { .. })));
    let effects = press(&mut model, "c");
    assert!(effects.contains(&Effect::CancelRun), "c again stops");
}

#[test]
fn stale_findings_are_dropped() {
    let mut model = opened(Environment::SANDBOX);
    let stale = model.session.as_ref().and_then(|session| session.work().checking()).map(|checking| checking.id).expect("runs");
    press(&mut model, "cc");
    model.dirty = false;
    update(&mut model, Msg::CheckFound { run: stale, finding: Box::new(finding(CheckId::ClientKey, Verdict::Fail)) });
    assert!(model.session.as_ref().is_some_and(|session| session.findings().all().is_empty()));
    assert!(!model.dirty, "and nothing is drawn for them");
}

#[test]
fn waiting_checks_run_again_with_longer_and_longer_pauses_until_the_profile_is_closed() {
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
fn a_panic_in_a_task_leaves_nothing_turning() {
    let mut model = opened(Environment::SANDBOX);
    assert!(model.is_busy());
    update(&mut model, Msg::Panicked("src/x.rs:1".into()));
    assert!(!model.is_busy());
}

#[test]
fn an_answer_changed_during_a_run_is_still_known_to_be_changed_after_it() {
    let mut session = Session::new("smart".into(), profile(Environment::SANDBOX), SavedState::default(), Pane::Step);
    let mut ids = Ids::default();
    session.check_anew(&mut ids);
    let run = session.work().checking().expect("checks run").id;
    assert!(session.answer(FieldId::ClientKid, "new-kid", NOW).is_ok());
    let reaction = session.run_ended(&mut ids, run, Ok(Evidence::default()), NOW, false);
    assert!(reaction.changed);
    assert_eq!(session.findings().evidence().changed(&[FieldId::ClientKid]), Some(NOW));
}
