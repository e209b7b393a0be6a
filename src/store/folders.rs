//! The folders for profiles and for saved state.

use directories::ProjectDirs;
use std::path::PathBuf;

/// The environment variable that moves both folders: for tests, or to carry profiles on a USB stick.
const HOME: &str = "BROKER_SETUP_HOME";

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Holds the profiles.
    pub config: PathBuf,
    /// Holds evidence, findings, the sandbox's world and keys, and the name of the profile opened last.
    pub state: PathBuf,
}

impl Folders {
    /// Both folders below `home`.
    #[must_use]
    pub fn below(home: impl Into<PathBuf>) -> Self {
        let home = home.into();
        Self { config: home.join("config"), state: home.join("state") }
    }

    /// The user's own folders as the crate directories finds them, or those below `BROKER_SETUP_HOME` when that is set. `None` when
    /// the system does not say where they are.
    #[must_use]
    pub fn of_the_user() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME).filter(|home| !home.is_empty()) {
            return Some(Self::below(home));
        }
        let user = ProjectDirs::from("", "", "broker-setup")?;
        // Only Linux has a separate folder for state.
        let state = user.state_dir().unwrap_or_else(|| user.data_local_dir());
        Some(Self { config: user.config_dir().to_owned(), state: state.to_owned() })
    }
}
