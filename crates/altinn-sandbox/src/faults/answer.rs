//! The answers of faults, with the bodies and headers that the services themselves send.

use super::setting::Setting;
use super::table::{Fault, Service, Shape};
use crate::http::answer::{as_json, uncached, with_header};
use crate::http::{fields, reply};
use crate::identity::caller::{Issued, TokenProblem};
use crate::shared::Shared;
use crate::signing::token_kind::TokenKind;
use crate::{broker, exchange, known, maskinporten, registry};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

/// The most that is read of a request's body, in bytes.
pub(super) const READ_MOST: usize = 64 << 10;

const HTML: &str = "text/html; charset=utf-8";
const BAD_GATEWAY: &str = include_str!("../../assets/pages/fault-502.html");
const LOGIN_PAGE: &str = include_str!("../../assets/pages/fault-login.html");
/// A name that never resolves (RFC 2606).
const LOGIN_ADDRESS: &str = "http://login.proxy.invalid/?to=";
/// Stands where the real problem repeats a value that the caller sent.
const NAMED: &str = "named-by-the-fault";

/// The fault's answer, sent instead of the service's.
pub(super) async fn of(shared: &Shared, service: Service, struck: &Setting, request: &Parts, body: &[u8]) -> Response {
    let fault = struck.fault;
    let status = fault.status.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let text = fault.text.as_deref().unwrap_or_default();
    let answer = match fault.shape {
        Shape::Maskinporten => refused_token(shared, fault, status, text, body).await,
        Shape::Auth => coded(fault, status, text),
        Shape::Finding => finding(fault, status, text),
        Shape::Broker => broker_problem(fault, status, text, request),
        Shape::Text => reply::body(status, reply::TEXT, filled(text, request, body)),
        Shape::Words => reply::text(status, &request.headers, &filled(text, request, body)),
        Shape::Quoted => reply::json(status, &Value::from(filled(text, request, body))),
        Shape::Detail => detailed(status, text),
        Shape::EnterpriseUser => exchange::enterprise_user_gone(),
        Shape::Gateway => gateway(shared, service, struck, status, text, request.uri.path()),
        Shape::Empty => reply::empty(status),
        Shape::Token => token(shared, service, status),
        Shape::NotAcceptable => not_acceptable(status, request.uri.path()),
        Shape::UnsupportedType => unsupported(service, status, request),
        Shape::Unhandled => unhandled(service, status, request.uri.path()),
        Shape::BadGateway => reply::body(status, HTML, BAD_GATEWAY),
        Shape::LoginPage => reply::body(status, HTML, LOGIN_PAGE),
        Shape::LoginRedirect => with_header(reply::empty(status), header::LOCATION, &format!("{LOGIN_ADDRESS}{}", request.uri.path())),
        // These change or delay the service's answer, or come before it; they have no answer of their own.
        Shape::OlderEnvelope | Shape::Approval | Shape::Slow | Shape::HalfClosed | Shape::Truncated | Shape::Clock | Shape::Tls => {
            reply::empty(status)
        }
    };
    // Answers of the service itself get the headers that all its answers have.
    match service {
        Service::Broker if super::table::answers_itself(fault.shape) => broker::fixed(answer, &request.headers),
        Service::Registry if super::table::answers_itself(fault.shape) => registry::answer::written(answer).await,
        _ => answer,
    }
}

/// Fills in the values from the request that the service repeats in its text.
fn filled(text: &str, request: &Parts, body: &[u8]) -> String {
    let sent = serde_json::from_slice::<Map<String, Value>>(body).unwrap_or_default();
    let said = |names: &[&str]| names.iter().find_map(|name| fields::text(&sent, name)).unwrap_or(NAMED).to_owned();
    let segment = request.uri.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let given = text.replace("{segment}", segment);
    given.replace("{resource}", &said(&["resourceFilter"])).replace("{id}", &said(&["id", "identifier"]))
}

/// A problem of the web framework, with `detail` (facts platform F.1).
fn detailed(status: StatusCode, text: &str) -> Response {
    let mut extra = Map::new();
    extra.insert("detail".to_owned(), Value::from(text));
    reply::framework_problem_with(status, reply::title(status), extra)
}

/// Maskinporten's error body; its text names what the assertion asked for (facts platform A.4).
async fn refused_token(shared: &Shared, fault: &Fault, status: StatusCode, text: &str, body: &[u8]) -> Response {
    let claims = asserted(body);
    let said = |name: &str| claims.get(name).and_then(Value::as_str).map(str::to_owned);
    let scope = said("scope").unwrap_or_else(|| "altinn:broker.write".to_owned());
    let consumer = said("consumer_org").unwrap_or_else(|| known::RECIPIENT.number.to_owned());
    let client = said("iss").and_then(|id| id.parse().ok());
    let world = shared.world.lock().await;
    let owner = world.maskinporten.clients.iter().find(|known| Some(&known.id) == client.as_ref()).map(|found| found.organisation.digits());
    let filled = text.replace("{scope}", &scope).replace("{consumer}", &consumer);
    let filled = filled.replace("{supplier}", owner.unwrap_or(known::SENDER.number));
    let error = fault.error.as_deref().unwrap_or("invalid_grant");
    maskinporten::refused(status, error, fault.code.as_deref(), &filled, &shared.maskinporten)
}

/// The claims of a token request's assertion; the signature is not checked.
pub(super) fn asserted(body: &[u8]) -> Map<String, Value> {
    let assertion = form_urlencoded::parse(body).find(|(name, _)| name == "assertion").map(|(_, value)| value.into_owned());
    assertion.and_then(|compact| jsonwebtoken::dangerous::insecure_decode_claims(&compact).ok()).unwrap_or_default()
}

fn coded(fault: &Fault, status: StatusCode, text: &str) -> Response {
    let mut extra = Map::new();
    if let Some(member) = &fault.member {
        extra.insert(member.clone(), json!(NAMED));
    }
    reply::coded_problem(status, &fault.name, text, extra)
}

fn finding(fault: &Fault, status: StatusCode, text: &str) -> Response {
    let mut row = json!({"code": fault.name, "title": text, "paths": [fault.member]});
    if let (Some(member), Some(row)) = (&fault.extra, row.as_object_mut()) {
        row.insert(member.clone(), json!(NAMED));
    }
    let mut extra = Map::new();
    extra.insert("validationErrors".to_owned(), json!([row]));
    reply::coded_problem(status, "STD-00000", "One or more validation errors occurred.", extra)
}

/// A problem of Broker; its TUS calls answer with the text alone (facts broker-api 3 and 4.1).
fn broker_problem(fault: &Fault, status: StatusCode, text: &str, request: &Parts) -> Response {
    let path = request.uri.path().to_ascii_lowercase();
    let path = path.trim_end_matches('/');
    if path.contains("/upload/tus/") {
        return reply::body(status, "text/plain", text.to_owned());
    }
    const NO_JSON: [&str; 4] = ["/download", "/monthly", "/generate-and-download-daily-summary", "/malwarescanresults"];
    let plain_problem =
        NO_JSON.iter().any(|end| path.ends_with(end)) || (path.ends_with("/serviceowner") && request.method == Method::POST);
    broker::coded(&fault.name, status, text, if plain_problem { reply::FRAMEWORK_PROBLEM } else { reply::JSON })
}

/// The gateway's JSON (facts platform G). Maskinporten and self-service stand behind another gateway, whose bodies are not in the
/// facts.
fn gateway(shared: &Shared, service: Service, struck: &Setting, status: StatusCode, text: &str, path: &str) -> Response {
    let text = text.replace("{value}", &struck.value.to_string());
    let of_platform = !matches!(service, Service::Maskinporten | Service::SelfService);
    let answer = if !of_platform {
        reply::empty(status)
    } else {
        reply::body(status, "application/json", format!(r#"{{ "statusCode": {}, "message": "{text}" }}"#, status.as_u16()))
    };
    if status == StatusCode::UNAUTHORIZED {
        let api = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        let challenge = format!(r#"AzureApiManagementKey realm="{}{api}",name="Ocp-Apim-Subscription-Key",type="header""#, shared.origin);
        return with_header(answer, header::WWW_AUTHENTICATE, &challenge);
    }
    if struck.fault.retry_after { with_header(answer, header::RETRY_AFTER, &struck.value.to_string()) } else { answer }
}

/// A refused token. Each service answers it differently (facts platform G; facts broker-api 1.2).
fn token(shared: &Shared, service: Service, status: StatusCode) -> Response {
    match service {
        Service::Broker => {
            let issued = Issued { by: TokenKind::Altinn, issuer: shared.altinn_issuer() };
            broker::unauthorized(&TokenProblem::KeyUnknown(issued))
        }
        Service::Exchange => reply::framework_problem(status),
        Service::Systems
        | Service::Registry
        | Service::Events
        | Service::Maskinporten
        | Service::SelfService
        | Service::Any
        | Service::Approval => reply::empty(status),
    }
}

/// A bare text without a content type (facts broker-api 0.1).
fn not_acceptable(status: StatusCode, path: &str) -> Response {
    let path = path.to_ascii_lowercase();
    let declared = match path.trim_end_matches('/').rsplit('/').next() {
        Some("monthly") => "text/csv",
        Some("generate-and-download-daily-summary") => "application/octet-stream",
        _ => "application/json",
    };
    let text = format!("This endpoint does not support the requested Accept header. Supported Accept headers are: {declared}, */*.");
    let mut answer = Response::new(text.into());
    *answer.status_mut() = status;
    answer
}

/// 415: a problem body where the reader of the body refuses the type, an empty body where routing does because the route declares
/// its types (facts broker-api 0).
fn unsupported(service: Service, status: StatusCode, request: &Parts) -> Response {
    let path = request.uri.path().to_ascii_lowercase();
    let initializes = service == Service::Broker && path.trim_end_matches('/').ends_with("/filetransfer");
    match service {
        Service::Broker if initializes => as_json(reply::framework_problem(status)),
        Service::Systems => reply::framework_problem(status),
        _ => reply::empty(status),
    }
}

/// A server error: a problem without a code, except that Broker's exception handler writes one with its own code (facts broker-api
/// 0).
fn unhandled(service: Service, status: StatusCode, path: &str) -> Response {
    match service {
        Service::Broker => broker::unhandled(path),
        Service::Maskinporten => reply::empty(status),
        Service::Exchange | Service::Systems => uncached(reply::framework_problem(status)),
        Service::Registry | Service::Events | Service::SelfService | Service::Any | Service::Approval => reply::framework_problem(status),
    }
}
