//! What may be shown of a call to a service.

use super::FileSize;
use jiff::Timestamp;
use std::sync::Arc;

/// One call to a service, without anything secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub at: Timestamp,
    pub method: String,
    /// `https`, or `http` on this machine.
    pub scheme: String,
    /// The host, with the port unless it is the scheme's default.
    pub host: String,
    /// The path with the query.
    pub path: String,
    pub end: CallEnd,
    pub took_ms: u64,
    pub sent: HttpMessage,
    /// Empty if there was no answer.
    pub answered: HttpMessage,
}

impl Call {
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}://{}{}", self.scheme, self.host, self.path)
    }

    /// The HTTP status, or why there is none: for lines that machines and helpers read.
    #[must_use]
    pub fn ended(&self) -> String {
        match self.end {
            CallEnd::Answered(status) => status.to_string(),
            CallEnd::Unanswered(why) => why.name().to_owned(),
        }
    }
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallEnd {
    /// With this HTTP status.
    Answered(u16),
    Unanswered(NoAnswer),
}

crate::choice! {
    /// Why no answer came.
    pub enum NoAnswer {
        /// The host's name is not known.
        Dns = "dns",
        /// The port is closed.
        Refused = "refused",
        Timeout = "timeout",
        /// The certificate is not good, or nobody who is trusted has signed it.
        Certificate = "certificate",
        /// The connection broke off, or was no HTTP.
        Broken = "broken",
        /// The proxy did not let the call through.
        Proxy = "proxy",
        /// This program ended the call before an answer came.
        Stopped = "stopped",
    }
}

/// What is kept of a request or an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HttpMessage {
    /// Those that tell something, in the order in which they came.
    pub headers: Vec<NamedPart>,
    pub body: Body,
}

/// A header, or a field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPart {
    pub name: String,
    pub holds: Held,
}

/// The value of a header or a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    Text(String),
    /// A secret, of which only its kind is kept.
    Secret(SentSecret),
}

/// The secrets that a request can bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentSecret {
    /// An access token, as `Bearer` in the header.
    Token,
    ApiKey,
    /// The assertion that the client's key has signed.
    Assertion,
}

/// A body, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Body {
    #[default]
    Empty,
    /// JSON with each member on a line of its own, or any other text on one line.
    Text { text: Arc<str>, is_whole: bool },
    /// The fields of a form.
    Form(Vec<NamedPart>),
    /// A file, or what is too large or too strange to be kept. None if its size was not told.
    Bytes { size: Option<FileSize> },
    /// Not kept, because what answers is the user's own.
    NotKept,
}
