//! How a command ends.

use crate::report::Conclusion;
use std::process::ExitCode;

/// A command that came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// All is in order, or was done.
    InOrder,
    /// Something has to be done, or waited for; or a deed stopped.
    ToDo,
    /// It was called wrongly.
    Usage,
    /// Something could not be asked.
    NotAsked,
    /// The user ended it.
    Interrupted,
    /// A signal of this number ended it.
    Signalled(u8),
}

impl End {
    pub(super) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::InOrder => 0,
            Self::ToDo => 1,
            Self::Usage => 2,
            Self::NotAsked => 3,
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

/// A command that could not go on, with the words to say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// Called wrongly: the words say how to call it.
    Usage(String),
    Failed(String),
    /// The user ended it.
    Interrupted,
    /// Whoever read the output has gone away, which is their right.
    NobodyReads,
}
