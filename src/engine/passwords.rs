//! Passwords of private keys that the user typed: used while the program runs, and never written anywhere.

use super::Engine;
use crate::journey::Profile;
use crate::values::SecretRef;
use secrecy::SecretString;
use std::sync::PoisonError;

/// A typed password, and what it opens.
#[derive(Debug)]
pub(super) struct TypedPassword {
    certificate: Option<SecretRef>,
    key: Option<SecretRef>,
    password: SecretString,
}

impl TypedPassword {
    /// Whether it was typed for the key of this profile.
    fn is_for(&self, profile: &Profile) -> bool {
        self.key == profile.client.key && self.certificate == profile.client.certificate
    }
}

impl Engine {
    /// Opens the profile's private key with this password from now on, in place of one typed before. None forgets it.
    pub fn use_password(&self, profile: &Profile, password: Option<SecretString>) {
        let mut typed = self.typed_passwords.lock().unwrap_or_else(PoisonError::into_inner);
        typed.retain(|one| !one.is_for(profile));
        let (certificate, key) = (profile.client.certificate.clone(), profile.client.key.clone());
        typed.extend(password.map(|password| TypedPassword { certificate, key, password }));
    }

    pub(super) fn typed_password(&self, profile: &Profile) -> Option<SecretString> {
        let typed = self.typed_passwords.lock().unwrap_or_else(PoisonError::into_inner);
        typed.iter().find(|one| one.is_for(profile)).map(|one| one.password.clone())
    }
}
