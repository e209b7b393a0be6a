//! Whom a check waits for: who, since when, the link, and when we look next.

use super::{Screen, role};
use crate::app::{Action, Effect, Model};

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Back | Action::Choose => {
            model.pop();
            Vec::new()
        }
        Action::Check => role::start_run(model, Vec::new()),
        Action::Copy | Action::OpenLink => role::with_link(model, action),
        Action::Letter => {
            role::show_letter(model);
            Vec::new()
        }
        Action::Code => {
            if let Some(check) = role::selected_check(model) {
                model.push(Screen::Code(check));
            }
            Vec::new()
        }
        _ => {
            super::scroll(model, action);
            Vec::new()
        }
    }
}
