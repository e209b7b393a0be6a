//! The other side of a transfer: the systems of senders and recipients that the sandbox plays.

use super::access::{digits, has_access};
use super::lifecycle;
use super::store::{self, Stored};
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use crate::decision::subject::Subject;
use crate::events::awaited;
use crate::shared::Shared;
use crate::world::World;
use crate::{clock, known};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// What the reference of a marked test transfer begins with.
const MARK: &str = "broker-setup-test-";

/// The recipient's system fetches and confirms a published transfer, if its recipient is one the sandbox plays.
pub async fn counterpart_takes(shared: &Arc<Shared>, transfer: Uuid) {
    let mut world = shared.world.lock().await;
    let Some(found) = world.broker.transfer(transfer).filter(|found| !found.by_counterpart) else { return };
    let resource = found.resource.clone();
    let played: Vec<String> = found
        .unconfirmed()
        .into_iter()
        .filter(|recipient| !is_users_own(&world, found, digits(recipient)))
        .filter(|recipient| is_known(digits(recipient)) && may_receive(&world, &resource, digits(recipient)))
        .collect();
    for recipient in played {
        take(shared, &mut world, transfer, &recipient);
    }
    // Nobody waits for this answer: the next save that succeeds holds it too.
    let _ = shared.save(&world).await;
}

/// Whether the user plays the recipient too: it sent to itself, or whoever sent it acts for the recipient as well.
fn is_users_own(world: &World, transfer: &Transfer, recipient: &str) -> bool {
    let vendor = transfer.sender_vendor.as_deref().map(digits);
    let acts_for = |party: &str| {
        world.systems.users.iter().any(|user| !user.is_deleted && user.party == party && Some(user.vendor.as_str()) == vendor)
    };
    digits(&transfer.sender) == recipient || acts_for(recipient)
}

fn is_known(organisation: &str) -> bool {
    known::ORGANISATIONS.iter().any(|known| known.number == organisation)
}

fn take(shared: &Arc<Shared>, world: &mut World, transfer: Uuid, recipient: &str) {
    let at = world.broker.now();
    let Some(found) = world.broker.transfer_mut(transfer).filter(|found| found.status() == Status::Published) else { return };
    found.recipient_history.push(RecipientRow {
        recipient: recipient.to_owned(),
        status: RecipientStatus::DownloadStarted,
        at,
        vendor: Some(format!("0192:{}", digits(recipient))),
    });
    lifecycle::confirmed(shared, world, transfer, recipient);
}

/// Whether an organisation may receive: by a system user of its own, or by a rule that names it.
pub(super) fn may_receive(world: &World, resource: &str, organisation: &str) -> bool {
    let code = known::ORGANISATIONS.iter().find(|known| known.number == organisation).and_then(|known| known.code);
    let itself = Subject::Organisation { number: Some(organisation.to_owned()), code: code.map(str::to_owned) };
    let users = world.systems.users.iter().filter(|user| user.party == organisation).map(|user| Subject::SystemUser(user.id));
    users.chain([itself]).any(|subject| has_access(world, &subject, &["read"], resource, organisation))
}

/// A recipient has taken its waiting file, so that another is sent.
pub(super) fn another_waits(shared: &Arc<Shared>, resource: String, recipient: String) {
    let Some(delay) = clock::of_counterpart(&shared.people) else { return };
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        tokio::time::sleep(delay).await;
        let mut world = acting.world.lock().await;
        if may_receive(&world, &resource, &recipient) && !has_waiting(&world, &resource, &recipient) {
            let sender = sender_for(&recipient);
            let transfer = marked(&resource, sender, &recipient, world.broker.now());
            send(&acting, &mut world, transfer);
            let _ = acting.save(&world).await;
        }
    });
}

/// A recipient looks for files and there is none: one is sent.
pub(super) fn looked_for(shared: &Arc<Shared>, world: &World, resource: &str, recipient: &str) {
    if !has_waiting(world, resource, recipient) {
        another_waits(shared, resource.to_owned(), recipient.to_owned());
    }
}

fn has_waiting(world: &World, resource: &str, recipient: &str) -> bool {
    world.broker.transfers.iter().any(|transfer| {
        let mut unconfirmed = transfer.unconfirmed().into_iter();
        transfer.by_counterpart
            && transfer.resource == resource
            && transfer.status() == Status::Published
            && unconfirmed.any(|waiting| digits(&waiting) == recipient)
    })
}

/// Who sends what waits for a recipient: not the known sender, whose own list would show files it never sent.
pub(super) fn sender_for(recipient: &str) -> &'static str {
    if recipient == known::VENDOR.number { known::SENDER.number } else { known::VENDOR.number }
}

/// One marked transfer goes the way of a subscription that was validated just now, so that an event arrives.
pub async fn counterpart_sends(shared: &Arc<Shared>, subscription: u64) {
    let mut world = shared.world.lock().await;
    let Some(wanted) = awaited::wanted(&world, subscription) else { return };
    let configured = world.broker.configuration(&wanted.resource).map(|found| found.owner.clone());
    let Some(owner) = configured else { return };
    let party = wanted.party.unwrap_or(owner);
    let only_published = wanted.event_type.as_deref().is_none_or(|kind| kind.ends_with(".published"));
    // The known recipient gets a file; everybody else sends one, which the counterpart takes.
    let receives = party == known::RECIPIENT.number && only_published;
    if receives {
        let transfer = marked(&wanted.resource, sender_for(&party), &party, world.broker.now());
        send(shared, &mut world, transfer);
    } else {
        let recipient = if party == known::RECIPIENT.number { known::SENDER.number } else { known::RECIPIENT.number };
        let transfer = marked(&wanted.resource, &party, recipient, world.broker.now());
        let (id, recipient) = (transfer.id, format!("0192:{recipient}"));
        send(shared, &mut world, transfer);
        take(shared, &mut world, id, &recipient);
    }
    let _ = shared.save(&world).await;
}

fn send(shared: &Arc<Shared>, world: &mut World, transfer: Transfer) {
    let told = transfer.clone();
    world.broker.transfers.push(transfer);
    for name in ["filetransferinitialized", "uploadprocessing", "published"] {
        lifecycle::tell_sender(shared, world, &told, name);
    }
    for recipient in told.recipients() {
        lifecycle::tell_recipient(shared, world, &told, "published", recipient);
    }
}

/// A published transfer with the marks of a test (contract 6).
pub(super) fn marked(resource: &str, sender: &str, recipient: &str, at: Timestamp) -> Transfer {
    let id = Uuid::new_v4();
    let bytes = store::made_up(id);
    let mut properties = Map::new();
    properties.insert("broker-setup".to_owned(), Value::from("test"));
    properties.insert("sha256".to_owned(), json!(store::sha256(&bytes)));
    let checksum = store::md5(&bytes);
    let random = Uuid::new_v4().simple().to_string();
    let mut transfer = Transfer {
        id,
        resource: resource.to_owned(),
        file_name: "broker-setup-test.txt".to_owned(),
        reference: format!("{MARK}{}", random.get(..12).unwrap_or(&random)),
        sender: format!("0192:{sender}"),
        sender_vendor: Some(format!("0192:{sender}")),
        properties,
        checksum: Some(checksum.clone()),
        supplied: true,
        md5: Some(checksum),
        scanned: true,
        size: bytes.len() as u64,
        created: at,
        expires: at.checked_add(SignedDuration::from_hours(30 * 24)).unwrap_or(at),
        purge_at: None,
        published: Some(at),
        history: Vec::new(),
        recipient_history: vec![RecipientRow {
            recipient: format!("0192:{recipient}"),
            status: RecipientStatus::Initialized,
            at,
            vendor: None,
        }],
        parts_asked: Vec::new(),
        stored: Stored::MadeUp,
        by_counterpart: true,
    };
    for status in [Status::Initialized, Status::UploadStarted, Status::UploadProcessing, Status::Published] {
        transfer.become_status(status, status.text(), at);
    }
    transfer
}
