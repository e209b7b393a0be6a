//! A profile in the list of all profiles.

use super::{EngineMessage, Profile, SavedState};

#[derive(Debug, Clone, PartialEq)]
pub struct ListedProfile {
    pub name: String,
    /// The answers, or why they cannot be read.
    pub profile: Result<Profile, EngineMessage>,
    /// The stored state of its connection.
    pub state: SavedState,
}
