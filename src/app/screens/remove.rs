//! Shall this profile be removed? Only Enter on the question does it.

use super::Screen;
use crate::app::{Action, Effect, Model};

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Choose => match model.pop() {
            Some(Screen::Remove(name)) => vec![Effect::RemoveProfile(name), Effect::LoadProfiles],
            _ => Vec::new(),
        },
        Action::Back => {
            model.pop();
            Vec::new()
        }
        _ => {
            model.dirty = false;
            Vec::new()
        }
    }
}
