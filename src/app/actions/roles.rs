//! The actions of the screen that asks for the role.

use super::moving::select;
use super::open::create;
use crate::app::reaction::Reaction;
use crate::app::screens::{Naming, Purpose};
use crate::app::{Action, Model, Screen};
use crate::journey::{Role, good_name};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Roles(roles)) = model.stack.last_mut() else { return Reaction::none() };
    match action {
        Action::Up | Action::Down | Action::First | Action::Last | Action::PageUp | Action::PageDown => {
            select(&mut roles.line, Role::ORDER.len(), action)
        }
        Action::Choose => choose(model),
        Action::Pick(number) => {
            roles.line = usize::from(number).saturating_sub(1).min(Role::ORDER.len() - 1);
            choose(model)
        }
        Action::Back => model.back(),
        _ => Reaction::none(),
    }
}

fn choose(model: &mut Model) -> Reaction {
    let Some(Screen::Roles(roles)) = model.top() else { return Reaction::none() };
    let (role, environment, names_itself) = (roles.role(), roles.environment.clone(), roles.names_itself);
    let name = good_name(role, &environment, model.names());
    if names_itself {
        return create(model, name, role, environment);
    }
    model.push(Screen::Naming(Naming::new(Purpose::New { role, environment: Box::new(environment) }, name)));
    Reaction::redraw()
}
