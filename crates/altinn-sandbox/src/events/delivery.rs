//! The delivery of events to webhooks, and what comes after each try (facts platform F.2).

use super::subscription::Subscription;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// An event that has not arrived yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delivery {
    /// Tells it from others.
    pub id: Uuid,
    /// For which subscription, as it was when the event was matched: with caches, a deleted one gets events for a while yet.
    pub subscription: Subscription,
    pub event: Value,
    /// How often it was tried.
    pub tries: usize,
}
