//! What is known when the program starts.

use std::path::PathBuf;

use crate::journey::{Environment, ListedProfile};

#[derive(Debug, Clone, Default)]
pub struct Start {
    /// The environment named on the command line.
    pub environment: Option<Environment>,
    /// The profile named on the command line.
    pub profile: Option<String>,
    pub profiles: Vec<ListedProfile>,
    /// The folder that relative paths start from.
    pub folder: PathBuf,
    /// The user's own folder, which `~` stands for. None if it is not known.
    pub home: Option<PathBuf>,
    /// The name of the profile that was opened last.
    pub last: Option<String>,
}
