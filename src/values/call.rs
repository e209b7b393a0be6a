//! One call to a service, as it may be shown.

use jiff::Timestamp;

/// One call, as it may be shown: method, host, path, status and time. Never a header, a body or a query value that is secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// When it was sent.
    pub at: Timestamp,
    pub method: String,
    /// Host, with the port where it is not the scheme's own.
    pub host: String,
    pub path: String,
    /// The status; none where nobody answered.
    pub status: Option<u16>,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}
