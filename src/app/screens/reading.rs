//! Screens that the user only reads, scrolls and closes.

use crate::journey::CheckId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The finding's link as a QR code, to open it on a phone.
    Code(CheckId),
    /// Everything a finding contains.
    Explain(CheckId),
    /// All that is left to do, in order.
    AllNext,
    /// What is known of the profile that is selected on Home.
    Listed,
    /// The whole way: who does what, and how long it takes.
    Plan,
    /// The calls made over the network so far.
    Traffic,
    /// One of them, by its number: its headers and bodies.
    Exchange(u64),
    /// What the screen below is for, and its keys.
    Help,
}

impl Reading {
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        match self {
            Self::Code(check) | Self::Explain(check) => Some(check),
            Self::AllNext | Self::Listed | Self::Plan | Self::Traffic | Self::Exchange(_) | Self::Help => None,
        }
    }
}
