//! What shall the profile be called? A good name stands there already.

use super::Entry;
use crate::app::check_name;
use crate::journey::{Environment, Role};
use crate::values::Invalid;

/// Why a name is asked for.
#[derive(Debug, Clone)]
pub enum Purpose {
    /// For a new profile.
    New { role: Role, environment: Box<Environment> },
    /// For one that has another name now.
    Rename { from: String },
}

/// A name being given.
#[derive(Debug)]
pub struct Naming {
    pub purpose: Purpose,
    pub entry: Entry,
}

impl Naming {
    /// Asks for a name, with one filled in.
    #[must_use]
    pub fn new(purpose: Purpose, name: String) -> Self {
        Self { purpose, entry: Entry::new(name) }
    }

    /// What is wrong with the name as it stands.
    ///
    /// # Errors
    /// Why it cannot be one.
    pub fn check<'a>(&self, taken: impl Iterator<Item = &'a str>) -> Result<String, Invalid> {
        let own = match &self.purpose {
            Purpose::Rename { from } => Some(from.as_str()),
            Purpose::New { .. } => None,
        };
        check_name(self.entry.text(), taken.filter(|name| Some(*name) != own))
    }
}
