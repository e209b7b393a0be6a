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

/// What comes next changes with them, and the key that did it a moment ago is not said to do nothing.
#[test]
fn enter_says_that_the_checks_are_running() {
    let mut model = opened(Environment::SANDBOX);
    assert!(model.session.as_ref().is_some_and(Session::is_checking));
    press(&mut model, "⏎");
    assert_eq!(model.notice, Some(Notice::Wizard(WizardMessage::StillChecking)));
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
fn what_was_asked_too_often_is_asked_again_when_it_may_be() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    let until = Timestamp::from_second(40).expect("a time");
    let limited = Finding { message: Message::RateLimited { until }, ..finding(CheckId::IntegrateList, Verdict::Unknown) };
    let effects = run_ends(&mut model, vec![limited]);
    let Some(Effect::SetTimer { id, after }) = effects.last() else { panic!("{effects:?}") };
    let (id, after) = (*id, *after);
    assert_eq!(after.as_secs(), 40);
    update(&mut model, Msg::Now(until));
    let effects = update(&mut model, Msg::Timer(id));
    let asked = effects.iter().find_map(|effect| if let Effect::RunChecks { only, .. } = effect { Some(only.clone()) } else { None });
    assert_eq!(asked, Some(vec![CheckId::IntegrateList]));
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
    let mut session = Session::new("smart".into(), profile(Environment::SANDBOX), SavedState::default(), Pane::Step, NOW);
    let mut ids = Ids::default();
    session.check_anew(&mut ids);
    let run = session.work().checking().expect("checks run").id;
    assert!(session.answer(FieldId::ClientKid, "new-kid", NOW).is_ok());
    let reaction = session.run_ended(&mut ids, run, Ok(Evidence::default()), NOW, false);
    assert!(reaction.changed);
    assert_eq!(session.findings().evidence().changed(&[FieldId::ClientKid]), Some(NOW));
}

/// What the session says of the work that is left, the line that is selected, and the finding that is unfolded.
fn shown(model: &Model) -> (Vec<Next>, Option<Item>, Option<CheckId>) {
    let session = model.session.as_ref().expect("a profile is open");
    (session.next().to_vec(), session.item(), session.focus().open)
}

#[test]
fn what_comes_next_is_held_still_while_checks_run() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_ends(&mut model, vec![Finding { message: Message::SubscriptionNone, ..finding(CheckId::EventsSubscription, Verdict::NeedsYou) }]);
    let before = shown(&model);
    assert_eq!(before.0.first().map(|next| next.act), Some(Act::Deed(DeedId::Subscribe)));
    press(&mut model, "c");
    let (run, profile, checks) = {
        let session = model.session.as_ref().expect("a profile is open");
        let checks: Vec<CheckId> = session.answers().plan().checks.iter().map(|planned| planned.check).collect();
        (session.work().checking().expect("checks run").id, session.profile().clone(), checks)
    };
    for check in checks {
        // Each of these alone would come before the subscription.
        let message = Message::ScopesMissing { scopes: Vec::new(), granted: 0, all: 2 };
        let found = Finding { message, ..finding(check, Verdict::NeedsYou) }.made_with(&profile);
        update(&mut model, Msg::CheckFound { run, finding: Box::new(found) });
        assert_eq!(shown(&model), before, "after {check}");
    }
    update(&mut model, Msg::RunEnded { run, result: Ok(Box::default()) });
    assert_ne!(shown(&model), before, "the run is over");
}

#[test]
fn a_run_that_is_stopped_leaves_what_it_has_found() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_ends(&mut model, vec![Finding { message: Message::SubscriptionNone, ..finding(CheckId::EventsSubscription, Verdict::NeedsYou) }]);
    press(&mut model, "c");
    let session = model.session.as_ref().expect("a profile is open");
    let (run, profile) = (session.work().checking().expect("checks run").id, session.profile().clone());
    let found = finding(CheckId::EventsSubscription, Verdict::Pass).made_with(&profile);
    update(&mut model, Msg::CheckFound { run, finding: Box::new(found) });
    press(&mut model, "c");
    assert!(shown(&model).0.iter().all(|next| next.act != Act::Deed(DeedId::Subscribe)), "{:?}", shown(&model).0);
}
