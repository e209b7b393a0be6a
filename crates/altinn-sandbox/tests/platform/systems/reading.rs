//! Facts platform D.2: requests and system users as their vendor reads them, and the lists.

use super::vendor::*;
use super::*;

/// Facts platform D.2.
#[tokio::test]
async fn a_request_is_found_by_its_external_reference() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let of = |reference: &str| format!("{REQUEST}/byexternalref/{}/{}/{reference}", known::SENDER_SYSTEM, known::SENDER.number);
    sender.get(of(known::HALF_DONE)).await.has("/status", "New");
    sender.get(of("nothing")).await.is(404).code("AUTH-00010");
}

/// Facts platform D.2.
#[tokio::test]
async fn a_request_that_grew_old_says_so_while_its_status_stays_new() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let old = format!("{REQUEST}/byexternalref/{}/{}/timed-out", known::SENDER_SYSTEM, known::SENDER.number);
    sender.get(old).await.has("/timedOut", true).has("/status", "New");
}

/// Facts platform D and D.2.
#[tokio::test]
async fn an_id_of_a_request_must_be_a_guid() {
    let sandbox = open().await;
    sender(&sandbox).await.get(format!("{REQUEST}/x")).await.has("/errors", json!({"requestId": ["The value 'x' is not valid."]}));
}

/// Facts platform D.2.
#[tokio::test]
async fn the_requests_of_a_system_are_listed_for_its_vendor_without_their_confirm_urls() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let list = sender.get(format!("{REQUEST}/bysystem/{}", known::SENDER_SYSTEM)).await;
    list.has("/links", json!({})).lacks("/data/0/confirmUrl");
    assert!(list.json()["data"][0].is_object(), "{list}");
    sender.get(format!("{REQUEST}/bysystem/{}", known::RECIPIENT_SYSTEM)).await.is(404).code("AUTH-00011");
}

/// Facts platform D.2.
#[tokio::test]
async fn a_system_user_is_found_by_system_and_party_and_none_has_no_code() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let query = format!("{USERS}/byquery?system-id={}&orgno={}", known::SENDER_SYSTEM, known::SENDER.number);
    sender.get(&query).await.has("/userType", "standard").has("/externalRef", known::SENDER.number);
    sender.get(format!("{query}&external-ref=none")).await.is(404).lacks("/code");
}

/// Facts platform D.2.
#[tokio::test]
async fn the_system_users_of_a_system_are_listed() {
    let sandbox = open().await;
    let users = sender(&sandbox).await.get(format!("{USERS}/bysystem/{}", known::SENDER_SYSTEM)).await;
    assert_eq!(users.json()["data"].as_array().map(Vec::len), Some(1), "{users}");
}

#[tokio::test]
async fn reads_are_for_the_vendor_and_by_scope() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    let other = Caller::organisation(&sandbox, "recipient", ALL).await;
    other.get(format!("{REQUEST}/{id}")).await.is(404).code("AUTH-00011");
    vendor
        .get(format!("{REQUEST}/{}", uuid::Uuid::new_v4()))
        .await
        .is(404)
        .code("AUTH-00010")
        .has("/title", "The Id does not refer to a Request in our system.")
        .header_is("content-type", "application/problem+json")
        .has("/statusDescription", "Not Found");
    let read_only = Caller::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    read_only.get(format!("{REQUEST}/{id}")).await.is(200);
    read_only.delete(format!("{REQUEST}/{id}")).await.is(403).empty();
    vendor.delete(format!("{REQUEST}/{}", uuid::Uuid::new_v4())).await.is(404).code("AUTH-00010");
    read_only.get(format!("{USERS}/byquery?system-id=a&orgno=b")).await.is(403);
    assert_eq!(read_only.get("authentication/api/v1/systemuser/byExternalId?clientId=a").await.status, 403, "Maskinporten's own");
    sandbox.stop().await;
}

#[tokio::test]
async fn byquery_asks_for_both_and_knows_no_code() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for query in ["system-id=a", "orgno=310400203"] {
        let answer = vendor.get(format!("{USERS}/byquery?{query}")).await;
        assert_eq!((answer.status.as_u16(), answer.json()["errors"].is_object()), (400, true));
    }
    let neither = json!({"system-id": ["The systemId field is required."], "orgno": ["The orgno field is required."]});
    vendor.get(format!("{USERS}/byquery")).await.has("/errors", neither);
    let theirs = format!("{USERS}/byquery?system-id={}&orgno={}", known::RECIPIENT_SYSTEM, known::RECIPIENT.number);
    let theirs = vendor.get(&theirs).await;
    assert_eq!((theirs.status.as_u16(), theirs.json().get("code")), (404, None));
    let own = vendor.get(format!("{USERS}/byquery?system-id={}&orgno={}", known::SENDER_SYSTEM, known::SENDER.number)).await.json();
    let members: Vec<&String> = own.as_object().unwrap().keys().collect();
    assert_eq!(
        members,
        [
            "id",
            "integrationTitle",
            "systemId",
            "productName",
            "reporteeOrgNo",
            "created",
            "isDeleted",
            "supplierName",
            "supplierOrgno",
            "externalRef",
            "userType"
        ]
    );
    assert_eq!((&own["productName"], &own["supplierName"], &own["supplierOrgno"]), (&json!(""), &json!(""), &json!(known::SENDER.number)));
    vendor.get(format!("{USERS}/bysystem/ukjent")).await.is(404).code("AUTH-00011");
    sandbox.stop().await;
}

#[tokio::test]
async fn lists_have_pages_of_fifty_and_the_request_list_skips_one_row_at_a_border() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut ids = Vec::new();
    // One client for all calls, because making a client takes longer than a hundred calls.
    let (http, url) = (client(), sandbox.origin.join(REQUEST).unwrap());
    for number in 0..103 {
        let body = request_with("externalRef", json!(format!("kunde-{number}"))).to_string();
        let post = http.post(url.clone()).bearer_auth(vendor.token.as_ref().unwrap()).header("Content-Type", "application/json").body(body);
        let made = Answer::of(post).await;
        ids.push(made.json()["id"].clone());
    }
    ids.sort_by_key(Value::to_string);
    let first = vendor.get(format!("{REQUEST}/bysystem/{}", system())).await.json();
    assert_eq!((first["data"].as_array().map(Vec::len), &first["data"][0]["id"]), (Some(50), &ids[0]), "in the order of the ids");
    let next = first["links"]["next"].as_str().unwrap();
    assert!(next.starts_with(&format!("{}{REQUEST}/bysystem/{}?token=", sandbox.origin, system())));
    let second = vendor.get(next.strip_prefix(sandbox.origin.as_str()).unwrap()).await.json();
    assert_eq!((&first["data"][49]["id"], &second["data"][0]["id"]), (&ids[49], &ids[51]), "one row is skipped");
    let third = vendor.get(second["links"]["next"].as_str().unwrap().strip_prefix(sandbox.origin.as_str()).unwrap()).await.json();
    assert_eq!((third["links"].clone(), &third["data"][0]["id"]), (json!({}), &ids[102]));

    for id in &ids {
        approve(&sandbox, id).await;
    }
    let first = vendor.get(format!("{USERS}/bysystem/{}", system())).await.json();
    let next = first["links"]["next"].as_str().unwrap().strip_prefix(sandbox.origin.as_str()).unwrap();
    let second = vendor.get(next).await.json();
    assert_eq!((&first["data"][49]["id"], &second["data"][0]["id"]), (&ids[49], &ids[50]), "nothing is skipped here");
    assert_eq!(second["data"].as_array().map(Vec::len), Some(50));
    sandbox.stop().await;
}
