//! Everything the wizard can ask of the world.

use super::Leave;
use crate::journey::{CheckId, DeedId, DeedOptions, Evidence, FillPreset, Profile, Role, SavedState};
use crate::values::FaultChange;
use std::time::Duration;

/// One thing to be done outside; what comes of it returns as a [`super::Msg`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    // Kept things.
    /// Read the list of profiles.
    LoadProfiles,
    /// Read a profile and what is kept of its connection.
    OpenProfile(String),
    /// Remember which profile was opened last.
    RememberOpened(String),
    SaveProfile {
        name: String,
        profile: Box<Profile>,
    },
    /// Write what is kept of a connection.
    SaveState {
        profile: Box<Profile>,
        state: Box<SavedState>,
    },
    /// Read what is kept of the connection that the answers now describe.
    LoadState(Box<Profile>),
    RenameProfile {
        from: String,
        to: String,
    },
    RemoveProfile(String),

    // The network.
    RunChecks {
        run: u64,
        profile: Box<Profile>,
        evidence: Box<Evidence>,
        /// Which checks, with what they need; none means all.
        only: Vec<CheckId>,
    },
    /// Stop the run under way.
    CancelRun,
    /// Ask what a deed would do.
    PreviewDeed(DeedCall),
    PerformDeed(DeedCall),
    /// Stop the deed under way.
    CancelDeed,
    /// Start the sandbox if need be, and give its answers.
    FillSandbox {
        id: u64,
        role: Role,
        preset: FillPreset,
    },

    /// Ask how the sandbox misbehaves, and how it could.
    AskFaults {
        id: u64,
        /// The answers: whose sandbox.
        profile: Box<Profile>,
    },
    /// Make the sandbox misbehave otherwise.
    ChangeFaults {
        id: u64,
        /// The answers: whose sandbox.
        profile: Box<Profile>,
        change: FaultChange,
    },

    // Time and the terminal.
    /// Send [`super::Msg::Timer`] after a while; replaces the timer before it.
    SetTimer {
        id: u64,
        after: Duration,
    },
    /// No timer any more.
    ClearTimer,
    /// Put a text on the terminal's clipboard.
    Copy(String),
    /// Hand a link to the system's opener.
    OpenLink(String),
    Repaint,
    /// Stop the program as Ctrl-Z does.
    Suspend,
    /// Write what is left to write, give the terminal back, end.
    Quit(Leave),
}

/// A deed asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct DeedCall {
    pub id: u64,
    pub deed: DeedId,
    pub profile: Box<Profile>,
    pub evidence: Box<Evidence>,
    /// How it is wanted.
    pub options: DeedOptions,
}
