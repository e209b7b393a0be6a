//! The state of Altinn Events.

use super::delivery::Delivery;
use super::subscription::Subscription;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// How many events are kept that were laid aside, the newest ones.
const LAID_ASIDE: usize = 1000;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct EventsState {
    pub(super) last_id: u64,
    pub(super) subscriptions: Vec<Subscription>,
    /// The newest events, oldest first, for polling.
    pub(super) log: Vec<Value>,
    /// Events that have not arrived yet.
    pub(super) deliveries: Vec<Delivery>,
    /// Events laid aside after the last try.
    #[serde(default)]
    pub(super) dead: Vec<Delivery>,
    /// Whether the work that was under way when the sandbox stopped has been resumed.
    #[serde(skip)]
    pub(super) resumed: bool,
}

impl EventsState {
    #[must_use]
    pub fn subscription(&self, id: u64) -> Option<&Subscription> {
        self.subscriptions.iter().find(|subscription| subscription.id == id)
    }

    /// How many events have not arrived yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.deliveries.len()
    }

    /// The events that have not arrived yet, oldest first.
    #[must_use]
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// The events laid aside after the last try, oldest first.
    #[must_use]
    pub fn dead_letters(&self) -> &[Delivery] {
        &self.dead
    }

    pub(super) fn lay_aside(&mut self, delivery: Uuid) {
        if let Some(at) = self.deliveries.iter().position(|known| known.id == delivery) {
            self.dead.push(self.deliveries.remove(at));
            let surplus = self.dead.len().saturating_sub(LAID_ASIDE);
            self.dead.drain(..surplus);
        }
    }

    pub(super) fn subscription_mut(&mut self, id: u64) -> Option<&mut Subscription> {
        self.subscriptions.iter_mut().find(|subscription| subscription.id == id)
    }
}
