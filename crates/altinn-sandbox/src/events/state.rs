//! The state of Altinn Events.

use super::delivery::Delivery;
use super::logged::LoggedEvent;
use super::subscription::Subscription;
use crate::storage::Rows;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How many events are kept that were laid aside, the newest ones.
const LAID_ASIDE: usize = 1000;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct EventsState {
    pub(super) last_id: u64,
    pub(super) subscriptions: Vec<Subscription>,
    /// The newest events, oldest first, for polling.
    pub(crate) log: Rows<LoggedEvent>,
    /// Events that have not arrived yet.
    pub(crate) deliveries: Rows<Delivery>,
    /// Events laid aside after the last try.
    #[serde(default)]
    pub(crate) dead: Rows<Delivery>,
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
    pub fn deliveries(&self) -> &Rows<Delivery> {
        &self.deliveries
    }

    /// The events laid aside after the last try, oldest first.
    #[must_use]
    pub fn dead_letters(&self) -> &Rows<Delivery> {
        &self.dead
    }

    pub(super) fn lay_aside(&mut self, delivery: Uuid) {
        if let Some(over) = self.deliveries.get(delivery).cloned() {
            self.deliveries.forget(delivery);
            self.dead.push(over);
            self.dead.keep_newest(LAID_ASIDE);
        }
    }

    /// Takes over what the disk holds of this state without its rows.
    pub(crate) fn take_stored(&mut self, stored: Self) {
        let Self { last_id, subscriptions, log: _, deliveries: _, dead: _, resumed: _ } = stored;
        (self.last_id, self.subscriptions) = (last_id, subscriptions);
    }

    pub(super) fn subscription_mut(&mut self, id: u64) -> Option<&mut Subscription> {
        self.subscriptions.iter_mut().find(|subscription| subscription.id == id)
    }
}
