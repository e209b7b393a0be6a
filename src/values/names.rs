//! What somebody calls a thing, in up to three languages.

use super::Language;
use serde::{Deserialize, Serialize};

/// A name in bokmål, nynorsk and English, as far as there is one. The services keep names and titles like this.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Names {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nb: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Names {
    /// A name that is the same in every language.
    #[must_use]
    pub fn everywhere(name: impl Into<String>) -> Self {
        Self { nb: Some(name.into()), nn: None, en: None }
    }

    /// The name in this language, else in the one that its readers read most easily.
    #[must_use]
    pub fn read_in(&self, language: Language) -> Option<&str> {
        let [first, second, third] = match language {
            Language::Bokmal => [&self.nb, &self.nn, &self.en],
            Language::Nynorsk => [&self.nn, &self.nb, &self.en],
            Language::English => [&self.en, &self.nb, &self.nn],
        };
        first.as_deref().or(second.as_deref()).or(third.as_deref())
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
