//! A registered service owner and its storage (facts broker-api 2.11).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A kind of storage, in the order in which it becomes ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Provider {
    AltinnAzure,
    AltinnAzureWithoutVirusScan,
}

/// A registered service owner.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ServiceOwner {
    pub organisation: String,
    /// Its name, as it told it.
    pub name: String,
    /// The storage that is ready, oldest first.
    pub providers: Vec<Provider>,
}

impl ServiceOwner {
    /// Whether storage of the wanted kind is there.
    #[must_use]
    pub fn has_storage(&self, scanned: bool) -> bool {
        self.providers.contains(if scanned { &Provider::AltinnAzure } else { &Provider::AltinnAzureWithoutVirusScan })
    }

    /// The kind of storage that is made ready next, the scanned one first; none when both are.
    #[must_use]
    pub(super) fn next_storage(&self) -> Option<Provider> {
        [Provider::AltinnAzure, Provider::AltinnAzureWithoutVirusScan].into_iter().find(|provider| !self.providers.contains(provider))
    }

    /// A row is written only when its storage is finished; the newest comes first.
    pub(super) fn json(&self) -> Value {
        let row = |provider: &Provider| json!({"type": provider, "deploymentStatus": "Ready", "deploymentEnvironment": "staging"});
        let rows: Vec<Value> = self.providers.iter().rev().map(row).collect();
        json!({"name": self.name, "storageProviders": rows})
    }
}
