//! A profile in the list of those there are.

use super::{EngineMessage, Profile, SavedState};

#[derive(Debug, Clone, PartialEq)]
pub struct ListedProfile {
    pub name: String,
    /// Its answers, or why they cannot be read.
    pub profile: Result<Profile, EngineMessage>,
    /// What is kept of its connection.
    pub state: SavedState,
}
