//! Broker's problems (broker-api facts, 4).

use crate::sandbox::reply;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

/// A problem of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bro {
    NotFound,
    OwnerNotConfigured,
    NoFile,
    AlreadyUploaded,
    InvalidResource,
    NoAccess,
    NotAvailable,
    UploadFailed,
    ChecksumMismatch,
    NotPublished,
    SizeNegative,
    SizeZero,
    TimeToLiveFormat,
    TimeToLiveTooLong,
    TooBig,
    GraceFormat,
    GraceTooLong,
    ConfirmBeforeDownload,
    StorageNotReady,
    SizeOverGlobal,
    OwnerUnknown,
    ResourceNotConfigured,
    RequiredPartyAbsent,
    RequiredPartyRecipients,
    RecipientNotListed,
    InvalidRange,
    ScanTooEarly,
    NothingToReport,
    ReportFailed,
    InvalidMonth,
    NothingIncluded,
    OwnerExists,
    OwnerNotFound,
}

impl Bro {
    /// Number, status, text.
    pub(super) fn parts(self) -> (u32, u16, &'static str) {
        match self {
            Self::NotFound => (1, 404, "The requested file transfer was not found"),
            Self::OwnerNotConfigured => (2, 400, "Service owner needs to be configured to use the broker API"),
            Self::NoFile => (3, 400, "No file uploaded yet"),
            Self::AlreadyUploaded => {
                (4, 409, "A file transfer has already been, or attempted to be, created. Create a new file transfer resource to try again.")
            }
            Self::InvalidResource => {
                (5, 403, "The resource needs to be registered as an Altinn 3 resource and it has to be associated with a service owner")
            }
            Self::NoAccess => (
                6,
                401,
                "You must use a bearer token that represents a system user with access to the resource in the Resource Rights Registry",
            ),
            Self::NotAvailable => (7, 403, "The requested file transfer's file is not ready for download. See file transfer status."),
            Self::UploadFailed => (8, 500, "Error occurred while uploading file See /details for more information."),
            Self::ChecksumMismatch => (9, 400, "The checksum of uploaded file did not match the checksum specified in initialize call."),
            Self::NotPublished => {
                (10, 400, "A file transfer can only be confirmed to be downloaded when it is published. See file transfer status.")
            }
            Self::SizeNegative => (11, 400, "Max file transfer size cannot be negative"),
            Self::SizeZero => (12, 400, "Max file transfer size cannot be zero"),
            Self::TimeToLiveFormat => (
                14,
                400,
                "Invalid file transfer time to live format. Should follow ISO8601 standard for duration. Example: 'P30D' for 30 days.",
            ),
            Self::TimeToLiveTooLong => (15, 400, "Time to live cannot exceed 365 days"),
            Self::TooBig => (16, 400, "File size exceeds maximum"),
            Self::GraceFormat => {
                (17, 400, "Invalid grace period format. Should follow ISO8601 standard for duration. Example: 'PT2H' for 2 hours.")
            }
            Self::GraceTooLong => (18, 400, "Grace period cannot exceed 24 hours"),
            Self::ConfirmBeforeDownload => (19, 400, "Cannot confirm before the files have been downloaded"),
            Self::StorageNotReady => (21, 503, "Storage provider is not ready yet. Please try again later."),
            Self::SizeOverGlobal => (
                22,
                400,
                "Max file transfer size cannot be set higher than 100GB in production because it has not yet been tested for it. Contact us @ Slack if you need it.",
            ),
            Self::OwnerUnknown => (24, 400, "The service owner associated with the resource has not been configured."),
            Self::ResourceNotConfigured => (25, 400, "The resource has not been configured."),
            Self::RequiredPartyAbsent => {
                (26, 400, "The resource requires the service owner party to be present as part of the transaction.")
            }
            Self::RequiredPartyRecipients => (
                27,
                400,
                "When required party is specified and the required party is not the sender, the number of recipients can only be one.",
            ),
            Self::RecipientNotListed => (28, 400, "All recipients need to be in the access list of the resource."),
            Self::InvalidRange => (29, 416, "The requested byte range is not satisfiable."),
            Self::ScanTooEarly => {
                (30, 503, "File transfer is not yet in UploadProcessing. Retry when upload completion has been recorded.")
            }
            Self::NothingToReport => (6001, 404, "No file transfers found for report generation"),
            Self::ReportFailed => (6002, 500, "Failed to generate statistics report"),
            Self::InvalidMonth => (6003, 400, "Invalid year or month. Provide a valid year and a month between 1 and 12."),
            Self::NothingIncluded => (6005, 400, "At least one of includeEndUser or includeVendor must be true."),
            Self::OwnerExists => (7002, 409, "Service owner already exists"),
            Self::OwnerNotFound => (7004, 404, "Service owner not found"),
        }
    }

    /// As JSON-producing calls send it: `application/json`.
    pub(super) fn json(self) -> Response {
        self.typed(reply::JSON)
    }

    /// As the calls without a declared type send it: `application/problem+json`.
    pub(super) fn problem(self) -> Response {
        self.typed(reply::PROBLEM)
    }

    fn typed(self, content_type: &'static str) -> Response {
        let (number, status, detail) = self.parts();
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        coded(&format!("BRO-{number:05}"), status, detail, content_type)
    }
}

/// A problem with a code (4.1).
pub(in crate::sandbox) fn coded(code: &str, status: StatusCode, detail: &str, content_type: &'static str) -> Response {
    let title = if status == StatusCode::INTERNAL_SERVER_ERROR { "Internal Server Error" } else { reason(status) };
    let trace = reply::trace_id();
    let body = json!({"type": rfc9110(status), "title": title, "status": status.as_u16(), "detail": detail, "code": code,
                      "traceId": trace, "statusDescription": reason(status)});
    // The library writes `traceId`, and Broker adds it once more at the end: a reader must stand that (4.1).
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

/// A validation problem as JSON actions send it.
pub(super) fn validation(errors: &[(&str, &str)]) -> Response {
    crate::sandbox::answer::as_json(reply::validation_problem(errors))
}

/// 500 as the exception handler rebuilds it (0).
pub(in crate::sandbox) fn unhandled(path: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(""));
    extra.insert("instance".to_owned(), Value::from(path));
    let mut answer = reply::framework_problem_with(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error", extra);
    answer.extensions_mut().insert(Rebuilt);
    answer
}

/// Marks an answer that the exception handler rebuilt: it lost the headers that every other one has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rebuilt;
