//! Lists, opens, makes, changes, renames and removes profiles.

use super::Engine;
use super::problem::shown;
use crate::journey::{ConnectionKey, EngineMessage, ListedProfile, Profile};
use std::path::PathBuf;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProfileList {
    /// Sorted by name, ignoring case.
    pub profiles: Vec<ListedProfile>,
    /// One message for each connection whose saved state was broken and has been set aside.
    pub messages: Vec<EngineMessage>,
}

impl Engine {
    /// Every profile with the saved state of its connection.
    #[must_use]
    pub fn profiles(&self) -> ProfileList {
        let mut list = ProfileList::default();
        let all = self.store.profiles();
        let mut last_read = self.last_read();
        for listed in all {
            if let Ok(profile) = &listed.profile {
                last_read.profiles.insert(listed.name.clone(), profile.clone());
                last_read.states.insert(ConnectionKey::of(profile), listed.state.clone());
            }
            list.messages.extend(listed.state_aside.map(|path| EngineMessage::StateBroken { path: shown(&path) }));
            let profile = listed.profile.map_err(|problem| self.unreadable(&listed.name, problem));
            list.profiles.push(ListedProfile { name: listed.name, profile, state: listed.state });
        }
        list
    }

    /// The answers of one profile.
    ///
    /// # Errors
    /// The error says why the file cannot be read. A broken file has been renamed by then, and the error gives its new name.
    pub fn profile(&self, name: &str) -> Result<Profile, EngineMessage> {
        let profile = self.store.load(name).map_err(|problem| self.unreadable(name, problem))?;
        self.last_read().profiles.insert(name.to_owned(), profile.clone());
        Ok(profile)
    }

    /// Makes a profile and returns the path of its file.
    ///
    /// # Errors
    /// The error says why there is no new profile. An existing profile with this name is never overwritten.
    pub fn create_profile(&self, name: &str, profile: &Profile) -> Result<PathBuf, EngineMessage> {
        let made = self.store.create_profile(name, profile).and_then(|()| self.store.profile_path(name));
        let path = made.map_err(|problem| self.unwritten(name, problem))?;
        self.last_read().profiles.insert(name.to_owned(), profile.clone());
        Ok(path)
    }

    /// Writes the answers that changed since this front last read or wrote the profile. The other answers stay as they are on disk.
    /// Makes the profile if there is none.
    ///
    /// Returns [`EngineMessage::AnswersReplaced`] when another program changed the same answers in the meantime; `profile`'s
    /// answers win.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn change_profile(&self, name: &str, profile: &Profile) -> Result<Option<EngineMessage>, EngineMessage> {
        let before = self.last_read().profiles.get(name).cloned();
        let replaced = self.store.change_profile(name, before.as_ref(), profile).map_err(|problem| self.unwritten(name, problem))?;
        self.last_read().profiles.insert(name.to_owned(), profile.clone());
        let fields: Vec<String> = replaced.iter().map(ToString::to_string).collect();
        Ok((!fields.is_empty()).then_some(EngineMessage::AnswersReplaced { fields }))
    }

    /// Renames a profile.
    ///
    /// # Errors
    /// The error says why the name stays. An existing profile with the new name is never overwritten.
    pub fn rename_profile(&self, from: &str, to: &str) -> Result<(), EngineMessage> {
        let renamed = self.store.rename(from, to);
        renamed.map_err(|problem| self.unwritten(if problem == crate::store::StoreProblem::Taken { to } else { from }, problem))?;
        let mut last_read = self.last_read();
        if let Some(profile) = last_read.profiles.remove(from) {
            last_read.profiles.insert(to.to_owned(), profile);
        }
        Ok(())
    }

    /// Removes a profile. The saved state of its connection goes with it, unless another profile has the same connection.
    ///
    /// # Errors
    /// The error says why the profile could not be removed.
    pub fn remove_profile(&self, name: &str) -> Result<(), EngineMessage> {
        self.store.remove(name).map_err(|problem| self.unwritten(name, problem))?;
        let mut last_read = self.last_read();
        if let Some(profile) = last_read.profiles.remove(name) {
            last_read.states.remove(&ConnectionKey::of(&profile));
        }
        Ok(())
    }

    /// The name of the profile that was opened last. Its file can be gone.
    #[must_use]
    pub fn last_opened(&self) -> Option<String> {
        self.store.last_opened()
    }

    /// Saves which profile was opened last.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn remember_opened(&self, name: &str) -> Result<(), EngineMessage> {
        self.store.remember_opened(name).map_err(|problem| self.unwritten(name, problem))
    }
}
