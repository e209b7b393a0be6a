//! What somebody calls a thing, in up to three languages.

use serde::{Deserialize, Serialize};

/// A name in bokmål, nynorsk and English, as far as there is one. The services keep names and titles like this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Names {
    pub nb: Option<String>,
    pub nn: Option<String>,
    pub en: Option<String>,
}

impl Names {
    /// A name that is the same in every language.
    #[must_use]
    pub fn everywhere(name: impl Into<String>) -> Self {
        Self { nb: Some(name.into()), nn: None, en: None }
    }

    /// The name in English, else in a Norwegian.
    #[must_use]
    pub fn in_english(&self) -> Option<&str> {
        self.en.as_deref().or(self.nb.as_deref()).or(self.nn.as_deref())
    }

    /// The name in bokmål, else in nynorsk or English.
    #[must_use]
    pub fn in_bokmal(&self) -> Option<&str> {
        self.nb.as_deref().or(self.nn.as_deref()).or(self.en.as_deref())
    }

    /// Every one of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.nb, &self.nn, &self.en].into_iter().filter_map(|name| name.as_deref())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }
}
