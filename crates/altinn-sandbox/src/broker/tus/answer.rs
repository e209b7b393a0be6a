//! Answers of the resumable upload. The TUS library refuses with plain text instead of a problem (facts broker-api 3).

use super::super::problem::Bro;
use crate::http::answer::with_header;
use crate::http::reply;
use axum::http::{HeaderName, StatusCode};
use axum::response::Response;
use jiff::Timestamp;

/// The path of the resumable upload, without the platform's address, as `Location` has it.
pub(super) const BASE: &str = "/broker/api/v1/filetransfer/upload/tus";

pub(super) const RESUMABLE: HeaderName = HeaderName::from_static("tus-resumable");
pub(super) const OFFSET: HeaderName = HeaderName::from_static("upload-offset");
pub(super) const LENGTH: HeaderName = HeaderName::from_static("upload-length");
pub(super) const EXPIRES: HeaderName = HeaderName::from_static("upload-expires");
pub(super) const CONCAT: HeaderName = HeaderName::from_static("upload-concat");
pub(super) const VERSION: &str = "1.0.0";

/// An empty answer with the headers of the TUS library.
pub(super) fn empty(status: StatusCode) -> Response {
    with_header(reply::empty(status), RESUMABLE, VERSION)
}

/// A refusal by the TUS library, as text.
pub(super) fn refused(status: u16, text: impl Into<String>) -> Response {
    with_header(bare(status, text), RESUMABLE, VERSION)
}

/// A refusal by the access check, which lacks `Tus-Resumable`.
pub(super) fn bare(status: u16, text: impl Into<String>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    reply::body(status, "text/plain", text.into())
}

/// A refusal by the access check with a problem's text.
pub(super) fn problem(problem: Bro) -> Response {
    let (status, text) = problem.parts();
    bare(status.as_u16(), text)
}

/// The expiry of an upload in HTTP's date format.
pub(super) fn http_date(at: Timestamp) -> String {
    at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Lists what the server supports. It needs neither an upload nor a protocol version.
pub(super) fn options() -> Response {
    let answer = with_header(empty(StatusCode::NO_CONTENT), HeaderName::from_static("tus-version"), VERSION);
    let answer = with_header(answer, HeaderName::from_static("tus-extension"), EXTENSIONS);
    with_header(answer, HeaderName::from_static("tus-checksum-algorithm"), "md5")
}

pub(super) const EXTENSIONS: &str = "creation,creation-with-upload,termination,checksum,checksum-trailer,concatenation,expiration";
