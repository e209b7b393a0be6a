//! What the tests share: the calls of a transfer's life, and refusals compared member by member.

use crate::support::*;
use altinn_sandbox::World;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
pub use reqwest::Method;
pub use serde_json::{Value, json};

pub const BASE: &str = "broker/api/v1";
pub const FOX: &str = "the quick brown fox";
pub const FOX_MD5: &str = "30f3c93e46436deb58ba70816a8ec124";

/// The catalogue of errors.
pub fn catalogue() -> Vec<Value> {
    let text = include_str!("../../../../docs/facts/broker-errors.json");
    serde_json::from_str::<Value>(text).expect("JSON")["errors"].as_array().expect("a list").clone()
}

/// A refusal, as JSON-producing calls send it.
pub fn refused(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8", "{}", answer.body);
    problem(answer, status, code);
}

/// A refusal, as the other calls send it.
pub fn refused_as_problem(answer: &Answer, status: u16, code: &str) {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.body);
    problem(answer, status, code);
}

/// 4.1: the members in their order, `traceId` once more at the end, and the catalogue's status and text.
fn problem(answer: &Answer, status: u16, code: &str) {
    answer.is(status);
    let body = answer.json();
    assert_eq!((body["code"].as_str(), body["status"].as_u64()), (Some(code), Some(u64::from(status))), "{}", answer.body);
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
    let at = |member: &str| answer.body.find(&format!("\"{member}\":")).unwrap_or_else(|| panic!("no {member} in {}", answer.body));
    let order = ["type", "title", "status", "detail", "code", "traceId", "statusDescription"].map(at);
    assert!(order.is_sorted(), "{}", answer.body);
    assert!(answer.body.ends_with(&format!("\"traceId\":\"{trace}\"}}")) && answer.body.matches("\"traceId\"").count() == 2);
    assert_eq!(answer.headers.get_all("www-authenticate").iter().count(), 0);
    fixed(answer);
    if let Some(known) = catalogue().into_iter().find(|error| error["code"] == code) {
        assert_eq!((&known["status"], &known["detail"]), (&body["status"], &body["detail"]));
    }
}

/// A validation problem: its keys and texts, without `code` and `detail`.
pub fn invalid(answer: &Answer, errors: &Value) {
    let body = answer.json();
    assert_eq!(&body["errors"], errors, "{}", answer.body);
    assert_eq!((answer.status.as_u16(), &body["status"]), (400, &json!(400)));
    assert_eq!(body["title"], "One or more validation errors occurred.");
    assert_eq!(body["type"], "https://tools.ietf.org/html/rfc9110#section-15.5.1");
    assert!(body.get("code").is_none() && body.get("detail").is_none() && body["traceId"].is_string());
    fixed(answer);
}

/// 0: what every answer carries.
pub fn fixed(answer: &Answer) {
    answer.header_is("x-content-type-options", "nosniff").header_is("cache-control", "no-store");
}

/// 0: an unhandled exception, rebuilt.
pub fn broke(answer: &Answer, path: &str) {
    answer.is(500).header_is("content-type", "application/problem+json");
    let body = answer.json();
    assert_eq!(
        (&body["title"], &body["detail"], &body["instance"]),
        (&json!("Internal Server Error"), &json!(""), &json!(format!("/{path}")))
    );
    assert!(body.get("code").is_none());
    answer
        .header_is("cache-control", "no-cache,no-store")
        .header_is("pragma", "no-cache")
        .header_is("expires", "-1")
        .header_is("x-content-type-options", "");
}

/// An empty answer of routing or of the token layer.
pub fn empty(answer: &Answer, status: u16) {
    answer.is(status).empty().header_is("content-type", "");
    fixed(answer);
}

pub fn party(number: &str) -> String {
    format!("0192:{number}")
}

/// Initialize's body, unscanned: published at once.
pub fn plain() -> Value {
    let mut body = scanned();
    body["disableVirusScan"] = json!(true);
    body
}

pub fn scanned() -> Value {
    of_resource(known::RESOURCE)
}

pub fn of_resource(resource: &str) -> Value {
    json!({"fileName": "a.txt", "resourceId": resource, "sendersFileTransferReference": "ref",
           "sender": party(known::SENDER.number), "recipients": [party(known::RECIPIENT.number)]})
}

pub async fn initialized(calls: &Caller<'_>, body: &Value) -> String {
    let answer = calls.post(format!("{BASE}/filetransfer")).json(body).await;
    answer.is(200);
    answer.json()["fileTransferId"].as_str().unwrap().to_owned()
}

pub async fn upload(calls: &Caller<'_>, id: &str, bytes: impl Into<reqwest::Body>) -> Answer {
    let request = calls.request(Method::POST, &format!("{BASE}/filetransfer/{id}/upload"));
    Answer::of(request.header("Content-Type", "application/octet-stream").body(bytes)).await
}

/// A published transfer, unscanned.
pub async fn published(calls: &Caller<'_>, bytes: &'static str) -> String {
    let id = initialized(calls, &plain()).await;
    upload(calls, &id, bytes).await.is(200);
    id
}

/// A published transfer, which was scanned.
pub async fn scanned_and_published(calls: &Caller<'_>) -> String {
    let id = initialized(calls, &scanned()).await;
    upload(calls, &id, FOX).await.is(200);
    until_status(calls, &id, "Published").await;
    id
}

pub async fn overview(calls: &Caller<'_>, id: &str) -> Value {
    calls.get(format!("{BASE}/filetransfer/{id}")).await.json()
}

pub async fn status(calls: &Caller<'_>, id: &str) -> String {
    overview(calls, id).await["fileTransferStatus"].as_str().unwrap().to_owned()
}

pub async fn until_status(calls: &Caller<'_>, id: &str, wanted: &str) {
    until(wanted, async || status(calls, id).await == wanted).await;
}

pub async fn download(calls: &Caller<'_>, id: &str) -> Answer {
    calls.get(format!("{BASE}/filetransfer/{id}/download")).await
}

pub async fn confirm(calls: &Caller<'_>, id: &str) -> Answer {
    calls.post(format!("{BASE}/filetransfer/{id}/confirmdownload")).await
}

/// Configures the known resource.
pub async fn configured(owner: &Caller<'_>, body: Value) {
    owner.put(format!("{BASE}/resource/{}", known::RESOURCE)).json(&body).await.is(204);
}

/// The events of a transfer, as type and organisation, oldest first.
pub async fn events(sandbox: &Sandbox, id: &str) -> Vec<(String, String)> {
    let world = serde_json::to_value(sandbox.world().await).unwrap();
    let mine = world["events"]["log"].as_array().unwrap().iter().filter(|event| event["resourceinstance"] == id);
    mine.map(|event| (last(&event["type"], '.'), last(&event["subject"], ':'))).collect()
}

/// The types of the events of a transfer that went to an organisation.
pub async fn told(sandbox: &Sandbox, id: &str, organisation: &str) -> Vec<String> {
    events(sandbox, id).await.into_iter().filter(|(_, to)| to == organisation).map(|(kind, _)| kind).collect()
}

fn last(value: &Value, separator: char) -> String {
    value.as_str().unwrap().rsplit(separator).next().unwrap().to_owned()
}

/// Changes a transfer behind the service's back, as time would.
pub async fn aged(sandbox: &Sandbox, id: &str, change: impl FnOnce(&mut Value)) {
    let mut world = sandbox.shared().world.lock().await;
    let mut value = serde_json::to_value(&*world).unwrap();
    let transfers = value["broker"]["transfers"].as_array_mut().unwrap();
    change(transfers.iter_mut().find(|transfer| transfer["id"] == id).unwrap());
    *world = serde_json::from_value::<World>(value).unwrap();
}

/// A token with other claims, signed as the exchange signs.
pub async fn resigned(calls: &Caller<'_>, change: impl FnOnce(&mut Value)) -> String {
    let token = calls.token.as_deref().unwrap();
    let mut claims = claims(token);
    change(&mut claims);
    let world = serde_json::to_value(calls.sandbox.world().await).unwrap();
    let key = EncodingKey::from_rsa_pem(world["keys"]["altinn"]["pem"].as_str().unwrap().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    (header.kid, header.typ) = (jsonwebtoken::decode_header(token).unwrap().kid, None);
    jsonwebtoken::encode(&header, &claims, &key).unwrap()
}

pub async fn with(options: Options) -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, ..options }).await
}
