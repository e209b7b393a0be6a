//! A registered service owner and its storage (facts broker-api 2.11).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The kinds of storage, in the order in which they become ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provider {
    AltinnAzure,
    AltinnAzureWithoutVirusScan,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ServiceOwner {
    pub organisation: String,
    /// The name that it registered with.
    pub name: String,
    /// The storage that is ready, oldest first.
    pub providers: Vec<Provider>,
}

impl ServiceOwner {
    /// Whether it has the storage for scanned, or for unscanned, transfers.
    #[must_use]
    pub fn has_storage(&self, scanned: bool) -> bool {
        self.providers.contains(if scanned { &Provider::AltinnAzure } else { &Provider::AltinnAzureWithoutVirusScan })
    }

    /// The kind of storage that becomes ready next, the scanned one first; `None` when both are ready.
    #[must_use]
    pub(super) fn next_storage(&self) -> Option<Provider> {
        [Provider::AltinnAzure, Provider::AltinnAzureWithoutVirusScan].into_iter().find(|provider| !self.providers.contains(provider))
    }

    /// The answer lists only storage that is ready, newest first.
    pub(super) fn json(&self) -> Value {
        let row = |provider: &Provider| json!({"type": provider, "deploymentStatus": "Ready", "deploymentEnvironment": "staging"});
        let rows: Vec<Value> = self.providers.iter().rev().map(row).collect();
        json!({"name": self.name, "storageProviders": rows})
    }
}
