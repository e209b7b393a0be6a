//! Compares the requests that the program sends with the services' published OpenAPI documents. `docs/facts/published-api.json` has
//! the parts of those documents that this needs.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{Request, State};
use broker_setup::files::Content;
use broker_setup::services::{Claims, NewSubscription, NewTransfer, Services, Side, Token, Trace, TransferStatus};
use broker_setup::values::{Endpoints, OrgNumber, ResourceFilter, ResourceId, SubjectFilter, SystemId};
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::sync::watch;
use url::Url;

const BY_QUERY: &str =
    "GET /systemuser/vendor/byquery is newer than the published document, where its path reads as another's (facts platform D.2)";

/// Known differences, with the reason why the request is right. An entry that no request needs any more fails the test.
const KNOWN_DIFFERENCES: [(&str, &str); 5] = [
    ("no parameter system-id of GET /authentication/api/v1/systemuser/{party}/{systemUserId}", BY_QUERY),
    ("no parameter orgno of GET /authentication/api/v1/systemuser/{party}/{systemUserId}", BY_QUERY),
    ("no parameter external-ref of GET /authentication/api/v1/systemuser/{party}/{systemUserId}", BY_QUERY),
    (
        "no method GET /authentication/api/v1/systemregister/vendor",
        "the vendor's own list is newer than the published document (facts platform D.1)",
    ),
    ("no path GET /resourceregistry/api/v1/resource/acme-broker-test/policy/rules", "newer than the published document (facts platform E)"),
];

#[derive(Debug)]
struct Sent {
    method: String,
    path: String,
    query: Vec<(String, String)>,
    content_type: Option<String>,
    body: Bytes,
}

type Log = Arc<Mutex<Vec<Sent>>>;

async fn record(State(log): State<Log>, request: Request) -> &'static str {
    let (parts, body) = request.into_parts();
    let query = parts.uri.query().unwrap_or_default();
    let sent = Sent {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: url::form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        content_type: parts.headers.get("content-type").and_then(|kind| kind.to_str().ok()).map(ToOwned::to_owned),
        body: to_bytes(body, 1 << 20).await.unwrap_or_default(),
    };
    log.lock().unwrap().push(sent);
    "{}"
}

/// Makes each call that has a published document, and returns the requests. Every answer is `{}`, and the results are ignored.
async fn requests() -> Vec<Sent> {
    let log = Log::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    let router = Router::new().fallback(record).with_state(Arc::clone(&log));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    call_everything(&Services::new(Endpoints::sandbox(&base), None, Trace::default())).await;
    server.abort();
    std::mem::take(&mut *log.lock().unwrap())
}

async fn call_everything(services: &Services) {
    let token = token();
    let (sender, recipient): (OrgNumber, OrgNumber) = ("310456780".parse().unwrap(), "991825827".parse().unwrap());
    let resource: ResourceId = "acme-broker-test".parse().unwrap();
    let system: SystemId = "991825827_filesender".parse().unwrap();
    let id = uuid::Uuid::new_v4();
    let transfer = NewTransfer {
        file_name: "test.bin".to_owned(),
        resource: resource.clone(),
        reference: "broker-setup-test-7f3a".to_owned(),
        sender: sender.clone(),
        recipients: vec![recipient],
        properties: BTreeMap::from([("broker-setup".to_owned(), "test".to_owned()), ("sha256".to_owned(), "0".repeat(64))]),
        checksum: Some("d41d8cd98f00b204e9800998ecf8427e".to_owned()),
    };
    let subscription = |event_type: Option<&str>| NewSubscription {
        endpoint: Url::parse("https://hooks.example.no/altinn/3f9c").unwrap(),
        resource: ResourceFilter::of(&resource),
        subject: SubjectFilter::of(&sender),
        event_type: event_type.map(|text| text.parse().unwrap()),
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, b"hello").unwrap();
    let progress = watch::channel(0).0;

    let _ = services.ask_gateway(false).await;
    let _ = services.exchange(&token).await;
    let _ = services.resource(&resource).await;
    let _ = services.policy_rules(&resource).await;
    let _ = services.access_list_members(&token, "acme", &resource).await;
    let _ = services.systems(&token).await;
    let _ = services.system(&token, &system).await;
    let _ = services.system_user(&token, &system, &sender, Some("customer-42")).await;
    let _ = services.system_user_request(&token, &system, &sender, None).await;
    let _ = services.initialize(&token, &transfer).await;
    let _ = services.initialize(&token, &NewTransfer { checksum: None, properties: BTreeMap::new(), ..transfer }).await;
    let _ = services.upload(&token, id, &Content::File(file.clone()), &progress).await;
    let _ = services.transfer(&token, id).await;
    let _ = services.search(&token, &resource, Some(Side::Recipient), Some(TransferStatus::Published)).await;
    let _ = services.search(&token, &resource, Some(Side::Sender), None).await;
    let _ = services.download(&token, id, None, &file, &progress).await;
    let _ = services.confirm(&token, id).await;
    let _ = services.service_owner(&token).await;
    let _ = services.resource_config(&token, &resource).await;
    let _ = services.subscriptions(&token).await;
    let _ = services.subscription(&token, 1234).await;
    let _ = services.subscribe(&token, &subscription(Some("no.altinn.broker.published"))).await;
    let _ = services.subscribe(&token, &subscription(None)).await;
}

fn token() -> Token {
    let claims = Claims { issuer: String::new(), scopes: vec![], client_id: None, consumer: None, org_code: None, system_user: None };
    Token { secret: SecretString::from("a.b.c"), claims, expires_at: Timestamp::MAX }
}

struct Document {
    content: Value,
}

impl Document {
    /// How a request differs from this document; empty when it fits.
    fn objections(&self, sent: &Sent) -> Vec<String> {
        let path = &sent.path;
        // Several templates can match. The one with the fewest variable parts is meant.
        let fitting = self.content["paths"].as_object().unwrap().iter().filter(|(template, _)| fits(template, path));
        let Some((template, methods)) = fitting.min_by_key(|(template, _)| template.matches('{').count()) else {
            return vec![format!("no path {} {path}", sent.method)];
        };
        let operation = &methods[sent.method.to_lowercase()];
        if operation.is_null() {
            return vec![format!("no method {} {template}", sent.method)];
        }
        let place = format!("{} {template}", sent.method);
        let mut objections = self.of_the_query(operation, sent, &place);
        objections.extend(self.of_the_body(operation, sent, &place));
        objections
    }

    fn of_the_query(&self, operation: &Value, sent: &Sent, place: &str) -> Vec<String> {
        let known: Vec<&Value> = operation["parameters"].as_array().into_iter().flatten().filter(|known| known["in"] == "query").collect();
        let mut objections = Vec::new();
        for (name, value) in &sent.query {
            match known.iter().find(|known| known["name"] == name.as_str()) {
                None => objections.push(format!("no parameter {name} of {place}")),
                Some(known) => objections.extend(self.breaches(&known["schema"], &json!(value), &format!("{name} of {place}"))),
            }
        }
        let required = known.iter().filter(|known| known["required"] == true).filter_map(|known| known["name"].as_str());
        let missing = required.filter(|name| !sent.query.iter().any(|(given, _)| given == name));
        objections.extend(missing.map(|name| format!("missing parameter {name} of {place}")));
        objections
    }

    fn of_the_body(&self, operation: &Value, sent: &Sent, place: &str) -> Vec<String> {
        let Some(kind) = &sent.content_type else {
            return if operation["requestBody"].is_null() { vec![] } else { vec![format!("no body for {place}")] };
        };
        let content = &operation["requestBody"]["content"][kind];
        if content.is_null() {
            return vec![format!("no body {kind} of {place}")];
        }
        if kind != "application/json" {
            return vec![];
        }
        let body: Value = serde_json::from_slice(&sent.body).unwrap();
        self.breaches(&content["schema"], &body, &format!("body of {place}"))
    }

    fn breaches(&self, schema: &Value, instance: &Value, place: &str) -> Vec<String> {
        // The schema's references point to the document's components, so these are added.
        let whole = json!({"allOf": [schema], "components": self.content["components"]});
        let validator = jsonschema::validator_for(&whole).unwrap();
        validator.iter_errors(instance).map(|error| format!("{place}: {error}")).collect()
    }
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len() && template.iter().zip(path).all(|(known, given)| known.starts_with('{') || *known == given)
}

#[tokio::test]
async fn our_requests_are_what_the_published_documents_describe() {
    let document = Document { content: serde_json::from_str(include_str!("../docs/facts/published-api.json")).unwrap() };
    let sent = requests().await;
    assert!(sent.len() >= 22, "{} requests", sent.len());
    let objections: Vec<String> = sent.iter().flat_map(|request| document.objections(request)).collect();
    let unknown: Vec<&String> = objections.iter().filter(|found| !KNOWN_DIFFERENCES.iter().any(|(known, _)| found == known)).collect();
    assert!(unknown.is_empty(), "{unknown:#?}");
    let unneeded: Vec<&str> =
        KNOWN_DIFFERENCES.iter().map(|(known, _)| *known).filter(|known| !objections.iter().any(|found| found == known)).collect();
    assert!(unneeded.is_empty(), "no difference any more: {unneeded:#?}");
}
