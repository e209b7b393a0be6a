//! A text in the three languages that Altinn shows.

use serde::{Deserialize, Serialize};

/// The same text in Bokmål, Nynorsk and English. None of them is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InLanguages {
    pub nb: String,
    pub nn: String,
    pub en: String,
}

impl InLanguages {
    /// One text for all languages.
    #[must_use]
    pub fn all(text: &str) -> Self {
        Self { nb: text.to_owned(), nn: text.to_owned(), en: text.to_owned() }
    }
}
