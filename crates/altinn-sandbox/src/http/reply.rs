//! Answers that several services share, with bodies and headers as the services send them (facts examples 30).

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The type of problems that a library of Altinn's writes, and of the exception handler's.
pub const PROBLEM: &str = "application/problem+json";
/// The type of problems that the framework writes.
pub const FRAMEWORK_PROBLEM: &str = "application/problem+json; charset=utf-8";
pub const TEXT: &str = "text/plain; charset=utf-8";
pub const JSON: &str = "application/json; charset=utf-8";

/// A new random `traceId` in the framework's format.
#[must_use]
pub fn trace_id() -> String {
    let span = Uuid::new_v4().simple().to_string();
    format!("00-{}-{}-00", Uuid::new_v4().simple(), span.get(..16).unwrap_or("8a1b2c3d4e5f6071"))
}

/// A status without a body and without a content type.
#[must_use]
pub fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// 401 with an empty body and no `WWW-Authenticate`, as Authentication, Resource Registry and Events send it.
#[must_use]
pub fn unauthorized() -> Response {
    empty(StatusCode::UNAUTHORIZED)
}

/// 403 with an empty body: every service sends this for a missing scope.
#[must_use]
pub fn forbidden() -> Response {
    empty(StatusCode::FORBIDDEN)
}

/// 404 when `methods` is empty; else 405 with `Allow` naming them.
#[must_use]
pub fn unrouted(methods: &[&str]) -> Response {
    if methods.is_empty() {
        return empty(StatusCode::NOT_FOUND);
    }
    let mut answer = empty(StatusCode::METHOD_NOT_ALLOWED);
    if let Ok(allowed) = HeaderValue::from_str(&methods.join(", ")) {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    answer
}

#[must_use]
pub fn body(status: StatusCode, content_type: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

#[must_use]
pub fn json(status: StatusCode, value: &Value) -> Response {
    body(status, JSON, value.to_string())
}

/// A text answer: a JSON string when `Accept` asks for `application/json`, else bare text (facts platform C.1 and D).
#[must_use]
pub fn text(status: StatusCode, headers: &HeaderMap, text: &str) -> Response {
    if wants_json(headers) { json(status, &Value::from(text)) } else { body(status, TEXT, text.to_owned()) }
}

/// Whether `Accept` asks for JSON rather than for text, read as the services' framework does: a header that contains `*/*` is
/// ignored; else the type with the highest quality wins, and the first of those with equal quality.
#[must_use]
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut types: Vec<(String, f32)> = accepted.flat_map(|line| line.split(',')).map(accepted_type).collect();
    if types.iter().any(|(kind, _)| kind == "*/*") {
        return false;
    }
    types.sort_by(|one, other| other.1.total_cmp(&one.1));
    types.iter().find_map(|(kind, _)| match kind.as_str() {
        "application/json" | "text/json" | "application/*" => Some(true),
        "text/plain" | "text/*" => Some(false),
        _ => None,
    }) == Some(true)
}

/// A media type in lower case, and its quality (`q`).
fn accepted_type(entry: &str) -> (String, f32) {
    let mut parts = entry.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let quality = parts.find_map(|part| part.strip_prefix("q=").and_then(|quality| quality.trim().parse().ok()));
    (kind, quality.unwrap_or(1.0))
}

/// The framework's problem, without a `code`; `type` and `title` follow from the status.
#[must_use]
pub fn framework_problem(status: StatusCode) -> Response {
    framework_problem_with(status, title(status), Map::new())
}

/// The framework's validation problem: `errors` maps each member to its error texts.
#[must_use]
pub fn validation_problem(errors: &[(&str, &str)]) -> Response {
    let mut by_member = Map::new();
    for (member, complaint) in errors {
        let complaints = by_member.entry(*member).or_insert_with(|| json!([]));
        if let Some(list) = complaints.as_array_mut() {
            list.push(Value::from(*complaint));
        }
    }
    let mut extra = Map::new();
    extra.insert("errors".to_owned(), Value::Object(by_member));
    framework_problem_with(StatusCode::BAD_REQUEST, "One or more validation errors occurred.", extra)
}

/// A framework problem with its own title and more members.
#[must_use]
pub fn framework_problem_with(status: StatusCode, title: &str, extra: Map<String, Value>) -> Response {
    let mut problem = Map::new();
    problem.insert("type".to_owned(), Value::from(rfc9110(status)));
    problem.insert("title".to_owned(), Value::from(title));
    problem.insert("status".to_owned(), Value::from(status.as_u16()));
    problem.extend(extra);
    problem.insert("traceId".to_owned(), Value::from(trace_id()));
    body(status, FRAMEWORK_PROBLEM, Value::Object(problem).to_string())
}

/// An Altinn problem with a code, in the format Authentication and Resource Registry use today (facts platform D.3).
#[must_use]
pub fn coded_problem(status: StatusCode, code: &str, title: &str, extra: Map<String, Value>) -> Response {
    let mut problem = Map::new();
    problem.insert("type".to_owned(), Value::from(format!("urn:altinn:error:{code}")));
    problem.insert("title".to_owned(), Value::from(title));
    problem.insert("status".to_owned(), Value::from(status.as_u16()));
    problem.insert("code".to_owned(), Value::from(code));
    problem.insert("statusDescription".to_owned(), Value::from(self::title(status)));
    problem.extend(extra);
    problem.insert("traceId".to_owned(), Value::from(trace_id()));
    body(status, PROBLEM, Value::Object(problem).to_string())
}

/// 500 for a failure of the sandbox itself, such as a world that cannot be written to disk.
#[must_use]
pub fn broken(cause: &std::io::Error) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(format!("The sandbox could not write its world: {cause}")));
    framework_problem_with(StatusCode::INTERNAL_SERVER_ERROR, "An error occurred while processing your request.", extra)
}

/// The link that the framework gives for a status: its section of RFC 9110.
#[must_use]
pub fn rfc9110(status: StatusCode) -> String {
    let section = match status.as_u16() {
        400 => "15.5.1",
        401 => "15.5.2",
        403 => "15.5.4",
        404 => "15.5.5",
        405 => "15.5.6",
        406 => "15.5.7",
        409 => "15.5.10",
        410 => "15.5.11",
        412 => "15.5.13",
        415 => "15.5.16",
        422 => "15.5.21",
        503 => "15.6.4",
        _ => "15.6.1",
    };
    format!("https://tools.ietf.org/html/rfc9110#section-{section}")
}

#[must_use]
pub fn title(status: StatusCode) -> &'static str {
    match status {
        StatusCode::INTERNAL_SERVER_ERROR => "An error occurred while processing your request.",
        other => other.canonical_reason().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts platform C.1.
    #[test]
    fn json_is_quoted_where_accept_asks_for_it_and_for_nothing_else_as_well() {
        let accepting = |value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_static(value));
            wants_json(&headers)
        };
        for json in [
            "application/json",
            "application/json, text/plain",
            "Application/JSON; charset=utf-8",
            "text/html, text/json",
            "text/plain;q=0.5, application/json",
        ] {
            assert!(accepting(json), "{json}");
        }
        for text in [
            "text/plain",
            "*/*",
            "application/json, text/plain, */*",
            "application/json;q=0.5, text/plain",
            "text/html",
            "application/jwt",
            "",
        ] {
            assert!(!accepting(text), "{text}");
        }
        assert!(!wants_json(&HeaderMap::new()));
    }
}
