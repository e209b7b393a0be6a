//! The screen that asks for a profile's name, with a suggestion filled in.

use super::Entry;
use crate::journey::{Environment, Role, check_name};
use crate::values::Invalid;

#[derive(Debug, Clone)]
pub enum Purpose {
    New { role: Role, environment: Box<Environment> },
    Rename { from: String },
}

#[derive(Debug)]
pub struct Naming {
    pub purpose: Purpose,
    pub entry: Entry,
}

impl Naming {
    /// Starts with `name` as the suggestion.
    #[must_use]
    pub fn new(purpose: Purpose, name: String) -> Self {
        Self { purpose, entry: Entry::new(name) }
    }

    /// The name as it would be stored. A profile that is renamed may keep its own name.
    ///
    /// # Errors
    /// Why the text cannot be a profile's name.
    pub fn check<'a>(&self, taken: impl Iterator<Item = &'a str>) -> Result<String, Invalid> {
        let own = match &self.purpose {
            Purpose::Rename { from } => Some(from.as_str()),
            Purpose::New { .. } => None,
        };
        check_name(self.entry.text(), taken.filter(|name| Some(*name) != own))
    }
}
