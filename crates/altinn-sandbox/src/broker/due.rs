//! What time does to transfers: expiry, purges, uploads that got stuck (facts broker-api 5.1). Also what a restart resumes.

use super::lifecycle;
use super::state::BrokerState;
use super::stored::Stored;
use super::transfer::{Status, Transfer};
use crate::world::happened::Happened;
use jiff::{SignedDuration, Timestamp};
use std::path::Path;
use uuid::Uuid;

const TUS_ACTIVE: SignedDuration = SignedDuration::from_hours(1);

/// When the first transfer is due.
pub(crate) fn first(broker: &BrokerState) -> Timestamp {
    broker.transfers.iter().filter_map(next).min().unwrap_or(Timestamp::MAX)
}

/// Does what is due. `now` is Broker's clock; `machine` is this machine's clock, which resumable uploads use.
#[must_use]
pub(crate) fn settle(broker: &mut BrokerState, now: Timestamp, machine: Timestamp) -> Vec<Happened> {
    broker.tus.forget_expired(machine);
    if !broker.may_be_due(now) {
        return Vec::new();
    }
    let due: Vec<(Uuid, Due)> =
        broker.transfers.iter().filter_map(|transfer| Some((transfer.id, due(broker, transfer, now, machine)?))).collect();
    let done = due.into_iter().flat_map(|(id, due)| match due {
        Due::Purge => lifecycle::purged(broker, id, now),
        Due::Stuck => {
            let text = "File transfer was stuck in UploadStarted as it failed upload mid-request.";
            lifecycle::failed(broker, id, text, now)
        }
    });
    done.collect()
}

#[derive(Debug, Clone, Copy)]
enum Due {
    Purge,
    Stuck,
}

fn due(broker: &BrokerState, transfer: &Transfer, now: Timestamp, machine: Timestamp) -> Option<Due> {
    match transfer.status() {
        Status::Purged => None,
        // `purge_at` is set where the resource purges confirmed transfers; without it, the expiry decides.
        Status::AllConfirmedDownloaded => (transfer.purge_at.unwrap_or(transfer.expires) <= now).then_some(Due::Purge),
        _ if transfer.expires <= now => Some(Due::Purge),
        Status::UploadStarted => {
            let idle = broker.tus.activity(transfer.id).is_none_or(|at| machine.duration_since(at) >= TUS_ACTIVE);
            (transfer.stuck_from() <= now && idle).then_some(Due::Stuck)
        }
        Status::Initialized | Status::UploadProcessing | Status::Published | Status::Cancelled | Status::Failed => None,
    }
}

/// When each transfer is next due.
#[must_use]
pub(crate) fn all(broker: &BrokerState) -> Vec<Happened> {
    broker.transfers.iter().filter_map(next).map(Happened::TransferDue).collect()
}

fn next(transfer: &Transfer) -> Option<Timestamp> {
    match transfer.status() {
        Status::Purged => None,
        Status::UploadStarted => Some(transfer.stuck_from().min(transfer.expires)),
        Status::Initialized
        | Status::UploadProcessing
        | Status::Published
        | Status::Cancelled
        | Status::AllConfirmedDownloaded
        | Status::Failed => Some(transfer.purge_at.unwrap_or(transfer.expires)),
    }
}

/// What was under way when the sandbox stopped; a second call returns nothing. `is_there` tells whether a file is still on disk:
/// large bodies were deleted with the earlier sandbox.
#[must_use]
pub(crate) fn resumed(broker: &mut BrokerState, is_there: impl Fn(&Path) -> bool) -> Vec<Happened> {
    if std::mem::replace(&mut broker.resumed, true) {
        return Vec::new();
    }
    let mut happened = all(broker);
    let is_gone = |transfer: &Transfer| matches!(&transfer.stored, Stored::Large(path) if !is_there(path));
    let gone: Vec<Uuid> = broker.transfers.iter().filter(|transfer| is_gone(transfer)).map(|transfer| transfer.id).collect();
    for id in gone {
        if let Some(mut transfer) = broker.transfer_mut(id) {
            transfer.stored = Stored::Nowhere;
        }
    }
    happened.extend(broker.transfers.iter().flat_map(under_way));
    let lacking = broker.owners.iter().filter(|owner| owner.next_storage().is_some());
    happened.extend(lacking.map(|owner| Happened::StorageMissing(owner.organisation.clone())));
    happened
}

fn under_way(transfer: &Transfer) -> Vec<Happened> {
    match transfer.status() {
        Status::UploadProcessing => vec![Happened::BytesReceived(transfer.id)],
        Status::Published => {
            let unsummed = !transfer.supplied && (transfer.md5.is_none() || transfer.checksum != transfer.md5);
            let checksum = unsummed.then_some(Happened::ChecksumMissing(transfer.id));
            checksum.into_iter().chain((!transfer.by_counterpart).then_some(Happened::TransferPublished(transfer.id))).collect()
        }
        Status::Initialized
        | Status::UploadStarted
        | Status::Cancelled
        | Status::AllConfirmedDownloaded
        | Status::Purged
        | Status::Failed => Vec::new(),
    }
}
