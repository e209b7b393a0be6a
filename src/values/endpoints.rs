//! Where the services of one environment are.

use serde::Deserialize;
use url::Url;

/// Where the services of one environment are.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Endpoints {
    /// The base of Altinn's platform, ending in a slash.
    pub platform: Url,
    /// Maskinporten's issuer, which is also the assertion's `aud`; ends in a slash.
    pub maskinporten: Url,
    #[serde(default)]
    pub admin: Option<Url>,
    /// The host of the approval pages.
    #[serde(default)]
    pub access_management: Option<Url>,
    /// The self-service portal for clients, keys and scopes.
    #[serde(default)]
    pub self_service: Option<Url>,
}

impl Endpoints {
    /// The endpoints of a sandbox: Maskinporten and Altinn on one origin, at the root.
    #[must_use]
    pub fn sandbox(origin: &Url) -> Self {
        Self { platform: origin.clone(), maskinporten: origin.clone(), admin: None, access_management: None, self_service: None }
    }

    #[must_use]
    pub fn token(&self) -> Url {
        let mut url = self.maskinporten.clone();
        url.set_path("/token");
        url
    }

    /// Every host of these endpoints: the only ones that a token or key of this environment may be sent to.
    #[must_use]
    pub fn hosts(&self) -> Vec<String> {
        let urls = [Some(&self.platform), Some(&self.maskinporten), self.admin.as_ref(), self.access_management.as_ref()];
        let mut hosts: Vec<String> = urls.into_iter().flatten().filter_map(authority).collect();
        hosts.sort();
        hosts.dedup();
        hosts
    }
}

fn authority(url: &Url) -> Option<String> {
    // With a dot at its end a name is the same name.
    let host = url.host_str()?.trim_end_matches('.');
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
