//! What becomes of a transfer by itself, and who is told (broker-api facts, 5).

use super::transfer::{RecipientStatus, Status, Transfer};
use super::{digits, owner, store};
use crate::sandbox::events::{self, BrokerEvent, Party};
use crate::sandbox::{Shared, World, moment, people};
use jiff::Timestamp;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

/// Tells the sender.
pub(super) fn tell_sender(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str) {
    tell(shared, world, transfer, name, digits(&transfer.sender), Party::Sender);
}

/// Tells a recipient.
pub(super) fn tell_recipient(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str, recipient: &str) {
    tell(shared, world, transfer, name, digits(recipient), Party::Recipient);
}

fn tell(shared: &Arc<Shared>, world: &mut World, transfer: &Transfer, name: &'static str, organisation: &str, party: Party) {
    let event =
        BrokerEvent { name, resource: transfer.resource.clone(), transfer: transfer.id, organisation: organisation.to_owned(), party };
    events::publish(shared, world, &event);
}

/// The bytes are there: scanned in a moment, or published at once.
pub(super) fn uploaded(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let at = moment::now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    if !transfer.scanned {
        return publish(shared, world, id);
    }
    transfer.become_status(Status::UploadProcessing, Status::UploadProcessing.text(), at);
    let told = transfer.clone();
    tell_sender(shared, world, &told, "uploadprocessing");
    scan(shared, id);
}

fn scan(shared: &Arc<Shared>, id: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(moment::of_machines(&acting.options)).await;
        let mut world = acting.world.lock().await;
        match world.broker.transfer(id).filter(|transfer| transfer.status() == Status::UploadProcessing).map(|transfer| transfer.infected) {
            None => return,
            Some(false) => publish(&acting, &mut world, id),
            Some(true) => found_malware(&acting, &mut world, id),
        }
        // Nobody waits for this answer: the next save that succeeds holds it too.
        let _ = acting.save(&world).await;
    });
}

/// Published: sender and recipients are told; the checksum is filled in a moment later (2.2).
pub(super) fn publish(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let at = moment::now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::Published, Status::Published.text(), at);
    transfer.published = Some(at);
    let told = transfer.clone();
    tell_sender(shared, world, &told, "published");
    for recipient in told.recipients() {
        tell_recipient(shared, world, &told, "published", recipient);
    }
    if !told.supplied {
        fill_checksum(shared, id);
    }
    people::transfer_published(shared, id);
}

fn fill_checksum(shared: &Arc<Shared>, id: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(moment::of_machines(&acting.options) / 4).await;
        let mut world = acting.world.lock().await;
        if let Some(transfer) = world.broker.transfer_mut(id) {
            transfer.checksum = transfer.md5.clone();
            let _ = acting.save(&world).await;
        }
    });
}

fn found_malware(shared: &Arc<Shared>, world: &mut World, id: Uuid) {
    let at = moment::now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    let extra = json!({"CorrelationId": Uuid::new_v4(), "BlobUri": format!("https://sandbox/brokerfiles/{id}"), "ETag": "0x8D",
        "ScanFinishedTimeUtc": at.to_string(), "ScanResultType": "Malicious",
        "ScanResultDetails": {"MalwareNamesFound": ["Virus:DOS/EICAR_Test_File"], "Sha256": "", "NotScannedReason": null}});
    transfer.become_status(Status::Failed, &format!("Malware scan failed: Malicious. Extra details: {extra}"), at);
    store::forget(shared, transfer);
    let told = transfer.clone();
    tell_sender(shared, world, &told, "uploadfailed");
    never_confirmed(shared, world, &told);
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
    let at = moment::now();
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.recipient_history.push(super::RecipientRow {
        recipient: recipient.to_owned(),
        status: RecipientStatus::DownloadConfirmed,
        at,
    });
    let told = transfer.clone();
    tell_recipient(shared, world, &told, "downloadconfirmed", recipient);
    tell_sender(shared, world, &told, "downloadconfirmed");
    if !told.unconfirmed().is_empty() {
        return;
    }
    let purge_after = world.broker.configuration(&told.resource).filter(|found| found.purges).map(super::Configuration::grace);
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::AllConfirmedDownloaded, Status::AllConfirmedDownloaded.text(), at);
    transfer.purge_at = purge_after.and_then(|grace| at.checked_add(grace).ok());
    tell_sender(shared, world, &told, "allconfirmeddownloaded");
}

/// What is due is done when somebody calls: nothing here wakes up by itself. The first call also takes up what was under way.
pub(super) async fn settle(shared: &Arc<Shared>) {
    let now = moment::now();
    let mut world = shared.world.lock().await;
    if !std::mem::replace(&mut world.broker.resumed, true) {
        resume(shared, &world);
    }
    let due: Vec<Uuid> = world.broker.transfers.iter().filter(|transfer| is_due(transfer, now)).map(|transfer| transfer.id).collect();
    for id in due {
        purge(shared, &mut world, id, now);
    }
}

fn resume(shared: &Arc<Shared>, world: &World) {
    for transfer in &world.broker.transfers {
        match transfer.status() {
            Status::UploadProcessing => scan(shared, transfer.id),
            Status::Published if !transfer.supplied && transfer.checksum != transfer.md5 => fill_checksum(shared, transfer.id),
            Status::Published if !transfer.by_counterpart => people::transfer_published(shared, transfer.id),
            _ => {}
        }
    }
    for registered in world.broker.owners.iter().filter(|registered| registered.providers.len() < 2) {
        owner::provision(shared, registered.organisation.clone());
    }
}

fn is_due(transfer: &Transfer, now: Timestamp) -> bool {
    match transfer.status() {
        Status::Purged => false,
        Status::AllConfirmedDownloaded => transfer.purge_at.unwrap_or(transfer.expires) <= now,
        Status::Initialized | Status::UploadStarted | Status::UploadProcessing | Status::Published | Status::Cancelled | Status::Failed => {
            transfer.expires <= now
        }
    }
}

fn purge(shared: &Arc<Shared>, world: &mut World, id: Uuid, at: Timestamp) {
    let Some(transfer) = world.broker.transfer_mut(id) else { return };
    transfer.become_status(Status::Purged, Status::Purged.text(), at);
    store::forget(shared, transfer);
    let told = transfer.clone();
    tell_sender(shared, world, &told, "filepurged");
    never_confirmed(shared, world, &told);
}
