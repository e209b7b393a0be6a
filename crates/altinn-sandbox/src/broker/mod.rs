//! Broker: transfers between organisations (facts broker-api).

mod accept;
mod configure;
mod counterpart;
mod daily;
mod disposition;
mod download;
mod duration;
mod form;
mod initialize;
mod intake;
mod jobs;
mod lifecycle;
mod limits;
mod maintenance;
pub(super) mod multipart;
mod owner;
mod problem;
mod range;
mod read;
mod receive;
mod route;
mod search;
mod seed;
mod service;
mod statistics;
mod store;
mod time;
mod transfer;
mod tus;
mod upload;
mod validation;
mod webhook;

pub use configure::Configuration;
pub use counterpart::{counterpart_sends, counterpart_takes};
pub use limits::Counters;
pub use owner::{Provider, ServiceOwner};
pub(super) use problem::{coded, unhandled};
pub use seed::seed;
pub use service::{at_the_root, routes};
pub(super) use service::{dispatch, fixed, unauthorized};
pub use store::Stored;
pub use transfer::{RecipientRow, RecipientStatus, Status, StatusRow, Transfer};

use crate::clock;
use crate::decision::{Asked, Question, Subject, permits};
use crate::world::World;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {
    configurations: Vec<Configuration>,
    owners: Vec<ServiceOwner>,
    transfers: Vec<Transfer>,
    /// How far its clock is ahead of this machine's.
    #[serde(default)]
    ahead: SignedDuration,
    /// The resumable uploads: they go with the sandbox.
    #[serde(skip)]
    tus: tus::Sessions,
    #[serde(skip)]
    counters: Counters,
    #[serde(skip)]
    summaries: daily::Asked,
    /// Whether what was under way when the sandbox stopped has been taken up again.
    #[serde(skip)]
    resumed: bool,
}

impl State {
    pub(super) fn now(&self) -> Timestamp {
        clock::now().checked_add(self.ahead).unwrap_or(Timestamp::MAX)
    }

    /// Time passes at once.
    fn pass(&mut self, time: SignedDuration) {
        self.ahead = self.ahead.saturating_add(time);
        self.tus.pass(time);
    }

    /// A transfer by its id.
    #[must_use]
    pub fn transfer(&self, id: Uuid) -> Option<&Transfer> {
        self.transfers.iter().find(|transfer| transfer.id == id)
    }

    fn transfer_mut(&mut self, id: Uuid) -> Option<&mut Transfer> {
        self.transfers.iter_mut().find(|transfer| transfer.id == id)
    }

    /// The transfers, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Transfer> {
        self.transfers.iter().rev()
    }

    /// A transfer that somebody sends by hand, playing the counterpart: its recipient is left to the user.
    pub(super) fn is_sent_by_hand(&mut self, id: Uuid) {
        if let Some(transfer) = self.transfer_mut(id) {
            transfer.by_counterpart = true;
        }
    }

    /// What a resource was configured with.
    #[must_use]
    pub fn configuration(&self, resource: &str) -> Option<&Configuration> {
        self.configurations.iter().find(|configuration| configuration.resource == resource)
    }

    /// A registered service owner.
    #[must_use]
    pub fn owner(&self, organisation: &str) -> Option<&ServiceOwner> {
        self.owners.iter().find(|owner| owner.organisation == organisation)
    }
}

/// Whether a subject may: the resource must be in Broker's own table before the decision is even asked for (1.4).
fn has_access(world: &World, subject: &Subject, actions: &[&str], resource: &str, party: &str) -> bool {
    world.broker.configuration(resource).is_some()
        && permits(world, &Question { asked: Asked::ByBroker, subject, actions, resource, party: Some(party) })
}

/// The nine digits of an organisation, whatever its prefix.
fn digits(organisation: &str) -> &str {
    organisation.rsplit(':').next().unwrap_or(organisation)
}
