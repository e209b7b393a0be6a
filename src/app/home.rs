//! The lines of Home: one for each profile, then one for each environment to start a new one in.

use super::{Model, Screen};
use crate::journey::{ListedProfile, PublishedEnvironment};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeLine {
    /// Continue with a profile, by its index in `Model::profiles`.
    Continue(usize),
    /// Start a new profile in this environment.
    Start(PublishedEnvironment),
}

impl Model {
    /// All lines, from the top. While profiles are found by typing, those that fit.
    #[must_use]
    pub fn home_lines(&self) -> Vec<HomeLine> {
        let profiles = self.profiles.iter().enumerate();
        match self.sought() {
            Some(sought) => {
                let words: Vec<String> = sought.split_whitespace().map(str::to_lowercase).collect();
                let fits = |listed: &ListedProfile| self.fits(listed, &words);
                profiles.filter(|(_, listed)| fits(listed)).map(|(index, _)| HomeLine::Continue(index)).collect()
            }
            None => {
                let starts = PublishedEnvironment::ALL.iter().copied().map(HomeLine::Start);
                profiles.map(|(index, _)| HomeLine::Continue(index)).chain(starts).collect()
            }
        }
    }

    /// The words that profiles are found by. None while none are typed for.
    #[must_use]
    pub fn sought(&self) -> Option<&str> {
        match self.top() {
            Some(Screen::Find(entry)) => Some(entry.text()),
            _ => None,
        }
    }

    /// Whether each word stands in the profile's name, role, environment, organisation or resource.
    fn fits(&self, listed: &ListedProfile, words: &[String]) -> bool {
        let about = listed.profile.as_ref().map(|profile| {
            let organisation = profile.organisation.as_ref().map(|number| format!("{number} {}", number.digits()));
            let resource = profile.resource.as_ref().map(ToString::to_string);
            let parts = [Some(self.text.role(profile.role)), Some(self.text.environment(&profile.environment)), organisation, resource];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let all = format!("{} {}", listed.name, about.unwrap_or_default()).to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
    }

    #[must_use]
    pub fn home_line(&self) -> HomeLine {
        self.home_lines().get(self.home).copied().unwrap_or(HomeLine::Start(PublishedEnvironment::Sandbox))
    }

    /// The name of the selected profile. None while a line that starts a new one is selected.
    #[must_use]
    pub fn home_name(&self) -> Option<&str> {
        self.home_listed().map(|listed| listed.name.as_str())
    }

    /// The selected profile.
    #[must_use]
    pub fn home_listed(&self) -> Option<&ListedProfile> {
        match self.home_line() {
            HomeLine::Continue(index) => self.profiles.get(index),
            HomeLine::Start(_) => None,
        }
    }
}
