//! The screens above Home.

use super::{DeedScreen, Edit, Entry, FaultsScreen, Naming, Reading, Roles};

#[derive(Debug)]
pub enum Screen {
    Roles(Roles),
    /// What shall the profile be called?
    Naming(Naming),
    /// Shall the profile of this name be removed?
    Remove(String),
    /// The checklist of the open profile.
    Role,
    /// An answer being given, in place.
    Edit(Edit),
    /// A deed: shown, going on, done.
    Deed(DeedScreen),
    /// How the sandbox misbehaves.
    Faults(FaultsScreen),
    /// What is only read.
    Reading(Reading),
}

impl Screen {
    /// Whether it waits for an answer to a question of its own.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        match self {
            Self::Deed(deed) => deed.is_busy(),
            Self::Faults(faults) => faults.asking.is_some(),
            Self::Roles(_) | Self::Naming(_) | Self::Remove(_) | Self::Role | Self::Edit(_) | Self::Reading(_) => false,
        }
    }

    /// The line that is typed in, where it has one.
    pub(in crate::app) fn typing(&mut self) -> Option<&mut Entry> {
        match self {
            Self::Naming(naming) => Some(&mut naming.entry),
            Self::Edit(edit) => edit.typing(),
            Self::Deed(deed) => deed.typing(),
            Self::Faults(faults) => Some(faults.typing()),
            Self::Roles(_) | Self::Remove(_) | Self::Role | Self::Reading(_) => None,
        }
    }
}
