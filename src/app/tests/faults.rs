//! Setting and clearing faults in the sandbox.

use super::*;

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
    assert_eq!(model.session.as_ref().expect("open").sandbox().faults(), ["slow"], "the checklist says so");
    assert_eq!(faults_change(&mut model, "⏎", &[]), FaultChange::Clear("slow".into()));
    assert_eq!(faults_change(&mut model, "^u⇥", &[("MP-200", Some(1))]), FaultChange::Set("MP-200:1".into()));
    assert_eq!(faults_change(&mut model, "^uslow@broker=3:2⏎", &[("slow", Some(2))]), FaultChange::Set("slow@broker=3:2".into()));
    assert_eq!(faults_change(&mut model, "^x", &[]), FaultChange::ClearAll);
    assert!(model.session.as_ref().expect("open").sandbox().faults().is_empty());
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
    update(&mut model, Msg::FaultsTold { id, result: Err(EngineMessage::SandboxNotRunning) });
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
    assert!(model.session.as_ref().expect("open").sandbox().faults().is_empty());
}
