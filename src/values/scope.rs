//! OAuth scopes.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// One scope, such as `altinn:broker.write`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Scope(String);

impl Scope {
    /// A scope that this program knows by name. Not checked, since the name is a constant.
    #[must_use]
    pub fn known(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether Altinn grants this scope. All of its scopes start with `altinn:`.
    #[must_use]
    pub fn is_altinns(&self) -> bool {
        self.0.starts_with("altinn:")
    }
}

impl FromStr for Scope {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let name = word(text);
        // RFC 6749 section 3.3: visible ASCII except the quotation mark and the backslash.
        let allowed = |c: char| c.is_ascii_graphic() && c != '"' && c != '\\';
        match name.as_str() {
            "" => Err(Invalid::Empty),
            _ if name.chars().all(allowed) => Ok(Self(name)),
            _ => Err(Invalid::ScopeShape),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
