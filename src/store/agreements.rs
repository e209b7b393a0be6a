//! Which answers files the user has agreed to, by the fingerprints of their content.

use super::atomic::{self, Content};
use super::{Store, StoreProblem};
use crate::files::lock;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The oldest agreement goes when there are more.
const MOST: usize = 200;

/// The content of `agreed.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Agreed {
    #[serde(default)]
    answers_files: Vec<String>,
}

impl Store {
    /// Whether the user has agreed to the answers file with this fingerprint. A file that cannot be read holds no agreement.
    #[must_use]
    pub fn has_agreed_to(&self, fingerprint: &str) -> bool {
        self.agreed().is_ok_and(|agreed| agreed.answers_files.iter().any(|known| known == fingerprint))
    }

    /// # Errors
    /// The error says why nothing was written.
    pub fn remember_agreement(&self, fingerprint: &str) -> Result<(), StoreProblem> {
        let _lock = lock(&self.folders.state)?;
        let mut agreed = self.agreed()?;
        agreed.answers_files.retain(|known| known != fingerprint);
        agreed.answers_files.push(fingerprint.to_owned());
        let surplus = agreed.answers_files.len().saturating_sub(MOST);
        agreed.answers_files.drain(..surplus);
        atomic::write(&self.agreed_path(), &agreed)
    }

    fn agreed(&self) -> Result<Agreed, StoreProblem> {
        let path = self.agreed_path();
        match atomic::read(&path)? {
            Content::Table(table) => Ok(atomic::read_as(table).unwrap_or_default()),
            Content::Broken => {
                atomic::set_aside(&path)?;
                Ok(Agreed::default())
            }
            Content::Absent => Ok(Agreed::default()),
        }
    }

    fn agreed_path(&self) -> PathBuf {
        self.folders.state.join("agreed.toml")
    }
}
