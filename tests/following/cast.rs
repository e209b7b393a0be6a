//! Who takes part in a test, and how they act.

pub use altinn_sandbox::people::Actor;
use broker_setup::journey::{Acting, FieldId, Role};
use std::time::Duration;

/// A newcomer that has been granted nothing yet.
pub const NEWCOMER: &str = "310400602";
/// Those that send and receive already.
pub const SENDER: &str = "310400203";
pub const RECIPIENT: &str = "310400300";
/// A service owner that Broker does not know.
const OWNER: &str = "310400505";

/// How the people whom the user asks act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    Instant,
    /// After some seconds or a minute.
    Quick,
    /// Each says no the first time.
    NoThenYes,
    Never,
    /// All but this one answer at once.
    AllBut(Actor),
}

impl Others {
    /// How soon somebody acts, as the page of the people names it.
    pub fn pace(self, actor: Actor) -> &'static str {
        match self {
            Self::Instant | Self::NoThenYes => "instant",
            Self::Quick => "quick",
            Self::Never => "never",
            Self::AllBut(silent) if silent == actor => "never",
            Self::AllBut(_) => "instant",
        }
    }

    pub fn answers(self, actor: Actor) -> bool {
        self.pace(actor) != "never"
    }

    /// How long it is worth to wait for any of them.
    pub const fn patience(self) -> Duration {
        match self {
            Self::Instant | Self::NoThenYes => Duration::from_secs(30),
            // An approver takes a minute.
            Self::Quick => Duration::from_secs(110),
            Self::Never => Duration::ZERO,
            Self::AllBut(_) => Duration::from_secs(5),
        }
    }
}

/// How a user learns of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventsCome {
    /// To the sandbox's sink.
    ByWebhook,
    ByPoll,
}

#[derive(Debug, Clone, Copy)]
pub struct Cast {
    pub role: Role,
    pub acting: Acting,
    pub others: Others,
    pub events: EventsCome,
    pub resource: &'static str,
    /// What is answered before the way begins.
    pub answered: &'static [(FieldId, &'static str)],
}

/// Of the senders and recipients.
pub const RESOURCE: &str = "prov-filutveksling";

impl Cast {
    /// Whose client it is.
    pub const fn client_owner(self) -> &'static str {
        match self.role {
            Role::ServiceOwner => OWNER,
            Role::Sender | Role::Recipient => NEWCOMER,
        }
    }

    /// Who sends, receives or owns.
    pub const fn party(self) -> &'static str {
        match (self.acting, self.role) {
            (Acting::ForCustomer, Role::Recipient) => RECIPIENT,
            (Acting::ForCustomer, Role::Sender) => SENDER,
            (Acting::Own | Acting::ByVendor, Role::Sender | Role::Recipient) => NEWCOMER,
            (_, Role::ServiceOwner) => OWNER,
        }
    }
}
