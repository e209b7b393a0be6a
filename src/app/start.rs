//! What is known when the program starts.

use crate::journey::{Environment, ListedProfile};

#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The environment asked for.
    pub environment: Option<Environment>,
    /// The profile asked for.
    pub profile: Option<String>,
    /// The profiles on disk.
    pub profiles: Vec<ListedProfile>,
    /// The one opened last.
    pub last: Option<String>,
}
