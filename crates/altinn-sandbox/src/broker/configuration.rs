//! What a resource was configured with (facts broker-api 2.9).

use super::duration::time_span;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(super) const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What a resource was configured with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Configuration {
    pub resource: String,
    pub owner: String,
    /// The most bytes of a transfer.
    pub max_size: Option<i64>,
    /// How long a transfer lives.
    pub time_to_live: Option<SignedDuration>,
    /// Whether it is purged once everybody has it.
    pub purges: bool,
    /// How long after that.
    pub grace: Option<SignedDuration>,
    /// Stored only.
    pub manifest_shim: bool,
    /// Stored only.
    pub service_code: Option<String>,
    /// Stored only.
    pub edition_code: Option<i64>,
    /// Who must take part.
    pub required_party: Option<String>,
}

impl Configuration {
    /// A resource with defaults.
    #[must_use]
    pub fn of(resource: &str, owner: &str) -> Self {
        Self { resource: resource.to_owned(), owner: owner.to_owned(), purges: true, ..Self::default() }
    }

    /// How long a transfer lives: 30 days unless told.
    #[must_use]
    pub fn lifetime(&self) -> SignedDuration {
        self.time_to_live.unwrap_or(30 * DAY)
    }

    /// The grace before the purge: two hours unless told.
    #[must_use]
    pub fn grace(&self) -> SignedDuration {
        self.grace.unwrap_or(SignedDuration::from_hours(2))
    }

    pub(super) fn json(&self) -> Value {
        json!({"maxFileTransferSize": self.max_size, "fileTransferTimeToLive": self.time_to_live.map(time_span),
               "purgeFileTransferAfterAllRecipientsConfirmed": self.purges, "purgeFileTransferGracePeriod": self.grace.map(time_span),
               "useManifestFileShim": self.manifest_shim, "externalServiceCodeLegacy": self.service_code,
               "externalServiceEditionCodeLegacy": self.edition_code, "requiredParty": self.required_party})
    }
}
