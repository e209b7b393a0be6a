//! What happens to transfers by itself: scans, checksums, expiry, purges, uploads that got stuck (facts broker-api 5.1).
//!
//! A timer runs only while something is due within a day; the rest is done when somebody calls.

use super::store::{self, Stored};
use super::transfer::{Status, Transfer};
use super::{lifecycle, owner};
use crate::shared::Shared;
use crate::world::World;
use crate::{clock, people};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

const STUCK: SignedDuration = SignedDuration::from_hours(24);
const TUS_ACTIVE: SignedDuration = SignedDuration::from_hours(1);
/// What is due later than this waits for somebody who calls.
const HORIZON: SignedDuration = SignedDuration::from_hours(26);

/// Scans and compares checksums: what passes is published.
pub(super) fn process(shared: &Arc<Shared>, id: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(clock::of_machines(&acting.options)).await;
        let stored = acting.world.lock().await.broker.transfer(id).map(|transfer| transfer.stored.clone());
        let Some(stored) = stored else { return };
        let Some(examined) = store::examine(&acting, id, &stored).await else { return };
        let mut world = acting.world.lock().await;
        let Some(transfer) = world.broker.transfer_mut(id).filter(|transfer| transfer.status() == Status::UploadProcessing) else { return };
        let differs = transfer.supplied && transfer.checksum.as_deref() != Some(examined.md5.as_str());
        let scanned = transfer.scanned;
        transfer.md5 = Some(examined.md5);
        let at = world.broker.now();
        match examined.malware {
            _ if differs => lifecycle::failed(&acting, &mut world, id, "Checksum mismatch", at),
            Some(sha256) if scanned => report_malware(&acting, &mut world, id, &sha256),
            Some(_) | None => lifecycle::publish(&acting, &mut world, id),
        }
        // Nobody waits for this answer: the next save that succeeds holds it too.
        let _ = acting.save(&world).await;
    });
}

fn report_malware(shared: &Arc<Shared>, world: &mut World, id: Uuid, sha256: &str) {
    let at = world.broker.now();
    let extra = json!({"CorrelationId": Uuid::new_v4(), "BlobUri": format!("{}brokerfiles/{id}", shared.origin), "ETag": "0x8DEADBEEF",
        "ScanFinishedTimeUtc": at.to_string(), "ScanResultType": "Malicious",
        "ScanResultDetails": {"MalwareNamesFound": ["Virus:DOS/EICAR_Test_File"], "Sha256": sha256.to_uppercase(), "NotScannedReason": null}});
    lifecycle::found_malware(shared, world, id, &malware_text("Malicious", &extra.to_string()), at);
}

/// The status text of a transfer in which something was found.
pub(super) fn malware_text(kind: &str, extra: &str) -> String {
    format!("Malware scan failed: {kind}. Extra details: {extra}")
}

/// The checksum that nobody supplied, a moment after Published (2.2).
pub(super) fn fill_checksum(shared: &Arc<Shared>, id: Uuid) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(clock::of_machines(&acting.options) / 4).await;
        let known = acting.world.lock().await.broker.transfer(id).map(|transfer| (transfer.md5.clone(), transfer.stored.clone()));
        let md5 = match known {
            None => return,
            Some((Some(md5), _)) => md5,
            Some((None, stored)) => match store::examine(&acting, id, &stored).await {
                Some(examined) => examined.md5,
                None => return,
            },
        };
        let mut world = acting.world.lock().await;
        let Some(transfer) = world.broker.transfer_mut(id) else { return };
        transfer.checksum = Some(md5.clone());
        transfer.md5 = Some(md5);
        let _ = acting.save(&world).await;
    });
}

/// Looks again at a moment, if it is near.
pub(super) fn wake(shared: &Arc<Shared>, world: &World, at: Timestamp) {
    let left = at.duration_since(world.broker.now());
    if left > HORIZON {
        return;
    }
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(Duration::try_from(left).unwrap_or_default()).await;
        settle(&acting).await;
    });
}

/// Looks again at every transfer when it is due.
pub(super) fn wake_all(shared: &Arc<Shared>, world: &World) {
    for at in world.broker.transfers.iter().filter_map(next_due) {
        wake(shared, world, at);
    }
}

fn next_due(transfer: &Transfer) -> Option<Timestamp> {
    match transfer.status() {
        Status::Purged => None,
        Status::UploadStarted => Some(stuck_from(transfer).min(transfer.expires)),
        _ => Some(transfer.purge_at.unwrap_or(transfer.expires)),
    }
}

/// When an upload that began now counts as stuck.
pub(super) fn stuck_from(transfer: &Transfer) -> Timestamp {
    transfer.changed().checked_add(STUCK).unwrap_or(Timestamp::MAX)
}

/// Does what is due. The first call also takes up what was under way when the sandbox stopped.
pub(super) async fn settle(shared: &Arc<Shared>) {
    let mut world = shared.world.lock().await;
    let now = world.broker.now();
    if !std::mem::replace(&mut world.broker.resumed, true) {
        resume(shared, &mut world);
    }
    world.broker.tus.forget_expired(clock::now());
    let due: Vec<(Uuid, Due)> =
        world.broker.transfers.iter().filter_map(|transfer| Some((transfer.id, due(&world, transfer, now)?))).collect();
    for (id, due) in &due {
        match due {
            Due::Purge => lifecycle::purge(shared, &mut world, *id, now),
            Due::Stuck => {
                let text = "File transfer was stuck in UploadStarted as it failed upload mid-request.";
                lifecycle::failed(shared, &mut world, *id, text, now);
            }
        }
    }
    if !due.is_empty() {
        let _ = shared.save(&world).await;
    }
}

#[derive(Debug, Clone, Copy)]
enum Due {
    Purge,
    Stuck,
}

fn due(world: &World, transfer: &Transfer, now: Timestamp) -> Option<Due> {
    match transfer.status() {
        Status::Purged => None,
        // With the flag the grace decides, without it the expiry.
        Status::AllConfirmedDownloaded => (transfer.purge_at.unwrap_or(transfer.expires) <= now).then_some(Due::Purge),
        _ if transfer.expires <= now => Some(Due::Purge),
        Status::UploadStarted => {
            let idle = world.broker.tus.activity(transfer.id).is_none_or(|at| clock::now().duration_since(at) >= TUS_ACTIVE);
            (stuck_from(transfer) <= now && idle).then_some(Due::Stuck)
        }
        Status::Initialized | Status::UploadProcessing | Status::Published | Status::Cancelled | Status::Failed => None,
    }
}

fn resume(shared: &Arc<Shared>, world: &mut World) {
    wake_all(shared, world);
    for transfer in &mut world.broker.transfers {
        // Large bodies went with the sandbox that took them.
        if matches!(&transfer.stored, Stored::Large(path) if !path.exists()) {
            transfer.stored = Stored::Nowhere;
        }
        match transfer.status() {
            Status::UploadProcessing => process(shared, transfer.id),
            Status::Published => {
                if !transfer.supplied && (transfer.md5.is_none() || transfer.checksum != transfer.md5) {
                    fill_checksum(shared, transfer.id);
                }
                if !transfer.by_counterpart {
                    people::transfer_published(shared, transfer.id);
                }
            }
            Status::Initialized
            | Status::UploadStarted
            | Status::Cancelled
            | Status::AllConfirmedDownloaded
            | Status::Purged
            | Status::Failed => {}
        }
    }
    for registered in world.broker.owners.iter().filter(|registered| registered.providers.len() < 2) {
        owner::provision(shared, registered.organisation.clone());
    }
}
