//! What a check found: a verdict with a typed message. The sentences are made in `text`.

use super::{ChainAnswer, CheckId, Fingerprint, Message, Role};
use crate::values::Link;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::choice! {
    /// Who must act, or whom we wait for, as a role.
    pub enum Who {
        You = "you",
        /// Altinn's service desk, which grants scopes and gives out API keys.
        ServiceDesk = "service-desk",
        Digdir = "digdir",
        ServiceOwner = "service-owner",
        /// Someone with the role Access manager at the party.
        Approver = "approver",
        /// The vendor that runs the system.
        Vendor = "vendor",
        Sender = "sender",
        Recipient = "recipient",
        AltinnEvents = "altinn-events",
        /// Broker, which makes storage ready or scans a file.
        AltinnBroker = "altinn-broker",
        /// Nobody: a change has not reached every machine of a service yet.
        Propagation = "propagation",
        /// Those who run the network between us and Altinn.
        Network = "network",
    }
}

impl Who {
    /// Who that is for a reader of this role: themselves, where they are the one that others would ask.
    #[must_use]
    pub const fn read_by(self, role: Role) -> Self {
        match (self, role) {
            (Self::ServiceOwner, Role::ServiceOwner) | (Self::Sender, Role::Sender) | (Self::Recipient, Role::Recipient) => Self::You,
            (
                Self::You
                | Self::ServiceDesk
                | Self::Digdir
                | Self::ServiceOwner
                | Self::Approver
                | Self::Vendor
                | Self::Sender
                | Self::Recipient
                | Self::AltinnEvents
                | Self::AltinnBroker
                | Self::Propagation
                | Self::Network,
                _,
            ) => self,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub on: Who,
    /// Since when we wait, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Until when we wait, if there is a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// Why a check was skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Skip {
    /// The check does not apply to this profile.
    NotApplicable,
    /// Another check must pass first.
    Needs {
        /// The check that has the cause.
        check: CheckId,
    },
    /// Set aside by the user, or because a vendor runs the system.
    SetAside {
        /// The user's reason, or the vendor's name.
        reason: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<Date>,
    },
    /// Left out by the user in this run alone: it is not proven, and nothing of it is kept.
    ThisRun,
}

/// The verdict of a check (contract 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Verdict {
    Pass,
    /// It works, but the user should know something.
    Warn,
    /// The user must act, or must ask someone to.
    NeedsYou,
    /// Someone else has been asked to act, and we wait for them.
    Waiting(Waiting),
    Fail,
    /// We could not ask the service. This is not the user's mistake.
    Unknown,
    Skipped(Skip),
}

impl Verdict {
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.mark().name()
    }

    /// The kind of verdict, without its details.
    #[must_use]
    pub const fn mark(&self) -> Mark {
        match self {
            Self::Pass => Mark::Pass,
            Self::Warn => Mark::Warn,
            Self::NeedsYou => Mark::NeedsYou,
            Self::Waiting(_) => Mark::Waiting,
            Self::Fail => Mark::Fail,
            Self::Unknown => Mark::Unknown,
            Self::Skipped(_) => Mark::Skipped,
        }
    }

    /// Whether checks that need this one can pass.
    #[must_use]
    pub const fn lets_through(&self) -> bool {
        matches!(self, Self::Pass | Self::Warn)
    }
}

crate::choice! {
    /// The kind of a verdict, without its details. Used for rows, and for a verdict's symbol and word.
    pub enum Mark {
        Pass = "pass",
        Warn = "warn",
        NeedsYou = "needs-you",
        Waiting = "waiting",
        Fail = "fail",
        Unknown = "unknown",
        Skipped = "skipped",
    }
}

/// One row of proof under a finding, about a scope, a host or an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    pub mark: Mark,
    /// What the row is about, such as a scope, a host or a system id. Shown unchanged.
    pub subject: String,
    pub message: Message,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub check: CheckId,
    /// The answers that the check was made with. With others the finding says nothing.
    #[serde(default)]
    pub answers: Fingerprint,
    pub outcome: Verdict,
    /// What was found, with its values. `text` has the summary, cause and fix for it.
    pub message: Message,
    /// The service's own code, such as `MP-200`, `AUTH-00011` or `BRO-00006`, or the status, such as `http-429`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// A link that only this finding has, such as an approval page.
    #[serde(default, deserialize_with = "Link::read_if_any", skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    pub checked_at: Timestamp,
    /// How long the check took in milliseconds, without the time it waited for other checks.
    pub took_ms: u64,
    /// The proof.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Row>,
    /// What the check asked besides, once it had failed: those links of its chain that are no checks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<ChainAnswer>,
}

#[cfg(test)]
impl Finding {
    /// A check that passed this many seconds after 1970 began.
    pub(crate) fn passed(check: CheckId, second: i64) -> Self {
        Self {
            check,
            answers: Fingerprint::default(),
            outcome: Verdict::Pass,
            message: Message::RowOk,
            code: None,
            link: None,
            checked_at: Timestamp::from_second(second).unwrap_or_default(),
            took_ms: 1,
            evidence: Vec::new(),
            asked: Vec::new(),
        }
    }
}
