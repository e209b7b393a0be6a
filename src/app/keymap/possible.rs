//! Whether an action does something here and now.

use super::Action as A;
use crate::app::screens::Stage;
use crate::app::{Action, Item, Model, Pane, Screen, Shown, letter, screens};
use crate::journey::StepId;

pub(super) fn is_possible(model: &Model, action: Action) -> bool {
    match model.top() {
        None => match action {
            A::Rename | A::Remove | A::New => model.home_name().is_some(),
            _ => true,
        },
        Some(Screen::Role) => is_possible_on_role(model, action),
        Some(Screen::Edit(edit)) => match action {
            A::Reveal => edit.is_masked() || edit.reveals,
            A::Up | A::Down => edit.choices().is_some() || !edit.found.is_empty(),
            _ => true,
        },
        Some(Screen::Deed(screen)) => match (action, &screen.stage) {
            (A::Choose, Stage::Asking | Stage::Running(_)) => false,
            (A::Copy, stage) => matches!(stage, Stage::Done(..)),
            (A::Body, stage) => matches!(stage, Stage::Preview(shown) if !shown.bodies.is_empty()),
            _ => true,
        },
        Some(Screen::Waiting(_) | Screen::Explain(_) | Screen::Code(_)) => match action {
            A::Copy | A::OpenLink | A::Code => screens_link(model),
            A::Letter => letter::letter_here(model).is_some(),
            _ => true,
        },
        Some(Screen::Faults(faults)) => match action {
            A::Choose => faults.told.is_some() && (faults.setting().is_some() || faults.selected().is_some()),
            A::Once => faults.setting().is_none() && faults.selected().is_some(),
            A::ClearAll => !faults.set().is_empty(),
            _ => true,
        },
        Some(Screen::Roles(_) | Screen::Naming(_) | Screen::Letter(_) | Screen::Traffic | Screen::Help | Screen::Remove(_)) => true,
    }
}

fn screens_link(model: &Model) -> bool {
    screens::link_here(model).is_some()
}

fn is_possible_on_role(model: &Model, action: Action) -> bool {
    let Some(opened) = &model.opened else { return action == A::Back };
    match action {
        A::Choose => match opened.item() {
            _ if opened.pane == Pane::Steps => true,
            // A check that was never asked has nothing to show.
            Some(Item::Check(check)) => opened.finding(check).is_some(),
            Some(Item::Fill(_) | Item::Deed(_) | Item::Field(_)) => true,
            None => false,
        },
        A::Check => !opened.can_be_filled(),
        A::Edit => opened.items().iter().any(|item| matches!(item, Item::Field(_))),
        A::Do => screens::deed_on_role(model).is_some(),
        A::OpenLink => screens_link(model),
        A::Copy => screens::copyable_here(model).is_some(),
        A::Letter => letter::letter_here(model).is_some(),
        A::SetAside => opened.shown == Shown::Step(StepId::Events),
        A::Traffic => !opened.calls.is_empty(),
        A::Faults => opened.profile.environment.is_local(),
        A::Explain => screens::check_here(model).is_some(),
        _ => true,
    }
}
