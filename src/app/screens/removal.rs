//! The question whether to remove a profile. One of production is removed only once its name is typed.

use super::Entry;

#[derive(Debug)]
pub struct Removal {
    pub name: String,
    /// The line that the name is typed in. None where Enter alone removes it.
    pub entry: Option<Entry>,
}

impl Removal {
    #[must_use]
    pub fn new(name: String, is_production: bool) -> Self {
        Self { name, entry: is_production.then(|| Entry::new(String::new())) }
    }

    /// Whether Enter removes the profile.
    #[must_use]
    pub fn is_meant(&self) -> bool {
        self.entry.as_ref().is_none_or(|entry| entry.text().trim() == self.name)
    }
}
