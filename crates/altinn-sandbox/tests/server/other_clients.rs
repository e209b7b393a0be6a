//! Requests as clients written by others send them, among them Broker's own Bruno collection and test clients. The sandbox must
//! answer as the facts say, whatever those clients expect.

use crate::support::*;
use altinn_sandbox::{NumberIn, Validity};

const FILES: &str = "broker/api/v1/filetransfer";
const REGISTER: &str = "authentication/api/v1/systemregister/vendor";
const REQUEST: &str = "authentication/api/v1/systemuser/request/vendor";
const PROVIDER: &str = "altinn:authentication/systemregister.write altinn:serviceowner altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";

fn system() -> String {
    format!("{}_{}_broker", known::NEWCOMER.number, known::NEWCOMER_RESOURCE)
}

/// The collection's registration: it has an older member beside the current one, and names in mixed case.
fn registration() -> Value {
    let number = known::NEWCOMER.number;
    let texts = json!({"en": "Broker", "nb": "Formidling", "nn": "Formidling"});
    json!({"Id": system(), "systemVendorOrgNumber": number, "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{number}")},
        "name": texts, "description": texts, "rights": [{"resource": [{"value": known::NEWCOMER_RESOURCE, "id": "urn:altinn:resource"}]}],
        "allowedRedirectUrls": ["https://system.example.no/receipt"], "clientId": [known::client("newcomer").unwrap().id]})
}

/// The collection's request: it has `externalReference`, which the service ignores, `Resource` with a capital letter, and an empty
/// address.
fn request_of(party: &str) -> Value {
    json!({"externalReference": "dev-test-create_01", "systemId": system(), "partyOrgNo": party,
        "rights": [{"Resource": [{"Id": "urn:altinn:resource", "VALUE": known::NEWCOMER_RESOURCE}]}], "redirectUrl": ""})
}

/// A grant as the collection writes it: without `jti`, with a plain organisation number.
async fn grant(sandbox: &Sandbox, party: &str, scope: &str) -> String {
    let detail = json!([{"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": party}}]);
    Assertion::of(sandbox, "newcomer", scope).await.without("jti").with("authorization_details", detail).token(sandbox).await
}

async fn acting<'a>(sandbox: &'a Sandbox, party: &str, scope: &str) -> Caller<'a> {
    let raw = grant(sandbox, party, scope).await;
    Caller { sandbox, token: Some(crate::support::exchange(sandbox, &raw).await.body) }
}

/// The state after the collection's one-time setup: the newcomer with a system, system users of the sender and the recipient, and
/// its resource in Broker.
async fn set_up(sandbox: &Sandbox) {
    let provider = Caller::organisation(sandbox, "newcomer", PROVIDER).await;
    provider.post(REGISTER).json(registration()).await.is(200);
    for party in [known::SENDER.number, known::RECIPIENT.number] {
        let asked = provider.post(REQUEST).json(request_of(party)).await;
        asked.is(201);
        assert_eq!(asked.json()["externalRef"], party);
        asked.has("/rights", json!([{"resource": [{"id": "urn:altinn:resource", "value": known::NEWCOMER_RESOURCE}]}]));
        let address = format!("{REQUEST}/{}", asked.json()["id"].as_str().unwrap());
        until("approved", async || provider.get(&address).await.json()["status"] == "Accepted").await;
    }
    provider.post("broker/api/v1/serviceowner").json(json!({"name": "Nykommerverket", "deletionTime": "P30D"})).await.is(200);
    until("storage", async || {
        provider.get("broker/api/v1/serviceowner").await.json()["storageProviders"][1]["deploymentStatus"] == "Ready"
    })
    .await;
    provider
        .put(format!("broker/api/v1/resource/{}", known::NEWCOMER_RESOURCE)).json(json!({"MaxFileTransferSize": "2147483648",
            "FileTransferTimeToLive": "P30D", "ExternalServiceCodeLegacy": null, "ExternalServiceEditionCodeLegacy": "2", "RequiredParty": null}))
        .await.is(204);
}

async fn quick_people() -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await
}

#[tokio::test]
async fn the_collections_vendor_plays_sender_and_recipient_and_nobody_fetches_before_it() {
    let sandbox = quick_people().await;
    set_up(&sandbox).await;
    let sender = acting(&sandbox, known::SENDER.number, "altinn:broker.write").await;
    let recipient = acting(&sandbox, known::RECIPIENT.number, "altinn:broker.read").await;
    let urn = |number: &str| format!("urn:altinn:organization:identifier-no:{number}");
    let begun = sender
        .post(FILES)
        .json(
            json!({"fileName": "collection.bru", "resourceId": known::NEWCOMER_RESOURCE, "sendersFileTransferReference": "archiveno-20425",
            "sender": urn(known::SENDER.number), "recipients": [urn(known::RECIPIENT.number)], "propertyList": {"caseNumber": "123"}}),
        )
        .await;
    begun.is(200);
    let id = begun.json()["fileTransferId"].as_str().unwrap().to_owned();
    let upload =
        sender.request(Method::POST, format!("{FILES}/{id}/upload")).header("Content-Type", "application/octet-stream").body("fox");
    Answer::of(upload).await.is(200);
    let overview = format!("{FILES}/{id}");
    until("published", async || recipient.get(&overview).await.json()["fileTransferStatus"] == "Published").await;
    // The counterpart acts at once here, so once it has fetched another sender's file it has also done whatever it would do with
    // this one.
    let other = Caller::sender(&sandbox).await;
    let theirs = sent_by(&other, known::RESOURCE).await;
    until("fetched", async || other.get(format!("{FILES}/{theirs}")).await.json()["fileTransferStatus"] == "AllConfirmedDownloaded").await;
    recipient.get(&overview).await.has("/fileTransferStatus", "Published");

    recipient.get(format!("{FILES}/{id}/download")).await.text("fox");
    recipient.post(format!("{FILES}/{id}/confirmdownload")).await.is(204).empty();
    assert_eq!(sender.get(&overview).await.json()["sender"], urn(known::SENDER.number));
    sandbox.stop().await;
}

async fn sent_by(sender: &Caller<'_>, resource: &str) -> String {
    let body = json!({"fileName": "a.txt", "resourceId": resource, "sendersFileTransferReference": "1",
        "sender": format!("0192:{}", known::SENDER.number), "recipients": [format!("0192:{}", known::RECIPIENT.number)]});
    let id = sender.post(FILES).json(&body).await.json()["fileTransferId"].as_str().unwrap().to_owned();
    sender.post(format!("{FILES}/{id}/upload")).body("bytes").await.is(200);
    id
}

/// Facts platform D.
#[tokio::test]
async fn names_of_members_have_no_case_however_deep_they_lie() {
    let sandbox = open().await;
    let vendor = Caller::organisation(&sandbox, "newcomer", PROVIDER).await;
    let mut body = registration();
    body["Rights"] = json!([{"RESOURCE": [{"ID": "urn:altinn:resource", "Value": known::NEWCOMER_RESOURCE}]}]);
    body["AccessPackages"] = json!([{"URN": "urn:altinn:accesspackage:skatt-naering"}]);
    body.as_object_mut().unwrap().remove("rights");
    vendor.post(REGISTER).json(&body).await.is(200);
    let known = vendor.get(format!("{REGISTER}/{}", system())).await.json();
    assert_eq!(known["rights"][0]["resource"][0]["value"], known::NEWCOMER_RESOURCE);
    assert_eq!(known["accessPackages"][0]["urn"], "urn:altinn:accesspackage:skatt-naering");
    let rights = json!([{"Resource": [{"Id": "urn:altinn:resource", "Value": known::NEWCOMER_RESOURCE}]}]);
    vendor.put(format!("{REGISTER}/{}/rights", system())).json(&rights).await.is(200);
    sandbox.stop().await;
}

/// Facts platform F.1, row 3.
#[tokio::test]
async fn a_sentence_for_an_endpoint_is_a_relative_address() {
    let sandbox = open().await;
    let subscriber = Caller::service_owner(&sandbox).await;
    let body = |endpoint: &str| json!({"endpoint": endpoint, "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE)});
    for relative in ["You can create a test endpoint at https://webhook.site", "/hooks", "webhook.site/1"] {
        let answer = subscriber.post("events/api/v1/subscriptions").json(body(relative)).await;
        assert_eq!(
            (answer.status.as_u16(), answer.body.as_str()),
            (400, "\"Missing or invalid endpoint to push events towards\""),
            "{relative}"
        );
    }
    let no_uri = subscriber.post("events/api/v1/subscriptions").json(body("https://")).await;
    assert!(no_uri.json()["errors"]["$.endpoint"].is_array(), "{}", no_uri.body);
    sandbox.stop().await;
}

/// Facts broker-api 0.
#[tokio::test]
async fn a_variable_that_was_not_filled_in_leads_nowhere() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for path in [format!("{FILES}//details"), format!("{FILES}//"), format!("{FILES}//download"), "broker/api/v1/resource//".to_owned()] {
        let answer = sender.get(&path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""), "{path}");
    }
    sender.get(format!("{FILES}/?resourceId={}", known::RESOURCE)).await.is(200);
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn an_assertion_of_125_seconds_is_refused_whoever_writes_it() {
    let sandbox = open().await;
    let sound = Assertion::of(&sandbox, "sender", "altinn:broker.write").await;
    let now = sound.claims["iat"].as_i64().unwrap();
    let early = sound.with("iat", now - 5).with("nbf", now - 5).with("exp", now + 120);
    post_assertion(&sandbox, &early.compact()).await.is(400).has("/error", "invalid_request");
    let shorter = early.with("exp", now + 115).with("jti", "another");
    post_assertion(&sandbox, &shorter.compact()).await.is(200);
    sandbox.stop().await;
}

/// Facts platform C.1.
#[tokio::test]
async fn the_token_is_bare_for_any_client_and_quoted_for_one_that_asks_for_json() {
    let sandbox = open().await;
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.token(&sandbox).await;
    let asked = |accept: &'static str| {
        let request = client().get(crate::support::exchange_url(&sandbox)).bearer_auth(&raw);
        Answer::of(if accept.is_empty() { request } else { request.header("Accept", accept) })
    };
    // The last is the default of axios, and so of the collection: the framework ignores a list that contains `*/*`.
    for bare in ["", "*/*", "text/plain", "text/plain, application/json", "application/json, text/plain, */*"] {
        let answer = asked(bare).await;
        assert!(answer.body.starts_with("eyJ"), "{bare}: {}", answer.body);
        answer.header_is("content-type", "text/plain; charset=utf-8");
    }
    for quoted in ["application/json", "text/plain;q=0.5, application/json"] {
        let answer = asked(quoted).await;
        assert!(answer.body.starts_with("\"eyJ"), "{quoted}");
        answer.header_is("content-type", "application/json; charset=utf-8");
    }
    sandbox.stop().await;
}

/// Altinn's own validation tests use these two other forms too, and the service's source accepts both.
/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_is_found_by_reference_and_by_system() {
    let sandbox = open().await;
    let vendor = Caller::organisation(&sandbox, "sender", &PROVIDER.replace("altinn:serviceowner ", "")).await;
    let users = vendor.get(format!("authentication/api/v1/systemuser/vendor/bysystem/{}", known::SENDER_SYSTEM)).await.json();
    let user = users["data"][0]["id"].as_str().unwrap().to_owned();
    let unwanted = json!({"unwantedRights": [{"resource": [{"id": "urn:altinn:resource", "value": known::RESOURCE}]}]});
    let changes = "authentication/api/v1/systemuser/changerequest/vendor";
    let made = vendor.post(format!("{changes}?correlation-id={}&system-user-id={user}", uuid::Uuid::new_v4())).json(&unwanted).await;
    made.is(201);

    let number = known::SENDER.number;
    let by_reference = |reference: &str| format!("{changes}/byexternalref/{}/{number}/{reference}", known::SENDER_SYSTEM);
    assert_eq!(vendor.get(by_reference(number)).await.json(), made.json());
    vendor.get(by_reference("another")).await.is(404).code("AUTH-00010");
    let listed = vendor.get(format!("{changes}/bysystem/{}", known::SENDER_SYSTEM)).await.json();
    let mut row = made.json();
    row.as_object_mut().unwrap().shift_remove("confirmUrl");
    assert_eq!(listed, json!({"links": {}, "data": [row]}));
    vendor.get(format!("{changes}/bysystem/{}", known::RECIPIENT_SYSTEM)).await.is(404).code("AUTH-00011");
    sandbox.stop().await;
}

/// Most clients with an enterprise certificate send it alone, without the chain that the documentation asks for.
/// Facts platform A.2.
#[tokio::test]
async fn a_certificate_without_its_chain_is_taken() {
    let sandbox = open().await;
    let mut assertion = Assertion::of(&sandbox, "enterprise", "altinn:broker.write").await;
    let world = sandbox.world().await;
    let key = &world.keys.holders[&known::KeyHolder::Sender];
    let chain = world
        .keys
        .enterprise
        .as_ref()
        .unwrap()
        .chain(known::SENDER.number, key, Validity::Current, NumberIn::OrganisationIdentifier)
        .unwrap();
    assertion.header.kid = None;
    assertion.header.x5c = Some(chain[..1].to_vec());
    assertion.header.x5t = Some(key.x5t());
    assert_eq!(claims(&assertion.token(&sandbox).await)["client_amr"], "virksomhetssertifikat");
    sandbox.stop().await;
}

/// Guides of 2024 asked for an API key in every request, generated clients write enums in various cases, and the documentation has
/// an address with a slash at the end.
#[tokio::test]
async fn a_search_as_older_clients_write_it() {
    let sandbox = open().await;
    let recipient = Caller::recipient(&sandbox).await;
    let search = format!("{FILES}/?RESOURCEID={}&status=PUBLISHED&recipientStatus=initialized&role=recipient", known::RESOURCE);
    for accept in ["application/json, application/*+json", "text/plain, application/json, text/json", "*/*, text/plain"] {
        let request = recipient.get(&search).header("Ocp-Apim-Subscription-Key", "of-2024").header("Accept", accept);
        let answer = request.header("Content-Type", "application/json").await;
        assert!(answer.status == 200 && answer.json().is_array(), "{accept}: {} {}", answer.status, answer.body);
    }
    recipient.get(&search).header("Accept", "text/plain").await.is(406);
    sandbox.stop().await;
}
