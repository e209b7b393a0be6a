//! A password that the user typed. It is used while the program runs, and never kept.

use secrecy::{ExposeSecret, SecretString};
use std::fmt;

/// A password as it was typed. `Debug` does not show it.
#[derive(Clone)]
pub struct TypedPassword(SecretString);

impl TypedPassword {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(SecretString::from(text))
    }

    #[must_use]
    pub fn into_secret(self) -> SecretString {
        self.0
    }
}

impl PartialEq for TypedPassword {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl fmt::Debug for TypedPassword {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedPassword")
    }
}
