//! The calls that create and use a transfer, and reads of its state.

use crate::support::*;
use altinn_sandbox::World;
use jsonwebtoken::{Algorithm, EncodingKey, Header};

pub const BASE: &str = "broker/api/v1";
pub const FOX: &str = "the quick brown fox";
pub const FOX_MD5: &str = "30f3c93e46436deb58ba70816a8ec124";

pub fn party(number: &str) -> String {
    format!("0192:{number}")
}

/// A body for initialize without a virus scan, so that the transfer is published at once.
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

pub async fn initialized(caller: &Caller<'_>, body: &Value) -> String {
    let answer = caller.post(format!("{BASE}/filetransfer")).json(body).await;
    answer.is(200);
    answer.json()["fileTransferId"].as_str().unwrap().to_owned()
}

pub async fn upload(caller: &Caller<'_>, id: &str, bytes: impl Into<reqwest::Body>) -> Answer {
    let request = caller.post(format!("{BASE}/filetransfer/{id}/upload"));
    request.header("Content-Type", "application/octet-stream").body(bytes).await
}

/// Creates and publishes a transfer that is not scanned.
pub async fn published(caller: &Caller<'_>, bytes: &'static str) -> String {
    let id = initialized(caller, &plain()).await;
    upload(caller, &id, bytes).await.is(200);
    id
}

/// Creates a transfer and publishes it after a virus scan.
pub async fn scanned_and_published(caller: &Caller<'_>) -> String {
    let id = initialized(caller, &scanned()).await;
    upload(caller, &id, FOX).await.is(200);
    until_status(caller, &id, "Published").await;
    id
}

pub async fn overview(caller: &Caller<'_>, id: &str) -> Value {
    caller.get(format!("{BASE}/filetransfer/{id}")).await.json()
}

pub async fn status(caller: &Caller<'_>, id: &str) -> String {
    overview(caller, id).await["fileTransferStatus"].as_str().unwrap().to_owned()
}

pub async fn until_status(caller: &Caller<'_>, id: &str, wanted: &str) {
    until(wanted, async || status(caller, id).await == wanted).await;
}

pub async fn download(caller: &Caller<'_>, id: &str) -> Answer {
    caller.get(format!("{BASE}/filetransfer/{id}/download")).await
}

pub async fn confirm(caller: &Caller<'_>, id: &str) -> Answer {
    caller.post(format!("{BASE}/filetransfer/{id}/confirmdownload")).await
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
pub async fn event_types(sandbox: &Sandbox, id: &str, organisation: &str) -> Vec<String> {
    events(sandbox, id).await.into_iter().filter(|(_, to)| to == organisation).map(|(kind, _)| kind).collect()
}

fn last(value: &Value, separator: char) -> String {
    value.as_str().unwrap().rsplit(separator).next().unwrap().to_owned()
}

/// Changes a transfer directly in the world, for example its times.
pub async fn aged(sandbox: &Sandbox, id: &str, change: impl FnOnce(&mut Value)) {
    let mut world = sandbox.shared().world.lock().await;
    let mut value = serde_json::to_value(&*world).unwrap();
    let transfers = value["broker"]["transfers"].as_array_mut().unwrap();
    change(transfers.iter_mut().find(|transfer| transfer["id"] == id).unwrap());
    *world = serde_json::from_value::<World>(value).unwrap();
}

/// The caller's token with changed claims, signed again with the exchange's key.
pub async fn resigned(caller: &Caller<'_>, change: impl FnOnce(&mut Value)) -> String {
    let token = caller.token.as_deref().unwrap();
    let mut claims = claims(token);
    change(&mut claims);
    let world = serde_json::to_value(caller.sandbox.world().await).unwrap();
    let key = EncodingKey::from_rsa_pem(world["keys"]["altinn"]["pem"].as_str().unwrap().as_bytes()).unwrap();
    let mut header = Header::new(Algorithm::RS256);
    (header.kid, header.typ) = (jsonwebtoken::decode_header(token).unwrap().kid, None);
    jsonwebtoken::encode(&header, &claims, &key).unwrap()
}

pub async fn with(options: Options) -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, ..options }).await
}
