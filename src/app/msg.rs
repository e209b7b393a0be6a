//! Everything that can happen to the wizard.

use super::{Key, Notice, Size, Start};
use crate::journey::{
    CheckId, DeedProgress, EngineMessage, Evidence, Finding, ListedProfile, Outcome, Preview, Profile, SavedState, Stopped,
};
use crate::values::{Call, Faults, Invalid, SetFault};
use jiff::Timestamp;
use url::Url;

/// Why the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The user asked for it.
    Asked,
    Interrupted,
    Terminated,
    HungUp,
}

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// The time, told before whatever happens now.
    Now(Timestamp),
    /// The terminal has this size.
    Resized(Size),
    /// A key was pressed.
    Key(Key),
    /// A text was pasted.
    Pasted(String),
    /// An eighth of a second has passed while something runs.
    Tick,
    /// What is on disk was read: the wizard begins.
    Started(Box<Start>),
    /// The profiles on disk.
    Profiles(Vec<ListedProfile>),
    /// A profile was read.
    Opened {
        name: String,
        /// The answers and what is kept, or why not.
        result: Result<Box<(Profile, SavedState)>, EngineMessage>,
    },
    /// What is kept of the connection that these answers describe.
    StateRead { profile: Box<Profile>, state: Box<SavedState> },
    /// The engine says something that was not asked for: what was not saved, say.
    Told(EngineMessage),
    /// A profile was renamed or removed, or not.
    Changed(Notice),
    /// A check is being asked.
    CheckStarted { run: u64, check: CheckId },
    /// A check has its finding.
    CheckFound { run: u64, finding: Box<Finding> },
    /// A run is over.
    RunEnded {
        run: u64,
        /// The evidence it left, or why it could not run.
        result: Result<Box<Evidence>, EngineMessage>,
    },
    /// A call was answered, or not.
    Called(Box<Call>),
    /// What a deed would do.
    Previewed {
        id: u64,
        /// The preview, or why it cannot be done now.
        result: Result<Box<Preview>, Box<Stopped>>,
    },
    /// A deed goes on.
    DeedWent { id: u64, progress: Box<DeedProgress> },
    /// A deed is over.
    DeedEnded {
        id: u64,
        /// What came of it.
        result: Result<Box<Outcome>, Box<Stopped>>,
    },
    /// A deed or a fill could not begin.
    NotBegun { id: u64, message: EngineMessage },
    /// The sandbox has given its answers.
    Filled {
        id: u64,
        /// The profile with them.
        profile: Box<Profile>,
        /// What to say of it.
        notice: Notice,
    },
    /// How the sandbox misbehaves, and how it could.
    FaultsTold {
        id: u64,
        /// What there is and what is set, or why it could not be asked.
        result: Result<Box<Faults>, EngineMessage>,
    },
    /// How the sandbox misbehaves now.
    FaultsChanged {
        id: u64,
        /// What is set, or why it was not taken; else why it could not be asked.
        result: Result<Result<Vec<SetFault>, Invalid>, EngineMessage>,
    },
    /// Where the sandbox answers now.
    SandboxAt(Url),
    /// The timer of this id has run out.
    Timer(u64),
    /// A link was handed to the system's opener, or could not be.
    LinkOpened {
        link: String,
        /// Whether it was taken.
        taken: bool,
    },
    /// A background task broke; the wizard lives on.
    Panicked(String),
    /// A signal asks to end.
    Leave(Leave),
    /// The program was continued after a stop: everything must be painted anew.
    Continued,
}
