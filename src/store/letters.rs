//! The letters that the user has saved, as plain text.

use super::{Store, StoreProblem, atomic};
use crate::files::{Replacement, lock, make_folder};
use std::path::PathBuf;

impl Store {
    /// The folder of the letters.
    #[must_use]
    pub fn letter_folder(&self) -> PathBuf {
        self.folders.state.join("letters")
    }

    /// Saves a letter in place of one with the same name, and returns its path.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn save_letter(&self, name: &str, text: &str) -> Result<PathBuf, StoreProblem> {
        let folder = self.letter_folder();
        make_folder(&folder).map_err(|error| atomic::disk(&folder, &error))?;
        let _lock = lock(&folder)?;
        let plain: String = name.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '.') { c } else { '-' }).collect();
        let path = folder.join(format!("{plain}.txt"));
        let disk = |error: &std::io::Error| atomic::disk(&path, error);
        let mut new = Replacement::of(&path).map_err(|error| disk(&error))?;
        new.write(text.as_bytes()).map_err(|error| disk(&error))?;
        new.take_place().map_err(|error| disk(&error))?;
        Ok(path)
    }
}
