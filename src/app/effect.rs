//! Everything the wizard can ask of the disk, the network, the clock and the terminal.

use super::{Leave, TypedSecret};
use crate::journey::{CheckId, ChoiceList, DeedId, DeedOptions, Evidence, FillPreset, Profile, Role, SavedState, WantedToken};
use crate::values::{FaultChange, Language};
use std::time::Duration;

/// One thing that the wizard asks to have done. Its result returns as a [`super::Msg`].
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    // What is stored on disk.
    /// Read the list of profiles.
    LoadProfiles,
    /// Read a profile and the stored state of its connection.
    OpenProfile(String),
    /// Remember which profile was opened last.
    RememberOpened(String),
    SaveProfile {
        name: String,
        profile: Box<Profile>,
    },
    /// Store the state of a connection.
    SaveState {
        profile: Box<Profile>,
        state: Box<SavedState>,
    },
    /// Read the stored state of the connection that the answers now describe.
    LoadState(Box<Profile>),
    RenameProfile {
        from: String,
        to: String,
    },
    RemoveProfile(String),
    /// Save the language that the user is spoken to in.
    KeepLanguage(Language),
    /// Save a letter in the folder of letters, under this name.
    SaveLetter {
        name: String,
        text: String,
    },

    /// Open the profile's private key with this password while the program runs. None forgets the one typed before. Nothing is
    /// stored.
    UsePassword {
        profile: Box<Profile>,
        password: Option<TypedSecret>,
    },

    // The network.
    RunChecks {
        run: u64,
        profile: Box<Profile>,
        evidence: Box<Evidence>,
        /// The checks to run, together with those they need. Empty means all.
        only: Vec<CheckId>,
    },
    CancelRun,
    PreviewDeed(DeedCall),
    PerformDeed(DeedCall),
    CancelDeed,
    /// Start the sandbox if it does not run yet, and fill its answers into the profile.
    FillSandbox {
        id: u64,
        role: Role,
        preset: FillPreset,
    },

    /// Get a token, and tell what is in it. There is one such question: a new one replaces it, and one about a pasted token too.
    LookAtToken {
        id: u64,
        profile: Box<Profile>,
        evidence: Box<Evidence>,
        wanted: WantedToken,
    },
    /// Read a token, and ask the environment's keys about its signature.
    InspectToken {
        id: u64,
        profile: Box<Profile>,
        text: TypedSecret,
    },
    CancelToken,

    /// Ask the sandbox which faults it has and which are set.
    AskFaults {
        id: u64,
        /// Says which sandbox is asked: its address follows from the environment.
        profile: Box<Profile>,
    },
    /// Set or clear faults in the sandbox.
    ChangeFaults {
        id: u64,
        /// Says which sandbox is asked: its address follows from the environment.
        profile: Box<Profile>,
        change: FaultChange,
    },

    /// Ask for a list of values to choose from. There is one such question: a new one replaces it.
    AskChoices {
        id: u64,
        list: ChoiceList,
        profile: Box<Profile>,
    },
    CancelChoices,

    /// Look at what is at a path that is being typed.
    LookAtPath {
        /// As the line has it.
        typed: String,
        path: String,
    },

    // Time and the terminal.
    /// Send [`super::Msg::Timer`] after this time. There is one timer: a new one replaces it.
    SetTimer {
        id: u64,
        after: Duration,
    },
    ClearTimer,
    Copy(String),
    /// Copy the public part of the profile's key, as a JWKS, which the portal takes.
    CopyPublicKey(Box<Profile>),
    /// Open a link with the system's own program for it, usually a browser.
    OpenLink(String),
    Repaint,
    /// Stop the program as a shell's job (Ctrl-Z), to be continued later.
    Suspend,
    /// Finish what is still being written, restore the terminal, and end.
    Quit(Leave),
}

/// A request to preview or to do a deed.
#[derive(Debug, Clone, PartialEq)]
pub struct DeedCall {
    pub id: u64,
    pub deed: DeedId,
    /// The profile's name.
    pub name: String,
    pub profile: Box<Profile>,
    pub evidence: Box<Evidence>,
    pub options: DeedOptions,
}
