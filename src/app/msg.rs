//! Everything that can happen to the wizard.

use super::{Key, Notice, Size, Start};
use crate::journey::{
    CheckId, Choice, DeedProgress, EngineMessage, Evidence, Finding, ListedProfile, NoChoices, Outcome, Preview, Profile, SavedState,
    Stopped, TokenAnswer,
};
use crate::values::{Call, Faults, Invalid, PathLook, SetFault};
use jiff::Timestamp;
use url::Url;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The user quit with a key.
    Asked,
    Interrupted,
    Terminated,
    HungUp,
}

#[derive(Debug, Clone)]
pub enum Msg {
    /// The current time, sent before each other message.
    Now(Timestamp),
    Resized(Size),
    Key(Key),
    Pasted(String),
    /// An eighth of a second has passed while something runs.
    Tick,
    /// The profiles were read from disk and the wizard begins.
    Started(Box<Start>),
    /// The profiles were read from disk again.
    Profiles(Vec<ListedProfile>),
    Opened {
        name: String,
        /// The answers and the stored state, or why they cannot be read.
        result: Result<Box<(Profile, SavedState)>, EngineMessage>,
    },
    /// The stored state of the connection that these answers describe was read.
    StateRead {
        profile: Box<Profile>,
        state: Box<SavedState>,
    },
    /// A profile was saved, and another program has given answers to it too.
    ProfileMerged {
        name: String,
        /// The answers that were to be saved.
        given: Box<Profile>,
        /// Those on disk now.
        merged: Box<Profile>,
    },
    /// The state of the connection that these answers describe was saved, and another program has added to it.
    StateMerged {
        profile: Box<Profile>,
        merged: Box<SavedState>,
    },
    /// Why something is not on disk, each reason once; nothing when everything is there.
    Unkept(Vec<EngineMessage>),
    /// The engine reports something that nothing here has asked for.
    Told(EngineMessage),
    /// A profile was renamed or removed, or a letter saved; or could not be.
    Changed(Notice),
    CheckStarted {
        run: u64,
        check: CheckId,
    },
    CheckFound {
        run: u64,
        finding: Box<Finding>,
    },
    /// A run of checks is over.
    RunEnded {
        run: u64,
        /// The evidence after the run, or why it could not run.
        result: Result<Box<Evidence>, EngineMessage>,
    },
    /// A call over the network has ended, with an answer or without.
    Called(Box<Call>),
    Previewed {
        id: u64,
        /// The preview, or why the deed cannot be done now.
        result: Result<Box<Preview>, Box<Stopped>>,
    },
    /// A deed has reached another phase, sent some bytes, or recorded evidence.
    DeedWent {
        id: u64,
        progress: Box<DeedProgress>,
    },
    DeedEnded {
        id: u64,
        result: Result<Box<Outcome>, Box<Stopped>>,
    },
    /// A deed, or filling in the sandbox's answers, could not begin.
    NotBegun {
        id: u64,
        message: EngineMessage,
    },
    Filled {
        id: u64,
        /// The profile with the sandbox's answers.
        profile: Box<Profile>,
        notice: Notice,
    },
    /// What is in a token, or why there is none to tell of.
    TokenTold {
        id: u64,
        answer: Box<TokenAnswer>,
    },
    /// The sandbox has answered which faults it has and which are set.
    FaultsTold {
        id: u64,
        /// The faults, or why the sandbox could not be asked.
        result: Result<Box<Faults>, EngineMessage>,
    },
    /// Faults were set or cleared in the sandbox.
    FaultsChanged {
        id: u64,
        /// The faults that are set now, or why the sandbox refused the change. The outer error says why it could not be asked.
        result: Result<Result<Vec<SetFault>, Invalid>, EngineMessage>,
    },
    /// A list of values to choose from has come.
    Choices {
        id: u64,
        /// The values, or why there is no list.
        result: Result<Vec<Choice>, NoChoices>,
    },
    /// What is at a path that was typed.
    PathSeen {
        /// As the line had it.
        typed: String,
        look: PathLook,
    },
    /// The sandbox runs and answers at this address.
    SandboxAt(Url),
    /// The public part of the profile's key was asked for, to copy it.
    PublicKey(Result<String, EngineMessage>),
    Timer(u64),
    /// The system was asked to open a link.
    LinkOpened {
        link: String,
        /// Whether the system accepted it.
        taken: bool,
    },
    /// A background task panicked at this place in the code. The wizard goes on without it.
    Panicked(String),
    /// A signal asks the program to end.
    Leave(Leave),
    /// The program was continued after a stop. The terminal may show anything, so the whole screen is drawn again.
    Continued,
}
