//! The addresses the sandbox names in its answers: those that the caller used (facts platform 0).

use std::io;
use url::Url;

/// The addresses of the services as one caller sees them: on loopback, or under the real host names through the proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    pub platform: Url,
    /// Maskinporten's issuer, ending in a slash.
    pub maskinporten: Url,
}

impl Face {
    /// All services at one loopback address.
    #[must_use]
    pub fn here(origin: &Url) -> Self {
        Self { platform: origin.clone(), maskinporten: origin.clone() }
    }

    /// The real host names of an environment.
    pub(crate) fn named(platform: &str, maskinporten: &str) -> io::Result<Self> {
        let url = |host: &str| Url::parse(&format!("https://{host}/")).map_err(io::Error::other);
        Ok(Self { platform: url(platform)?, maskinporten: url(maskinporten)? })
    }
}
