//! Opening a profile, making a new one, and closing it again.

use super::guide;
use crate::app::reaction::Reaction;
use crate::app::session::{Pane, Session};
use crate::app::{Effect, Model, Screen, WizardMessage};
use crate::journey::{Environment, ListedProfile, Profile, Role, SavedState};

/// Opens a profile's checklist in place of all other screens, and runs its checks where they run by themselves.
pub(in crate::app) fn open(model: &mut Model, name: String, profile: Profile, state: SavedState) -> Reaction {
    model.list(ListedProfile { name: name.clone(), profile: Ok(profile.clone()), state: state.clone() });
    model.home = model.profiles.iter().position(|listed| listed.name == name).unwrap_or(0);
    let pane = if model.size.has_two_panes() { Pane::Step } else { Pane::Steps };
    let mut session = Session::new(name.clone(), profile, state, pane, model.now);
    session.has_been_guided(model.guided.get(&name).cloned().unwrap_or_default());
    let before = model.session.replace(session);
    model.stack.clear();
    model.push(Screen::Role);
    let stopped = before.and_then(|mut before| before.close());
    let run = model.with_session(Session::check_by_itself).unwrap_or_default();
    if pane == Pane::Step {
        guide::come_to_opened(model);
    }
    let own = model.session.as_ref().and_then(|session| session.profile().environment.own_addresses());
    let named = own.map_or(Reaction::none(), |own| Reaction::say(WizardMessage::own_addresses(&own)));
    Reaction::redraw().with(stopped).with([Effect::RememberOpened(name)]).with(run).then(named)
}

/// Makes a profile, saves it, and opens its checklist.
pub(super) fn create(model: &mut Model, name: String, role: Role, environment: Environment) -> Reaction {
    let profile = Profile::new(role, environment);
    let save = Effect::SaveProfile { name: name.clone(), profile: Box::new(profile.clone()) };
    Reaction::redraw().with([save]).then(open(model, name, profile, SavedState::default()))
}

/// Closes the profile and returns to Home. Its state is saved and the work under way is stopped.
pub(super) fn close(model: &mut Model) -> Reaction {
    let Some(mut session) = model.session.take() else { return Reaction::none() };
    let (name, profile, state) = (session.name().to_owned(), session.profile().clone(), session.saved_state());
    model.list(ListedProfile { name, profile: Ok(profile), state });
    model.guided.insert(session.name().to_owned(), session.guided());
    model.stack.clear();
    Reaction::redraw().with([session.save_state()]).with(session.close())
}
