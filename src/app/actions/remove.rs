//! The actions of the question whether to remove a profile. Only Enter removes it, in production only once its name is typed.

use crate::app::reaction::Reaction;
use crate::app::{Action, Effect, Model, Screen, WizardMessage};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match (action, model.top()) {
        (Action::Choose, Some(Screen::Remove(removal))) if removal.is_meant() => {
            let effects = [Effect::RemoveProfile(removal.name.clone()), Effect::LoadProfiles];
            model.back().with(effects)
        }
        (Action::Choose, Some(Screen::Remove(removal))) => Reaction::say(WizardMessage::OtherWord { wanted: removal.name.clone() }),
        (Action::Back, _) => model.back(),
        _ => Reaction::none(),
    }
}
