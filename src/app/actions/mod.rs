//! What the keymap's actions do on each screen, and what its effects return: one file per screen.

mod deed;
mod edit;
mod faults;
mod find;
mod guide;
mod home;
mod leading;
mod letter;
mod look_up;
mod moving;
mod naming;
mod open;
mod reading;
mod remove;
mod role;
mod roles;
mod start;
mod token;
mod traffic;
mod waiting;

#[cfg(test)]
pub(super) use deed::begin as begin_deed;
pub(super) use deed::{ended as deed_ended, not_begun, previewed as deed_previewed};
pub(super) use edit::{choices_told, path_seen, state_read};
pub(super) use faults::{changed as faults_changed, told as faults_told};
pub(super) use guide::{arrive, pass as pass_by_guide};
pub(super) use open::open;
pub(super) use start::start;
pub(super) use token::told as token_told;

use super::reaction::Reaction;
use super::{Action, Key, Model, Screen, WizardMessage};

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match model.top() {
        None => home::act(model, action),
        Some(Screen::Roles(_)) => roles::act(model, action),
        Some(Screen::Naming(_)) => naming::act(model, action),
        Some(Screen::Remove(_)) => remove::act(model, action),
        Some(Screen::Find(_)) => find::act(model, action),
        Some(Screen::Sift(_)) => traffic::sift(model, action),
        Some(Screen::Role) => role::act(model, action),
        Some(Screen::Edit(_)) => edit::act(model, action),
        Some(Screen::HaveClient(_)) => leading::have_client(model, action),
        Some(Screen::Errand(_)) => leading::errand(model, action),
        Some(Screen::Guide(_)) => guide::act(model, action),
        Some(Screen::Deed(_)) => deed::act(model, action),
        Some(Screen::Letter(_)) => letter::act(model, action),
        Some(Screen::Waiting(_)) => waiting::act(model, action),
        Some(Screen::Faults(_)) => faults::act(model, action),
        Some(Screen::LookUp(_)) => look_up::act(model, action),
        Some(Screen::Token(_)) => token::act(model, action),
        Some(Screen::Reading(reading)) => reading::act(model, *reading, action),
    }
}

/// Types a key into the top screen's line of text. None on a screen without one, and for a key that types nothing.
pub(super) fn type_key(model: &mut Model, key: Key) -> Option<Reaction> {
    let is_typed = model.stack.last_mut().and_then(Screen::typing)?.press(key);
    match model.top() {
        Some(Screen::Find(_)) if is_typed => model.home = 0,
        Some(Screen::Sift(_)) if is_typed => traffic::typed(model),
        _ => {}
    }
    is_typed.then(|| Reaction::redraw().with(edit::typed(model)))
}

/// Pastes into the top screen's line of text. A screen without one takes only keys, and a pasted text presses none.
pub(super) fn paste(model: &mut Model, text: &str) -> Reaction {
    if let Some(Screen::LookUp(_)) = model.top() {
        return look_up::paste(model, text);
    }
    if let Some(Screen::Token(_)) = model.top() {
        return token::inspect(model, text);
    }
    let entry = model.stack.last_mut().and_then(Screen::typing);
    let Some(entry) = entry else { return Reaction::say(WizardMessage::PasteIgnored) };
    entry.paste(text);
    traffic::typed(model);
    Reaction::redraw().with(edit::pasted(model))
}
