//! The lines of Home: the profiles there are, and the ways to start one.

use super::Model;
use crate::journey::PublishedEnvironment;

/// A line of Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HomeLine {
    /// Continue with the profile of this index.
    Continue(usize),
    /// Start in an environment.
    Start(PublishedEnvironment),
}

impl Model {
    /// The lines of Home, in order.
    #[must_use]
    pub fn home_lines(&self) -> Vec<HomeLine> {
        let profiles = (0..self.profiles.len()).map(HomeLine::Continue);
        profiles.chain(PublishedEnvironment::ALL.iter().copied().map(HomeLine::Start)).collect()
    }

    /// The selected line of Home.
    #[must_use]
    pub fn home_line(&self) -> HomeLine {
        self.home_lines().get(self.home).copied().unwrap_or(HomeLine::Start(PublishedEnvironment::Sandbox))
    }

    /// The name of the selected profile.
    #[must_use]
    pub fn home_name(&self) -> Option<&str> {
        match self.home_line() {
            HomeLine::Continue(index) => self.profiles.get(index).map(|listed| listed.name.as_str()),
            HomeLine::Start(_) => None,
        }
    }
}
