//! The actions of the screen that sets and clears faults in the sandbox.

use super::moving::select;
use crate::app::reaction::Reaction;
use crate::app::screens::{Entry, FaultsScreen};
use crate::app::{Action, Model, Screen};
use crate::journey::EngineMessage;
use crate::values::{FaultChange, Faults, Invalid, SetFault};

/// Shows the screen and asks the sandbox which faults it has and which are set.
pub(super) fn open(model: &mut Model) -> Reaction {
    let id = model.ids.fresh();
    let Some(session) = &model.session else { return Reaction::none() };
    let effect = session.ask_faults(id);
    model.push(Screen::Faults(FaultsScreen::new(id, model.text)));
    Reaction::redraw().with([effect])
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Faults(screen)) = model.stack.last_mut() else { return Reaction::none() };
    let change = match action {
        Action::Choose => screen.turned(),
        Action::Once => screen.selected().map(|name| FaultChange::Set(format!("{name}:1"))),
        Action::ClearAll => Some(FaultChange::ClearAll),
        Action::Back => return model.back(),
        _ => {
            let count = screen.fitting().len();
            return select(&mut screen.line, count, action);
        }
    };
    change.map_or(Reaction::none(), |change| self::change(model, change))
}

fn change(model: &mut Model, change: FaultChange) -> Reaction {
    let id = model.ids.fresh();
    let (Some(session), Some(Screen::Faults(screen))) = (&model.session, model.stack.last_mut()) else { return Reaction::none() };
    screen.asking = Some(id);
    screen.refused = None;
    Reaction::redraw().with([session.change_faults(id, change)])
}

/// The sandbox has answered which faults it has and which are set, or could not be asked.
pub(in crate::app) fn told(model: &mut Model, id: u64, result: Result<Faults, EngineMessage>) -> Reaction {
    if model.session.as_mut().is_some_and(|session| session.faults_told(id, &result)) {
        return Reaction::redraw();
    }
    let Some(screen) = answered(model, id) else { return Reaction::none() };
    match result {
        Ok(faults) => {
            screen.told = Some(faults);
            keep_in_mind(model);
            Reaction::redraw()
        }
        Err(message) => model.back().then(Reaction::say(message)),
    }
}

/// A fault was set or cleared, or the change was refused. Faults that are set are listed first, so the list order may have changed:
/// the selection moves along with its fault.
pub(in crate::app) fn changed(model: &mut Model, id: u64, result: Result<Result<Vec<SetFault>, Invalid>, EngineMessage>) -> Reaction {
    let Some(screen) = answered(model, id) else { return Reaction::none() };
    match result {
        Ok(Ok(set)) => {
            let selected = screen.selected().map(str::to_owned);
            if screen.setting().is_some() {
                screen.entry = Entry::new(String::new());
            }
            if let Some(told) = &mut screen.told {
                told.set = set;
            }
            let line = screen.fitting().iter().position(|fault| Some(&fault.name) == selected.as_ref());
            screen.line = line.unwrap_or(0);
            keep_in_mind(model);
        }
        Ok(Err(invalid)) => screen.refused = Some(invalid),
        Err(message) => return Reaction::say(message),
    }
    Reaction::redraw()
}

/// The screen that waits for this answer. None when it was closed or has asked again: the answer is then dropped.
fn answered(model: &mut Model, id: u64) -> Option<&mut FaultsScreen> {
    match model.stack.last_mut() {
        Some(Screen::Faults(screen)) if screen.asking == Some(id) => {
            screen.asking = None;
            Some(screen)
        }
        _ => None,
    }
}

/// Passes the faults that are set on to the checklist, which shows them: a reader could not explain its findings otherwise.
fn keep_in_mind(model: &mut Model) {
    if let (Some(Screen::Faults(screen)), Some(session)) = (model.stack.last(), &mut model.session) {
        session.has_faults(screen.set());
    }
}
