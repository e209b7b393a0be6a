//! Where things are kept.

use directories::ProjectDirs;
use std::path::PathBuf;

/// The variable that puts both folders elsewhere, for tests and for a stick that carries its own profiles.
const HOME: &str = "BROKER_SETUP_HOME";

/// Where things are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    pub config: PathBuf,
    /// Evidence, findings, the sandbox's world, the log.
    pub state: PathBuf,
}

impl Folders {
    /// Both folders below one.
    #[must_use]
    pub fn below(home: impl Into<PathBuf>) -> Self {
        let home = home.into();
        Self { config: home.join("config"), state: home.join("state") }
    }

    /// The user's own folders, from `directories`; none where the system names none. `BROKER_SETUP_HOME` overrides both.
    #[must_use]
    pub fn of_the_user() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME).filter(|home| !home.is_empty()) {
            return Some(Self::below(home));
        }
        let user = ProjectDirs::from("", "", "broker-setup")?;
        // Only Linux has a folder for state of its own.
        let state = user.state_dir().unwrap_or_else(|| user.data_local_dir());
        Some(Self { config: user.config_dir().to_owned(), state: state.to_owned() })
    }
}
