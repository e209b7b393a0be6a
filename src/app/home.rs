//! The lines of Home: one for each profile, then one for each environment to start a new one in.

use super::Model;
use crate::journey::PublishedEnvironment;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeLine {
    /// Continue with a profile, by its index in `Model::profiles`.
    Continue(usize),
    /// Start a new profile in this environment.
    Start(PublishedEnvironment),
}

impl Model {
    /// All lines, from the top.
    #[must_use]
    pub fn home_lines(&self) -> Vec<HomeLine> {
        let profiles = (0..self.profiles.len()).map(HomeLine::Continue);
        profiles.chain(PublishedEnvironment::ALL.iter().copied().map(HomeLine::Start)).collect()
    }

    #[must_use]
    pub fn home_line(&self) -> HomeLine {
        self.home_lines().get(self.home).copied().unwrap_or(HomeLine::Start(PublishedEnvironment::Sandbox))
    }

    /// The name of the selected profile. None while a line that starts a new one is selected.
    #[must_use]
    pub fn home_name(&self) -> Option<&str> {
        match self.home_line() {
            HomeLine::Continue(index) => self.profiles.get(index).map(|listed| listed.name.as_str()),
            HomeLine::Start(_) => None,
        }
    }
}
