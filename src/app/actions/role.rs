//! The actions of the open profile's checklist, with the list of steps to the left and one step to the right.

use super::moving::{moved, scroll};
use super::open::close;
use super::reading::{copy, open_link, show};
use super::{deed, edit, faults, guide, leading, letter, look_up, token, waiting};
use crate::app::reaction::Reaction;
use crate::app::screens::Reading;
use crate::app::session::{Item, Pane, Session};
use crate::app::{Action, Model, Screen, WizardMessage};
use crate::journey::{FieldId, StepId};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    if action == Action::Choose && model.session.as_ref().is_some_and(Session::leads_here) {
        return leading::act(model);
    }
    let Some(session) = model.session.as_mut() else { return model.back() };
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => session.travel(|line, count| moved(line, count, action)),
        Action::Left => turn_to(session, Pane::Steps),
        Action::Right => turn_to(session, Pane::Step),
        Action::Next => match session.focus().pane {
            Pane::Steps => turn_to(session, Pane::Step),
            Pane::Step => turn_to(session, Pane::Steps),
        },
        Action::Step(number) => {
            let step = StepId::ALL.iter().find(|step| step.number() == number);
            let Some(step) = step else { return Reaction::none() };
            let saved = session.go_to(*step);
            guide::come_to(model);
            Reaction::redraw().with([saved])
        }
        Action::PageUp | Action::PageDown => scroll(model, action),
        Action::Choose => choose(model),
        Action::DoNext => leading::act(model),
        Action::AllNext => {
            model.push(Screen::Reading(Reading::AllNext));
            Reaction::redraw()
        }
        Action::Guide => guide::open(model),
        Action::Plan => {
            model.push(Screen::Reading(Reading::Plan));
            Reaction::redraw()
        }
        Action::Check => check(model),
        Action::Edit => {
            let field = session.select_field();
            field.map_or(Reaction::none(), |field| edit::open(model, field))
        }
        Action::Do => {
            let deed = session.deed_here();
            deed.map_or(Reaction::none(), |deed| deed::begin(model, deed))
        }
        Action::SetAside => set_aside(model),
        Action::Copy => copy(model.copyable_here()),
        Action::OpenLink => open_link(model),
        Action::Letter => letter::open_here(model),
        Action::Explain => show(model, Reading::Explain),
        Action::Traffic => {
            model.push(Screen::Reading(Reading::Traffic));
            Reaction::redraw()
        }
        Action::Faults => faults::open(model),
        Action::LookUp => look_up::open(model),
        Action::Token => token::open(model),
        Action::Back if !model.size.has_two_panes() && session.focus().pane == Pane::Step => turn_to(session, Pane::Steps),
        Action::Back => close(model),
        _ => Reaction::none(),
    }
}

const fn turn_to(session: &mut Session, pane: Pane) -> Reaction {
    session.turn_to(pane);
    Reaction::redraw()
}

/// Enter: in the list of steps it moves into the step; in the step it does what the selected line offers.
fn choose(model: &mut Model) -> Reaction {
    let Some(session) = model.session.as_mut() else { return Reaction::none() };
    if session.focus().pane == Pane::Steps {
        let moved = turn_to(session, Pane::Step).with([session.save_state()]);
        guide::come_to(model);
        return moved;
    }
    match session.item() {
        None => Reaction::none(),
        Some(Item::Fill(preset)) => Reaction::redraw().with(session.fill(&mut model.ids, preset)),
        Some(Item::Deed(deed)) => deed::begin(model, deed),
        Some(Item::Field(field)) => edit::open(model, field),
        Some(Item::Check(check)) => {
            if session.awaits(check) && session.focus().open == Some(check) {
                return waiting::open(model, check);
            }
            session.unfold(check);
            Reaction::redraw()
        }
    }
}

/// Selects a field and opens it.
pub(super) fn edit_field(model: &mut Model, field: FieldId) -> Reaction {
    if let Some(session) = model.session.as_mut() {
        session.go_to_field(field);
    }
    edit::open(model, field)
}

/// Sets step 5 aside, which asks for a reason. If it was set aside already, takes it up again.
fn set_aside(model: &mut Model) -> Reaction {
    let Some(session) = model.session.as_mut() else { return Reaction::none() };
    if session.profile().events.set_aside.is_some() {
        return Reaction::redraw().with(session.take_up_events(&mut model.ids));
    }
    let field = session.go_to_set_aside();
    edit::open(model, field)
}

/// Runs all checks, or stops the run under way.
pub(super) fn check(model: &mut Model) -> Reaction {
    let Some(session) = model.session.as_mut() else { return Reaction::none() };
    if session.is_checking() {
        return Reaction::say(WizardMessage::Stopped).with(session.stop_checking());
    }
    Reaction::redraw().with(session.check_anew(&mut model.ids))
}
