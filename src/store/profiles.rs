//! Profiles: one file each, `profiles/<name>.toml`.

use super::atomic::{self, Content};
use super::{ConnectionState, Store, StoreProblem};
use crate::journey::Profile;
use crate::values::Invalid;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

const LONGEST: usize = 40;
const EXTENSION: &str = "toml";

/// A profile in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    pub name: String,
    /// The profile, or why it cannot be read.
    pub profile: Result<Profile, StoreProblem>,
    /// What was found last, and where the user was.
    pub state: ConnectionState,
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
    /// Every profile, by name. A broken one is set aside and listed with where it is now.
    #[must_use]
    pub fn profiles(&self) -> Vec<Listed> {
        let entries = std::fs::read_dir(self.profile_folder()).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == EXTENSION))
            .filter_map(|path| path.file_stem().and_then(|name| name.to_str()).map(ToOwned::to_owned))
            .filter(|name| profile_name(name).is_ok())
            .collect();
        names.sort_by_key(|name| name.to_lowercase());
        names.into_iter().map(|name| self.listed(name)).collect()
    }

    fn listed(&self, name: String) -> Listed {
        let profile = self.load(&name);
        let (state, state_aside) = match profile.as_ref().map(|profile| self.state_or_aside(profile)) {
            Ok(Ok(state)) => (state, None),
            Ok(Err(StoreProblem::SetAside(path))) => (ConnectionState::default(), Some(path)),
            Ok(Err(_)) | Err(_) => (ConnectionState::default(), None),
        };
        Listed { name, profile, state, state_aside }
    }

    /// One profile.
    ///
    /// # Errors
    /// Why it cannot be read; a broken one has then been set aside.
    pub fn load(&self, name: &str) -> Result<Profile, StoreProblem> {
        let path = self.profile_path(name)?;
        match atomic::read(&path)? {
            Content::Absent => Err(StoreProblem::Missing),
            Content::Broken => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
            Content::Table(table) => match profile(table) {
                Err(Unreadable::Broken) => Err(StoreProblem::SetAside(atomic::set_aside(&path)?)),
                Err(Unreadable::Foreign) => Err(StoreProblem::Foreign),
                Err(Unreadable::FromTheFuture) => Err(StoreProblem::FromTheFuture),
                Ok(profile) => Ok(profile),
            },
        }
    }

    /// Writes a profile, whole or not at all. Remembers when answers changed that a service has to learn of.
    ///
    /// # Errors
    /// Why it was not written: a file that this version cannot read is never overwritten, a broken one is set aside first.
    pub fn save(&self, name: &str, profile: &Profile) -> Result<(), StoreProblem> {
        let path = self.profile_path(name)?;
        let before = match self.load(name) {
            Ok(before) => Some(before),
            Err(StoreProblem::Missing | StoreProblem::SetAside(_)) => None,
            Err(
                problem @ (StoreProblem::Foreign
                | StoreProblem::FromTheFuture
                | StoreProblem::NotAName
                | StoreProblem::Taken
                | StoreProblem::NoFolder
                | StoreProblem::Disk { .. }),
            ) => return Err(problem),
        };
        if before.as_ref() == Some(profile) {
            return Ok(());
        }
        atomic::write(&path, profile)?;
        self.remember_changes(before.as_ref(), profile)
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
        let profile = self.load(name).ok();
        match std::fs::remove_file(&path) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(StoreProblem::Missing),
            Err(error) => return Err(atomic::disk(&path, &error)),
        }
        match profile {
            Some(profile) if !self.is_shared(&profile) => self.remove_state(&profile),
            Some(_) | None => Ok(()),
        }
    }

    fn is_shared(&self, profile: &Profile) -> bool {
        let connection = super::connection(profile);
        self.profiles().iter().filter_map(|listed| listed.profile.as_ref().ok()).any(|other| super::connection(other) == connection)
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

/// Why a table is no profile.
enum Unreadable {
    Broken,
    Foreign,
    FromTheFuture,
}

fn profile(table: toml::Table) -> Result<Profile, Unreadable> {
    if super::state::is_newer(&table) {
        return Err(Unreadable::FromTheFuture);
    }
    let is_ours = table.contains_key("role") || table.contains_key("version");
    table.try_into().map_err(|_| if is_ours { Unreadable::Broken } else { Unreadable::Foreign })
}
