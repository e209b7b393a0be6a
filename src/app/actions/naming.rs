//! The actions of the screen that asks for a profile's name.

use super::open::create;
use crate::app::reaction::Reaction;
use crate::app::screens::Purpose;
use crate::app::{Action, Effect, Model, Screen, WizardMessage};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Choose => accept(model),
        Action::Back => model.back(),
        _ => Reaction::none(),
    }
}

fn accept(model: &mut Model) -> Reaction {
    let Some(Screen::Naming(naming)) = model.top() else { return Reaction::none() };
    let Ok(name) = naming.check(model.names()) else { return Reaction::say(WizardMessage::NotTaken) };
    match naming.purpose.clone() {
        Purpose::New { role, environment } => create(model, name, role, *environment),
        Purpose::Rename { from } if from == name => model.back(),
        Purpose::Rename { from } => model.back().with([Effect::RenameProfile { from, to: name }, Effect::LoadProfiles]),
    }
}
