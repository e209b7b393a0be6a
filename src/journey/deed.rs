//! Deeds: what the program does for the user. Unlike checks, deeds change things.

use super::{CheckId, DeedMessage, Evidence, FieldId, Profile, Role, StepId};
use crate::values::Value;
use std::path::PathBuf;
use uuid::Uuid;

crate::choice! {
    /// Something the program does when the user asks for it, after showing what it would do.
    pub enum DeedId {
        /// A sender sends a marked test file, a recipient fetches and confirms one, a service owner does both.
        SendTest = "send-test",
        /// Subscribes a webhook to the resource's events.
        Subscribe = "subscribe",
    }
}

impl DeedId {
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::SendTest => StepId::Integrate,
            Self::Subscribe => StepId::Events,
        }
    }

    /// Every deed, in the order in which they are due. A subscription comes before the first transfer, because Altinn Events
    /// remembers for an hour that nobody subscribes (contract 6).
    pub const BY_TURN: [Self; 2] = [Self::Subscribe, Self::SendTest];

    /// The check that passes once the deed is done.
    #[must_use]
    pub const fn proof(self) -> CheckId {
        match self {
            Self::SendTest => CheckId::IntegrateTransfer,
            Self::Subscribe => CheckId::EventsSubscription,
        }
    }

    /// The field that the deed needs and that has no answer yet.
    #[must_use]
    pub fn missing(self, profile: &Profile) -> Option<FieldId> {
        let field = match self {
            Self::SendTest => FieldId::TransferRecipients,
            Self::Subscribe => FieldId::EventsEndpoint,
        };
        (field.is_for(profile) && profile.answer(field).is_none()).then_some(field)
    }

    /// The service's id of what the deed made last.
    #[must_use]
    pub fn made(self, evidence: &Evidence) -> Option<String> {
        match self {
            Self::SendTest => evidence.transfer.as_ref().map(|transfer| transfer.id.to_string()),
            Self::Subscribe => evidence.subscriptions.last().map(|subscription| subscription.id.to_string()),
        }
    }

    /// Whether the deed is offered to this role.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match (self, role) {
            (Self::SendTest | Self::Subscribe, Role::Sender | Role::Recipient | Role::ServiceOwner) => true,
        }
    }
}

/// The user's choices for one deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedOptions {
    /// A file to send instead of a made-up one.
    pub file: Option<PathBuf>,
    /// A transfer to fetch even if it is not a marked test.
    pub transfer: Option<Uuid>,
    /// Whether to confirm the fetched file.
    pub confirm: bool,
}

/// What a deed would do, shown before it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub deed: DeedId,
    /// Sentences about the deed, in the order to show them.
    pub says: Vec<DeedMessage>,
    /// The requests it would make: method and address.
    pub requests: Vec<(String, String)>,
    /// The requests that have a body, each with the body as indented JSON. They contain no secrets.
    pub bodies: Vec<(String, String)>,
    /// Labels (ids under `preview` in `deeds.ftl`) with their values.
    pub rows: Vec<(&'static str, Value)>,
    /// Whether the user must type the profile's name first.
    pub production: bool,
}

/// The progress of a deed.
#[derive(Debug, Clone, PartialEq)]
pub enum DeedProgress {
    Started(DeedMessage),
    /// The latest phase is done.
    Done {
        /// The result of the phase.
        message: DeedMessage,
        took_ms: u64,
    },
    /// Bytes sent or fetched in the current phase.
    Bytes {
        done: u64,
        total: u64,
    },
    /// The deed has made something. This is the evidence from now on; whoever gets it stores it at once, so that a kill loses
    /// nothing.
    Recorded(Box<Evidence>),
}

/// The result of a deed that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Sentences about what now exists, with its id, and what comes next.
    pub says: Vec<DeedMessage>,
    /// The evidence, with what the deed has made.
    pub evidence: Evidence,
}

/// The result of a deed that stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// What is wrong, and what to do.
    pub message: DeedMessage,
    /// The service's own code, such as `BRO-00006`.
    pub code: Option<String>,
    /// The evidence, with what the deed had made before it stopped.
    pub evidence: Evidence,
}
