//! Broker's routes: they decide 404, 405 and 415 before anything else is looked at (broker-api facts, 0).

use super::accept;
use crate::sandbox::answer::with_header;
use crate::sandbox::reply;
use crate::sandbox::target::Target;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::Response;

/// A call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    Initialize,
    Search,
    Overview,
    Details,
    Upload,
    Download,
    Confirm,
    PutResource,
    GetResource,
    PostOwner,
    GetOwner,
}

const WRITE: &[&str] = &["altinn:broker.write"];
const READ: &[&str] = &["altinn:broker.read"];
const EITHER: &[&str] = &["altinn:broker.write", "altinn:broker.read"];
const OWNER: &[&str] = &["altinn:serviceowner"];

impl Route {
    /// The call that a request is for.
    pub(super) fn of(target: &Target, headers: &HeaderMap) -> Result<Self, Response> {
        let calls: &[(Method, Self)] = match target.segments().as_slice() {
            ["filetransfer"] => &[(Method::GET, Self::Search), (Method::POST, Self::Initialize)],
            ["filetransfer", _] => &[(Method::GET, Self::Overview)],
            ["filetransfer", _, "details"] => &[(Method::GET, Self::Details)],
            ["filetransfer", _, "upload"] => &[(Method::POST, Self::Upload)],
            ["filetransfer", _, "download"] => &[(Method::GET, Self::Download)],
            ["filetransfer", _, "confirmdownload"] => &[(Method::POST, Self::Confirm)],
            ["resource", _] => &[(Method::GET, Self::GetResource), (Method::PUT, Self::PutResource)],
            ["serviceowner"] => &[(Method::GET, Self::GetOwner), (Method::POST, Self::PostOwner)],
            _ => return Err(reply::empty(StatusCode::NOT_FOUND)),
        };
        let Some((_, route)) = calls.iter().find(|(method, _)| *method == target.method) else {
            let allowed: Vec<&str> = calls.iter().map(|(method, _)| method.as_str()).collect();
            return Err(with_header(reply::empty(StatusCode::METHOD_NOT_ALLOWED), header::ALLOW, &allowed.join(", ")));
        };
        match route {
            Self::Upload => accept::consumed(headers, "application/octet-stream")?,
            Self::PutResource | Self::GetResource | Self::PostOwner => accept::consumed(headers, "application/json")?,
            Self::Initialize | Self::Search | Self::Overview | Self::Details | Self::Download | Self::Confirm | Self::GetOwner => {}
        }
        Ok(*route)
    }

    /// The type that `Accept` must admit, where one is declared (0.1).
    pub(super) fn produces(self) -> Option<&'static str> {
        match self {
            Self::Download | Self::PostOwner => None,
            Self::Initialize | Self::Search | Self::Overview | Self::Details | Self::Upload | Self::Confirm => Some("application/json"),
            Self::PutResource | Self::GetResource | Self::GetOwner => Some("application/json"),
        }
    }

    /// The scopes of which one suffices (1.1).
    pub(super) fn scopes(self) -> &'static [&'static str] {
        match self {
            Self::Initialize | Self::Upload => WRITE,
            Self::Download | Self::Confirm => READ,
            Self::Search | Self::Overview | Self::Details => EITHER,
            Self::PutResource | Self::GetResource | Self::PostOwner | Self::GetOwner => OWNER,
        }
    }
}
