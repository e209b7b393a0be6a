//! Which role? Three lines, one sentence each.

use super::{Naming, Purpose, Screen, moved, open_role};
use crate::app::{Action, Effect, Model, SavedState, good_name};
use crate::journey::{Environment, Profile, Role};

#[derive(Debug, Clone)]
pub struct Roles {
    /// Where the profile will be.
    pub environment: Environment,
    /// The selected line.
    pub line: usize,
    /// Whether the name is chosen for the user: the first minute asks one question only.
    pub names_itself: bool,
}

impl Roles {
    /// The order in which they are asked: most who come here send.
    pub const ORDER: [Role; 3] = [Role::Sender, Role::Recipient, Role::ServiceOwner];

    /// The question for an environment.
    #[must_use]
    pub const fn new(environment: Environment) -> Self {
        Self { environment, line: 0, names_itself: false }
    }

    #[must_use]
    pub fn role(&self) -> Role {
        Self::ORDER.get(self.line).copied().unwrap_or(Role::Sender)
    }
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Roles(roles)) = model.stack.last_mut() else { return Vec::new() };
    match action {
        Action::Up | Action::Down | Action::First | Action::Last => roles.line = moved(roles.line, Roles::ORDER.len(), action),
        Action::Choose => return choose(model),
        Action::Pick(number) => {
            roles.line = usize::from(number).saturating_sub(1).min(Roles::ORDER.len() - 1);
            return choose(model);
        }
        Action::Back => drop(model.pop()),
        _ => model.dirty = false,
    }
    Vec::new()
}

fn choose(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Roles(roles)) = model.top() else { return Vec::new() };
    let (role, environment, names_itself) = (roles.role(), roles.environment.clone(), roles.names_itself);
    let name = good_name(role, &environment, model.names());
    if names_itself {
        return create(model, name, role, environment);
    }
    model.push(Screen::Naming(Naming::new(Purpose::New { role, environment: Box::new(environment) }, name)));
    Vec::new()
}

/// Makes a profile, keeps it, and opens its checklist.
pub(super) fn create(model: &mut Model, name: String, role: Role, environment: Environment) -> Vec<Effect> {
    let profile = Profile::new(role, environment);
    let save = Effect::SaveProfile { name: name.clone(), profile: Box::new(profile.clone()) };
    let mut effects = vec![save];
    effects.extend(open_role(model, name, profile, SavedState::default()));
    effects
}
