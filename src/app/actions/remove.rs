//! The actions of the question whether to remove a profile. Only Enter removes it.

use crate::app::reaction::Reaction;
use crate::app::{Action, Effect, Model, Screen};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match (action, model.top()) {
        (Action::Choose, Some(Screen::Remove(name))) => {
            let effects = [Effect::RemoveProfile(name.clone()), Effect::LoadProfiles];
            model.back().with(effects)
        }
        (Action::Back, _) => model.back(),
        _ => Reaction::none(),
    }
}
