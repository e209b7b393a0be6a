//! The actions of the screens that are only read, such as help and the calls.

use super::letter;
use super::moving::scroll;
use super::traffic;
use crate::app::reaction::Reaction;
use crate::app::screens::Reading;
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::journey::CheckId;

pub(super) fn act(model: &mut Model, reading: Reading, action: Action) -> Reaction {
    match reading {
        Reading::Traffic => return traffic::act(model, action),
        Reading::Exchange(number) => return traffic::exchange(model, number, action),
        Reading::Code(_) | Reading::Explain(_) | Reading::AllNext | Reading::Listed | Reading::Plan | Reading::Help => {}
    }
    match action {
        Action::Back | Action::Choose => model.back(),
        Action::Check => {
            let run = model.with_session(|session, ids| session.check(ids, Vec::new()));
            Reaction::redraw().with(run.unwrap_or_default())
        }
        Action::Copy => copy(model.link_here()),
        Action::OpenLink => open_link(model),
        Action::Letter => letter::open_here(model),
        Action::Code => show(model, Reading::Code),
        Action::Explain => show(model, Reading::Explain),
        _ => scroll(model, action),
    }
}

/// Opens one of the reading screens for the check that the keys are about. Does nothing without such a check.
pub(super) fn show(model: &mut Model, reading: fn(CheckId) -> Reading) -> Reaction {
    let Some(check) = model.check_here() else { return Reaction::none() };
    model.push(Screen::Reading(reading(check)));
    Reaction::redraw()
}

pub(super) fn open_link(model: &Model) -> Reaction {
    model.link_here().map_or(Reaction::none(), |link| Reaction::none().with([Effect::OpenLink(link)]))
}

/// Copies a text and says so on the message line.
pub(super) fn copy(what: Option<String>) -> Reaction {
    what.map_or(Reaction::none(), |what| Reaction::say(WizardMessage::Copied { what: what.clone() }).with([Effect::Copy(what)]))
}
