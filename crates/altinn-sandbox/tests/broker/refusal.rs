//! Checks Broker's refusals member by member (facts broker-api 0, 4.1 and 4.2).

use crate::support::*;
use std::borrow::Borrow;

/// The service's list of errors.
pub fn catalogue() -> Vec<Value> {
    let text = include_str!("../../../../docs/facts/broker-errors.json");
    serde_json::from_str::<Value>(text).expect("JSON")["errors"].as_array().expect("a list").clone()
}

impl Answer {
    /// Expects a refusal as calls that answer with JSON send it.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Self {
        assert_eq!(self.header("content-type"), "application/json; charset=utf-8", "{}", self.body);
        self.problem(status, code)
    }

    /// Expects a refusal as the other calls send it.
    #[track_caller]
    pub fn refused_as_problem(&self, status: u16, code: &str) -> &Self {
        assert_eq!(self.header("content-type"), "application/problem+json; charset=utf-8", "{}", self.body);
        self.problem(status, code)
    }

    /// Expects the members in order, `traceId` a second time at the end, and the status and text of the service's list (facts
    /// broker-api 4.1).
    #[track_caller]
    fn problem(&self, status: u16, code: &str) -> &Self {
        self.is(status);
        let body = self.json();
        assert_eq!((body["code"].as_str(), body["status"].as_u64()), (Some(code), Some(u64::from(status))), "{}", self.body);
        let (section, title) = match status {
            400 => ("15.5.1", "Bad Request"),
            401 => ("15.5.2", "Unauthorized"),
            403 => ("15.5.4", "Forbidden"),
            404 => ("15.5.5", "Not Found"),
            409 => ("15.5.10", "Conflict"),
            416 => ("15.5.17", "Range Not Satisfiable"),
            503 => ("15.6.4", "Service Unavailable"),
            _ => ("15.6.1", "Internal Server Error"),
        };
        assert_eq!(body["type"], format!("https://tools.ietf.org/html/rfc9110#section-{section}"));
        assert_eq!(body["title"], title);
        let described = if status == 500 { "An error occurred while processing your request." } else { title };
        assert_eq!(body["statusDescription"], described);
        let trace = body["traceId"].as_str().unwrap();
        assert!(trace.starts_with("00-") && trace.len() == 55, "{trace}");
        let at = |member: &str| self.body.find(&format!("\"{member}\":")).unwrap_or_else(|| panic!("no {member} in {}", self.body));
        let order = ["type", "title", "status", "detail", "code", "traceId", "statusDescription"].map(at);
        assert!(order.is_sorted(), "{}", self.body);
        assert!(self.body.ends_with(&format!("\"traceId\":\"{trace}\"}}")) && self.body.matches("\"traceId\"").count() == 2);
        assert_eq!(self.headers.get_all("www-authenticate").iter().count(), 0);
        self.fixed();
        if let Some(known) = catalogue().into_iter().find(|error| error["code"] == code) {
            assert_eq!((&known["status"], &known["detail"]), (&body["status"], &body["detail"]));
        }
        self
    }

    /// Expects a validation problem with these keys and texts, without `code` and `detail`.
    #[track_caller]
    pub fn invalid(&self, errors: impl Borrow<Value>) -> &Self {
        let body = self.json();
        assert_eq!(&body["errors"], errors.borrow(), "{}", self.body);
        assert_eq!((self.status.as_u16(), &body["status"]), (400, &json!(400)));
        assert_eq!(body["title"], "One or more validation errors occurred.");
        assert_eq!(body["type"], "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        assert!(body.get("code").is_none() && body.get("detail").is_none() && body["traceId"].is_string());
        self.fixed()
    }

    /// Expects the headers that every answer has.
    #[track_caller]
    pub fn fixed(&self) -> &Self {
        self.header_is("x-content-type-options", "nosniff").header_is("cache-control", "no-store")
    }

    /// Expects the answer to an unhandled exception.
    #[track_caller]
    pub fn broke(&self, path: &str) -> &Self {
        self.is(500).header_is("content-type", "application/problem+json");
        let body = self.json();
        assert_eq!(
            (&body["title"], &body["detail"], &body["instance"]),
            (&json!("Internal Server Error"), &json!(""), &json!(format!("/{path}")))
        );
        assert!(body.get("code").is_none());
        self.header_is("cache-control", "no-cache,no-store")
            .header_is("pragma", "no-cache")
            .header_is("expires", "-1")
            .header_is("x-content-type-options", "")
    }

    /// Expects an empty answer of routing or of token validation.
    #[track_caller]
    pub fn only(&self, status: u16) -> &Self {
        self.is(status).empty().header_is("content-type", "");
        self.fixed()
    }
}
