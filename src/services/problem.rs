//! Every way in which a call to a service can fail, as one type.

use crate::journey::{Cause, Said};
use crate::values::FileSize;
use jiff::Timestamp;
use std::io::ErrorKind;
use std::path::PathBuf;

/// Clocks that differ by no more agree: `Date` has whole seconds, and an answer takes its time. Beyond it, Maskinporten may soon refuse
/// our assertions (facts platform A.4).
pub const CLOCKS_AGREE_MS: i64 = 5_000;

/// Why a call has no usable answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("no answer from {host}")]
    Unreachable { host: String, cause: Unreachable },
    /// The proxy on the way to the host does not let the call through. The host was not asked.
    #[error("the proxy {proxy} lets nothing through to {host}")]
    Proxy { proxy: String, named_by: ProxySource, host: String, trouble: ProxyTrouble },
    /// This variable names a proxy, but cannot be read, so nothing was sent.
    #[error("{variable} cannot be read")]
    ProxyUnreadable { variable: &'static str, flaw: ProxyFlaw },
    /// A file whose certificates shall be trusted cannot be used, so nothing was sent.
    #[error("no certificates in {}", .path.display())]
    NoCertificates {
        path: PathBuf,
        /// What names the file: a field or a variable.
        named_by: &'static str,
        flaw: CertificatesFlaw,
    },
    /// Something other than the service answered, such as a proxy's log-in page.
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
    Local(ErrorKind),
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
    /// The certificate is of an authority that is trusted, and not good all the same.
    Certificate(CertificateFlaw),
    /// The connection broke off, or failed in another way.
    Broken,
}

/// What is wrong with a certificate, whoever has signed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificateFlaw {
    Expired,
    /// Its time has not come, or this machine's clock is behind.
    NotYetValid,
    /// It is for other names than the host's.
    OtherName,
}

/// Who names a proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProxySource {
    Variable(&'static str),
    /// The settings of macOS or Windows.
    System,
}

/// What a proxy is to blame for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyTrouble {
    /// Its name is not known.
    Dns,
    /// Its port is closed.
    Refused,
    /// It does not answer in time.
    Timeout,
    /// It closes the connection, or speaks no HTTP.
    Broken,
    /// The certificate of an `https://` proxy is not trusted. With its issuer, if that could be read.
    Certificate(Option<String>),
    /// It wants to know who asks.
    LogIn {
        /// The ways to log in that it offers, if it tells.
        offered: Vec<LogInScheme>,
        /// Whether a name and a password were given.
        given: bool,
    },
    /// It gives no tunnel to the host. With its status, if that could be read.
    Denied { status: Option<u16> },
}

impl ProxyTrouble {
    /// Whether it stays until somebody changes something. Otherwise it may pass by itself.
    #[must_use]
    pub const fn stays(&self) -> bool {
        match self {
            Self::Certificate(_) | Self::LogIn { .. } | Self::Denied { status: None | Some(..500) } => true,
            Self::Dns | Self::Refused | Self::Timeout | Self::Broken | Self::Denied { status: Some(500..) } => false,
        }
    }
}

crate::choice! {
    /// A way to log in at a proxy. This program speaks Basic only.
    pub enum LogInScheme {
        Basic = "Basic",
        Digest = "Digest",
        Ntlm = "NTLM",
        Negotiate = "Negotiate",
        Kerberos = "Kerberos",
    }
}

/// Why a variable that names a proxy cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProxyFlaw {
    /// In the name or password, this character must be percent-encoded.
    Character(char),
    /// Proxies are not called this way.
    Scheme(String),
    /// It is no address in any other way.
    Shape,
}

/// Why a file of certificates cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertificatesFlaw {
    Missing,
    Unreadable(ErrorKind),
    /// It holds no certificate.
    None,
}

/// What answered instead of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// A web page, such as a proxy's login page.
    Html,
    /// A proxy that nobody has named asks who calls (407).
    LogIn,
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
    /// The service's clock minus ours, by the date of the refusal. None if it has none.
    pub clock_offset_ms: Option<i64>,
}

impl Problem {
    /// The service's own code, or `http-<status>` if the answer has none; a proxy's is `proxy-<status>`. None if there was no
    /// answer.
    #[must_use]
    pub fn code(&self) -> Option<String> {
        match self {
            Self::Refused(refusal) => Some(refusal.code.clone().unwrap_or_else(|| format!("http-{}", refusal.status))),
            Self::TooOften { .. } => Some("http-429".to_owned()),
            Self::Foreign { status, .. } => Some(format!("http-{status}")),
            Self::Proxy { trouble: ProxyTrouble::LogIn { .. }, .. } => Some("proxy-407".to_owned()),
            Self::Proxy { trouble: ProxyTrouble::Denied { status }, .. } => status.map(|status| format!("proxy-{status}")),
            Self::Unreachable { .. }
            | Self::Proxy { .. }
            | Self::ProxyUnreadable { .. }
            | Self::NoCertificates { .. }
            | Self::GivenUp { .. }
            | Self::NotOurHost { .. }
            | Self::Local(_) => None,
        }
    }

    /// Whether the call ended before any host: at a proxy, or at what this machine was told about the way. It says nothing about any
    /// service.
    #[must_use]
    pub const fn is_on_the_way(&self) -> bool {
        matches!(self, Self::Proxy { .. } | Self::ProxyUnreadable { .. } | Self::NoCertificates { .. })
    }

    /// Whether the service gave no answer of its own to the question. It says nothing about the user's setup.
    #[must_use]
    pub const fn is_no_answer(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Foreign { .. } | Self::GivenUp { .. } | Self::TooOften { .. } => true,
            Self::Refused(refusal) => refusal.status >= 500,
            Self::Proxy { .. } | Self::ProxyUnreadable { .. } | Self::NoCertificates { .. } | Self::Local(_) | Self::NotOurHost { .. } => {
                false
            }
        }
    }

    /// The host that was called, with its port unless that is the usual one. None where the problem does not name it.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        match self {
            Self::Unreachable { host, .. }
            | Self::Proxy { host, .. }
            | Self::Foreign { host, .. }
            | Self::GivenUp { host, .. }
            | Self::TooOften { host, .. }
            | Self::NotOurHost { host } => Some(host),
            Self::ProxyUnreadable { .. } | Self::NoCertificates { .. } | Self::Refused(_) | Self::Local(_) => None,
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
            | Self::Proxy { .. }
            | Self::ProxyUnreadable { .. }
            | Self::NoCertificates { .. }
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
        Self { status: said.status, cause, code, text, invalid: Vec::new(), trace_id: None, clock_offset_ms: None }
    }

    /// The refusal with the date that came with it. Maskinporten refuses a time that is more than 10 s off (facts platform A.2): if
    /// its own clock agrees with ours, our clock is not why.
    #[must_use]
    pub fn dated(self, clock_offset_ms: Option<i64>) -> Self {
        let agrees = clock_offset_ms.is_some_and(|offset| offset.abs() <= CLOCKS_AGREE_MS);
        let cause = if agrees && self.cause == Cause::ClientClock { Cause::ClientTimeDisputed } else { self.cause };
        Self { cause, clock_offset_ms, ..self }
    }
}
