//! Deeds: what the program does for the user. Checks never change anything; deeds do.

use super::{DeedMessage, Evidence, Role, StepId};
use crate::values::Value;
use std::path::PathBuf;
use uuid::Uuid;

crate::choice! {
    /// Something the program can do for the user, asked for and shown before it is done.
    pub enum DeedId {
        /// Sends a marked test file, or fetches and confirms one, or both for a service owner.
        SendTest = "send-test",
        /// Subscribes a webhook to the events of the resource.
        Subscribe = "subscribe",
    }
}

impl DeedId {
    /// The step it belongs to.
    #[must_use]
    pub const fn step(self) -> StepId {
        match self {
            Self::SendTest => StepId::Integrate,
            Self::Subscribe => StepId::Events,
        }
    }

    /// Whether a role can ask for it.
    #[must_use]
    pub const fn is_for(self, role: Role) -> bool {
        match (self, role) {
            (Self::SendTest | Self::Subscribe, Role::Sender | Role::Recipient | Role::ServiceOwner) => true,
        }
    }
}

/// How a deed is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedOptions {
    /// A file to send instead of a made-up one.
    pub file: Option<PathBuf>,
    /// A transfer to fetch although it is not a marked test.
    pub transfer: Option<Uuid>,
    /// Whether a fetched file is confirmed.
    pub confirm: bool,
}

/// What a deed would do, before it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub deed: DeedId,
    /// What it is about, in sentences, the first one first.
    pub says: Vec<DeedMessage>,
    /// The requests it makes: method, address.
    pub requests: Vec<(String, String)>,
    /// What the requests among them send that have a body: the request, and the body as JSON. Holds no secret.
    pub bodies: Vec<(String, String)>,
    /// Labels (ids under `preview` in `deeds.ftl`) with their values.
    pub rows: Vec<(&'static str, Value)>,
    /// Whether the profile's name must be typed first.
    pub production: bool,
}

/// How a deed goes on.
#[derive(Debug, Clone, PartialEq)]
pub enum DeedProgress {
    Started(DeedMessage),
    /// The phase that began last is done.
    Done {
        /// What came of it.
        message: DeedMessage,
        /// How long it took, in milliseconds.
        took_ms: u64,
    },
    /// Bytes of the phase under way.
    Bytes {
        done: u64,
        total: u64,
    },
    /// Something now exists: the evidence as it is from here on. Keep it at once; a kill then loses nothing.
    Recorded(Box<Evidence>),
}

/// A deed that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What now exists, with its id, and what happens next.
    pub says: Vec<DeedMessage>,
    /// The evidence with what was done.
    pub evidence: Evidence,
}

/// A deed that stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// What is so, and what to do.
    pub message: DeedMessage,
    /// The service's own code.
    pub code: Option<String>,
    /// The evidence, with what had been done until then.
    pub evidence: Evidence,
}
