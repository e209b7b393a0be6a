//! A secret that the user typed or pasted: a password, a token. It is used while the program runs, and never kept.

use secrecy::{ExposeSecret, SecretString};
use std::fmt;

/// A secret as it was typed. `Debug` does not show it.
#[derive(Clone)]
pub struct TypedSecret(SecretString);

impl TypedSecret {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(SecretString::from(text))
    }

    #[must_use]
    pub fn into_secret(self) -> SecretString {
        self.0
    }
}

impl PartialEq for TypedSecret {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl fmt::Debug for TypedSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TypedSecret")
    }
}
