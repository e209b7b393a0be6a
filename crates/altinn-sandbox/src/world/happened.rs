//! What follows from a change of the world: the rules return it, and the scheduler carries it out.

use crate::broker::stored::Stored;
use crate::events::broker_event::BrokerEvent;
use crate::events::delivery::Delivery;
use jiff::Timestamp;
use uuid::Uuid;

/// Something that others must learn of, now or later.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// One party of a transfer gets an event through Altinn Events.
    EventPublished(BrokerEvent),
    /// An event must be delivered to a webhook.
    DeliveryBegun(Delivery),
    /// A new subscription: its webhook must be validated.
    SubscriptionMade(u64),
    /// A subscription's webhook answered its first validation.
    SubscriptionValidated(u64),
    /// All bytes of a transfer were received: they must be scanned and their checksum compared.
    BytesReceived(Uuid),
    /// Recipients can download this transfer now.
    TransferPublished(Uuid),
    /// A published transfer has no checksum yet.
    ChecksumMissing(Uuid),
    /// A transfer expires, is purged or counts as stuck at this time of Broker's clock.
    TransferDue(Timestamp),
    /// The bytes of a transfer are no longer needed and must be deleted.
    BytesReleased(Uuid, Stored),
    /// The recipient has no file from the sandbox's own sender left to fetch, so one should be sent.
    NoFileWaits {
        resource: String,
        /// Nine digits.
        recipient: String,
    },
    /// A service owner (nine digits) is registered, but not all of its storage is ready.
    StorageMissing(String),
    /// A request for a system user, or to change one, waits for the approver.
    RequestWaits(Uuid),
    /// A letter waits for an answer from its addressee.
    LetterWaits(Uuid),
}
