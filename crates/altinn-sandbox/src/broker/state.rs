//! The state of Broker.

use super::configuration::Configuration;
use super::counters::Counters;
use super::service_owner::ServiceOwner;
use super::transfer::Transfer;
use crate::clock;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct BrokerState {
    pub(super) configurations: Vec<Configuration>,
    pub(super) owners: Vec<ServiceOwner>,
    pub(super) transfers: Vec<Transfer>,
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
        self.tus.pass(time);
    }

    #[must_use]
    pub fn transfer(&self, id: Uuid) -> Option<&Transfer> {
        self.transfers.iter().find(|transfer| transfer.id == id)
    }

    pub(super) fn transfer_mut(&mut self, id: Uuid) -> Option<&mut Transfer> {
        self.transfers.iter_mut().find(|transfer| transfer.id == id)
    }

    /// All transfers, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Transfer> {
        self.transfers.iter().rev()
    }

    /// Marks a transfer that the user sends by hand as the counterpart; the sandbox then leaves its recipient to the user.
    pub(crate) fn is_sent_by_hand(&mut self, id: Uuid) {
        if let Some(transfer) = self.transfer_mut(id) {
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
