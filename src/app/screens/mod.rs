//! The screens above Home, one file each: what a screen remembers, and what its keys do.

mod deed;
mod edit;
mod entry;
mod faults;
mod home;
mod naming;
mod remove;
mod role;
mod roles;
mod waiting;

pub use deed::{DeedScreen, Phase, Stage};
pub use edit::Edit;
pub use entry::Entry;
pub use faults::FaultsScreen;
pub use home::HomeLine;
pub use naming::{Naming, Purpose};
pub use role::link as link_here;
pub use roles::Roles;

pub(super) use deed::{begin as begin_deed, ended as deed_ended, previewed as deed_previewed, went as deed_went};
pub(super) use edit::kept_read;
pub(super) use faults::{changed as faults_changed, told as faults_told};
pub(super) use role::{
    auto_run, copyable as copyable_here, deed_here as deed_on_role, open as open_role, run_ended, save_kept, selected_check as check_here,
    start_run,
};

use super::{Action, Effect, Key, Model};
use crate::journey::CheckId;

/// A screen above Home.
#[derive(Debug)]
pub enum Screen {
    Roles(Roles),
    /// What shall the profile be called?
    Naming(Naming),
    /// The checklist of the open profile.
    Role,
    /// An answer being given, in place.
    Edit(Edit),
    /// A deed: shown, going on, done.
    Deed(DeedScreen),
    /// Whom a check waits for.
    Waiting(CheckId),
    /// The message to send to whoever a check waits for.
    Letter(CheckId),
    /// The link as a QR code.
    Code(CheckId),
    /// The calls so far.
    Traffic,
    /// How the sandbox misbehaves.
    Faults(FaultsScreen),
    /// What this screen is for, and its keys.
    Help,
    /// All that is known of a finding.
    Explain(CheckId),
    /// Shall the profile of this name be removed?
    Remove(String),
}

impl Screen {
    /// Whether something turns on it.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self {
            Self::Deed(deed) => deed.is_busy(),
            Self::Faults(faults) => faults.asking.is_some(),
            Self::Roles(_)
            | Self::Naming(_)
            | Self::Role
            | Self::Edit(_)
            | Self::Waiting(_)
            | Self::Letter(_)
            | Self::Code(_)
            | Self::Traffic
            | Self::Help
            | Self::Explain(_)
            | Self::Remove(_) => false,
        }
    }
}

/// What an action does on the top screen.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match model.top() {
        None => home::act(model, action),
        Some(Screen::Roles(_)) => roles::act(model, action),
        Some(Screen::Naming(_)) => naming::act(model, action),
        Some(Screen::Role) => role::act(model, action),
        Some(Screen::Edit(_)) => edit::act(model, action),
        Some(Screen::Deed(_)) => deed::act(model, action),
        Some(Screen::Waiting(_)) => waiting::act(model, action),
        Some(Screen::Traffic | Screen::Help | Screen::Explain(_) | Screen::Letter(_) | Screen::Code(_)) => read(model, action),
        Some(Screen::Faults(_)) => faults::act(model, action),
        Some(Screen::Remove(_)) => remove::act(model, action),
    }
}

/// What a key types on the top screen, where it types at all.
pub(super) fn type_key(model: &mut Model, key: Key) {
    match typing(model) {
        Some(entry) => entry.press(key),
        None => model.dirty = false,
    }
}

/// What a paste puts in on the top screen.
pub(super) fn paste(model: &mut Model, text: &str) {
    match typing(model) {
        Some(entry) => entry.paste(text),
        None => model.dirty = false,
    }
}

/// The line of the top screen that is typed in, where it has one.
fn typing(model: &mut Model) -> Option<&mut Entry> {
    match model.stack.last_mut()? {
        Screen::Naming(naming) => Some(&mut naming.entry),
        Screen::Edit(edit) => edit.typing(),
        Screen::Deed(deed) => deed.typing(),
        Screen::Faults(faults) => Some(faults.typing()),
        Screen::Roles(_)
        | Screen::Role
        | Screen::Waiting(_)
        | Screen::Letter(_)
        | Screen::Code(_)
        | Screen::Traffic
        | Screen::Help
        | Screen::Explain(_)
        | Screen::Remove(_) => None,
    }
}

/// Screens that are only read: they scroll, and go away.
fn read(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Copy | Action::OpenLink => return role::with_link(model, action),
        Action::Letter => role::show_letter(model),
        Action::Back | Action::Choose => drop(model.pop()),
        _ => scroll(model, action),
    }
    Vec::new()
}

/// Scrolls what is read.
fn scroll(model: &mut Model, action: Action) {
    match action {
        Action::Up => model.scroll = model.scroll.saturating_sub(1),
        Action::Down => model.scroll = model.scroll.saturating_add(1),
        Action::PageUp => model.scroll = model.scroll.saturating_sub(10),
        Action::PageDown => model.scroll = model.scroll.saturating_add(10),
        Action::First => model.scroll = 0,
        Action::Last => model.scroll = u16::MAX,
        _ => model.dirty = false,
    }
}

/// Moves a selection within `count` lines.
pub(super) fn moved(line: usize, count: usize, action: Action) -> usize {
    let last = count.saturating_sub(1);
    match action {
        Action::Up => line.saturating_sub(1),
        Action::Down => (line + 1).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => line.min(last),
    }
}
