//! The profiles: listed, opened, made, changed, renamed, removed.

use super::Engine;
use super::problem::shown;
use crate::journey::{ConnectionKey, EngineMessage, ListedProfile, Profile};
use std::path::PathBuf;

/// The profiles there are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProfileList {
    /// In the order of their names.
    pub profiles: Vec<ListedProfile>,
    /// What could not be read of what is kept with them.
    pub messages: Vec<EngineMessage>,
}

impl Engine {
    /// Every profile with what is kept of its connection.
    #[must_use]
    pub fn profiles(&self) -> ProfileList {
        let mut list = ProfileList::default();
        let all = self.store.profiles();
        let mut told = self.told();
        for listed in all {
            if let Ok(profile) = &listed.profile {
                told.profiles.insert(listed.name.clone(), profile.clone());
                told.states.insert(ConnectionKey::of(profile), listed.state.clone());
            }
            list.messages.extend(listed.state_aside.map(|path| EngineMessage::StateBroken { path: shown(&path) }));
            let profile = listed.profile.map_err(|problem| self.unreadable(&listed.name, problem));
            list.profiles.push(ListedProfile { name: listed.name, profile, state: listed.state });
        }
        list
    }

    /// One profile's answers.
    ///
    /// # Errors
    /// Why they cannot be read; a broken file has then been set aside.
    pub fn profile(&self, name: &str) -> Result<Profile, EngineMessage> {
        let profile = self.store.load(name).map_err(|problem| self.unreadable(name, problem))?;
        self.told().profiles.insert(name.to_owned(), profile.clone());
        Ok(profile)
    }

    /// Makes a profile.
    ///
    /// # Errors
    /// Why not; one of that name is never overwritten.
    pub fn create_profile(&self, name: &str, profile: &Profile) -> Result<PathBuf, EngineMessage> {
        let made = self.store.create_profile(name, profile).and_then(|()| self.store.profile_path(name));
        let path = made.map_err(|problem| self.unwritten(name, problem))?;
        self.told().profiles.insert(name.to_owned(), profile.clone());
        Ok(path)
    }

    /// Writes the answers that the front's user has changed since the front was told of them; the others stay as they are on
    /// disk. Makes the profile if there is none.
    ///
    /// Answers [`EngineMessage::AnswersReplaced`] where another program had changed the same answers meanwhile.
    ///
    /// # Errors
    /// Why nothing was written.
    pub fn change_profile(&self, name: &str, profile: &Profile) -> Result<Option<EngineMessage>, EngineMessage> {
        let before = self.told().profiles.get(name).cloned();
        let replaced = self.store.change_profile(name, before.as_ref(), profile).map_err(|problem| self.unwritten(name, problem))?;
        self.told().profiles.insert(name.to_owned(), profile.clone());
        let fields: Vec<String> = replaced.iter().map(ToString::to_string).collect();
        Ok((!fields.is_empty()).then_some(EngineMessage::AnswersReplaced { fields }))
    }

    /// Renames a profile.
    ///
    /// # Errors
    /// Why not; one of the new name is never overwritten.
    pub fn rename_profile(&self, from: &str, to: &str) -> Result<(), EngineMessage> {
        let renamed = self.store.rename(from, to);
        renamed.map_err(|problem| self.unwritten(if problem == crate::store::StoreProblem::Taken { to } else { from }, problem))?;
        let mut told = self.told();
        if let Some(profile) = told.profiles.remove(from) {
            told.profiles.insert(to.to_owned(), profile);
        }
        Ok(())
    }

    /// Removes a profile, and what is kept of its connection unless another profile is about the same.
    ///
    /// # Errors
    /// Why not.
    pub fn remove_profile(&self, name: &str) -> Result<(), EngineMessage> {
        self.store.remove(name).map_err(|problem| self.unwritten(name, problem))?;
        let mut told = self.told();
        if let Some(profile) = told.profiles.remove(name) {
            told.states.remove(&ConnectionKey::of(&profile));
        }
        Ok(())
    }

    /// The name of the profile that was opened last.
    #[must_use]
    pub fn last_opened(&self) -> Option<String> {
        self.store.last_opened()
    }

    /// Remembers which profile was opened last.
    ///
    /// # Errors
    /// Why it was not written.
    pub fn remember_opened(&self, name: &str) -> Result<(), EngineMessage> {
        self.store.remember_opened(name).map_err(|problem| self.unwritten(name, problem))
    }
}
