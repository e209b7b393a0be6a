use super::calls::{Calls, assert_coded, until};
use super::sandbox_support::{Answer, open, started};
use altinn_sandbox::{Gateway, Options, People, Sandbox, known};
use reqwest::Method;
use serde_json::{Value, json};

pub const BASE: &str = "broker/api/v1";

pub fn body(resource: &str) -> Value {
    json!({"fileName": "a.txt", "resourceId": resource, "sendersFileTransferReference": "ref", "sender": format!("0192:{}", known::SENDER.number),
           "recipients": [format!("0192:{}", known::RECIPIENT.number)]})
}

pub async fn initialized(calls: &Calls<'_>, body: &Value) -> String {
    let answer = calls.post(&format!("{BASE}/filetransfer"), body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["fileTransferId"].as_str().unwrap().to_owned()
}

pub async fn upload(calls: &Calls<'_>, id: &str, bytes: impl Into<reqwest::Body>) -> Answer {
    let request = calls.request(Method::POST, &format!("{BASE}/filetransfer/{id}/upload"));
    Answer::of(request.header("Content-Type", "application/octet-stream").body(bytes)).await
}

pub async fn status(calls: &Calls<'_>, id: &str) -> Value {
    calls.get(&format!("{BASE}/filetransfer/{id}")).await.json()["fileTransferStatus"].clone()
}

pub async fn published(calls: &Calls<'_>, bytes: &'static str) -> String {
    let id = initialized(calls, &body(known::RESOURCE)).await;
    assert_eq!(upload(calls, &id, bytes).await.status, 200);
    until("published", async || status(calls, &id).await == "Published").await;
    id
}

#[tokio::test]
async fn broker_0_routing_answers_empty_before_accept_and_token() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let unknown = nobody.get(&format!("{BASE}/nothing")).await;
    assert_eq!((unknown.status.as_u16(), unknown.body.as_str()), (404, ""));
    let method = nobody.bare(Method::DELETE, &format!("{BASE}/filetransfer")).await;
    assert_eq!((method.status.as_u16(), method.body.as_str(), method.header("allow")), (405, "", "GET, POST"));
    let typed =
        nobody.request(Method::GET, &format!("{BASE}/resource/x")).header("Content-Type", "text/plain").header("Accept", "text/html");
    let typed = Answer::of(typed).await;
    assert_eq!((typed.status.as_u16(), typed.body.as_str()), (415, ""));
    for answer in [unknown, method, typed] {
        assert_eq!((answer.header("x-content-type-options"), answer.header("cache-control")), ("nosniff", "no-store"));
    }
    assert_eq!(nobody.get(&format!("{BASE}/FileTransfer/?resourceId=x")).await.status, 401);
}

#[tokio::test]
async fn broker_0_1_a_bad_accept_is_refused_before_the_token() {
    let sandbox = open().await;
    let request =
        Calls::nobody(&sandbox).request(Method::GET, &format!("{BASE}/filetransfer?resourceId=x")).header("Accept", "application/*");
    let answer = Answer::of(request).await;
    assert_eq!(answer.status, 406);
    assert_eq!(answer.header("content-type"), "");
    assert_eq!(
        answer.body,
        "This endpoint does not support the requested Accept header. Supported Accept headers are: application/json, */*."
    );
}

#[tokio::test]
async fn broker_1_2_tokens_are_refused_empty_with_two_schemes_and_scopes_without() {
    let sandbox = open().await;
    let path = format!("{BASE}/filetransfer?resourceId={}", known::RESOURCE);
    let values =
        |answer: &Answer| answer.headers.get_all("www-authenticate").iter().map(|v| v.to_str().unwrap().to_owned()).collect::<Vec<_>>();
    let missing = Calls::nobody(&sandbox).get(&path).await;
    assert_eq!((missing.status.as_u16(), missing.body.as_str()), (401, ""));
    assert_eq!(values(&missing), ["Bearer", "Bearer"]);
    let bad = Calls { sandbox: &sandbox, token: Some("nonsense".into()) }.get(&path).await;
    assert!(values(&bad).iter().all(|value| value.starts_with("Bearer error=\"invalid_token\"")));
    let scopeless = Calls::organisation(&sandbox, "sender", "altinn:events.subscribe").await.get(&path).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str(), values(&scopeless).len()), (403, "", 0));
}

#[tokio::test]
async fn broker_1_4_who_gets_in() {
    let sandbox = open().await;
    let of = |resource: &str| format!("{BASE}/filetransfer?resourceId={resource}");
    let sender = Calls::sender(&sandbox).await;
    assert_eq!(sender.get(&of(known::RESOURCE)).await.json(), json!([]));
    assert_eq!(sender.get(&of("prov-kun-roller")).await.status, 200);
    // Nothing to delegate, not in Broker's table, unknown, and a URN is not stripped here.
    for resource in
        ["prov-kun-organisasjon", "prov-ikke-delegerbar", "prov-ikke-konfigurert", "unknown-one", "urn:altinn:resource:prov-filutveksling"]
    {
        assert_coded(&sender.get(&of(resource)).await, 401, "BRO-00006");
    }
    let organisation = Calls::organisation(&sandbox, "sender", "altinn:broker.write").await;
    assert_coded(&organisation.get(&of("prov-kun-roller")).await, 401, "BRO-00006");
    assert_eq!(organisation.get(&of("prov-kun-organisasjon")).await.status, 200);
    let raw = Calls::raw(&sandbox, "sender", "altinn:broker.write").await;
    assert_coded(&raw.get(&of("prov-kun-organisasjon")).await, 401, "BRO-00006");
    let owner = Calls::service_owner(&sandbox).await;
    assert_eq!(owner.get(&of(known::RESOURCE)).await.status, 200);
    assert_coded(&owner.get(&of("prov-plassholder")).await, 401, "BRO-00006");
    let recipient = Calls::recipient(&sandbox).await;
    assert_eq!(sender.get(&of("prov-tilgangsliste")).await.status, 200);
    assert_coded(&recipient.get(&of("prov-tilgangsliste")).await, 401, "BRO-00006");
}

#[tokio::test]
async fn broker_2_1_initialize_checks_in_order() {
    let sandbox = open().await;
    let path = format!("{BASE}/filetransfer");
    let sender = Calls::sender(&sandbox).await;
    let typeless = Answer::of(sender.request(Method::POST, &path).body("{}")).await;
    assert_eq!((typeless.status.as_u16(), typeless.json()["title"].as_str()), (415, Some("Unsupported Media Type")));
    let invalid = sender.post(&path, &json!({"sender": "x"})).await;
    assert!(invalid.header("content-type").starts_with("application/json"));
    let keys: Vec<String> = invalid.json()["errors"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["FileName", "ResourceId", "SendersFileTransferReference", "Sender", "Recipients"]);
    assert!(invalid.json().get("code").is_none());
    let empty = Answer::of(sender.request(Method::POST, &path).header("Content-Type", "application/json").body("")).await;
    assert_eq!(empty.json()["errors"][""], json!(["A non-empty request body is required."]));
    assert_coded(&sender.post(&path, &body("unknown-one")).await, 401, "BRO-00006");
    assert_coded(&sender.post(&path, &body("prov-tilgangsliste")).await, 400, "BRO-00028");
    let mut foreign = body(known::RESOURCE);
    foreign["sender"] = json!(format!("0192:{}", known::VENDOR.number));
    assert_coded(&sender.post(&path, &foreign).await, 401, "BRO-00006");
    let mut urn = body(&format!("urn:altinn:resource:{}", known::RESOURCE));
    urn["sender"] = json!(format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    let id = initialized(&sender, &urn).await;
    let overview = sender.get(&format!("{path}/{id}")).await.json();
    assert_eq!((&overview["sender"], &overview["resourceId"]), (&urn["sender"], &json!(known::RESOURCE)));
}

#[tokio::test]
async fn broker_4_1_a_problem_has_its_code_and_its_trace_twice() {
    let sandbox = open().await;
    let answer = Calls::sender(&sandbox).await.get(&format!("{BASE}/filetransfer/{}", uuid::Uuid::new_v4())).await;
    assert_coded(&answer, 404, "BRO-00001");
    assert_eq!(answer.body.matches("\"traceId\"").count(), 2);
    assert_eq!(answer.json()["statusDescription"], "Not Found");
    let malformed = Calls::sender(&sandbox).await.get(&format!("{BASE}/filetransfer/x")).await;
    assert_eq!(malformed.json()["errors"], json!({"fileTransferId": ["The value 'x' is not valid."]}));
}

#[tokio::test]
async fn broker_2_9_to_2_11_the_service_owner_registers_and_configures() {
    let sandbox = open().await;
    let newcomer = Calls::organisation(&sandbox, "newcomer", "altinn:serviceowner").await;
    let (owner, resource) = (format!("{BASE}/serviceowner"), format!("{BASE}/resource/{}", known::NEWCOMER_RESOURCE));
    assert_coded(&newcomer.get(&owner).await, 404, "BRO-07004");
    assert_coded(&newcomer.get(&resource).await, 400, "BRO-00025");
    assert_coded(&newcomer.send(Method::PUT, &resource, &json!({})).await, 400, "BRO-00024");
    assert_coded(&newcomer.send(Method::PUT, &format!("{BASE}/resource/{}", known::RESOURCE), &json!({})).await, 401, "BRO-00006");
    assert_coded(&newcomer.send(Method::PUT, &format!("{BASE}/resource/unknown-one"), &json!({})).await, 403, "BRO-00005");
    assert_eq!(newcomer.post(&owner, &json!({})).await.status, 400);
    let made = newcomer.post(&owner, &json!({"name": "Nykommerverket", "deletionTime": "x"})).await;
    assert_eq!((made.status.as_u16(), made.body.as_str()), (200, ""));
    assert_coded(&newcomer.post(&owner, &json!({"name": "x"})).await, 409, "BRO-07002");
    until("two providers", async || newcomer.get(&owner).await.json()["storageProviders"].as_array().unwrap().len() == 2).await;
    let first = newcomer.get(&owner).await.json()["storageProviders"][0].clone();
    assert_eq!(first, json!({"type": "AltinnAzureWithoutVirusScan", "deploymentStatus": "Ready", "deploymentEnvironment": "staging"}));
    let done = newcomer.send(Method::PUT, &resource, &json!({})).await;
    assert_eq!((done.status.as_u16(), done.body.as_str()), (204, ""));
    let defaults = newcomer.get(&resource).await.json();
    assert_eq!(
        (&defaults["purgeFileTransferAfterAllRecipientsConfirmed"], &defaults["useManifestFileShim"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(defaults["fileTransferTimeToLive"], Value::Null);
    newcomer.send(Method::PUT, &resource, &json!({"fileTransferTimeToLive": "P30D", "purgeFileTransferGracePeriod": "PT2H"})).await;
    let configured = newcomer.get(&resource).await.json();
    assert_eq!(
        (configured["fileTransferTimeToLive"].as_str(), configured["purgeFileTransferGracePeriod"].as_str()),
        (Some("30.00:00:00"), Some("02:00:00"))
    );
    for (field, code) in [
        (json!({"maxFileTransferSize": -1}), "BRO-00011"),
        (json!({"maxFileTransferSize": 0}), "BRO-00012"),
        (json!({"maxFileTransferSize": "1677721600001"}), "BRO-00022"),
        (json!({"fileTransferTimeToLive": "P2W"}), "BRO-00014"),
        (json!({"fileTransferTimeToLive": "P366D"}), "BRO-00015"),
        (json!({"purgeFileTransferGracePeriod": "x"}), "BRO-00017"),
        (json!({"purgeFileTransferGracePeriod": "PT25H"}), "BRO-00018"),
    ] {
        assert_coded(&newcomer.send(Method::PUT, &resource, &field).await, 400, code);
    }
    let shim = newcomer.send(Method::PUT, &resource, &json!({"useManifestFileShim": true})).await.json();
    assert_eq!(shim["errors"][""].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn broker_2_11_until_storage_is_ready_initialize_is_told_to_wait() {
    let sandbox = open().await;
    let newcomer = Calls::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:broker.write").await;
    newcomer.post(&format!("{BASE}/serviceowner"), &json!({"name": "n"})).await;
    newcomer.send(Method::PUT, &format!("{BASE}/resource/{}", known::NEWCOMER_RESOURCE), &json!({})).await;
    let mut body = body(known::NEWCOMER_RESOURCE);
    body["sender"] = json!(format!("0192:{}", known::NEWCOMER.number));
    assert_coded(&newcomer.post(&format!("{BASE}/filetransfer"), &body).await, 503, "BRO-00021");
}

pub async fn instant() -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await
}

#[tokio::test]
async fn contract_8_the_counterpart_takes_what_a_sender_publishes() {
    let sandbox = instant().await;
    let sender = Calls::sender(&sandbox).await;
    let id = initialized(&sender, &body(known::RESOURCE)).await;
    upload(&sender, &id, "bytes").await;
    until("taken", async || status(&sender, &id).await == "AllConfirmedDownloaded").await;
}

#[tokio::test]
async fn contract_8_a_marked_file_always_waits_for_the_recipient() {
    let sandbox = instant().await;
    let recipient = Calls::recipient(&sandbox).await;
    let search = format!("{BASE}/filetransfer?resourceId={}&status=Published&role=Recipient", known::RESOURCE);
    let first = recipient.get(&search).await.json()[0].as_str().unwrap().to_owned();
    let overview = recipient.get(&format!("{BASE}/filetransfer/{first}")).await.json();
    assert!(overview["sendersFileTransferReference"].as_str().unwrap().starts_with("broker-setup-test-"));
    assert_eq!(overview["propertyList"]["broker-setup"], "test");
    let bytes = recipient.get(&format!("{BASE}/filetransfer/{first}/download")).await;
    assert_eq!(bytes.body.len() as u64, overview["fileTransferSize"].as_u64().unwrap());
    assert_eq!(recipient.bare(Method::POST, &format!("{BASE}/filetransfer/{first}/confirmdownload")).await.status, 204);
    until("another", async || recipient.get(&search).await.json().as_array().is_some_and(|ids| ids.len() == 1 && ids[0] != json!(first)))
        .await;
}

#[tokio::test]
async fn broker_2_1_a_required_party_is_the_sender_or_the_only_recipient() {
    let sandbox = open().await;
    let owner = Calls::service_owner(&sandbox).await;
    let required = json!({"requiredParty": format!("0192:{}", known::SERVICE_OWNER.number)});
    owner.send(Method::PUT, &format!("{BASE}/resource/{}", known::RESOURCE), &required).await;
    let sender = Calls::sender(&sandbox).await;
    let to = |organisations: &[&str]| {
        let mut body = body(known::RESOURCE);
        body["recipients"] = organisations.iter().map(|number| json!(format!("0192:{number}"))).collect();
        body
    };
    let path = format!("{BASE}/filetransfer");
    assert_coded(&sender.post(&path, &to(&[known::RECIPIENT.number])).await, 400, "BRO-00026");
    assert_coded(&sender.post(&path, &to(&[known::RECIPIENT.number, known::SERVICE_OWNER.number])).await, 400, "BRO-00027");
    initialized(&sender, &to(&[known::SERVICE_OWNER.number])).await;
}

#[tokio::test]
async fn contract_8_a_service_owner_with_a_rule_of_its_own_makes_the_round_trip_alone() {
    let sandbox = instant().await;
    let owner = Calls::service_owner(&sandbox).await;
    let mut body = body(known::RESOURCE);
    let own = json!(format!("0192:{}", known::SERVICE_OWNER.number));
    (body["sender"], body["recipients"]) = (own.clone(), json!([own]));
    let id = initialized(&owner, &body).await;
    upload(&owner, &id, "bytes").await;
    until("published", async || status(&owner, &id).await == "Published").await;
    assert_eq!(owner.get(&format!("{BASE}/filetransfer/{id}/download")).await.body, "bytes");
    let confirm = owner.bare(Method::POST, &format!("{BASE}/filetransfer/{id}/confirmdownload")).await;
    assert_eq!(confirm.status, 204, "{}", confirm.body);
    assert_eq!(status(&owner, &id).await, "AllConfirmedDownloaded");
}
