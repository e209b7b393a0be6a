//! What becomes of a transfer, and who is told (facts broker-api 5).

use super::access::digits;
use super::configuration::Configuration;
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use super::{jobs, store};
use crate::events::publish::{BrokerEvent, Party};
use crate::shared::Shared;
use crate::world::World;
use crate::{events, people};
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

pub(super) fn tell_sender(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str) {
    tell(shared, world, transfer, name, digits(&transfer.sender), Party::Sender);
}

pub(super) fn tell_recipient(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str, recipient: &str) {
    tell(shared, world, transfer, name, digits(recipient), Party::Recipient);
}

fn tell(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str, organisation: &str, party: Party) {
    let event =
        BrokerEvent { name, resource: transfer.resource.clone(), transfer: transfer.id, organisation: organisation.to_owned(), party };
    events::publish(shared, world, &event);
}

/// Bytes begin to come: one row for each attempt (2.2).
pub(super) fn upload_started(shared: &Arc<Shared>, world: &mut World, id: Uuid, vendor: &str) {
    let at = world.broker.now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.sender_vendor = Some(vendor.to_owned());
    transfer.become_status(Status::UploadStarted, Status::UploadStarted.text(), at);
    let due = jobs::stuck_from(transfer);
    jobs::wake(shared, world, due);
}

/// The bytes are there: scanned in a moment, or published at once.
pub(super) fn uploaded(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let scanned = world.broker.transfer(id).is_some_and(|transfer| transfer.scanned);
    if scanned { processing(shared, world, id) } else { publish(shared, world, id) }
}

/// A scan or a checksum is outstanding.
pub(super) fn processing(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let at = world.broker.now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    // A final upload has moved it on already, and nobody is told of that (3).
    if transfer.status() != Status::UploadProcessing {
        transfer.become_status(Status::UploadProcessing, Status::UploadProcessing.text(), at);
        let told = transfer.clone();
        tell_sender(shared, world, &told, "uploadprocessing");
    }
    jobs::process(shared, id);
}

/// Published: sender and recipients are told; the checksum is filled in a moment later (2.2).
pub(super) fn publish(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let at = world.broker.now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::Published, Status::Published.text(), at);
    transfer.published = Some(at);
    let told = transfer.clone();
    world.broker.tus.finished(id);
    tell_sender(shared, world, &told, "published");
    for recipient in told.recipients() {
        tell_recipient(shared, world, &told, "published", recipient);
    }
    if !told.supplied {
        jobs::fill_checksum(shared, id);
    }
    people::transfer_published(shared, id);
}

/// It came to nothing, and the sender is told.
pub(super) fn failed(shared: &Arc<Shared>, world: &mut World, id: Uuid, text: &str, at: Timestamp) {
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::Failed, text, at);
    store::forget(shared, transfer);
    let told = transfer.clone();
    world.broker.tus.finished(id);
    tell_sender(shared, world, &told, "uploadfailed");
}

/// The scanner found something: failed, the bytes are gone, and who has not confirmed never will (5.1).
pub(super) fn found_malware(shared: &Arc<Shared>, world: &mut World, id: Uuid, text: &str, at: Timestamp) {
    failed(shared, world, id, text, at);
    if let Some(told) = world.broker.transfer(id).cloned() {
        never_confirmed(shared, world, &told);
    }
}

/// Every recipient that has not confirmed is told, and the sender once.
fn never_confirmed(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer) {
    let unconfirmed = transfer.unconfirmed();
    for recipient in &unconfirmed {
        tell_recipient(shared, world, transfer, "fileneverconfirmeddownloaded", recipient);
    }
    if !unconfirmed.is_empty() {
        tell_sender(shared, world, transfer, "fileneverconfirmeddownloaded");
    }
}

/// A recipient confirms: it and the sender are told; the last one moves the transfer on (2.8).
pub(super) fn confirmed(shared: &Arc<Shared>, world: &mut World, id: Uuid, recipient: &str) {
    let at = world.broker.now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.recipient_history.push(RecipientRow {
        recipient: recipient.to_owned(),
        status: RecipientStatus::DownloadConfirmed,
        at,
        vendor: None,
    });
    let told = transfer.clone();
    tell_recipient(shared, world, &told, "downloadconfirmed", recipient);
    tell_sender(shared, world, &told, "downloadconfirmed");
    if !told.unconfirmed().is_empty() {
        return;
    }
    let grace = world.broker.configuration(&told.resource).filter(|found| found.purges).map(Configuration::grace);
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::AllConfirmedDownloaded, Status::AllConfirmedDownloaded.text(), at);
    transfer.purge_at = grace.and_then(|grace| at.checked_add(grace).ok());
    let due = transfer.purge_at;
    if let Some(due) = due {
        jobs::wake(shared, world, due);
    }
    tell_sender(shared, world, &told, "allconfirmeddownloaded");
}

/// Its time is over, or everybody has it: the bytes go, the rest stays readable.
pub(super) fn purge(shared: &Arc<Shared>, world: &mut World, id: Uuid, at: Timestamp) {
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::Purged, Status::Purged.text(), at);
    store::forget(shared, transfer);
    let told = transfer.clone();
    world.broker.tus.finished(id);
    tell_sender(shared, world, &told, "filepurged");
    never_confirmed(shared, world, &told);
}
