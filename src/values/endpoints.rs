//! The addresses of an environment's services.

use serde::Deserialize;
use url::Url;

/// The addresses of an environment's services.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Endpoints {
    /// The base address of Altinn's platform, ending in a slash.
    pub platform: Url,
    /// Maskinporten's issuer, which is also the assertion's `aud`. Ends in a slash.
    pub maskinporten: Url,
    #[serde(default)]
    pub admin: Option<Url>,
    /// The address of the pages where system users are approved.
    #[serde(default)]
    pub access_management: Option<Url>,
    /// Digdir's self-service portal for clients, keys and scopes.
    #[serde(default)]
    pub self_service: Option<Url>,
}

impl Endpoints {
    /// The addresses of a sandbox, which serves Maskinporten and Altinn at the same host and port.
    #[must_use]
    pub fn sandbox(origin: &Url) -> Self {
        let self_service = origin.join("sandbox/portal").ok();
        let admin = origin.join("api/v1/").ok();
        Self { platform: origin.clone(), maskinporten: origin.clone(), admin, access_management: None, self_service }
    }

    #[must_use]
    pub fn token(&self) -> Url {
        let mut url = self.maskinporten.clone();
        url.set_path("/token");
        url
    }

    /// The hosts of these addresses, sorted, with their ports. The self-service portal is left out, because the program does not
    /// call it.
    #[must_use]
    pub fn hosts(&self) -> Vec<String> {
        let urls = [Some(&self.platform), Some(&self.maskinporten), self.admin.as_ref(), self.access_management.as_ref()];
        let mut hosts: Vec<String> = urls.into_iter().flatten().filter_map(authority).collect();
        hosts.sort_unstable();
        hosts.dedup();
        hosts
    }
}

fn authority(url: &Url) -> Option<String> {
    // A host name with a dot at its end is the same name.
    let host = url.host_str()?.trim_end_matches('.');
    Some(url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")))
}
