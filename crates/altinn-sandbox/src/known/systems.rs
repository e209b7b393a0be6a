//! The systems of the known world, and the requests for their system users.

use super::{RECIPIENT, SENDER, SERVICE_OWNER, VENDOR};

/// A system of the known world; each holds the rights of every delegable known resource of [`SERVICE_OWNER`] that a system may have.
#[derive(Debug, Clone, Copy)]
pub struct KnownSystem {
    pub id: &'static str,
    pub vendor: &'static str,
    /// The clients on it, by name.
    pub clients: &'static [&'static str],
}

pub const SENDER_SYSTEM: &str = "310400203_filer";
pub const RECIPIENT_SYSTEM: &str = "310400300_filer";
/// The service owner's system.
pub const SERVICE_OWNER_SYSTEM: &str = "310400106_filer";
pub const VENDOR_SYSTEM: &str = "310400408_fagsystem";

pub const SYSTEMS: &[KnownSystem] = &[
    KnownSystem { id: SENDER_SYSTEM, vendor: SENDER.number, clients: &["sender", "no-write", "expired-key", "enterprise"] },
    KnownSystem { id: RECIPIENT_SYSTEM, vendor: RECIPIENT.number, clients: &["recipient"] },
    KnownSystem { id: SERVICE_OWNER_SYSTEM, vendor: SERVICE_OWNER.number, clients: &["service-owner"] },
    KnownSystem { id: VENDOR_SYSTEM, vendor: VENDOR.number, clients: &["vendor"] },
];

/// What has become of a known system-user request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownRequestStatus {
    /// The system user exists.
    Accepted,
    /// Waits, until the sandbox's approver is asked about it.
    New,
    /// Waits, and the approver never acts.
    Ignored,
    /// The customer declined.
    Rejected,
    /// Waits since more than 180 days: `timedOut`.
    TimedOut,
}

/// A system-user request of the known world.
#[derive(Debug, Clone, Copy)]
pub struct KnownRequest {
    pub system: &'static str,
    pub party: &'static str,
    /// The reference; none means the customer's number.
    pub external_ref: Option<&'static str>,
    /// What has become of it.
    pub status: KnownRequestStatus,
}

/// The reference of the request that still waits, in the half-done setup.
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
