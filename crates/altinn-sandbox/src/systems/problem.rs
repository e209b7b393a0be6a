//! The problems of Authentication by their codes (facts platform D.1 and D.3).

use super::system::AccessPackage;
use crate::faults::documented;
use crate::http::answer::uncached;
use crate::http::reply;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value, json};

codes! {
    /// A problem that the system-user calls answer with.
    pub(super) enum Auth {
        UnknownCustomer = "AUTH-00000",
        RightNotFound = "AUTH-00001",
        SystemUserExists = "AUTH-00004",
        RequestAccepted = "AUTH-00006",
        RequestPending = "AUTH-00007",
        RequestDenied = "AUTH-00008",
        RequestRejected = "AUTH-00009",
        RequestUnknown = "AUTH-00010",
        SystemUnknown = "AUTH-00011",
        SystemUserUnknown = "AUTH-00015",
        RedirectInvalid = "AUTH-00021",
        NoRedirects = "AUTH-00026",
        NoPackages = "AUTH-00058",
        NothingAsked = "AUTH-00059",
        PackageNotInSystem = "AUTH-00063",
        PackageNotDelegable = "AUTH-00064",
        PackageNotForClients = "AUTH-00065",
    }
}

impl Auth {
    pub(super) fn answer(self) -> Response {
        self.with(Map::new())
    }

    fn with(self, extra: Map<String, Value>) -> Response {
        let (status, title) = documented(self.code());
        reply::coded_problem(status, self.code(), title, extra)
    }
}

/// A refusal that lists the packages it is about, under `member`.
pub(super) fn packages_naming(refusal: Auth, member: &str, packages: &[&str]) -> Response {
    let mut extra = Map::new();
    extra.insert(member.to_owned(), json!(packages.join(" | ")));
    refusal.with(extra)
}

/// Checks that the system has the packages asked for. The refusal names those it lacks, but not where more were asked for than the
/// system has (facts platform D.2, row 11).
pub(super) fn packages_are_known(asked: &[AccessPackage], known: &[AccessPackage]) -> Result<(), Response> {
    let unknown: Vec<&str> = asked.iter().filter(|package| !known.contains(package)).map(|package| package.urn.as_str()).collect();
    if asked.len() > known.len() {
        Err(Auth::PackageNotInSystem.answer())
    } else if unknown.is_empty() {
        Ok(())
    } else {
        Err(packages_naming(Auth::PackageNotInSystem, "NotFoundPackages", &unknown))
    }
}

/// One error in a validation problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Finding {
    pub number: u32,
    pub path: &'static str,
    pub extra: Option<(&'static str, String)>,
}

impl Finding {
    pub(super) fn new(number: u32, path: &'static str) -> Self {
        Self { number, path, extra: None }
    }

    pub(super) fn naming(number: u32, path: &'static str, member: &'static str, named: &[&str]) -> Self {
        Self { extra: Some((member, named.join(" | "))), ..Self::new(number, path) }
    }

    fn json(&self) -> Value {
        let code = format!("AUTH.VLD-{:05}", self.number);
        let mut row = json!({"code": code, "title": documented(&code).1, "paths": [self.path]});
        if let (Some((member, named)), Some(row)) = (&self.extra, row.as_object_mut()) {
            row.insert((*member).to_owned(), json!(named));
        }
        row
    }
}

/// One validation problem that lists all errors.
pub(super) fn findings(findings: &[Finding]) -> Response {
    let mut extra = Map::new();
    extra.insert("validationErrors".to_owned(), findings.iter().map(Finding::json).collect());
    reply::coded_problem(StatusCode::BAD_REQUEST, "STD-00000", "One or more validation errors occurred.", extra)
}

/// The text of the exception that the service meets where it reads a value that is null.
pub(super) const NULL_READ: &str = "Object reference not set to an instance of an object.";

/// 500 of the service's exception handler.
pub(super) fn unhandled() -> Response {
    uncached(reply::framework_problem(StatusCode::INTERNAL_SERVER_ERROR))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::systems::ApprovalRefused;

    #[test]
    fn platform_d3_every_problem_has_its_status_and_text() {
        let codes = Auth::ALL.iter().map(|problem| problem.code()).chain(ApprovalRefused::ALL.iter().map(|refused| refused.code()));
        for code in codes {
            let (status, text) = documented(code);
            assert!(status.is_client_error() && !text.is_empty(), "{code}");
        }
    }
}
