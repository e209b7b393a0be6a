//! The other organisation's system, which the sandbox plays: it sends to recipients and fetches what senders have sent.

use super::access::{digits, has_access};
use super::state::BrokerState;
use super::stored::Stored;
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use super::{lifecycle, store};
use crate::decision::subject::Subject;
use crate::events::awaited;
use crate::known;
use crate::world::World;
use crate::world::happened::Happened;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The reference of a marked test transfer begins with this.
const MARK: &str = "broker-setup-test-";

/// If the sandbox plays a recipient of a published transfer, that recipient fetches and confirms it.
#[must_use]
pub(crate) fn fetches(world: &mut World, transfer: Uuid, at: Timestamp) -> Vec<Happened> {
    let Some(found) = world.broker.transfer(transfer).filter(|found| !found.by_counterpart) else { return Vec::new() };
    let played: Vec<String> = found
        .unconfirmed()
        .into_iter()
        .filter(|recipient| !is_users_own(world, found, digits(recipient)))
        .filter(|recipient| is_known(digits(recipient)) && may_receive(world, &found.resource, digits(recipient)))
        .collect();
    played.iter().flat_map(|recipient| take(&mut world.broker, transfer, recipient, at)).collect()
}

/// Whether the user plays the recipient as well: the sender is the recipient, or the vendor that sent it also has a system user of
/// the recipient.
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

pub(super) fn take(broker: &mut BrokerState, transfer: Uuid, recipient: &str, at: Timestamp) -> Vec<Happened> {
    let Some(mut found) = broker.transfer_mut(transfer).filter(|found| found.status() == Status::Published) else { return Vec::new() };
    found.recipient_history.push(RecipientRow {
        recipient: recipient.to_owned(),
        status: RecipientStatus::DownloadStarted,
        at,
        vendor: Some(format!("0192:{}", digits(recipient))),
    });
    drop(found);
    lifecycle::confirmed(broker, transfer, recipient, at)
}

/// Whether an organisation may receive: through its own system user, or because a rule of the policy names it.
pub(super) fn may_receive(world: &World, resource: &str, organisation: &str) -> bool {
    let code = organisation.parse().ok().and_then(|number| world.organisations.code_of(&number));
    let itself = Subject::Organisation { number: Some(organisation.to_owned()), code: code.map(str::to_owned) };
    let users = world.systems.users.iter().filter(|user| user.party == organisation).map(|user| Subject::SystemUser(user.id));
    users.chain([itself]).any(|subject| has_access(world, &subject, &["read"], resource, organisation))
}

/// Sends a recipient a file, if it may receive one and has none waiting.
#[must_use]
pub(crate) fn sends_another(world: &mut World, resource: &str, recipient: &str, at: Timestamp) -> Vec<Happened> {
    if !may_receive(world, resource, recipient) || has_waiting(world, resource, recipient) {
        return Vec::new();
    }
    lifecycle::sent(&mut world.broker, marked(resource, sender_for(recipient), recipient, at))
}

/// A recipient searched for files; if none waits, one should be sent.
#[must_use]
pub(super) fn looked_for(world: &World, resource: &str, recipient: &str) -> Vec<Happened> {
    if has_waiting(world, resource, recipient) { Vec::new() } else { vec![no_file_waits(resource, recipient)] }
}

/// A recipient confirmed a transfer; if the sandbox had sent it, another one should be sent.
#[must_use]
pub(super) fn taken(broker: &BrokerState, transfer: Uuid, recipient: &str) -> Vec<Happened> {
    let sent_here = broker.transfer(transfer).filter(|transfer| transfer.by_counterpart);
    sent_here.map(|transfer| no_file_waits(&transfer.resource, recipient)).into_iter().collect()
}

fn no_file_waits(resource: &str, recipient: &str) -> Happened {
    Happened::NoFileWaits { resource: resource.to_owned(), recipient: recipient.to_owned() }
}

fn has_waiting(world: &World, resource: &str, recipient: &str) -> bool {
    world.broker.transfers.iter().any(|transfer| {
        transfer.by_counterpart
            && transfer.resource == resource
            && transfer.status() == Status::Published
            && transfer.unconfirmed().iter().any(|waiting| digits(waiting) == recipient)
    })
}

/// The sender of the files that the sandbox sends by itself. It is not the known sender: the user plays that one, and its list
/// would show files it never sent.
pub(super) fn sender_for(recipient: &str) -> &'static str {
    if recipient == known::VENDOR.number { known::SENDER.number } else { known::VENDOR.number }
}

/// Makes one marked transfer that matches a newly validated subscription, so that an event arrives.
#[must_use]
pub(crate) fn sends_for(world: &mut World, subscription: u64, at: Timestamp) -> Vec<Happened> {
    let Some(awaited) = awaited::awaited(world, subscription) else { return Vec::new() };
    let Some(configuration) = world.broker.configuration(&awaited.resource) else { return Vec::new() };
    let party = awaited.party.unwrap_or_else(|| configuration.owner.clone());
    let only_published = awaited.event_type.as_deref().is_none_or(|kind| kind.ends_with(".published"));
    // If the known recipient subscribes to published transfers, it gets a file. Otherwise the subscriber is the sender, and the
    // counterpart confirms the file at once, so that a confirmation is among the events.
    if party == known::RECIPIENT.number && only_published {
        return lifecycle::sent(&mut world.broker, marked(&awaited.resource, sender_for(&party), &party, at));
    }
    let recipient = if party == known::RECIPIENT.number { known::SENDER.number } else { known::RECIPIENT.number };
    let transfer = marked(&awaited.resource, &party, recipient, at);
    let id = transfer.id;
    let mut happened = lifecycle::sent(&mut world.broker, transfer);
    happened.extend(take(&mut world.broker, id, &format!("0192:{recipient}"), at));
    happened
}

/// A published transfer with the marks of a test transfer (contract 6).
pub(super) fn marked(resource: &str, sender: &str, recipient: &str, at: Timestamp) -> Transfer {
    let mut transfer = Transfer { published: Some(at), ..marked_and_waiting(resource, sender, recipient, at) };
    for status in [Status::UploadStarted, Status::UploadProcessing, Status::Published] {
        transfer.become_status(status, status.text(), at);
    }
    transfer
}

/// The same transfer before its bytes are sent.
pub(super) fn marked_and_waiting(resource: &str, sender: &str, recipient: &str, at: Timestamp) -> Transfer {
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
        published: None,
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
    transfer.become_status(Status::Initialized, Status::Initialized.text(), at);
    transfer
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::signing::keys::Keys;
    use url::Url;

    fn world() -> World {
        World::new(Url::parse("http://127.0.0.1:1/").expect("a url"), Keys::ephemeral().expect("keys"))
    }

    /// A transfer that the user's own client sent.
    fn sent_by_user(world: &mut World, vendor: &str) -> Uuid {
        let mut transfer = marked(known::RESOURCE, known::SENDER.number, known::RECIPIENT.number, world.broker.now());
        transfer.by_counterpart = false;
        transfer.sender_vendor = Some(format!("0192:{vendor}"));
        let id = transfer.id;
        drop(lifecycle::sent(&mut world.broker, transfer));
        id
    }

    #[test]
    fn the_recipients_system_fetches_and_confirms_what_somebody_else_sent() {
        let mut world = world();
        let id = sent_by_user(&mut world, known::SERVICE_OWNER.number);
        let at = world.broker.now();
        assert!(!fetches(&mut world, id, at).is_empty());
        assert_eq!(world.broker.transfer(id).map(Transfer::status), Some(Status::AllConfirmedDownloaded));
        assert_eq!(fetches(&mut world, id, at), [], "once");
    }

    #[test]
    fn what_the_sandbox_itself_has_sent_is_left_to_the_user() {
        let mut world = world();
        let at = world.broker.now();
        let waiting = world.broker.newest_first().find(|transfer| transfer.by_counterpart).expect("a waiting file").id;
        assert_eq!(fetches(&mut world, waiting, at), []);
        assert_eq!(world.broker.transfer(waiting).map(Transfer::status), Some(Status::Published));
    }

    #[test]
    fn another_file_is_sent_only_where_none_waits() {
        let mut world = world();
        let at = world.broker.now();
        let (resource, recipient) = (known::RESOURCE, known::RECIPIENT.number);
        assert_eq!(looked_for(&world, resource, recipient), [], "one waits in a new world");
        assert_eq!(sends_another(&mut world, resource, recipient, at), []);
        world.broker.transfers.retain(|_| false);
        assert_eq!(looked_for(&world, resource, recipient), [no_file_waits(resource, recipient)]);
        assert!(!sends_another(&mut world, resource, recipient, at).is_empty());
        assert_eq!(looked_for(&world, resource, recipient), []);
    }
}
