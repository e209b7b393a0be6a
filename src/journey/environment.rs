//! Environments: the addresses of the services. Nothing else differs between environments.

use crate::values::{Endpoints, is_loopback};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use url::Url;

/// Which services a profile uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "a profile holds exactly one, and few profiles live at a time")]
pub enum Environment {
    /// The sandbox of this program, or an environment of `assets/environments.toml`.
    Named(PublishedEnvironment),
    /// Any other environment, with its own addresses.
    Custom {
        /// The base address of Altinn's platform.
        platform: Url,
        /// Maskinporten's issuer. It must end with its slash, since it is also the assertion's `aud`.
        maskinporten: Url,
        /// Digdir's API for managing clients.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        admin: Option<Url>,
        /// The address of the pages where system users are approved.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        access_management: Option<Url>,
    },
}

crate::choice! {
    /// The environments that have a name.
    pub enum PublishedEnvironment {
        /// A local Maskinporten and Altinn inside this program.
        Sandbox = "sandbox",
        Tt02 = "tt02",
        Prod = "prod",
    }
}

static PUBLISHED: LazyLock<BTreeMap<String, Endpoints>> =
    LazyLock::new(|| toml::from_str(include_str!("../../assets/environments.toml")).unwrap_or_default());

impl Environment {
    pub const SANDBOX: Self = Self::Named(PublishedEnvironment::Sandbox);

    /// The addresses. `sandbox` is the address of the sandbox that runs now. None for the sandbox if none runs.
    #[must_use]
    pub fn endpoints(&self, sandbox: Option<&Url>) -> Option<Endpoints> {
        match self {
            Self::Named(PublishedEnvironment::Sandbox) => sandbox.map(Endpoints::sandbox),
            Self::Named(named) => PUBLISHED.get(named.name()).cloned(),
            Self::Custom { platform, maskinporten, admin, access_management } => Some(Endpoints {
                platform: platform.clone(),
                maskinporten: maskinporten.clone(),
                admin: admin.clone(),
                access_management: access_management.clone(),
                self_service: None,
            }),
        }
    }

    /// The addresses, if they are the profile's own and none that Altinn or Digdir has published.
    #[must_use]
    pub fn own_addresses(&self) -> Option<Endpoints> {
        match self {
            Self::Named(_) => None,
            Self::Custom { .. } => self.endpoints(None),
        }
    }

    /// Whether deeds have real effects: in production, and in a custom environment with one of production's hosts.
    #[must_use]
    pub fn is_production(&self) -> bool {
        match self {
            Self::Named(PublishedEnvironment::Prod) => true,
            Self::Named(PublishedEnvironment::Sandbox | PublishedEnvironment::Tt02) => false,
            Self::Custom { .. } => {
                let production = PUBLISHED.get("prod").map(Endpoints::hosts).unwrap_or_default();
                self.endpoints(None).is_some_and(|ours| ours.hosts().iter().any(|host| production.contains(host)))
            }
        }
    }

    /// Whether both have the same Maskinporten, and so the same clients.
    #[must_use]
    pub fn shares_clients_with(&self, other: &Self) -> bool {
        // A sandbox has clients of its own, at whatever address it runs.
        let maskinporten = |environment: &Self| environment.endpoints(None).map(|endpoints| endpoints.maskinporten);
        maskinporten(self) == maskinporten(other)
    }

    /// Whether this is the sandbox that this program starts, or uses if it runs already.
    #[must_use]
    pub fn is_own_sandbox(&self) -> bool {
        *self == Self::SANDBOX
    }

    /// Whether checks start without being asked. They do in the sandbox and in TT02, not in production or in a custom environment.
    #[must_use]
    pub const fn lets_checks_run_by_themselves(&self) -> bool {
        matches!(self, Self::Named(PublishedEnvironment::Sandbox | PublishedEnvironment::Tt02))
    }

    /// Whether the services are on this machine: the program's own sandbox, or one that was started separately and is used by its
    /// address.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        match self {
            Self::Named(named) => *named == PublishedEnvironment::Sandbox,
            Self::Custom { platform, .. } => is_loopback(platform),
        }
    }

    /// The public name. `custom` for an environment with its own addresses.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Named(named) => named.name(),
            Self::Custom { .. } => "custom",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_environments_are_complete() {
        for named in [PublishedEnvironment::Tt02, PublishedEnvironment::Prod] {
            let endpoints = Environment::Named(named).endpoints(None);
            assert!(
                endpoints.is_some_and(|e| e.platform.path() == "/" && e.token().path() == "/token" && e.self_service.is_some()),
                "{named}"
            );
        }
    }

    #[test]
    fn environments_with_one_maskinporten_share_their_clients() {
        let of = |named| Environment::Named(named);
        let internal = "platform = \"https://platform.at22.altinn.cloud/\"\nmaskinporten = \"https://test.maskinporten.no/\"";
        let internal: Environment = toml::from_str(internal).unwrap_or_else(|error| unreachable!("{error}"));
        assert!(internal.shares_clients_with(&of(PublishedEnvironment::Tt02)));
        assert!(!internal.shares_clients_with(&of(PublishedEnvironment::Prod)));
        assert!(!of(PublishedEnvironment::Sandbox).shares_clients_with(&of(PublishedEnvironment::Tt02)));
        assert!(Environment::SANDBOX.shares_clients_with(&Environment::SANDBOX));
    }

    #[test]
    fn a_custom_environment_with_productions_host_counts_as_production() {
        let custom = |platform: &str| {
            toml::from_str::<Environment>(&format!("platform = \"{platform}\"\nmaskinporten = \"https://test.maskinporten.no/\""))
                .map(|e| e.is_production())
        };
        for same in [
            "https://platform.altinn.no/",
            "https://PLATFORM.Altinn.no:443/x/",
            "http://platform.altinn.no/",
            "https://platform.altinn.no./",
        ] {
            assert_eq!(custom(same), Ok(true), "{same}");
        }
        assert_eq!(custom("https://platform.at22.altinn.cloud/"), Ok(false));
    }
}
