use super::calls::{Calls, assert_coded, until};
use super::sandbox_support::{Assertion, open, started};
use altinn_sandbox::{Gateway, Options, People, Sandbox, known};
use reqwest::Method;
use serde_json::{Value, json};

const REGISTER: &str = "authentication/api/v1/systemregister/vendor";
const REQUEST: &str = "authentication/api/v1/systemuser/request/vendor";
const WRITE: &str = "altinn:authentication/systemregister.write";
const ALL: &str = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";

async fn sender(sandbox: &Sandbox) -> Calls<'_> {
    Calls::organisation(sandbox, "sender", ALL).await
}

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

fn system(id: &str) -> Value {
    json!({"id": id, "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)},
           "name": {"nb": "Ny", "nn": "Ny", "en": "New"}, "description": {"nb": "", "nn": "", "en": ""},
           "rights": [right(known::RESOURCE)], "clientId": [known::client("off-system").unwrap().id], "allowedRedirectUrls": ["https://v.example.no"]})
}

fn findings(body: &Value) -> Vec<(String, String)> {
    let rows = body["validationErrors"].as_array().unwrap();
    rows.iter().map(|row| (row["code"].as_str().unwrap().to_owned(), row["paths"][0].as_str().unwrap().to_owned())).collect()
}

#[tokio::test]
async fn d_1_registering_asks_for_token_scope_body_vendor_in_that_order() {
    let sandbox = open().await;
    let id = format!("{}_ny", known::SENDER.number);
    let nobody = Calls::nobody(&sandbox).post(REGISTER, &json!({})).await;
    assert_eq!((nobody.status.as_u16(), nobody.body.as_str(), nobody.header("www-authenticate")), (401, "", ""));
    let scopeless = Calls::organisation(&sandbox, "sender", "altinn:broker.write").await.post(REGISTER, &json!({})).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str()), (403, ""));
    let raw = Calls::raw(&sandbox, "sender", WRITE).await;
    let missing = raw.post(REGISTER, &json!({"id": id})).await;
    assert_eq!(missing.status, 400);
    assert!(missing.json()["errors"]["$"][0].as_str().unwrap().contains("'vendor', 'name', 'description'"));
    let mut unprefixed = system(&id);
    unprefixed["vendor"]["ID"] = json!(known::SENDER.number);
    assert_eq!(
        findings(&raw.post(REGISTER, &unprefixed).await.json()),
        [("AUTH.VLD-00000".into(), "/registersystemrequest/vendor/id".into())]
    );
    let mut foreign = system(&id);
    foreign["vendor"]["ID"] = json!(format!("0192:{}", known::RECIPIENT.number));
    assert_eq!(raw.post(REGISTER, &foreign).await.status, 403);
    let made = raw.post(REGISTER, &system(&id)).await;
    assert_eq!(made.status, 200);
    assert!(made.json().as_str().is_some_and(|guid| guid.len() == 36));
    assert_eq!(made.header("location"), "");
}

#[tokio::test]
async fn d_1_every_finding_comes_in_one_validation_problem() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let twice = known::client("sender").unwrap().id;
    let mut body = system(known::SENDER_SYSTEM);
    body["clientId"] = json!([twice, twice, known::client("recipient").unwrap().id]);
    body["rights"] = json!([right("gone-1"), right("gone-1"), right("gone-2"), {"resource": [{"id": "urn:altinn:task", "value": "x"}]}]);
    body["allowedRedirectUrls"] = json!(["http://v.example.no"]);
    body["accessPackages"] = json!([{"urn": "urn:altinn:accesspackage:none"}, {"urn": "urn:altinn:accesspackage:none"}]);
    let answer = sender.post(REGISTER, &body).await;
    assert_coded(&answer, 400, "STD-00000");
    let codes: Vec<String> = findings(&answer.json()).into_iter().map(|(code, _)| code).collect();
    let expected = ["02", "05", "11", "04", "09", "03", "06", "08", "07"];
    assert_eq!(codes, expected.map(|number| format!("AUTH.VLD-000{number}")));
    assert_eq!(answer.json()["validationErrors"][5]["ResourceIds Not Found : "], "gone-1 | gone-1 | gone-2");
    let spaced = findings(&sender.post(REGISTER, &system("a b")).await.json());
    assert!(spaced.iter().any(|(code, _)| code == "AUTH.VLD-00001") && spaced.iter().any(|(code, _)| code == "AUTH.VLD-00013"));
}

#[tokio::test]
async fn d_1_a_system_is_read_replaced_and_deleted_by_its_vendor() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let id = format!("{}_ny", known::SENDER.number);
    let one = format!("{REGISTER}/{id}");
    assert_eq!(sender.get(&one).await.status, 404);
    assert_eq!(sender.get(&format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await.status, 403);
    sender.post(REGISTER, &system(&id)).await;
    let read = sender.get(&one).await.json();
    assert_eq!(read["allowedRedirectUrls"], json!(["https://v.example.no/"]));
    assert_eq!(read["vendor"], json!({"ID": format!("0192:{}", known::SENDER.number)}));
    let unknown = sender.send(Method::PUT, &format!("{REGISTER}/nothing"), &system("nothing")).await;
    assert_eq!((unknown.status.as_u16(), unknown.body.as_str()), (404, "System with ID 'nothing' not found."));
    let renamed = sender.send(Method::PUT, &one, &system(&format!("{id}2"))).await;
    assert_eq!(findings(&renamed.json())[0].0, "AUTH.VLD-00012");
    assert_eq!(sender.send(Method::PUT, &one, &system(&id)).await.json(), json!({"succeeded": true}));
    let rights = sender.send(Method::PUT, &format!("{one}/rights"), &json!([right("prov-kun-roller")])).await;
    assert_eq!(rights.json(), json!({"succeeded": true}));
    let own = sender.get(REGISTER).await;
    assert_eq!(own.header("cache-control"), "no-store");
    assert_eq!(own.json()[1]["rights"], json!([right("prov-kun-roller")]));
    assert_eq!(sender.bare(Method::DELETE, &one).await.json(), json!({"succeeded": true}));
    assert_eq!(sender.get(&one).await.json()["isDeleted"], true);
    let gone = sender.send(Method::PUT, &one, &system(&id)).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (400, "Cannot update a system marked as deleted."));
    assert_eq!(sender.bare(Method::DELETE, &one).await.json()["errors"], json!({"return": ["System not found"]}));
}

fn request(reference: &str) -> Value {
    json!({"externalRef": reference, "systemId": known::SENDER_SYSTEM, "partyOrgNo": known::VENDOR.number, "rights": [right(known::RESOURCE)]})
}

#[tokio::test]
async fn d_2_a_request_is_made_once_and_then_given_back_whatever_became_of_it() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let made = sender.post(REQUEST, &request("a")).await;
    assert_eq!(made.status, 201);
    let body = made.json();
    assert_eq!((body["status"].as_str(), body["created"].as_str()), (Some("New"), Some("0001-01-01T00:00:00")));
    assert!(made.header("location").ends_with(&format!("/authentication/api/v1/systemuser/request/{}", body["id"].as_str().unwrap())));
    assert!(body["confirmUrl"].as_str().unwrap().starts_with(sandbox.origin.as_str()));
    let again =
        sender.post(REQUEST, &json!({"externalRef": "a", "systemId": known::SENDER_SYSTEM, "partyOrgNo": known::VENDOR.number})).await;
    assert_eq!((again.status.as_u16(), &again.json()["id"]), (200, &body["id"]));
    let mut rejected = request("rejected");
    rejected["partyOrgNo"] = json!(known::SENDER.number);
    let rejected = sender.post(REQUEST, &rejected).await;
    assert_eq!((rejected.status.as_u16(), rejected.json()["status"].as_str()), (200, Some("Rejected")));
    let withdrawn = sender.bare(Method::DELETE, &format!("{REQUEST}/{}", body["id"].as_str().unwrap())).await;
    assert_eq!((withdrawn.status.as_u16(), withdrawn.body.as_str()), (202, ""));
    assert_eq!(sender.post(REQUEST, &request("a")).await.status, 201);
}

#[tokio::test]
async fn d_2_each_row_of_the_table_refuses_in_its_own_words() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let with = |member: &str, value: Value| {
        let mut body = request("b");
        body[member] = value;
        body
    };
    let existing = json!({"systemId": known::SENDER_SYSTEM, "partyOrgNo": known::SENDER.number, "rights": []});
    assert_coded(&sender.post(REQUEST, &existing).await, 400, "AUTH-00004");
    assert_coded(&sender.post(REQUEST, &with("systemId", json!("nothing"))).await, 404, "AUTH-00011");
    assert_coded(&sender.post(REQUEST, &with("systemId", json!(known::RECIPIENT_SYSTEM))).await, 404, "AUTH-00011");
    let theirs = json!({"externalRef": "rejected", "systemId": known::RECIPIENT_SYSTEM, "partyOrgNo": known::RECIPIENT.number});
    assert_coded(&sender.post(REQUEST, &theirs).await, 400, "AUTH-00009");
    assert_coded(&sender.post(REQUEST, &with("partyOrgNo", json!("991825827"))).await, 400, "AUTH-00000");
    assert_coded(&sender.post(REQUEST, &with("redirectUrl", json!("https://v.example.no"))).await, 400, "AUTH-00026");
    assert_coded(&sender.post(REQUEST, &with("rights", json!([]))).await, 400, "AUTH-00059");
    assert_coded(&sender.post(REQUEST, &with("rights", Value::Null)).await, 400, "AUTH-00001");
    assert_coded(&sender.post(REQUEST, &with("rights", json!([right("other")]))).await, 400, "AUTH-00001");
    let packages = sender.post(REQUEST, &with("accessPackages", json!([{"urn": "urn:altinn:accesspackage:x"}]))).await;
    assert_coded(&packages, 400, "AUTH-00063");
    assert_eq!(packages.json()["NotFoundPackages"], "urn:altinn:accesspackage:x");
}

#[tokio::test]
async fn d_2_requests_and_system_users_are_read_by_their_vendor() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let of = |reference: &str| format!("{REQUEST}/byexternalref/{}/{}/{reference}", known::SENDER_SYSTEM, known::SENDER.number);
    assert_eq!(sender.get(&of(known::HALF_DONE)).await.json()["status"], "New");
    assert_eq!(sender.get(&of("timed-out")).await.json()["timedOut"], true);
    assert_coded(&sender.get(&of("nothing")).await, 404, "AUTH-00010");
    let malformed = sender.get(&format!("{REQUEST}/x")).await;
    assert_eq!(malformed.json()["errors"], json!({"requestId": ["The value 'x' is not valid."]}));
    let list = sender.get(&format!("{REQUEST}/bysystem/{}", known::SENDER_SYSTEM)).await.json();
    assert_eq!(list["links"], json!({}));
    assert!(list["data"][0].get("confirmUrl").is_none());
    assert_coded(&sender.get(&format!("{REQUEST}/bysystem/{}", known::RECIPIENT_SYSTEM)).await, 404, "AUTH-00011");
    let query =
        format!("authentication/api/v1/systemuser/vendor/byquery?system-id={}&orgno={}", known::SENDER_SYSTEM, known::SENDER.number);
    let user = sender.get(&query).await.json();
    assert_eq!((user["userType"].as_str(), user["externalRef"].as_str()), (Some("standard"), Some(known::SENDER.number)));
    let none = sender.get(&format!("{query}&external-ref=none")).await;
    assert_eq!((none.status.as_u16(), none.json().get("code")), (404, None));
    let users = sender.get(&format!("authentication/api/v1/systemuser/vendor/bysystem/{}", known::SENDER_SYSTEM)).await.json();
    assert_eq!(users["data"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn d_2_an_approved_request_becomes_a_system_user_of_the_same_id() {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let sender = sender(&sandbox).await;
    let id = sender.post(REQUEST, &request("c")).await.json()["id"].clone();
    let path = format!("{REQUEST}/{}", id.as_str().unwrap());
    until("accepted", async || sender.get(&path).await.json()["status"] == "Accepted").await;
    let token =
        Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::VENDOR.number, Some("c")).token(&sandbox).await;
    let claims = super::sandbox_support::claims(&token);
    assert_eq!(claims["authorization_details"][0]["systemuser_id"][0], id);
}
