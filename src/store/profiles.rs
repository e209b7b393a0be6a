//! Profiles: one file each, `profiles/<name>.toml`.

use super::atomic::{self, Content};
use super::{Store, StoreProblem};
use crate::files::{FolderLock, ReadProblem, lock};
use crate::journey::{ConnectionKey, FieldId, Profile, SavedState};
use crate::values::{natural_order, profile_name};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const EXTENSION: &str = "toml";

/// A profile of the list, which has broken and foreign files too.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub name: String,
    /// The error says why the profile cannot be read.
    pub profile: Result<Profile, StoreProblem>,
    /// The saved state of the profile's connection; empty when there is none or it cannot be read.
    pub state: SavedState,
    /// The new path of the state's file if it was broken and has just been renamed.
    pub state_aside: Option<PathBuf>,
}

/// An answer that a later one has replaced; `None` where it had been removed.
pub type EarlierAnswer = (FieldId, Option<String>);

/// The content of `opened.toml`: the name of the profile that was opened last.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Opened {
    profile: Option<String>,
}

impl Store {
    /// The names of the profiles, as people sort them.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.profile_folder()).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == EXTENSION))
            .filter_map(|path| path.file_stem().and_then(|name| name.to_str()).map(ToOwned::to_owned))
            .filter(|name| profile_name(name).is_ok_and(|kept| kept == *name))
            .collect();
        names.sort_unstable_by(|one, other| natural_order(one, other));
        names
    }

    /// Every profile, sorted by name. A broken file is renamed, and listed with its new path.
    #[must_use]
    pub fn profiles(&self) -> Vec<Listed> {
        self.names().into_iter().map(|name| self.listed(name)).collect()
    }

    fn listed(&self, name: String) -> Listed {
        let profile = self.load(&name);
        let (state, state_aside) = match profile.as_ref().map(|profile| self.state(profile)) {
            Ok(Ok(state)) => (state, None),
            Ok(Err(StoreProblem::SetAside(path))) => (SavedState::default(), Some(path)),
            Ok(Err(_)) | Err(_) => (SavedState::default(), None),
        };
        Listed { name, profile, state, state_aside }
    }

    /// Reads one profile.
    ///
    /// # Errors
    /// The error says why it cannot be read. A broken file has been renamed by then.
    pub fn load(&self, name: &str) -> Result<Profile, StoreProblem> {
        match read(&self.profile_path(name)?)? {
            ProfileFile::Profile(profile) => Ok(*profile),
            ProfileFile::Absent => Err(StoreProblem::Missing),
            ProfileFile::Foreign => Err(StoreProblem::Foreign),
            ProfileFile::FromTheFuture => Err(StoreProblem::FromTheFuture),
            // Read again under the lock: another program could have renamed the broken file and written a new one in the meantime.
            ProfileFile::Broken => self.load_under(&self.lock_profiles()?, name),
        }
    }

    /// Reads one profile, and leaves a file that cannot be read as it is.
    #[must_use]
    pub fn look_at(&self, name: &str) -> Option<Profile> {
        match read(&self.profile_path(name).ok()?).ok()? {
            ProfileFile::Profile(profile) => Some(*profile),
            ProfileFile::Absent | ProfileFile::Foreign | ProfileFile::FromTheFuture | ProfileFile::Broken => None,
        }
    }

    fn load_under(&self, _lock: &FolderLock, name: &str) -> Result<Profile, StoreProblem> {
        let path = self.profile_path(name)?;
        match read(&path)? {
            ProfileFile::Profile(profile) => Ok(*profile),
            ProfileFile::Absent => Err(StoreProblem::Missing),
            ProfileFile::Foreign => Err(StoreProblem::Foreign),
            ProfileFile::FromTheFuture => Err(StoreProblem::FromTheFuture),
            ProfileFile::Broken => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
        }
    }

    /// Writes a new profile.
    ///
    /// # Errors
    /// [`StoreProblem::Taken`] when the name exists, also when another program has just made it; else why it could not be written.
    pub fn create_profile(&self, name: &str, profile: &Profile) -> Result<(), StoreProblem> {
        let path = self.profile_path(name)?;
        let lock = self.lock_profiles()?;
        match self.load_under(&lock, name) {
            // A link that leads nowhere is one that the user has made for this file.
            Err(StoreProblem::Missing | StoreProblem::Unreadable { problem: ReadProblem::LeadsNowhere(_), .. }) => {}
            Ok(_) => return Err(StoreProblem::Taken),
            Err(problem) => return Err(problem),
        }
        atomic::write(&path, profile)?;
        self.remember_changes(None, profile)
    }

    /// Writes the answers that differ between `before` and `after` into the profile on disk, which another program can have changed
    /// since `before` was read; without `before`, writes every answer of `after`. Makes the profile if there is none. When an
    /// answer changed that a service must learn of, the time of the change is saved as well.
    ///
    /// Returns the answers on disk, and those that the other program had given to the same fields: this later answer has replaced theirs.
    ///
    /// # Errors
    /// The error says why nothing was written. A file that this version cannot read is never overwritten; a broken one is renamed
    /// first.
    pub fn change_profile(
        &self,
        name: &str,
        before: Option<&Profile>,
        after: &Profile,
    ) -> Result<(Profile, Vec<EarlierAnswer>), StoreProblem> {
        let path = self.profile_path(name)?;
        let lock = self.lock_profiles()?;
        let stored = match self.load_under(&lock, name) {
            Ok(stored) => Some(stored),
            Err(
                StoreProblem::Missing | StoreProblem::SetAside(_) | StoreProblem::Unreadable { problem: ReadProblem::LeadsNowhere(_), .. },
            ) => None,
            Err(
                problem @ (StoreProblem::Foreign
                | StoreProblem::FromTheFuture
                | StoreProblem::NotAName
                | StoreProblem::Taken
                | StoreProblem::Locked(_)
                | StoreProblem::Unreadable { .. }
                | StoreProblem::Disk { .. }),
            ) => return Err(problem),
        };
        let (merged, replaced) = match &stored {
            Some(stored) => stored.with_changes(before, after),
            None => (after.clone(), Vec::new()),
        };
        if stored.as_ref() != Some(&merged) {
            atomic::write(&path, &merged)?;
            self.remember_changes(stored.as_ref(), &merged)?;
        }
        let earlier = |field: FieldId| (field, stored.as_ref().and_then(|stored| stored.answer(field)));
        let earlier = replaced.into_iter().map(earlier).collect();
        Ok((merged, earlier))
    }

    /// Renames a profile.
    ///
    /// # Errors
    /// [`StoreProblem::Taken`] when a profile with the new name exists, [`StoreProblem::Missing`] when `from` does not; else why it
    /// could not be renamed.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), StoreProblem> {
        let (old, new) = (self.profile_path(from)?, self.profile_path(to)?);
        if old.symlink_metadata().is_err() {
            return Err(StoreProblem::Missing);
        }
        let _lock = self.lock_profiles()?;
        atomic::rename(&old, &new)?;
        if self.last_opened().as_deref() == Some(from) { self.remember_opened(to) } else { Ok(()) }
    }

    /// Removes a profile. The saved state of its connection goes with it, unless another profile has the same connection.
    ///
    /// # Errors
    /// The error says why it could not be removed.
    pub fn remove(&self, name: &str) -> Result<(), StoreProblem> {
        let path = self.profile_path(name)?;
        if path.symlink_metadata().is_err() {
            return Err(StoreProblem::Missing);
        }
        let lock = self.lock_profiles()?;
        let profile = self.load_under(&lock, name).ok();
        match std::fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreProblem::Missing),
            Err(error) => return Err(atomic::disk(&path, &error)),
        }
        match profile {
            Some(profile) if !self.is_shared(&lock, &profile) => self.remove_state(&profile),
            Some(_) | None => Ok(()),
        }
    }

    fn is_shared(&self, lock: &FolderLock, profile: &Profile) -> bool {
        let key = ConnectionKey::of(profile);
        self.names().iter().filter_map(|name| self.load_under(lock, name).ok()).any(|other| ConnectionKey::of(&other) == key)
    }

    fn lock_profiles(&self) -> Result<FolderLock, StoreProblem> {
        Ok(lock(&self.profile_folder())?)
    }

    /// The name of the profile that was opened last. Its file can be gone.
    #[must_use]
    pub fn last_opened(&self) -> Option<String> {
        match atomic::read(&self.opened_path()) {
            Ok(Content::Table(table)) => table.try_into::<Opened>().ok()?.profile.filter(|name| profile_name(name).is_ok()),
            Ok(Content::Absent | Content::Broken) | Err(_) => None,
        }
    }

    /// Saves the name of the profile that was opened last.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn remember_opened(&self, name: &str) -> Result<(), StoreProblem> {
        if self.last_opened().as_deref() == Some(name) {
            return Ok(());
        }
        let _lock = lock(&self.folders.state)?;
        atomic::write(&self.opened_path(), &Opened { profile: Some(name.to_owned()) })
    }

    fn opened_path(&self) -> PathBuf {
        self.folders.state.join("opened.toml")
    }

    /// The path of a profile's file.
    ///
    /// # Errors
    /// [`StoreProblem::NotAName`] for a name that could lead out of the folder, among others.
    pub fn profile_path(&self, name: &str) -> Result<PathBuf, StoreProblem> {
        let name = profile_name(name).map_err(|_| StoreProblem::NotAName)?;
        Ok(self.profile_folder().join(format!("{name}.{EXTENSION}")))
    }
}

/// What the file of a profile holds.
enum ProfileFile {
    Absent,
    Profile(Box<Profile>),
    Broken,
    Foreign,
    FromTheFuture,
}

fn read(path: &Path) -> Result<ProfileFile, StoreProblem> {
    let table = match atomic::read(path)? {
        Content::Absent => return Ok(ProfileFile::Absent),
        Content::Broken => return Ok(ProfileFile::Broken),
        Content::Table(table) => table,
    };
    if super::state::is_newer(&table) {
        return Ok(ProfileFile::FromTheFuture);
    }
    let is_ours = table.contains_key("role") || table.contains_key("version");
    Ok(match atomic::read_as(table) {
        Some(profile) => ProfileFile::Profile(Box::new(profile)),
        None if is_ours => ProfileFile::Broken,
        None => ProfileFile::Foreign,
    })
}
