//! Deeds: the preview, the progress, and leaving one before it is over.

use super::*;

#[test]
fn production_wants_the_profiles_name_typed() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "5d");
    let Some(Screen::Deed(deed)) = model.top() else { panic!("no deed") };
    let preview = Preview {
        deed: DeedId::Subscribe,
        says: vec![],
        requests: vec![],
        bodies: vec![],
        rows: vec![],
        changes: vec![],
        must_type: vec![crate::journey::MustType::ProfileName],
        letter: None,
        seen: None,
        candidates: Vec::new(),
    };
    let id = deed.id;
    update(&mut model, Msg::Previewed { id, result: Ok(Box::new(preview)) });
    assert!(press(&mut model, "⏎smar⏎").is_empty());
    assert!(matches!(model.top(), Some(Screen::Deed(deed)) if matches!(deed.stage, Stage::Typing { .. })));
    let effects = press(&mut model, "t⏎");
    assert!(matches!(effects.as_slice(), [Effect::PerformDeed(_)]));
}

/// Opens the deed of step 5, answers its preview, and starts it.
fn deed_begins(model: &mut Model) -> (u64, Vec<Effect>) {
    press(model, "5d");
    let Some(Screen::Deed(screen)) = model.top() else { panic!("no deed") };
    let id = screen.id;
    let preview = Preview {
        deed: DeedId::Subscribe,
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
    (call.id, effects)
}

#[test]
fn a_deed_stops_the_run_and_no_other_begins_beside_it() {
    let mut model = opened(Environment::SANDBOX);
    let profile = Box::new(model.session.as_ref().expect("open").profile().clone());
    let (_, effects) = deed_begins(&mut model);
    assert!(matches!(effects.as_slice(), [Effect::CancelRun, Effect::PerformDeed(_)]), "{effects:?}");
    let effects = update(&mut model, Msg::StateRead { profile, state: Box::default() });
    assert!(effects.is_empty(), "a run would see half of what the deed does: {effects:?}");
}

#[test]
fn a_deed_shows_its_phases_as_they_come_and_once_it_is_over() {
    let mut model = opened(Environment::SANDBOX);
    let (id, _) = deed_begins(&mut model);
    let done = DeedProgress::Done { message: DeedMessage::Listed { count: 2 }, took_ms: 7 };
    for progress in [DeedProgress::Started(DeedMessage::Listing), done] {
        update(&mut model, Msg::DeedWent { id, progress: Box::new(progress) });
    }
    let phases = model.session.as_ref().and_then(|session| session.work().doing()).map(|doing| doing.phases.clone());
    let expected = [DeedPhase { message: DeedMessage::Listed { count: 2 }, took_ms: Some(7), moved: None }];
    assert_eq!(phases.as_deref(), Some(&expected[..]));
    let stopped = Stopped { message: DeedMessage::NothingToDo, code: None, evidence: Evidence::default() };
    update(&mut model, Msg::DeedEnded { id, result: Err(Box::new(stopped)) });
    assert!(matches!(model.top(), Some(Screen::Deed(deed)) if matches!(&deed.stage, Stage::Stopped(phases, _) if *phases == expected)));
    assert!(!model.is_busy());
}

#[test]
fn waiting_checks_run_again_after_a_deed_was_left() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    let waiting = Verdict::Waiting(Waiting { on: Who::Approver, since: None, until: None });
    run_finds(&mut model, &[(CheckId::AccessSystemUser, waiting)]);
    let (id, effects) = deed_begins(&mut model);
    assert!(effects.contains(&Effect::ClearTimer), "not while the deed is done: {effects:?}");
    let effects = press(&mut model, "⎋");
    assert!(matches!(effects.as_slice(), [Effect::CancelDeed, Effect::SetTimer { .. }]), "{effects:?}");
    let outcome = Outcome { says: vec![], link: None, evidence: Evidence::default() };
    model.dirty = false;
    assert!(update(&mut model, Msg::DeedEnded { id, result: Ok(Box::new(outcome)) }).is_empty(), "nobody waits for it");
    assert!(!model.dirty);
}

#[test]
fn what_a_deed_has_made_is_kept_after_the_user_has_left_it() {
    let mut model = opened(Environment::SANDBOX);
    let (id, _) = deed_begins(&mut model);
    press(&mut model, "⎋");
    let progress = Box::new(DeedProgress::Recorded(Box::default()));
    let effects = update(&mut model, Msg::DeedWent { id, progress });
    assert!(matches!(effects.as_slice(), [Effect::SaveState { .. }]), "{effects:?}");
}

#[test]
fn of_several_things_one_is_chosen_before_the_preview() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    let reaction = crate::app::actions::begin_deed(&mut model, DeedId::Unsubscribe);
    let Some(Effect::PreviewDeed(call)) = reaction.effects.last() else { panic!("{:?}", reaction.effects) };
    let candidate = |id: &str, is_taken| Candidate { id: id.into(), about: CandidateAbout::LeadsTo("https://a.no/".into()), is_taken };
    let shown = |id: &str| {
        let profile = Profile::new(Role::Sender, Environment::SANDBOX);
        let candidates = vec![candidate("7", id == "7"), candidate("8", id == "8")];
        Preview { candidates, ..Preview::new(DeedId::Unsubscribe, &profile, vec![DeedMessage::NothingToDo]) }
    };
    update(&mut model, Msg::Previewed { id: call.id, result: Ok(Box::new(shown("7"))) });
    let stage = |model: &Model| match model.top() {
        Some(Screen::Deed(deed)) => format!("{:?}", std::mem::discriminant(&deed.stage)),
        other => panic!("{other:?}"),
    };
    let asks = stage(&model);
    let effects = press(&mut model, "j⏎");
    let Some(Effect::PreviewDeed(call)) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(call.options.subscription, Some(8), "another one is looked at first");
    update(&mut model, Msg::Previewed { id: call.id, result: Ok(Box::new(shown("8"))) });
    assert_ne!(stage(&model), asks, "it is not asked twice");
    let effects = press(&mut model, "⏎");
    assert!(matches!(effects.last(), Some(Effect::PerformDeed(call)) if call.options.subscription == Some(8)), "{effects:?}");
}

#[test]
fn another_size_is_typed_over_the_preview_and_what_was_begun_may_be_sent_anew() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    let shown = |goes_on: bool| {
        let profile = Profile::new(Role::Sender, Environment::SANDBOX);
        let since = NOW;
        let begun = DeedMessage::WouldGoOn { name: "a.bin".into(), transfer: "1".into(), since };
        let says = goes_on.then_some(begun).into_iter().chain([DeedMessage::LandsForReal]).collect();
        Box::new(Preview::new(DeedId::SendTest, &profile, says))
    };
    let asked = |effects: &[Effect]| match effects {
        [.., Effect::PreviewDeed(call)] => (call.id, call.options.clone()),
        other => panic!("{other:?}"),
    };
    let reaction = crate::app::actions::begin_deed(&mut model, DeedId::SendTest);
    let (id, _) = asked(&reaction.effects);
    update(&mut model, Msg::Previewed { id, result: Ok(shown(false)) });
    assert!(press(&mut model, "a").is_empty(), "there is nothing to begin anew");
    assert!(press(&mut model, "sx⏎").is_empty(), "that is no size");
    let (id, options) = asked(&press(&mut model, "^u40MiB⏎"));
    assert_eq!(options.size, Some(FileSize(40 << 20)));
    // Meanwhile one of that size is there to go on with.
    update(&mut model, Msg::Previewed { id, result: Ok(shown(true)) });
    let (id, options) = asked(&press(&mut model, "a"));
    assert!(options.anew && options.size == Some(FileSize(40 << 20)), "{options:?}");
    update(&mut model, Msg::Previewed { id, result: Ok(shown(false)) });
    let (id, options) = asked(&press(&mut model, "a"));
    assert!(!options.anew, "the same key goes on with it after all");
    update(&mut model, Msg::Previewed { id, result: Ok(shown(true)) });
    let effects = press(&mut model, "⏎");
    assert!(matches!(effects.last(), Some(Effect::PerformDeed(call)) if call.options.size == Some(FileSize(40 << 20))), "{effects:?}");
}
