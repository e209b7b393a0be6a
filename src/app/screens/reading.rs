//! Screens that are only read: they scroll, and go away.

use crate::journey::CheckId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Whom a check waits for: who, since when, the link, and when we look next.
    Waiting(CheckId),
    /// The message to send to whoever a check waits for.
    Letter(CheckId),
    /// The link as a QR code.
    Code(CheckId),
    /// All that is known of a finding.
    Explain(CheckId),
    /// The calls so far.
    Traffic,
    /// What the screen under it is for, and its keys.
    Help,
}

impl Reading {
    /// The check that it is about.
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        match self {
            Self::Waiting(check) | Self::Letter(check) | Self::Code(check) | Self::Explain(check) => Some(check),
            Self::Traffic | Self::Help => None,
        }
    }
}
