//! The actions of Home, which lists the profiles and the environments to start one in.

use super::moving::select;
use super::{find, look_up};
use crate::app::reaction::Reaction;
use crate::app::screens::{Naming, Purpose, Reading, Removal, Roles};
use crate::app::{Action, Effect, HomeLine, Leave, Model, Screen};
use crate::journey::{Environment, PublishedEnvironment};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Up | Action::Down | Action::First | Action::Last | Action::PageUp | Action::PageDown => {
            let count = model.home_lines().len();
            select(&mut model.home, count, action)
        }
        Action::Choose => choose(model),
        Action::New => {
            let sandbox = HomeLine::Start(PublishedEnvironment::Sandbox);
            model.home = model.home_lines().iter().position(|line| *line == sandbox).unwrap_or(0);
            Reaction::redraw()
        }
        Action::Rename => ask(model, |name| Screen::Naming(Naming::new(Purpose::Rename { from: name.clone() }, name))),
        Action::Remove => {
            // What cannot be read may be of production too.
            let listed = model.home_listed();
            let is_production =
                listed.is_some_and(|listed| listed.profile.as_ref().map_or(true, |profile| profile.environment.is_production()));
            ask(model, |name| Screen::Remove(Removal::new(name, is_production)))
        }
        Action::Find => find::begin(model),
        Action::Explain => {
            model.push(Screen::Reading(Reading::Listed));
            Reaction::redraw()
        }
        Action::LookUp => look_up::open(model),
        Action::Language => {
            let language = model.text.language().next();
            model.text = model.text.in_language(language);
            Reaction::redraw().with([Effect::KeepLanguage(language)])
        }
        Action::Quit => {
            model.leaving = Some(Leave::Asked);
            Reaction::redraw().with([Effect::Quit(Leave::Asked)])
        }
        _ => Reaction::none(),
    }
}

/// Asks a question about the selected profile on a screen of its own.
fn ask(model: &mut Model, question: impl Fn(String) -> Screen) -> Reaction {
    let Some(name) = model.home_name().map(ToOwned::to_owned) else { return Reaction::none() };
    model.push(question(name));
    Reaction::redraw()
}

pub(super) fn choose(model: &mut Model) -> Reaction {
    match model.home_line() {
        HomeLine::Continue(index) => match model.profiles.get(index) {
            Some(listed) => match &listed.profile {
                Ok(_) => Reaction::redraw().with([Effect::OpenProfile(listed.name.clone())]),
                Err(message) => Reaction::say(message.clone()),
            },
            None => Reaction::none(),
        },
        HomeLine::Start(environment) => {
            model.push(Screen::Roles(Roles::new(Environment::Named(environment))));
            Reaction::redraw()
        }
    }
}
