//! The configuration of a resource in Broker (facts broker-api 2.9).

use super::duration::time_span;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub(super) const DAY: SignedDuration = SignedDuration::from_hours(24);

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Configuration {
    pub resource: String,
    pub owner: String,
    /// The largest transfer, in bytes.
    pub max_size: Option<i64>,
    /// How long a transfer is kept after its creation.
    pub time_to_live: Option<SignedDuration>,
    /// Whether a transfer is purged once all recipients have confirmed.
    pub purges: bool,
    /// How long to wait between the last confirmation and the purge.
    pub grace: Option<SignedDuration>,
    /// Stored, but without effect.
    pub manifest_shim: bool,
    /// Stored, but without effect.
    pub service_code: Option<String>,
    /// Stored, but without effect.
    pub edition_code: Option<i64>,
    /// An organisation that must be sender or recipient of each transfer.
    pub required_party: Option<String>,
}

impl Configuration {
    /// A resource with default settings.
    #[must_use]
    pub fn of(resource: &str, owner: &str) -> Self {
        Self { resource: resource.to_owned(), owner: owner.to_owned(), purges: true, ..Self::default() }
    }

    /// How long a transfer is kept: 30 days by default.
    #[must_use]
    pub fn lifetime(&self) -> SignedDuration {
        self.time_to_live.unwrap_or(30 * DAY)
    }

    /// How long to wait before the purge: two hours by default.
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
