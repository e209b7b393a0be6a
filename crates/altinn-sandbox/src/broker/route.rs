//! Broker's routes. Routing answers 404, 405 and 415 before anything else is checked (facts broker-api 0).

use super::accept;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Route {
    Initialize,
    Search,
    Overview,
    Details,
    Upload,
    Download,
    Confirm,
    FormUpload,
    PutResource,
    GetResource,
    PostOwner,
    GetOwner,
    Monthly,
    DailySummary,
    DailySummaryFile,
    ScanResults,
    Cleanup,
    KeyRotation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    /// A token with one of these scopes.
    Scopes(&'static [&'static str]),
    /// No token. The call may check another key later.
    Anybody,
}

const JSON: &str = "application/json";
const WRITE: &[&str] = &["altinn:broker.write"];
const READ: &[&str] = &["altinn:broker.read"];
const EITHER: &[&str] = &["altinn:broker.write", "altinn:broker.read"];
const MAINTENANCE: &[&str] = &["altinn:broker.maintenance"];
const OWNER: &[&str] = &["altinn:serviceowner"];

impl Route {
    /// The route of a request.
    pub(super) fn of(target: &Target, headers: &HeaderMap) -> Result<Self, Response> {
        let calls: &[(Method, Self)] = match target.segments().as_slice() {
            // An empty segment leads nowhere, not even as an id.
            segments if segments.contains(&"") => return Err(reply::empty(StatusCode::NOT_FOUND)),
            ["filetransfer"] => &[(Method::GET, Self::Search), (Method::POST, Self::Initialize)],
            // `GET` here reads a transfer whose id is `upload`.
            ["filetransfer", "upload"] => &[(Method::GET, Self::Overview), (Method::POST, Self::FormUpload)],
            ["filetransfer", _] => &[(Method::GET, Self::Overview)],
            ["filetransfer", _, "details"] => &[(Method::GET, Self::Details)],
            ["filetransfer", _, "upload"] => &[(Method::POST, Self::Upload)],
            ["filetransfer", _, "download"] => &[(Method::GET, Self::Download)],
            ["filetransfer", _, "confirmdownload"] => &[(Method::POST, Self::Confirm)],
            ["resource", _] => &[(Method::GET, Self::GetResource), (Method::PUT, Self::PutResource)],
            ["serviceowner"] => &[(Method::GET, Self::GetOwner), (Method::POST, Self::PostOwner)],
            ["statistics", "monthly"] => &[(Method::GET, Self::Monthly)],
            ["statistics", "generate-daily-summary"] => &[(Method::POST, Self::DailySummary)],
            ["statistics", "generate-and-download-daily-summary"] => &[(Method::POST, Self::DailySummaryFile)],
            ["webhooks", "malwarescanresults"] => &[(Method::POST, Self::ScanResults)],
            ["maintenance", "cleanup-usecasetests"] => &[(Method::POST, Self::Cleanup)],
            ["maintenance", "maskinporten-jwk-rotation"] => &[(Method::POST, Self::KeyRotation)],
            _ => return Err(reply::empty(StatusCode::NOT_FOUND)),
        };
        let Some((_, route)) = calls.iter().find(|(method, _)| *method == target.method) else {
            let allowed: Vec<&str> = calls.iter().map(|(method, _)| method.as_str()).collect();
            return Err(with_header(reply::empty(StatusCode::METHOD_NOT_ALLOWED), header::ALLOW, &allowed.join(", ")));
        };
        if let Some(consumed) = route.consumes() {
            accept::consumed(headers, consumed)?;
        }
        Ok(*route)
    }

    /// The content type that the call requires, if any; routing refuses another one (facts broker-api 0).
    fn consumes(self) -> Option<&'static str> {
        match self {
            Self::Upload => Some("application/octet-stream"),
            Self::FormUpload => Some("multipart/form-data"),
            Self::PutResource | Self::GetResource | Self::PostOwner | Self::ScanResults => Some("application/json"),
            Self::Initialize | Self::Search | Self::Overview | Self::Details | Self::Download | Self::Confirm | Self::GetOwner => None,
            Self::Monthly | Self::DailySummary | Self::DailySummaryFile | Self::Cleanup | Self::KeyRotation => None,
        }
    }

    /// The type that `Accept` must allow, if the call declares one (facts broker-api 0.1).
    pub(super) fn produces(self) -> Option<&'static str> {
        match self {
            Self::Download | Self::PostOwner | Self::ScanResults => None,
            Self::Monthly => Some("text/csv"),
            Self::DailySummaryFile => Some("application/octet-stream"),
            Self::Initialize | Self::Search | Self::Overview | Self::Details | Self::Upload | Self::FormUpload | Self::Confirm => {
                Some(JSON)
            }
            Self::PutResource | Self::GetResource | Self::GetOwner | Self::DailySummary | Self::Cleanup | Self::KeyRotation => Some(JSON),
        }
    }

    /// The scopes, of which one suffices (facts broker-api 1.1).
    pub(super) fn admission(self) -> Admission {
        match self {
            Self::Initialize | Self::Upload | Self::FormUpload => Admission::Scopes(WRITE),
            Self::Download | Self::Confirm => Admission::Scopes(READ),
            Self::Search | Self::Overview | Self::Details => Admission::Scopes(EITHER),
            Self::PutResource | Self::GetResource | Self::PostOwner | Self::GetOwner | Self::Monthly => Admission::Scopes(OWNER),
            Self::Cleanup | Self::KeyRotation => Admission::Scopes(MAINTENANCE),
            Self::DailySummary | Self::DailySummaryFile | Self::ScanResults => Admission::Anybody,
        }
    }

    /// How many calls per minute the gateway allows (facts broker-api 4.3).
    pub(super) fn limit(self) -> Option<u32> {
        match self {
            Self::Initialize | Self::Upload | Self::FormUpload | Self::Overview | Self::Download | Self::Confirm => Some(120),
            Self::Details => Some(15),
            Self::Search => Some(10),
            Self::PutResource | Self::GetResource | Self::PostOwner | Self::GetOwner | Self::Monthly => None,
            Self::DailySummary | Self::DailySummaryFile | Self::ScanResults | Self::Cleanup | Self::KeyRotation => None,
        }
    }
}
