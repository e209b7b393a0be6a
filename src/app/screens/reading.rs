//! Screens that the user only reads, scrolls and closes.

use crate::journey::CheckId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Who a check waits for, since when, the link to send them, and when the check runs next.
    Waiting(CheckId),
    /// The message to send to the person that a check waits for.
    Letter(CheckId),
    /// The finding's link as a QR code, to open it on a phone.
    Code(CheckId),
    /// Everything a finding contains.
    Explain(CheckId),
    /// All that is left to do, in order.
    AllNext,
    /// What is known of the profile that is selected on Home.
    Listed,
    /// The calls made over the network so far.
    Traffic,
    /// What the screen below is for, and its keys.
    Help,
}

impl Reading {
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        match self {
            Self::Waiting(check) | Self::Letter(check) | Self::Code(check) | Self::Explain(check) => Some(check),
            Self::AllNext | Self::Listed | Self::Traffic | Self::Help => None,
        }
    }
}
