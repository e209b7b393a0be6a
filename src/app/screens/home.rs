//! Home: the profiles there are, and the ways to start one.

use super::{Naming, Purpose, Roles, Screen, moved};
use crate::app::{Action, Effect, Leave, Model};
use crate::journey::{Environment, PublishedEnvironment};

/// A line of Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeLine {
    /// Continue with the profile of this index.
    Continue(usize),
    /// Start in an environment.
    Start(PublishedEnvironment),
}

impl Model {
    /// The lines of Home, in order.
    #[must_use]
    pub fn home_lines(&self) -> Vec<HomeLine> {
        let profiles = (0..self.profiles.len()).map(HomeLine::Continue);
        profiles.chain(PublishedEnvironment::ALL.iter().copied().map(HomeLine::Start)).collect()
    }

    /// The selected line of Home.
    #[must_use]
    pub fn home_line(&self) -> HomeLine {
        self.home_lines().get(self.home).copied().unwrap_or(HomeLine::Start(PublishedEnvironment::Sandbox))
    }

    /// The name of the selected profile.
    #[must_use]
    pub fn home_name(&self) -> Option<&str> {
        match self.home_line() {
            HomeLine::Continue(index) => self.profiles.get(index).map(|known| known.name.as_str()),
            HomeLine::Start(_) => None,
        }
    }
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => {
            model.home = moved(model.home, model.home_lines().len(), action);
        }
        Action::Choose => return choose(model),
        Action::New => {
            let sandbox = HomeLine::Start(PublishedEnvironment::Sandbox);
            model.home = model.home_lines().iter().position(|line| *line == sandbox).unwrap_or(0);
        }
        Action::Rename => {
            if let Some(name) = model.home_name().map(ToOwned::to_owned) {
                model.push(Screen::Naming(Naming::new(Purpose::Rename { from: name.clone() }, name)));
            }
        }
        Action::Remove => {
            if let Some(name) = model.home_name().map(ToOwned::to_owned) {
                model.push(Screen::Remove(name));
            }
        }
        Action::Quit => {
            model.leaving = Some(Leave::Asked);
            return vec![Effect::Quit(Leave::Asked)];
        }
        _ => model.dirty = false,
    }
    Vec::new()
}

fn choose(model: &mut Model) -> Vec<Effect> {
    match model.home_line() {
        HomeLine::Continue(index) => match model.profiles.get(index).map(|known| (known.name.clone(), known.profile.clone())) {
            Some((name, Ok(_))) => return vec![Effect::OpenProfile(name)],
            Some((_, Err(notice))) => model.notice = Some(notice),
            None => {}
        },
        HomeLine::Start(environment) => model.push(Screen::Roles(Roles::new(Environment::Named(environment)))),
    }
    Vec::new()
}
