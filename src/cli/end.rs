//! How a command ends: its exit code, and the reasons that stop it early.

use crate::report::Conclusion;
use std::process::ExitCode;

/// How a command ended; its exit code follows (contract 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Everything is in order, or was done.
    InOrder,
    /// Someone has to do something or to wait, or a deed stopped.
    ToDo,
    /// The arguments or answers were wrong.
    Usage,
    /// A service could not be asked, something is not known to be ready, or the machine refused something.
    NotAsked,
    /// Something that should be on disk is not.
    NotKept,
    /// The user pressed Ctrl-C.
    Interrupted,
    /// A signal with this number ended it.
    Signalled(u8),
}

impl End {
    pub(super) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::InOrder => 0,
            Self::ToDo => 1,
            Self::Usage => 2,
            Self::NotAsked => 3,
            Self::NotKept => 4,
            Self::Interrupted => 130,
            Self::Signalled(number) => 128_u8.saturating_add(number),
        })
    }
}

impl From<Conclusion> for End {
    fn from(conclusion: Conclusion) -> Self {
        match conclusion {
            Conclusion::InOrder => Self::InOrder,
            Conclusion::ToDo => Self::ToDo,
            Conclusion::NotAsked => Self::NotAsked,
        }
    }
}

/// Why a command could not go on, with the words to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// The arguments or answers were wrong; the words say what is right.
    Usage(String),
    Failed(String),
    /// What was asked for could not be written to disk.
    NotKept(String),
    /// The user pressed Ctrl-C.
    Interrupted,
    /// A signal with this number came.
    Signalled(u8),
    /// The reader of standard output closed it, as `head` does. This is no error.
    NobodyReads,
}
