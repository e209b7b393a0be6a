//! The guides: when one opens by itself, that it is in nobody's way, and what its lines do.

use super::*;
use crate::app::screens::GuideScreen;
use crate::journey::{GuidePage, Role};

fn tt02() -> Environment {
    Environment::Named(PublishedEnvironment::Tt02)
}

/// An empty profile in TT02, in a window with two panes.
fn empty() -> Model {
    opened_with(Profile::new(Role::Sender, tt02()))
}

fn opened_with(profile: Profile) -> Model {
    let mut model = wizard();
    let known = ListedProfile { name: "new".into(), profile: Ok(profile), state: SavedState::default() };
    begin(&mut model, tt02(), vec![known]);
    model
}

/// The checks that run at the opening find nothing.
fn run_over(model: &mut Model) {
    let run = model.session.as_ref().and_then(|session| session.work().checking()).map(|checking| checking.id);
    if let Some(run) = run {
        update(model, Msg::RunEnded { run, result: Ok(Box::default()) });
    }
}

fn page(model: &Model) -> Option<GuidePage> {
    match model.top() {
        Some(Screen::Guide(screen)) => Some(screen.page),
        _ => None,
    }
}

fn selected(model: &Model) -> Option<usize> {
    match model.top() {
        Some(Screen::Guide(GuideScreen { line, .. })) => *line,
        _ => None,
    }
}

#[test]
fn a_new_profile_begins_with_what_comes_before_the_steps() {
    let mut model = empty();
    assert_eq!((page(&model), selected(&model)), (Some(GuidePage::Start), None));
    press(&mut model, "⎋");
    assert!(matches!(model.top(), Some(Screen::Role)));
}

#[test]
fn enter_on_a_guide_that_opened_by_itself_does_what_comes_next() {
    let mut without = empty();
    run_over(&mut without);
    press(&mut without, "⎋⏎");
    let mut with = empty();
    run_over(&mut with);
    press(&mut with, "⏎");
    let field = |model: &Model| match model.top() {
        Some(Screen::Edit(edit)) => edit.field,
        other => panic!("no field but {other:?}"),
    };
    assert_eq!(field(&with), field(&without));
}

#[test]
fn a_guide_opens_by_itself_once_for_a_step_that_the_user_comes_to() {
    let mut model = empty();
    press(&mut model, "⎋2");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Client)));
    // Another step's key is not in the way of the guide, nor the guide in its way.
    press(&mut model, "3");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Access)));
    press(&mut model, "⎋2");
    assert_eq!(page(&model), None, "it has opened already");
    press(&mut model, "g");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Client)));
    press(&mut model, "g");
    assert_eq!(page(&model), None);
}

#[test]
fn keys_of_the_checklist_work_through_a_guide() {
    let mut model = empty();
    press(&mut model, "⎋1");
    press(&mut model, "e");
    assert!(matches!(model.top(), Some(Screen::Edit(_))), "{:?}", model.top());
    let mut model = empty();
    press(&mut model, "p");
    assert!(matches!(model.top(), Some(Screen::Reading(Reading::Plan))));
    press(&mut model, "⎋");
    assert!(matches!(model.top(), Some(Screen::Role)));
}

#[test]
fn no_guide_opens_where_something_is_proven_or_in_the_sandbox() {
    let mut model = opened(tt02());
    run_finds(&mut model, &[]);
    for step in ["1", "2", "3", "4", "5"] {
        press(&mut model, step);
        assert_eq!(page(&model), None, "step {step}");
    }
    let mut model = wizard();
    begin(&mut model, Environment::SANDBOX, vec![]);
    press(&mut model, "⏎2");
    assert_eq!(page(&model), None);
    press(&mut model, "g");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Client)), "it opens when it is asked for");
}

#[test]
fn the_first_line_that_is_open_is_selected_and_what_is_done_is_passed() {
    let mut profile = Profile::new(Role::Sender, tt02());
    assert_eq!(profile.set(FieldId::Organisation, "991825827"), Ok(()));
    let mut model = opened_with(profile);
    press(&mut model, "⎋1⎋g");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Key)));
    assert!(selected(&model) > Some(0), "the organisation is answered");
    press(&mut model, "⎋2⎋g");
    assert_eq!(selected(&model), Some(0), "the client's key comes first");
}

#[test]
fn enter_does_what_a_line_names_and_o_and_y_too() {
    let mut model = empty();
    press(&mut model, "⎋2⎋g");
    // The portal is the second line of the client's guide.
    press(&mut model, "j");
    let opens =
        |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::OpenLink(link) if link.contains("sjolvbetjening.test")));
    assert!(opens(&press(&mut model, "⏎")) && opens(&press(&mut model, "o")));
    let copied = press(&mut model, "jy");
    assert!(copied.iter().any(|effect| matches!(effect, Effect::Copy(what) if what.contains("altinn:broker.write"))), "{copied:?}");
    assert_eq!(page(&model), Some(GuidePage::Step(StepId::Client)), "copying keeps the guide");
    // The client's id is the line after the key section.
    press(&mut model, "jj⏎");
    assert!(matches!(model.top(), Some(Screen::Edit(edit)) if edit.field == FieldId::ClientId), "{:?}", model.top());
}

#[test]
fn tab_leads_through_all_pages_and_back_to_the_first() {
    let mut model = empty();
    let mut seen = vec![page(&model)];
    for _ in 0..7 {
        press(&mut model, "⇥");
        seen.push(page(&model));
    }
    assert_eq!(seen.first(), seen.last());
    assert_eq!(seen.get(6), Some(&Some(GuidePage::LeakedKey)));
}

#[test]
fn a_guide_opens_when_the_program_moves_on_by_itself() {
    let mut profile = profile(tt02());
    profile.scopes_requested = None;
    let mut model = opened_with(profile);
    assert_eq!(page(&model), None, "the checks are not over");
    let message = Message::SystemNone;
    let missing = Finding { message, ..finding(CheckId::AccessSystem, Verdict::NeedsYou) };
    let of_access = |check: &CheckId| check.step() == StepId::Access && *check != CheckId::AccessSystem;
    let others = CheckId::ALL.iter().filter(|check| of_access(check));
    let findings = others.map(|check| finding(*check, Verdict::Skipped(crate::journey::Skip::Needs { check: CheckId::AccessSystem })));
    run_ends(&mut model, findings.chain([missing]).collect());
    assert_eq!((page(&model), selected(&model)), (Some(GuidePage::Step(StepId::Access)), None));
    press(&mut model, "⎋");
    assert_eq!(page(&model), None);
    // Neither another run nor another visit opens it again.
    press(&mut model, "c");
    run_finds(&mut model, &[(CheckId::AccessSystem, Verdict::NeedsYou)]);
    assert_eq!(page(&model), None);
    press(&mut model, "⎋");
    assert!(model.session.is_none());
    press(&mut model, "⏎");
    assert_eq!(page(&model), None);
}
