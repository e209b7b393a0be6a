//! The states of a transfer, and who gets an event at each change (facts broker-api 5).
//!
//! ```text
//!   initialize          bytes begin        bytes are there        scan and checksum pass       last recipient confirms
//!       │                   │                     │                         │                            │
//!       ▼                   ▼                     ▼                         ▼                            ▼
//!  Initialized ──▶ UploadStarted ──▶ UploadProcessing ─────────────▶ Published ──────────▶ AllConfirmedDownloaded
//!       │               │  ▲ │               │    (not scanned: ──────────▲ at once)             │         │
//!       │               │  └─┘ again         │                            │                     │ grace   │ expiry, where it
//!       │               │                    │ malware, or the            │ expiry              │ over    │ is not purged
//!       │               │ a day without      │ checksum differs           │                     │         │ before
//!       │               ▼ a byte             ▼                            │                     ▼         ▼
//!       │             Failed ◀───────────────┘                            └──────────────────▶  Purged ◀──┘
//!       │               │                                                                         ▲
//!       └───────────────┴────────────────────── expiry ───────────────────────────────────────────┘
//! ```
//!
//! Each function here is one arrow: it changes Broker's state at a given time and returns what happened. Nothing here waits or
//! knows a server; [`super::due`] says which arrows follow from time alone.

use super::access::digits;
use super::configuration::Configuration;
use super::state::BrokerState;
use super::stored::Stored;
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use crate::events::broker_event::{BrokerEvent, Party};
use crate::world::happened::Happened;
use jiff::Timestamp;
use uuid::Uuid;

fn sender_told(transfer: &Transfer, name: &'static str) -> Happened {
    told(transfer, name, digits(&transfer.sender), Party::Sender)
}

fn recipient_told(transfer: &Transfer, name: &'static str, recipient: &str) -> Happened {
    told(transfer, name, digits(recipient), Party::Recipient)
}

fn told(transfer: &Transfer, name: &'static str, organisation: &str, party: Party) -> Happened {
    let organisation = organisation.to_owned();
    Happened::EventPublished(BrokerEvent { name, resource: transfer.resource.clone(), transfer: transfer.id, organisation, party })
}

/// The sender and each recipient get a `published` event.
fn all_told_published(transfer: &Transfer) -> impl Iterator<Item = Happened> {
    let recipients = transfer.recipients().into_iter().map(|recipient| recipient_told(transfer, "published", recipient));
    std::iter::once(sender_told(transfer, "published")).chain(recipients)
}

/// Stores a new transfer, which waits for its bytes.
#[must_use]
pub(super) fn initialized(broker: &mut BrokerState, transfer: Transfer) -> Vec<Happened> {
    let happened = vec![sender_told(&transfer, "filetransferinitialized"), Happened::TransferDue(transfer.expires)];
    broker.transfers.push(transfer);
    happened
}

/// Stores a transfer that the sandbox's own sender made; it is published already.
#[must_use]
pub(super) fn sent(broker: &mut BrokerState, transfer: Transfer) -> Vec<Happened> {
    let before = ["filetransferinitialized", "uploadprocessing"].map(|name| sender_told(&transfer, name));
    let happened = before.into_iter().chain(all_told_published(&transfer)).collect();
    broker.transfers.push(transfer);
    happened
}

/// An upload begins. Each attempt adds a row (facts broker-api 2.2).
#[must_use]
pub(super) fn upload_started(broker: &mut BrokerState, id: Uuid, vendor: &str, at: Timestamp) -> Vec<Happened> {
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    transfer.sender_vendor = Some(vendor.to_owned());
    transfer.become_status(Status::UploadStarted, Status::UploadStarted.text(), at);
    vec![Happened::TransferDue(transfer.stuck_from())]
}

/// The bytes were received: the transfer waits for the scan, or is published at once if its resource has none.
#[must_use]
pub(super) fn uploaded(broker: &mut BrokerState, id: Uuid, at: Timestamp) -> Vec<Happened> {
    let scanned = broker.transfer(id).is_some_and(|transfer| transfer.scanned);
    if scanned { processing(broker, id, at) } else { published(broker, id, at) }
}

/// The file that a resumable upload became.
pub(super) struct Whole {
    pub stored: Stored,
    pub size: u64,
    pub md5: String,
}

/// The bytes of a resumable upload are one file now, and its MD5 is known. A supplied checksum must be compared even if nothing is
/// scanned; where none was supplied, answers show the MD5 from now on.
#[must_use]
pub(super) fn put_together(broker: &mut BrokerState, id: Uuid, whole: Whole, at: Timestamp) -> Vec<Happened> {
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    if !matches!(transfer.status(), Status::UploadStarted | Status::UploadProcessing) {
        return Vec::new();
    }
    (transfer.stored, transfer.size) = (whole.stored, whole.size);
    if !transfer.supplied {
        transfer.checksum = Some(whole.md5.clone());
    }
    transfer.md5 = Some(whole.md5);
    let outstanding = transfer.scanned || transfer.supplied;
    drop(transfer);
    if outstanding { processing(broker, id, at) } else { published(broker, id, at) }
}

/// The transfer waits for a scan or for the comparison of its checksum.
fn processing(broker: &mut BrokerState, id: Uuid, at: Timestamp) -> Vec<Happened> {
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    let mut happened = Vec::new();
    // A final upload has set the status already, without an event (facts broker-api 3).
    if transfer.status() != Status::UploadProcessing {
        transfer.become_status(Status::UploadProcessing, Status::UploadProcessing.text(), at);
        happened.push(sender_told(&transfer, "uploadprocessing"));
    }
    happened.push(Happened::BytesReceived(id));
    happened
}

/// Publishes: the sender and recipients get events, and a missing checksum is filled in a moment later (facts broker-api 2.2).
#[must_use]
pub(super) fn published(broker: &mut BrokerState, id: Uuid, at: Timestamp) -> Vec<Happened> {
    broker.tus.finished(id);
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    transfer.become_status(Status::Published, Status::Published.text(), at);
    transfer.published = Some(at);
    let mut happened: Vec<Happened> = all_told_published(&transfer).collect();
    if !transfer.supplied && (transfer.md5.is_none() || transfer.checksum != transfer.md5) {
        happened.push(Happened::ChecksumMissing(id));
    }
    happened.push(Happened::TransferPublished(id));
    happened
}

/// Fails the transfer and releases its bytes; the sender gets an event.
#[must_use]
pub(super) fn failed(broker: &mut BrokerState, id: Uuid, text: &str, at: Timestamp) -> Vec<Happened> {
    ended(broker, id, Status::Failed, text, "uploadfailed", at)
}

/// The scanner found malware: the transfer fails, its bytes are deleted, and the sender and the recipients that have
/// not confirmed get `fileneverconfirmeddownloaded` events (facts broker-api 5.1).
#[must_use]
pub(super) fn found_malware(broker: &mut BrokerState, id: Uuid, text: &str, at: Timestamp) -> Vec<Happened> {
    let mut happened = failed(broker, id, text, at);
    happened.extend(broker.transfer(id).map(never_confirmed).unwrap_or_default());
    happened
}

/// The transfer expired, or everybody has confirmed it: its bytes are deleted, its overview stays readable.
#[must_use]
pub(super) fn purged(broker: &mut BrokerState, id: Uuid, at: Timestamp) -> Vec<Happened> {
    let mut happened = ended(broker, id, Status::Purged, Status::Purged.text(), "filepurged", at);
    happened.extend(broker.transfer(id).map(never_confirmed).unwrap_or_default());
    happened
}

/// Sets the last status and releases the bytes.
fn ended(broker: &mut BrokerState, id: Uuid, status: Status, text: &str, name: &'static str, at: Timestamp) -> Vec<Happened> {
    broker.tus.finished(id);
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    transfer.become_status(status, text, at);
    let stored = std::mem::replace(&mut transfer.stored, Stored::Nowhere);
    vec![Happened::BytesReleased(id, stored), sender_told(&transfer, name)]
}

/// Each recipient that has not confirmed gets an event; the sender gets one in all.
fn never_confirmed(transfer: &Transfer) -> Vec<Happened> {
    let name = "fileneverconfirmeddownloaded";
    let unconfirmed = transfer.unconfirmed();
    let sender = (!unconfirmed.is_empty()).then(|| sender_told(transfer, name));
    unconfirmed.iter().map(|recipient| recipient_told(transfer, name, recipient)).chain(sender).collect()
}

/// A recipient confirms: it and the sender get events, and the last confirmation changes the status (facts broker-api 2.8).
#[must_use]
pub(super) fn confirmed(broker: &mut BrokerState, id: Uuid, recipient: &str, at: Timestamp) -> Vec<Happened> {
    let grace = |transfer: &Transfer| broker.configuration(&transfer.resource).filter(|found| found.purges).map(Configuration::grace);
    let grace = broker.transfer(id).and_then(grace);
    let Some(mut transfer) = broker.transfer_mut(id) else { return Vec::new() };
    let (recipient, status) = (recipient.to_owned(), RecipientStatus::DownloadConfirmed);
    let mut happened = vec![recipient_told(&transfer, "downloadconfirmed", &recipient), sender_told(&transfer, "downloadconfirmed")];
    transfer.recipient_history.push(RecipientRow { recipient, status, at, vendor: None });
    if !transfer.unconfirmed().is_empty() {
        return happened;
    }
    transfer.become_status(Status::AllConfirmedDownloaded, Status::AllConfirmedDownloaded.text(), at);
    transfer.purge_at = grace.and_then(|grace| at.checked_add(grace).ok());
    happened.extend(transfer.purge_at.map(Happened::TransferDue));
    happened.push(sender_told(&transfer, "allconfirmeddownloaded"));
    happened
}

#[cfg(test)]
mod tests;
