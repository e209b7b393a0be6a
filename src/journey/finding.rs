//! What a check found: a typed message, never a sentence.

use super::{CheckId, Message};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::choice! {
    /// Who must act, or whom we wait for: a role, never a name.
    pub enum Who {
        You = "you",
        /// Altinn's service desk, which grants scopes and issues API keys.
        ServiceDesk = "service-desk",
        /// Digdir, which runs Maskinporten and its portal.
        Digdir = "digdir",
        /// The owner of the resource.
        ServiceOwner = "service-owner",
        /// The person with the role Access manager at the party.
        Approver = "approver",
        /// Whoever runs the system.
        Vendor = "vendor",
        /// The sender of the file.
        Sender = "sender",
        /// The recipient of the file.
        Recipient = "recipient",
        AltinnEvents = "altinn-events",
        /// Altinn's storage, being made ready.
        AltinnBroker = "altinn-broker",
        /// A change that has not reached every machine yet.
        Propagation = "propagation",
        /// Whoever runs the network between us and Altinn.
        Network = "network",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub on: Who,
    /// Since when, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// By when at the latest, where there is a limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Timestamp>,
}

/// Why a check was not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Skip {
    /// It does not apply to this profile.
    NotApplicable,
    /// It cannot be asked before another check passes.
    Needs {
        /// The check that has the cause.
        check: CheckId,
    },
    /// The user, or who runs the system, has set it aside.
    SetAside {
        /// In the user's words, or the vendor's number.
        reason: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date: Option<Date>,
    },
}

/// The outcome of a check (contract 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Verdict {
    /// As it should be.
    Pass,
    /// Works, and something should be known.
    Warn,
    /// The reader, or someone the reader must ask, has to act.
    NeedsYou,
    /// Someone is about to act.
    Waiting(Waiting),
    Fail,
    /// We could not ask. Never the user's failure.
    Unknown,
    Skipped(Skip),
}

impl Verdict {
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.mark().name()
    }

    /// The verdict without what it carries.
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

    /// Whether what depends on it can be asked.
    #[must_use]
    pub const fn lets_through(&self) -> bool {
        matches!(self, Self::Pass | Self::Warn)
    }
}

crate::choice! {
    /// A verdict without what it carries: for a row, a glyph, a word.
    pub enum Mark {
        /// As it should be.
        Pass = "pass",
        /// Works, with a remark.
        Warn = "warn",
        /// Someone has to act.
        NeedsYou = "needs-you",
        /// Someone is about to act.
        Waiting = "waiting",
        Fail = "fail",
        /// Could not be asked.
        Unknown = "unknown",
        Skipped = "skipped",
    }
}

/// One line of proof under a finding: a scope, a host, an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// How this one stands.
    pub mark: Mark,
    /// What it is: a scope, a host, a system id. Shown as it is.
    pub subject: String,
    /// What is said of it.
    pub message: Message,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    pub check: CheckId,
    pub outcome: Verdict,
    /// What is so, with its values; `text` has the summary, cause, fix, who and link for it.
    pub message: Message,
    /// The service's own code: `MP-200`, `AUTH-00011`, `BRO-00006`, `http-429`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// A link that only this finding has, such as an approval page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// When it was found.
    pub checked_at: Timestamp,
    /// How long the asking took, in milliseconds.
    pub took_ms: u64,
    /// Proof, line by line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Row>,
}
