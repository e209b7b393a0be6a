//! As whom the sandbox answers: the names in its answers are those that it was asked by (facts platform 0).

use std::io;
use url::Url;

/// The services' names in one environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    pub platform: Url,
    /// Maskinporten: its issuer, with the slash.
    pub maskinporten: Url,
}

impl Face {
    /// Everything at one address of this machine.
    #[must_use]
    pub fn here(origin: &Url) -> Self {
        Self { platform: origin.clone(), maskinporten: origin.clone() }
    }

    /// The names that services have elsewhere.
    pub(crate) fn named(platform: &str, maskinporten: &str) -> io::Result<Self> {
        let url = |host: &str| Url::parse(&format!("https://{host}/")).map_err(io::Error::other);
        Ok(Self { platform: url(platform)?, maskinporten: url(maskinporten)? })
    }
}
