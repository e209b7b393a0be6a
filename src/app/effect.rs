//! Everything the wizard can ask of the world.

use super::{Kept, Leave};
use crate::journey::{CheckId, DeedId, DeedOptions, Evidence, Profile, Role};
use crate::values::FaultChange;
use std::time::Duration;

crate::choice! {
    /// Which answers the sandbox gives.
    pub enum Preset {
        /// Everything is in order but for the deeds.
        Filled = "filled",
        /// Something waits and something is wrong: what the program is for.
        HalfDone = "half-done",
    }
}

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
    /// Write a profile.
    SaveProfile {
        /// Its name.
        name: String,
        /// Its answers.
        profile: Box<Profile>,
    },
    /// Write what is kept of a connection.
    SaveKept {
        /// The connection's answers.
        profile: Box<Profile>,
        /// What is kept.
        kept: Box<Kept>,
    },
    /// Read what is kept of the connection that the answers now describe.
    LoadKept(Box<Profile>),
    /// Rename a profile.
    RenameProfile {
        /// From.
        from: String,
        /// To.
        to: String,
    },
    /// Remove a profile.
    RemoveProfile(String),

    // The network.
    /// Run checks.
    RunChecks {
        /// The run's id.
        run: u64,
        /// The answers.
        profile: Box<Profile>,
        /// The evidence.
        evidence: Box<Evidence>,
        /// Which checks, with what they need; none means all.
        only: Vec<CheckId>,
    },
    /// Stop the run under way.
    CancelRun,
    /// Ask what a deed would do.
    PreviewDeed(DeedCall),
    /// Do a deed.
    PerformDeed(DeedCall),
    /// Stop the deed under way.
    CancelDeed,
    /// Start the sandbox if need be, and give its answers.
    FillSandbox {
        /// The fill's id.
        id: u64,
        /// Whose answers.
        role: Role,
        /// Which.
        preset: Preset,
    },

    /// Ask how the sandbox misbehaves, and how it could.
    AskFaults {
        /// The question's id.
        id: u64,
        /// The answers: whose sandbox.
        profile: Box<Profile>,
    },
    /// Make the sandbox misbehave otherwise.
    ChangeFaults {
        /// The question's id.
        id: u64,
        /// The answers: whose sandbox.
        profile: Box<Profile>,
        /// How.
        change: FaultChange,
    },

    // Time and the terminal.
    /// Send [`super::Msg::Timer`] after a while; replaces the timer before it.
    SetTimer {
        /// Its id.
        id: u64,
        /// How long.
        after: Duration,
    },
    /// No timer any more.
    ClearTimer,
    /// Put a text on the terminal's clipboard.
    Copy(String),
    /// Hand a link to the system's opener.
    OpenLink(String),
    /// Paint everything anew.
    Repaint,
    /// Stop the program as Ctrl-Z does.
    Suspend,
    /// Write what is left to write, give the terminal back, end.
    Quit(Leave),
}

/// A deed asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct DeedCall {
    /// Its id.
    pub id: u64,
    /// The deed.
    pub deed: DeedId,
    /// The answers.
    pub profile: Box<Profile>,
    /// The evidence.
    pub evidence: Box<Evidence>,
    /// How it is wanted.
    pub options: DeedOptions,
}
