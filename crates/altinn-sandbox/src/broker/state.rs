//! The state of Broker.

use super::configuration::Configuration;
use super::counters::Counters;
use super::service_owner::ServiceOwner;
use super::stored::Stored;
use super::transfer::Transfer;
use crate::clock;
use crate::storage::{Changing, Rows};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct BrokerState {
    pub(super) configurations: Vec<Configuration>,
    pub(super) owners: Vec<ServiceOwner>,
    pub(crate) transfers: Rows<Transfer>,
    /// How far its clock is ahead of this machine's, because time was let pass at once.
    #[serde(default)]
    pub(super) ahead: SignedDuration,
    /// The resumable uploads, which end with the sandbox.
    #[serde(skip)]
    pub(super) tus: super::tus::Sessions,
    #[serde(skip)]
    pub(super) counters: Counters,
    #[serde(skip)]
    pub(super) summaries: super::allowance::SummaryRequests,
    /// Whether the work that was under way when the sandbox stopped has been resumed.
    #[serde(skip)]
    pub(super) resumed: bool,
    /// Before this time of Broker's clock nothing is due; `None` while that is not known.
    #[serde(skip)]
    due_from: Option<Timestamp>,
}

impl BrokerState {
    pub(crate) fn now(&self) -> Timestamp {
        clock::now().checked_add(self.ahead).unwrap_or(Timestamp::MAX)
    }

    pub(crate) fn ahead(&self) -> SignedDuration {
        self.ahead
    }

    /// Moves Broker's clock forward at once.
    pub(crate) fn pass(&mut self, time: SignedDuration) {
        self.ahead = self.ahead.saturating_add(time);
    }

    /// Lets resumable uploads age, as when time passes at once.
    pub(crate) fn age_uploads(&mut self, time: SignedDuration) {
        self.tus.pass(time);
    }

    /// Whether a transfer may be due by now. It spares a look at every transfer at each call.
    pub(crate) fn may_be_due(&self, now: Timestamp) -> bool {
        self.due_from.is_none_or(|from| from <= now)
    }

    /// All transfers were looked at: nothing is due before this time.
    pub(crate) fn is_due_from(&mut self, from: Timestamp) {
        self.due_from = Some(from);
    }

    /// A transfer has become due at this time.
    pub(crate) fn becomes_due(&mut self, at: Timestamp) {
        self.due_from = self.due_from.map(|from| from.min(at));
    }

    /// Takes over what the disk holds of this state without its rows.
    pub(crate) fn take_stored(&mut self, stored: Self) {
        let Self { configurations, owners, ahead, transfers: _, tus: _, counters: _, summaries: _, resumed: _, due_from: _ } = stored;
        (self.configurations, self.owners, self.ahead) = (configurations, owners, ahead);
    }

    #[must_use]
    pub fn transfer(&self, id: Uuid) -> Option<&Transfer> {
        self.transfers.get(id)
    }

    pub(super) fn transfer_mut(&mut self, id: Uuid) -> Option<Changing<'_, Transfer>> {
        self.transfers.get_mut(id)
    }

    /// The transfers whose bytes are stored beside the world.
    pub(crate) fn bodies(&self) -> HashSet<Uuid> {
        self.transfers.iter().filter(|transfer| transfer.stored == Stored::Kept).map(|transfer| transfer.id).collect()
    }

    /// All transfers, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Transfer> {
        self.transfers.iter().rev()
    }

    /// Marks a transfer that the user sends by hand as the counterpart; the sandbox then leaves its recipient to the user.
    pub(crate) fn is_sent_by_hand(&mut self, id: Uuid) {
        if let Some(mut transfer) = self.transfer_mut(id) {
            transfer.by_counterpart = true;
        }
    }

    #[must_use]
    pub fn configuration(&self, resource: &str) -> Option<&Configuration> {
        self.configurations.iter().find(|configuration| configuration.resource == resource)
    }

    #[must_use]
    pub fn owner(&self, organisation: &str) -> Option<&ServiceOwner> {
        self.owners.iter().find(|owner| owner.organisation == organisation)
    }
}
