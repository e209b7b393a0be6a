//! The problems of Authentication, code and text (platform facts, D.1 and D.3).

use crate::sandbox::reply;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

/// A problem that the system-user calls answer with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Auth {
    UnknownCustomer,
    RightNotFound,
    SystemUserExists,
    RequestAccepted,
    RequestPending,
    RequestDenied,
    RequestRejected,
    RequestUnknown,
    SystemUnknown,
    SystemUserUnknown,
    RedirectInvalid,
    NotAnAgentRequest,
    NoRedirects,
    AgentRequestUnknown,
    NoPackages,
    NothingAsked,
    PackageNotInSystem,
    PackageNotDelegable,
    PackageNotForClients,
}

impl Auth {
    pub(super) fn parts(self) -> (&'static str, StatusCode, &'static str) {
        let bad = StatusCode::BAD_REQUEST;
        match self {
            Self::UnknownCustomer => ("AUTH-00000", bad, "Can't resolve the Organisation Number from the logged in Reportee PartyId."),
            Self::RightNotFound => ("AUTH-00001", bad, "One or more Right not found or not delegable."),
            Self::SystemUserExists => {
                ("AUTH-00004", bad, "Failed to create new SystemUser, existing SystemUser tied to the given System-Id.")
            }
            Self::RequestAccepted => ("AUTH-00006", bad, "The combination of External Ids refer to an already Accepted SystemUser."),
            Self::RequestPending => {
                ("AUTH-00007", bad, "The combination of External Ids refer to a Pending Request, please reuse or delete.")
            }
            Self::RequestDenied => {
                ("AUTH-00008", bad, "The combination of External Ids refer to a Denied Request, please delete and renew the Request.")
            }
            Self::RequestRejected => {
                ("AUTH-00009", bad, "The combination of External Ids refer to a Rejected Request, please delete and renew the Request.")
            }
            Self::RequestUnknown => ("AUTH-00010", StatusCode::NOT_FOUND, "The Id does not refer to a Request in our system."),
            Self::SystemUnknown => ("AUTH-00011", StatusCode::NOT_FOUND, "The Id does not refer to a Registered System."),
            Self::SystemUserUnknown => ("AUTH-00015", StatusCode::NOT_FOUND, "The SystemUser was not found."),
            Self::RedirectInvalid => ("AUTH-00021", bad, "The RedirectUri was not found or not valid."),
            Self::NotAnAgentRequest => {
                ("AUTH-00025", bad, "The request id is valid but its not a valid request for creating an agent system user")
            }
            Self::NoRedirects => ("AUTH-00026", bad, "No redirect uris are set for the system"),
            Self::AgentRequestUnknown => ("AUTH-00030", StatusCode::NOT_FOUND, "The Id does not refer to an AgentRequest in our system."),
            Self::NoPackages => ("AUTH-00058", bad, "No AccessPackages found, an Agent SystemUser must have at least one"),
            Self::PackageNotInSystem => {
                ("AUTH-00063", bad, "One or more accesspackage is not found in the referenced system in the System Register.")
            }
            Self::PackageNotDelegable => (
                "AUTH-00064",
                bad,
                "One or more access packages cannot be delegated. Either they are intended for clients or they cannot be delegated further.",
            ),
            Self::PackageNotForClients => (
                "AUTH-00065",
                bad,
                "One or more access packages cannot be delegated because they are not intended for client relationships",
            ),
            Self::NothingAsked => ("AUTH-00059", bad, "No AccessPackages or Single Rights found, a SystemUser must have at least one"),
        }
    }

    pub(super) fn answer(self) -> Response {
        let (code, status, title) = self.parts();
        reply::coded_problem(status, code, title, Map::new())
    }
}

/// A refusal that names the packages it is about.
pub(super) fn packages_naming(refusal: Auth, member: &str, packages: &[&str]) -> Response {
    let mut extra = Map::new();
    extra.insert(member.to_owned(), json!(packages.join(" | ")));
    let (code, status, title) = refusal.parts();
    reply::coded_problem(status, code, title, extra)
}

/// One finding of a validation problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub number: u32,
    pub title: &'static str,
    pub path: &'static str,
    pub extra: Option<(&'static str, String)>,
}

impl Finding {
    pub(super) fn new(number: u32, path: &'static str) -> Self {
        let title = match number {
            0 => "the org number identifier is not valid ISO6523 identifier",
            1 => "The system id does not match the format orgnumber_xxxx...",
            2 => "The system id already exists",
            3 => "One or more resources specified in rights were not found in Altinn's resource register.",
            4 => "One of the client id is already tagged with an existing system",
            5 => "One or more of the redirect urls format is not valid. The valid format is https://xxx.xx",
            6 => "One or more duplicate rights found",
            7 => "One or more duplicate access package(s) found",
            8 => "One or all the accesspackage(s) is not found in altinn's access packages or is not delegable",
            9 => "One or more resource id is in wrong format. The valid format is urn:altinn:resource",
            11 => "Request contains duplicate client ids",
            12 => "The system ID in the request body does not match the system ID in the URL",
            13 => "System ID cannot have spaces in id (leading, trailing or in between the id)",
            17 => "One or more resources specified in rights is of resource type which is not delegable.",
            _ => "Access packages meant for system user for client relations can't be used in combination with the flag isVisible: true",
        };
        Self { number, title, path, extra: None }
    }

    pub(super) fn naming(number: u32, path: &'static str, member: &'static str, named: &[&str]) -> Self {
        Self { extra: Some((member, named.join(" | "))), ..Self::new(number, path) }
    }

    fn json(&self) -> Value {
        let mut row = json!({"code": format!("AUTH.VLD-{:05}", self.number), "title": self.title, "paths": [self.path]});
        if let (Some((member, named)), Some(row)) = (&self.extra, row.as_object_mut()) {
            row.insert((*member).to_owned(), json!(named));
        }
        row
    }
}

/// One validation problem for all findings.
pub(super) fn findings(findings: &[Finding]) -> Response {
    let mut extra = Map::new();
    extra.insert("validationErrors".to_owned(), findings.iter().map(Finding::json).collect());
    reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", "One or more validation errors occurred.", extra)
}

/// The framework's complaint about a body that lacks required members (EX 30).
pub(super) fn missing(members: &[&str], parameter: &str) -> Response {
    let named: Vec<String> = members.iter().map(|member| format!("'{member}'")).collect();
    let text = format!("JSON deserialization for type '…' was missing required properties, including: {}.", named.join(", "));
    reply::validation_problem(&[("$", &text), (parameter, &format!("The {parameter} field is required."))])
}
