//! What may be shown of a call to a service.

use jiff::Timestamp;

/// One call to a service, without anything secret: it has no headers and no bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub at: Timestamp,
    pub method: String,
    /// The host, with the port unless it is the scheme's default.
    pub host: String,
    pub path: String,
    /// The HTTP status. None if there was no answer.
    pub status: Option<u16>,
    pub took_ms: u64,
}
