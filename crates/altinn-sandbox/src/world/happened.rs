//! What a change of the world leads to: the rules return it, and the scheduler carries it out.

use crate::broker::stored::Stored;
use crate::events::broker_event::BrokerEvent;
use crate::events::delivery::Delivery;
use jiff::Timestamp;
use uuid::Uuid;

/// Something that happened, and that others have to hear of, now or later.
#[derive(Debug, Clone, PartialEq)]
pub enum Happened {
    /// One party of a transfer is told of it, through Events.
    EventPublished(BrokerEvent),
    /// An event is on its way to a webhook.
    DeliveryBegun(Delivery),
    /// A webhook must prove that it takes events.
    SubscriptionMade(u64),
    /// A webhook has proved it for the first time.
    SubscriptionValidated(u64),
    /// All bytes of a transfer are there: they are scanned, and their checksum is compared.
    BytesReceived(Uuid),
    /// A transfer can be fetched.
    TransferPublished(Uuid),
    /// A published transfer has no checksum yet.
    ChecksumMissing(Uuid),
    /// Something about a transfer is due then, by Broker's clock.
    TransferDue(Timestamp),
    /// Nobody can fetch these bytes any more.
    BytesReleased(Uuid, Stored),
    /// A recipient has no file of the sandbox's own sender to fetch.
    NoFileWaits {
        resource: String,
        /// Nine digits.
        recipient: String,
    },
    /// A service owner, nine digits, lacks some of its storage.
    StorageMissing(String),
    /// A system user, or a change of one, waits for the approver.
    RequestWaits(Uuid),
    /// A letter waits for whom it is addressed to.
    LetterWaits(Uuid),
}
