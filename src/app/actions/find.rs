//! The actions of Home while its profiles are found by typing.

use super::home;
use super::moving::select;
use crate::app::reaction::Reaction;
use crate::app::screens::Entry;
use crate::app::{Action, Model, Screen};

pub(super) fn begin(model: &mut Model) -> Reaction {
    model.home = 0;
    model.push(Screen::Find(Entry::new(String::new())));
    Reaction::redraw()
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Choose => home::choose(model),
        Action::Back => {
            // The line that was found stays selected.
            let found = model.home_name().map(ToOwned::to_owned);
            let closed = model.back();
            model.home = model.profiles.iter().position(|listed| Some(&listed.name) == found.as_ref()).unwrap_or(0);
            closed
        }
        _ => {
            let count = model.home_lines().len();
            select(&mut model.home, count, action)
        }
    }
}
