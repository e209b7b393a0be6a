//! Profiles: one file each, `profiles/<name>.toml`.

use super::atomic::{self, Content};
use super::lock::{FolderLock, lock};
use super::{Store, StoreProblem};
use crate::journey::{ConnectionKey, FieldId, Profile, SavedState};
use crate::values::Invalid;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

const LONGEST: usize = 40;
const EXTENSION: &str = "toml";

/// A profile in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub name: String,
    /// The profile, or why it cannot be read.
    pub profile: Result<Profile, StoreProblem>,
    /// What was found last, and where the user was.
    pub state: SavedState,
    /// Where what was found last lies now, if it could not be read.
    pub state_aside: Option<PathBuf>,
}

/// The profile that was opened last.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Opened {
    profile: Option<String>,
}

/// Whether a profile may have this name, which is also a file's name on every system.
///
/// # Errors
/// [`Invalid::ProfileNameShape`].
pub fn profile_name(name: &str) -> Result<(), Invalid> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '_' | '-');
    let starts = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    // Windows drops a dot or a space at the end of a file's name.
    let ends = !name.ends_with(['.', ' ']);
    let fits = name.chars().count() <= LONGEST;
    if starts && ends && fits && name.chars().all(allowed) { Ok(()) } else { Err(Invalid::ProfileNameShape) }
}

impl Store {
    /// The names of the profiles, in order.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.profile_folder()).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == EXTENSION))
            .filter_map(|path| path.file_stem().and_then(|name| name.to_str()).map(ToOwned::to_owned))
            .filter(|name| profile_name(name).is_ok())
            .collect();
        names.sort_by_key(|name| name.to_lowercase());
        names
    }

    /// Every profile, by name. A broken one is set aside and listed with where it is now.
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

    /// One profile.
    ///
    /// # Errors
    /// Why it cannot be read; a broken one has then been set aside.
    pub fn load(&self, name: &str) -> Result<Profile, StoreProblem> {
        match read(&self.profile_path(name)?)? {
            Stored::Profile(profile) => Ok(*profile),
            Stored::Absent => Err(StoreProblem::Missing),
            Stored::Foreign => Err(StoreProblem::Foreign),
            Stored::FromTheFuture => Err(StoreProblem::FromTheFuture),
            // Another program may have set it aside, and written a new one, just now.
            Stored::Broken => self.load_under(&self.lock_profiles()?, name),
        }
    }

    fn load_under(&self, _lock: &FolderLock, name: &str) -> Result<Profile, StoreProblem> {
        let path = self.profile_path(name)?;
        match read(&path)? {
            Stored::Profile(profile) => Ok(*profile),
            Stored::Absent => Err(StoreProblem::Missing),
            Stored::Foreign => Err(StoreProblem::Foreign),
            Stored::FromTheFuture => Err(StoreProblem::FromTheFuture),
            Stored::Broken => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
        }
    }

    /// Writes a profile that is new.
    ///
    /// # Errors
    /// Why it was not written: one that is there already is never overwritten, not even by a program that made it meanwhile.
    pub fn create_profile(&self, name: &str, profile: &Profile) -> Result<(), StoreProblem> {
        let path = self.profile_path(name)?;
        let lock = self.lock_profiles()?;
        match self.load_under(&lock, name) {
            Err(StoreProblem::Missing) => {}
            Ok(_) => return Err(StoreProblem::Taken),
            Err(problem) => return Err(problem),
        }
        atomic::write(&path, profile)?;
        self.remember_changes(None, profile)
    }

    /// Writes the answers that changed from `before` to `after` into the profile, which another program may have changed
    /// meanwhile; without `before`, every answer of `after`. Makes the profile if there is none. Remembers when answers changed
    /// that a service has to learn of.
    ///
    /// Answers the fields that the other program had answered otherwise meanwhile: the later answer, ours, is kept.
    ///
    /// # Errors
    /// Why it was not written: a file that this version cannot read is never overwritten, a broken one is set aside first.
    pub fn change_profile(&self, name: &str, before: Option<&Profile>, after: &Profile) -> Result<Vec<FieldId>, StoreProblem> {
        let path = self.profile_path(name)?;
        let lock = self.lock_profiles()?;
        let stored = match self.load_under(&lock, name) {
            Ok(stored) => Some(stored),
            Err(StoreProblem::Missing | StoreProblem::SetAside(_)) => None,
            Err(
                problem @ (StoreProblem::Foreign
                | StoreProblem::FromTheFuture
                | StoreProblem::NotAName
                | StoreProblem::Taken
                | StoreProblem::Locked(_)
                | StoreProblem::NoFolder
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
        Ok(replaced)
    }

    /// Renames a profile; an existing one is never overwritten.
    ///
    /// # Errors
    /// Why not.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), StoreProblem> {
        let (old, new) = (self.profile_path(from)?, self.profile_path(to)?);
        if matches!(atomic::read(&old)?, Content::Absent) {
            return Err(StoreProblem::Missing);
        }
        let _lock = self.lock_profiles()?;
        // A kill in between leaves both names, never none.
        atomic::copy_to_new(&old, &new)?;
        std::fs::remove_file(&old).map_err(|error| atomic::disk(&old, &error))?;
        if self.last_opened().as_deref() == Some(from) { self.remember_opened(to) } else { Ok(()) }
    }

    /// Removes a profile, and what is kept of its connection unless another profile has the same.
    ///
    /// # Errors
    /// Why not.
    pub fn remove(&self, name: &str) -> Result<(), StoreProblem> {
        let path = self.profile_path(name)?;
        if matches!(atomic::read(&path)?, Content::Absent) {
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
        lock(&self.profile_folder())
    }

    /// The profile that was opened last.
    #[must_use]
    pub fn last_opened(&self) -> Option<String> {
        match atomic::read(&self.opened_path()) {
            Ok(Content::Table(table)) => table.try_into::<Opened>().ok()?.profile.filter(|name| profile_name(name).is_ok()),
            Ok(Content::Absent | Content::Broken) | Err(_) => None,
        }
    }

    /// Remembers it.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn remember_opened(&self, name: &str) -> Result<(), StoreProblem> {
        if self.last_opened().as_deref() == Some(name) {
            return Ok(());
        }
        atomic::write(&self.opened_path(), &Opened { profile: Some(name.to_owned()) })
    }

    fn opened_path(&self) -> PathBuf {
        self.folders.state.join("opened.toml")
    }

    /// The file of a profile.
    ///
    /// # Errors
    /// [`StoreProblem::NotAName`], so that no name ever leads out of the folder.
    pub fn profile_path(&self, name: &str) -> Result<PathBuf, StoreProblem> {
        profile_name(name).map_err(|_| StoreProblem::NotAName)?;
        Ok(self.profile_folder().join(format!("{name}.{EXTENSION}")))
    }
}

/// What lies under a profile's name.
enum Stored {
    Absent,
    Profile(Box<Profile>),
    Broken,
    Foreign,
    FromTheFuture,
}

fn read(path: &Path) -> Result<Stored, StoreProblem> {
    let table = match atomic::read(path)? {
        Content::Absent => return Ok(Stored::Absent),
        Content::Broken => return Ok(Stored::Broken),
        Content::Table(table) => table,
    };
    if super::state::is_newer(&table) {
        return Ok(Stored::FromTheFuture);
    }
    let is_ours = table.contains_key("role") || table.contains_key("version");
    Ok(match table.try_into() {
        Ok(profile) => Stored::Profile(Box::new(profile)),
        Err(_) if is_ours => Stored::Broken,
        Err(_) => Stored::Foreign,
    })
}
