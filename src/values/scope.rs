//! OAuth scopes.

use super::Invalid;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One scope, such as `altinn:broker.write`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scope(String);

impl Scope {
    /// A scope whose name is written in this program.
    #[must_use]
    pub fn known(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// The name as it stands in requests and tokens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Altinn grants it (all its scopes start with `altinn:`).
    #[must_use]
    pub fn is_altinns(&self) -> bool {
        self.0.starts_with("altinn:")
    }
}

impl FromStr for Scope {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let name = text.trim();
        // RFC 6749 section 3.3: visible ASCII but for the quote and the backslash.
        let allowed = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
        match name {
            "" => Err(Invalid::Empty),
            _ if name.chars().all(allowed) => Ok(Self(name.to_owned())),
            _ => Err(Invalid::ScopeShape),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
