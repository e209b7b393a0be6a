//! The keys that deeds make: one folder for each profile, `keys/<profile>`. No key is ever deleted. When a profile is removed, its keys
//! move to a folder of their own, `keys/removed/<profile>-<date>`.

use super::{Store, StoreProblem, atomic};
use crate::files::{lock, make_folder, paths, sweep};
use crate::journey::Profile;
use crate::values::SecretRef;
use jiff::civil::Date;
use std::path::{Path, PathBuf};

const REMOVED: &str = "removed";

impl Store {
    /// The folder of the keys that deeds make for a profile.
    #[must_use]
    pub fn keys_folder(&self, profile: &str) -> PathBuf {
        self.all_keys().join(profile)
    }

    fn all_keys(&self) -> PathBuf {
        self.folders.config.join("keys")
    }

    pub(super) fn sweep_keys(&self) {
        for entry in std::fs::read_dir(self.all_keys()).into_iter().flatten().flatten() {
            sweep(&entry.path());
        }
    }

    /// Moves the keys of a removed profile out of the way, and returns the folder where they lie now; `None` if it had none. A key
    /// that another profile signs with stays where it is.
    ///
    /// # Errors
    /// The error says why not all of them are there.
    pub fn set_keys_aside(&self, profile: &str, today: Date) -> Result<Option<PathBuf>, StoreProblem> {
        let folder = self.keys_folder(profile);
        if !folder.is_dir() {
            return Ok(None);
        }
        let _lock = lock(&folder)?;
        let used: Vec<PathBuf> = self.names().iter().filter_map(|name| key_file(&self.load(name).ok()?, &self.profile_folder())).collect();
        let files: Vec<PathBuf> = files_in(&folder).into_iter().filter(|file| !belongs_to_any(file, &used)).collect();
        if files.is_empty() {
            return Ok(None);
        }
        let aside = self.free_folder(profile, today);
        make_folder(&aside).map_err(|error| atomic::disk(&aside, &error))?;
        for file in files {
            let target = aside.join(file.file_name().unwrap_or_default());
            std::fs::rename(&file, &target).map_err(|error| atomic::disk(&file, &error))?;
        }
        Ok(Some(aside))
    }

    /// A folder for removed keys that does not exist yet.
    fn free_folder(&self, profile: &str, today: Date) -> PathBuf {
        let named = |end: String| self.all_keys().join(REMOVED).join(format!("{profile}-{today}{end}"));
        let more = (2..).map(|number| named(format!("-{number}")));
        let mut all = std::iter::once(named(String::new())).chain(more);
        all.find(|folder| folder.symlink_metadata().is_err()).unwrap_or_else(|| named(String::new()))
    }
}

/// The file of the private key that a profile signs with.
fn key_file(profile: &Profile, folder: &Path) -> Option<PathBuf> {
    match profile.client.key.as_ref()? {
        SecretRef::File(path) => Some(paths::whole(&paths::lead(folder, path))),
        SecretRef::Env(_) | SecretRef::Command(_) => None,
    }
}

/// The files of a folder, without the lock and without folders.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    entries.filter(|path| path.is_file() && !is_hidden(path)).collect()
}

/// Whether a file is one of those private keys, or lies beside it with the same kid in its name.
fn belongs_to_any(file: &Path, keys: &[PathBuf]) -> bool {
    let stem = |path: &Path| path.file_name().and_then(|name| name.to_str()?.split('.').next().map(ToOwned::to_owned));
    let folder = file.parent().map(paths::whole);
    keys.iter().any(|key| key.parent().map(Path::to_owned) == folder && stem(key) == stem(file))
}
