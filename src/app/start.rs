//! Where a start leads: back to where the reader was, or to the first question.

use super::actions::open;
use super::reaction::Reaction;
use super::screens::Roles;
use super::{ListedProfile, Model, Screen};
use crate::journey::Environment;

/// What is known when the program starts.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The environment asked for.
    pub environment: Option<Environment>,
    /// The profile asked for.
    pub profile: Option<String>,
    /// The profiles on disk.
    pub profiles: Vec<ListedProfile>,
    /// The one opened last.
    pub last: Option<String>,
}

/// Takes the start in.
pub(super) fn start(model: &mut Model, start: Start) -> Reaction {
    let Start { environment, profile, profiles, last } = start;
    model.profiles = profiles;
    if let Some(name) = profile {
        return open_known(model, &name);
    }
    let fits = |known: &ListedProfile| match (&environment, &known.profile) {
        (Some(wanted), Ok(profile)) => profile.environment == *wanted,
        (Some(_), Err(_)) => false,
        (None, _) => true,
    };
    let last = model.profiles.iter().find(|known| last.as_deref() == Some(known.name.as_str()) && fits(known));
    let first_there = || model.profiles.iter().find(|known| environment.is_some() && fits(known));
    if let Some(name) = last.or_else(first_there).map(|known| known.name.clone()) {
        return open_known(model, &name);
    }
    if let Some(environment) = environment {
        let names_itself = environment.is_sandbox();
        model.push(Screen::Roles(Roles { environment, line: 0, names_itself }));
    }
    Reaction::redraw()
}

fn open_known(model: &mut Model, name: &str) -> Reaction {
    let known = model.profiles.iter().find(|known| known.name == name).cloned();
    match known {
        Some(ListedProfile { name, profile: Ok(profile), state }) => open(model, name, profile, state),
        Some(ListedProfile { profile: Err(notice), .. }) => Reaction::say(notice),
        None => Reaction::say(super::Notice::ProfileMissing { name: name.to_owned() }),
    }
}
