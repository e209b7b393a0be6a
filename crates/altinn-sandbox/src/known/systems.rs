//! The systems of the known world, and the requests for their system users.

use super::{RECIPIENT, SENDER, SERVICE_OWNER, VENDOR};

/// A system of the known world. Each has rights to every resource of [`SERVICE_OWNER`] that can be delegated to system users.
#[derive(Debug, Clone, Copy)]
pub struct KnownSystem {
    pub id: &'static str,
    pub vendor: &'static str,
    /// The names of its clients.
    pub clients: &'static [&'static str],
}

pub const SENDER_SYSTEM: &str = "310400203_filer";
pub const RECIPIENT_SYSTEM: &str = "310400300_filer";
pub const SERVICE_OWNER_SYSTEM: &str = "310400106_filer";
pub const VENDOR_SYSTEM: &str = "310400408_fagsystem";

pub const SYSTEMS: &[KnownSystem] = &[
    KnownSystem { id: SENDER_SYSTEM, vendor: SENDER.number, clients: &["sender", "no-write", "expired-key", "enterprise"] },
    KnownSystem { id: RECIPIENT_SYSTEM, vendor: RECIPIENT.number, clients: &["recipient", "recipient-enterprise"] },
    KnownSystem { id: SERVICE_OWNER_SYSTEM, vendor: SERVICE_OWNER.number, clients: &["service-owner"] },
    KnownSystem { id: VENDOR_SYSTEM, vendor: VENDOR.number, clients: &["vendor"] },
];

/// The state of a known system-user request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownRequestStatus {
    /// Approved; the system user exists.
    Accepted,
    /// Pending; the sandbox's approver answers once a client asks about it.
    New,
    /// Pending for ever, because the approver never answers.
    Ignored,
    /// Declined by the customer.
    Rejected,
    /// Pending for more than 180 days, so it has timed out (`timedOut`).
    TimedOut,
}

/// A system-user request of the known world.
#[derive(Debug, Clone, Copy)]
pub struct KnownRequest {
    pub system: &'static str,
    pub party: &'static str,
    /// The external reference; none means the customer's organisation number.
    pub external_ref: Option<&'static str>,
    pub status: KnownRequestStatus,
}

/// The external reference of the pending request in the half-done setup.
pub const HALF_DONE: &str = "half-done";

pub const REQUESTS: &[KnownRequest] = &[
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: RECIPIENT_SYSTEM, party: RECIPIENT.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: SERVICE_OWNER_SYSTEM, party: SERVICE_OWNER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: VENDOR_SYSTEM, party: SENDER.number, external_ref: None, status: KnownRequestStatus::Accepted },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some(HALF_DONE), status: KnownRequestStatus::New },
    KnownRequest { system: RECIPIENT_SYSTEM, party: RECIPIENT.number, external_ref: Some(HALF_DONE), status: KnownRequestStatus::New },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("ignored"), status: KnownRequestStatus::Ignored },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("rejected"), status: KnownRequestStatus::Rejected },
    KnownRequest { system: SENDER_SYSTEM, party: SENDER.number, external_ref: Some("timed-out"), status: KnownRequestStatus::TimedOut },
    KnownRequest {
        system: RECIPIENT_SYSTEM,
        party: RECIPIENT.number,
        external_ref: Some("rejected"),
        status: KnownRequestStatus::Rejected,
    },
];
