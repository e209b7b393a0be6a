//! The key that identifies a connection.

use super::{FieldId, Profile};
use std::fmt;

/// The answers that identify a connection: addresses, role, organisation, client, resource and who runs the system (contract 7).
/// Two profiles, or a profile and an answers file, with the same key are about the same connection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionKey(String);

impl ConnectionKey {
    #[must_use]
    pub fn of(profile: &Profile) -> Self {
        let bases = profile.environment.endpoints(None).map_or_else(
            // The sandbox's port may change from one start to the next, so its name is used instead of its address.
            || profile.environment.name().to_owned(),
            |endpoints| format!("{} {}", endpoints.platform, endpoints.maskinporten),
        );
        let answer = |field| profile.answer(field).unwrap_or_default();
        let parts = [FieldId::Role, FieldId::Organisation, FieldId::ClientId, FieldId::Resource, FieldId::Acting].map(answer);
        Self(format!("{bases}\n{}", parts.join("\n")))
    }
}

impl fmt::Display for ConnectionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Environment, Role};

    fn custom(platform: &str) -> Profile {
        let environment = toml::from_str(&format!("platform = \"{platform}\"\nmaskinporten = \"https://test.maskinporten.no/\""));
        Profile::new(Role::Sender, environment.unwrap_or(Environment::SANDBOX))
    }

    #[test]
    fn two_environments_by_their_own_addresses_are_two_connections() {
        assert_ne!(ConnectionKey::of(&custom("https://one.example.no/")), ConnectionKey::of(&custom("https://two.example.no/")));
        assert_eq!(ConnectionKey::of(&custom("https://one.example.no/")), ConnectionKey::of(&custom("https://one.example.no/")));
    }

    #[test]
    fn an_answer_that_does_not_tell_connections_apart_leaves_the_key_as_it_is() {
        let before = Profile::new(Role::Sender, Environment::SANDBOX);
        let with = |field, text: &str| {
            let mut profile = before.clone();
            assert_eq!(profile.set(field, text), Ok(()));
            ConnectionKey::of(&profile)
        };
        assert_eq!(with(FieldId::ClientKid, "other"), ConnectionKey::of(&before));
        assert_ne!(with(FieldId::Resource, "other"), ConnectionKey::of(&before));
    }
}
