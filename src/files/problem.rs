//! Why a file cannot be read.

use crate::values::{FileKind, FileSize};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadProblem {
    Missing,
    /// Something else is there than a regular file.
    NotRegular(FileKind),
    /// It is a link to this path, where there is nothing.
    LeadsNowhere(PathBuf),
    /// There is more in it than this.
    TooLarge(FileSize),
    /// It has not come to its end within this time.
    TookTooLong(Duration),
    Disk {
        kind: io::ErrorKind,
        /// The system's error text.
        reason: String,
    },
}

impl ReadProblem {
    /// The same as an error of the file system.
    #[must_use]
    pub fn into_error(self) -> io::Error {
        match self {
            Self::Missing | Self::LeadsNowhere(_) => io::ErrorKind::NotFound.into(),
            Self::NotRegular(_) => io::ErrorKind::InvalidInput.into(),
            Self::TooLarge(_) => io::ErrorKind::FileTooLarge.into(),
            Self::TookTooLong(_) => io::ErrorKind::TimedOut.into(),
            Self::Disk { kind, reason } => io::Error::new(kind, reason),
        }
    }
}

impl From<io::Error> for ReadProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            kind => Self::Disk { kind, reason: error.to_string() },
        }
    }
}
