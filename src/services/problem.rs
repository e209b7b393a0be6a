//! Every way in which asking a service can go wrong, as one type.

use crate::journey::{Cause, Said};
use jiff::Timestamp;

/// Why there is no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no answer from {host}")]
    Unreachable { host: String, cause: Unreachable },
    /// Somebody answered, but not the service.
    #[error("an answer from {host} that is not the service's")]
    Foreign {
        host: String,
        status: u16,
        /// What it was instead.
        cause: Foreign,
    },
    #[error("refused with {}", .0.status)]
    Refused(Refusal),
    /// Asked too often: the service says so (429), or our own budget for this endpoint is used up.
    #[error("asked {host} too often")]
    TooOften {
        host: String,
        /// When to try again.
        until: Timestamp,
    },
    /// Something on this machine: a file that cannot be read or written, a key that will not sign.
    #[error("stopped on this machine: {0}")]
    Local(std::io::ErrorKind),
    /// A token or key of this environment may not be sent to that host.
    #[error("{host} is not a host of this environment")]
    NotOurHost { host: String },
}

/// What stopped us from reaching a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// The name is not known.
    Dns,
    /// The port is closed.
    Refused,
    /// No answer in time.
    Timeout,
    /// The certificate is not trusted; the issuer, where it could be read.
    Tls(Option<String>),
    /// The connection broke off.
    Broken,
}

/// What answered instead of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// A web page, such as a proxy's log-in.
    Html,
    /// A redirect, which none of the services sends.
    Redirect(String),
    /// A body larger than any answer of the service.
    TooLarge,
    /// A body that ends too early, or is not what it says.
    Unreadable,
}

/// A refusal by the service itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub status: u16,
    /// What it means.
    pub cause: Cause,
    /// The service's own code: `MP-200`, `AUTH-00011`, `AUTH.VLD-00002`, `BRO-00006`; also where only its words tell it.
    pub code: Option<String>,
    /// The service's own text, at most 300 characters, free of secrets.
    pub text: Option<String>,
    /// What a validation names: each path with its text.
    pub invalid: Vec<(String, String)>,
    /// Its trace id, for a mail to the service desk.
    pub trace_id: Option<String>,
}

impl Problem {
    /// The service's own code, where there is one; `http-<status>` for a bare refusal.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Refused(refusal) => Some(refusal.code.clone().unwrap_or_else(|| format!("http-{}", refusal.status))),
            Self::TooOften { .. } => Some("http-429".to_owned()),
            Self::Foreign { status, .. } => Some(format!("http-{status}")),
            Self::Unreachable { .. } | Self::NotOurHost { .. } | Self::Local(_) => None,
        }
    }

    /// What the refusal means; none where nobody refused.
    #[must_use]
    pub fn cause(&self) -> Option<Cause> {
        self.refusal().map(|refusal| refusal.cause)
    }

    /// The refusal, where the service refused.
    #[must_use]
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Unreachable { .. } | Self::Foreign { .. } | Self::TooOften { .. } | Self::Local(_) | Self::NotOurHost { .. } => None,
        }
    }
}

impl Refusal {
    /// What was said, understood.
    #[must_use]
    pub fn of(said: &Said<'_>) -> Self {
        let (cause, meant) = Cause::of(said);
        let owned = |text: Option<&str>| text.map(ToOwned::to_owned).filter(|text| !text.is_empty());
        let (code, text) = (owned(said.code.or(meant)), owned(said.text));
        Self { status: said.status, cause, code, text, invalid: Vec::new(), trace_id: None }
    }
}
