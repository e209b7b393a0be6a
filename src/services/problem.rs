//! Every way in which a call to a service can fail, as one type.

use crate::journey::{Cause, Said};
use crate::values::FileSize;
use jiff::Timestamp;

/// Why a call has no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no answer from {host}")]
    Unreachable { host: String, cause: Unreachable },
    /// Something other than the service answered, such as a proxy.
    #[error("an answer from {host} that is not the service's")]
    Foreign {
        host: String,
        status: u16,
        /// What answered instead.
        cause: Foreign,
    },
    /// A file on its way was stopped by us.
    #[error("a file from or to {host} was given up")]
    GivenUp { host: String, cause: GivenUp },
    #[error("refused with {}", .0.status)]
    Refused(Refusal),
    /// Too many calls: the service has answered 429, or our own budget for this endpoint is used up.
    #[error("asked {host} too often")]
    TooOften {
        host: String,
        /// The time from which to try again.
        until: Timestamp,
    },
    /// A failure on this machine: a file cannot be read or written, or a key cannot sign.
    #[error("stopped on this machine: {0}")]
    Local(std::io::ErrorKind),
    /// The token must not be sent to this host, because it is not one of the environment's.
    #[error("{host} is not a host of this environment")]
    NotOurHost { host: String },
}

/// Why a host gave no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// The host name is not known.
    Dns,
    /// The port is closed.
    Refused,
    /// No answer in time.
    Timeout,
    /// The certificate is not trusted. With its issuer, if that could be read.
    Tls(Option<String>),
    /// The connection broke off, or failed in another way.
    Broken,
}

/// What answered instead of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// A web page, such as a proxy's login page.
    Html,
    /// A redirect to this address. None of the services sends one.
    Redirect(String),
    /// A body larger than any answer of the service.
    TooLarge,
    /// A body that ends too early, or is not of the expected form.
    Unreadable,
}

/// Why a file on its way was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GivenUp {
    /// More comes than was announced, or than any file may have where nothing was announced.
    LargerThan { limit: FileSize },
    /// Not a byte has moved for this long.
    StoodStill { seconds: u64 },
    /// Fewer bytes than these have moved within this time.
    TooSlow { fewest: FileSize, seconds: u64 },
    /// The whole file took longer than this.
    TookTooLong { hours: u64 },
}

/// A refusal by the service itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub status: u16,
    /// What the refusal means.
    pub cause: Cause,
    /// The service's own code, such as `MP-200`, `AUTH-00011`, `AUTH.VLD-00002` or `BRO-00006`. If the answer has none, the code
    /// that its text stands for.
    pub code: Option<String>,
    /// The service's own text, at most 300 characters, with secrets masked.
    pub text: Option<String>,
    /// The errors of a validation: each path in the request with its text.
    pub invalid: Vec<(String, String)>,
    /// The service's trace id, to quote to its service desk.
    pub trace_id: Option<String>,
}

impl Problem {
    /// The service's own code, or `http-<status>` if the answer has none. None if there was no answer.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Refused(refusal) => Some(refusal.code.clone().unwrap_or_else(|| format!("http-{}", refusal.status))),
            Self::TooOften { .. } => Some("http-429".to_owned()),
            Self::Foreign { status, .. } => Some(format!("http-{status}")),
            Self::Unreachable { .. } | Self::GivenUp { .. } | Self::NotOurHost { .. } | Self::Local(_) => None,
        }
    }

    /// What the refusal means. None if this is not a refusal.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        self.refusal().map(|refusal| refusal.cause)
    }

    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Unreachable { .. }
            | Self::Foreign { .. }
            | Self::GivenUp { .. }
            | Self::TooOften { .. }
            | Self::Local(_)
            | Self::NotOurHost { .. } => None,
        }
    }
}

impl Refusal {
    /// The refusal with its cause. If the service gave no code, the cause's own is used.
    #[must_use]
    pub fn of(said: &Said<'_>) -> Self {
        let (cause, meant) = Cause::of(said);
        let owned = |text: Option<&str>| text.map(ToOwned::to_owned).filter(|text| !text.is_empty());
        let (code, text) = (owned(said.code.or(meant)), owned(said.text));
        Self { status: said.status, cause, code, text, invalid: Vec::new(), trace_id: None }
    }
}
