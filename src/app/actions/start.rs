//! The first screen after the program starts: the profile asked for, else the one opened last, else the question which role.

use super::open;
use crate::app::reaction::Reaction;
use crate::app::screens::Roles;
use crate::app::{Model, Screen, Start};
use crate::journey::{EngineMessage, ListedProfile};

pub(in crate::app) fn start(model: &mut Model, start: Start) -> Reaction {
    let Start { environment, profile, profiles, last, folder, home } = start;
    model.folder = folder;
    model.home_folder = home;
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
        let names_itself = environment.is_own_sandbox();
        model.push(Screen::Roles(Roles { environment, line: 0, names_itself }));
    }
    Reaction::redraw()
}

fn open_known(model: &mut Model, name: &str) -> Reaction {
    let known = model.profiles.iter().find(|known| known.name == name).cloned();
    match known {
        Some(ListedProfile { name, profile: Ok(profile), state }) => open(model, name, profile, state),
        Some(ListedProfile { profile: Err(message), .. }) => Reaction::say(message),
        None => {
            let (name, names) = (name.to_owned(), model.names().map(ToOwned::to_owned).collect());
            Reaction::say(EngineMessage::profile_missing(name, names))
        }
    }
}
