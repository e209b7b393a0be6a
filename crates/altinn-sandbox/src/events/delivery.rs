//! An event on its way to a webhook (facts platform F.2).

use super::subscription::Subscription;
use crate::storage::Row;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    pub id: Uuid,
    /// A copy of the subscription from when the event matched it: with caches on, a deleted subscription still gets events for a
    /// while.
    pub subscription: Subscription,
    pub event: Value,
    /// How many times it was sent without success.
    pub tries: usize,
}

impl Row for Delivery {
    type Place = ();

    fn id(&self) -> Option<Uuid> {
        Some(self.id)
    }

    fn place(&self) {}
}
