//! A text that was given in some of Altinn's languages.

use super::InLanguages;
use serde::{Deserialize, Serialize};

/// A text in the languages that the user gave it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SomeLanguages {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nb: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl SomeLanguages {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The text in all languages: where one is missing, another stands in. None if there is none.
    #[must_use]
    pub fn in_all(&self) -> Option<InLanguages> {
        let nb = self.nb.as_ref().or(self.nn.as_ref()).or(self.en.as_ref())?;
        let or_nb = |given: &Option<String>| given.as_ref().unwrap_or(nb).clone();
        Some(InLanguages { nb: nb.clone(), nn: or_nb(&self.nn), en: or_nb(&self.en) })
    }
}
