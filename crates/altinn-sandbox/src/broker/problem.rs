//! Broker's problems (facts broker-api 4).

use crate::faults::documented;
use crate::http::reply;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};

codes! {
    pub(super) enum Bro {
        NotFound = "BRO-00001",
        OwnerNotConfigured = "BRO-00002",
        NoFile = "BRO-00003",
        AlreadyUploaded = "BRO-00004",
        InvalidResource = "BRO-00005",
        NoAccess = "BRO-00006",
        NotAvailable = "BRO-00007",
        UploadFailed = "BRO-00008",
        ChecksumMismatch = "BRO-00009",
        NotPublished = "BRO-00010",
        SizeNegative = "BRO-00011",
        SizeZero = "BRO-00012",
        TimeToLiveFormat = "BRO-00014",
        TimeToLiveTooLong = "BRO-00015",
        TooBig = "BRO-00016",
        GraceFormat = "BRO-00017",
        GraceTooLong = "BRO-00018",
        ConfirmBeforeDownload = "BRO-00019",
        StorageNotReady = "BRO-00021",
        SizeOverGlobal = "BRO-00022",
        OwnerUnknown = "BRO-00024",
        ResourceNotConfigured = "BRO-00025",
        RequiredPartyAbsent = "BRO-00026",
        RequiredPartyRecipients = "BRO-00027",
        RecipientNotListed = "BRO-00028",
        InvalidRange = "BRO-00029",
        ScanTooEarly = "BRO-00030",
        NothingToReport = "BRO-06001",
        ReportFailed = "BRO-06002",
        InvalidMonth = "BRO-06003",
        NothingIncluded = "BRO-06005",
        OwnerExists = "BRO-07002",
        OwnerNotFound = "BRO-07004",
    }
}

impl Bro {
    pub(super) fn parts(self) -> (StatusCode, &'static str) {
        documented(self.code())
    }

    /// The problem as `application/json`, for calls that declare JSON.
    pub(super) fn json(self) -> Response {
        self.typed(reply::JSON)
    }

    /// The problem as `application/problem+json`, for calls that declare no type.
    pub(super) fn problem(self) -> Response {
        self.typed(reply::FRAMEWORK_PROBLEM)
    }

    fn typed(self, content_type: &'static str) -> Response {
        let (status, detail) = self.parts();
        coded(self.code(), status, detail, content_type)
    }
}

/// A problem with a code (facts broker-api 4.1).
pub(crate) fn coded(code: &str, status: StatusCode, detail: &str, content_type: &'static str) -> Response {
    let title = if status == StatusCode::INTERNAL_SERVER_ERROR { "Internal Server Error" } else { reason(status) };
    let trace = reply::trace_id();
    let body = json!({"type": rfc9110(status), "title": title, "status": status.as_u16(), "detail": detail, "code": code,
                      "traceId": trace, "statusDescription": reason(status)});
    // The library writes `traceId`, and Broker adds it again at the end; clients must cope with the repeated member (facts
    // broker-api 4.1).
    let text = body.to_string();
    let twice = format!("{},\"traceId\":\"{trace}\"}}", text.strip_suffix('}').unwrap_or(&text));
    reply::body(status, content_type, twice)
}

fn reason(status: StatusCode) -> &'static str {
    if status == StatusCode::RANGE_NOT_SATISFIABLE { "Range Not Satisfiable" } else { reply::title(status) }
}

fn rfc9110(status: StatusCode) -> String {
    if status == StatusCode::RANGE_NOT_SATISFIABLE {
        return "https://tools.ietf.org/html/rfc9110#section-15.5.17".to_owned();
    }
    reply::rfc9110(status)
}

/// A validation problem as `application/json`, for calls that declare JSON.
pub(super) fn validation(errors: &[(&str, &str)]) -> Response {
    crate::http::answer::as_json(reply::validation_problem(errors))
}

/// The 500 that the service's exception handler writes (facts broker-api 0).
pub(crate) fn unhandled(path: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(""));
    extra.insert("instance".to_owned(), Value::from(path));
    let mut answer = reply::framework_problem_with(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error", extra);
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(reply::PROBLEM));
    answer.extensions_mut().insert(Rebuilt);
    answer
}

/// Marks an answer of the exception handler, which lacks the headers that all other answers have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rebuilt;

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 4.2.
    #[test]
    fn every_problem_has_its_status_and_text() {
        for problem in Bro::ALL {
            let (status, text) = problem.parts();
            let breaks = matches!(problem, Bro::UploadFailed | Bro::ReportFailed);
            assert!(!text.is_empty() && (status == StatusCode::INTERNAL_SERVER_ERROR) == breaks, "{problem:?}");
        }
    }
}
