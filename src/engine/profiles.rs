//! Lists, opens, makes, changes, renames and removes profiles.

use super::Engine;
use super::last_read::KnownProfile;
use super::problem::{disk_words, shown};
use super::unkept::UnkeptProfile;
use crate::journey::{ConnectionKey, EngineMessage, FieldId, ListedProfile, Profile, SavedState};
use crate::store::StoreProblem;
use jiff::Zoned;
use std::path::PathBuf;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProfileList {
    /// Sorted by name, ignoring case.
    pub profiles: Vec<ListedProfile>,
    /// One message for each connection whose saved state was broken and has been set aside.
    pub messages: Vec<EngineMessage>,
}

/// A profile that has been written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedProfile {
    /// The answers on disk: also those that another program has given meanwhile.
    pub merged: Profile,
    /// [`EngineMessage::AnswersReplaced`] when another program had changed the same answers.
    pub told: Option<EngineMessage>,
}

impl Engine {
    /// Every profile with the saved state of its connection. What could not be saved stands over what is on disk.
    #[must_use]
    pub fn profiles(&self) -> ProfileList {
        let mut list = ProfileList::default();
        for listed in self.store.profiles() {
            if let Ok(profile) = &listed.profile {
                let mut last_read = self.last_read();
                last_read.profiles.insert(listed.name.clone(), KnownProfile::read(profile));
                last_read.states.insert(ConnectionKey::of(profile), listed.state.clone());
            }
            list.messages.extend(listed.state_aside.map(|path| EngineMessage::StateBroken { path: shown(&path) }));
            let profile = listed.profile.map_err(|problem| self.unreadable(&listed.name, problem));
            let profile = profile.map(|profile| self.with_unkept(&listed.name, profile));
            let state = match &profile {
                Ok(profile) => listed.state.for_answers(profile),
                Err(_) => listed.state,
            };
            list.profiles.push(ListedProfile { name: listed.name, profile, state });
        }
        for (name, UnkeptProfile { after, .. }) in &self.unkept_things().profiles {
            if list.profiles.iter().all(|listed| listed.name != *name) {
                list.profiles.push(ListedProfile { name: name.clone(), profile: Ok(after.clone()), state: SavedState::default() });
            }
        }
        list.profiles.sort_by_key(|listed| listed.name.to_lowercase());
        list
    }

    /// The answers of one profile. What could not be saved stands over what is on disk.
    ///
    /// # Errors
    /// The error says why the file cannot be read. A broken file has been renamed by then, and the error gives its new name.
    pub fn profile(&self, name: &str) -> Result<Profile, EngineMessage> {
        match self.store.load(name) {
            Ok(profile) => {
                self.last_read().profiles.insert(name.to_owned(), KnownProfile::read(&profile));
                Ok(self.with_unkept(name, profile))
            }
            Err(problem) => {
                let unkept = self.unkept_things().profiles.get(name).map(|unkept| unkept.after.clone());
                unkept.ok_or_else(|| self.unreadable(name, problem))
            }
        }
    }

    fn with_unkept(&self, name: &str, stored: Profile) -> Profile {
        match self.unkept_things().profiles.get(name) {
            Some(unkept) => stored.with_changes(unkept.before.as_ref(), &unkept.after).0,
            None => stored,
        }
    }

    /// Makes a profile and returns the path of its file.
    ///
    /// # Errors
    /// The error says why there is no new profile. An existing profile with this name is never overwritten.
    pub fn create_profile(&self, name: &str, profile: &Profile) -> Result<PathBuf, EngineMessage> {
        let made = self.store.create_profile(name, profile).and_then(|()| self.store.profile_path(name));
        let path = made.map_err(|problem| self.unwritten(name, problem))?;
        self.last_read().profiles.insert(name.to_owned(), KnownProfile::read(profile));
        Ok(path)
    }

    /// Writes the answers that changed since this front last read or wrote the profile. The other answers stay as they are on disk.
    /// Makes the profile if there is none. Of two answers to one field the later one stands, and the earlier one is told.
    ///
    /// # Errors
    /// The error says why nothing was written. The changes are held, and written with the next save ([`Engine::unkept`]).
    pub fn change_profile(&self, name: &str, profile: &Profile) -> Result<SavedProfile, EngineMessage> {
        let held = self.unkept_things().profiles.get(name).map(|unkept| unkept.before.clone());
        let before = held.unwrap_or_else(|| self.last_read().profiles.get(name).map(|known| known.before(profile)));
        match self.store.change_profile(name, before.as_ref(), profile) {
            Ok((merged, earlier)) => {
                self.unkept_things().profiles.remove(name);
                self.last_read().profiles.insert(name.to_owned(), KnownProfile::written(profile, &merged));
                let told = (!earlier.is_empty()).then(|| EngineMessage::AnswersReplaced { answers: listed(&earlier) });
                Ok(SavedProfile { merged, told })
            }
            Err(problem) => {
                let problem = self.unwritten(name, problem);
                let unkept = UnkeptProfile { before, after: profile.clone(), problem: problem.clone() };
                self.unkept_things().profiles.insert(name.to_owned(), unkept);
                Err(problem)
            }
        }
    }

    /// Saves a letter in the folder of letters, in place of one with the same name, and returns its path.
    ///
    /// # Errors
    /// The error says why nothing was written.
    pub fn save_letter(&self, name: &str, text: &str) -> Result<String, EngineMessage> {
        self.store.save_letter(name, text).map(|path| shown(&path)).map_err(|problem| self.unwritten(name, problem))
    }

    /// Renames a profile.
    ///
    /// # Errors
    /// The error says why the name stays. An existing profile with the new name is never overwritten.
    pub fn rename_profile(&self, from: &str, to: &str) -> Result<(), EngineMessage> {
        let unkept = self.unkept_things().profiles.get(from).map(|unkept| unkept.after.clone());
        if let Some(profile) = unkept {
            self.change_profile(from, &profile)?;
        }
        let renamed = self.store.rename(from, to);
        renamed.map_err(|problem| self.unwritten(if problem == StoreProblem::Taken { to } else { from }, problem))?;
        let mut last_read = self.last_read();
        if let Some(profile) = last_read.profiles.remove(from) {
            last_read.profiles.insert(to.to_owned(), profile);
        }
        Ok(())
    }

    /// Removes a profile. The saved state of its connection goes with it, unless another profile has the same connection. The keys
    /// that were made for it are kept: the message says where they lie now.
    ///
    /// # Errors
    /// The error says why the profile could not be removed.
    pub fn remove_profile(&self, name: &str) -> Result<Option<EngineMessage>, EngineMessage> {
        let profile = self.profile(name).ok();
        let was_unkept = self.unkept_things().profiles.remove(name).is_some();
        match self.store.remove(name) {
            // It was never on disk.
            Err(StoreProblem::Missing) if was_unkept => {}
            removed => removed.map_err(|problem| self.unwritten(name, problem))?,
        }
        self.last_read().profiles.remove(name);
        if let Some(key) = profile.as_ref().map(ConnectionKey::of) {
            self.last_read().states.remove(&key);
            self.unkept_things().states.remove(&key);
        }
        Ok(self.set_keys_aside(name))
    }

    /// The profile is gone by then, so what happens to its keys is told and is no error.
    fn set_keys_aside(&self, name: &str) -> Option<EngineMessage> {
        match self.store.set_keys_aside(name, Zoned::now().date()) {
            Ok(folder) => folder.map(|folder| EngineMessage::KeysMoved { path: shown(&folder) }),
            Err(problem) => {
                let path = shown(&self.store.keys_folder(name));
                Some(EngineMessage::KeysNotMoved { path, reason: disk_words(&problem) })
            }
        }
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

/// Answers as the messages have them: `client.id=7e1c…`.
fn listed(answers: &[(FieldId, Option<String>)]) -> Vec<String> {
    answers.iter().map(|(field, text)| format!("{field}={}", text.as_deref().unwrap_or_default())).collect()
}
