//! Facts platform D.2: a request for a system user, from its creation to its deletion.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

#[tokio::test]
async fn a_request_is_made_once_and_then_given_back_whatever_became_of_it() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let made = sender.post(REQUEST).json(request("a")).await;
    made.is(201);
    let body = made.json();
    let read = sender.get(format!("{REQUEST}/{}", body["id"].as_str().unwrap())).await.json();
    assert_eq!((&body["status"], &body["created"]), (&json!("New"), &read["created"]), "its real time");
    assert!(body["created"].as_str().unwrap().ends_with('Z'));
    assert!(made.header("location").ends_with(&format!("/authentication/api/v1/systemuser/request/{}", body["id"].as_str().unwrap())));
    assert!(body["confirmUrl"].as_str().unwrap().starts_with(sandbox.origin.as_str()));
    let again =
        sender.post(REQUEST).json(json!({"externalRef": "a", "systemId": known::SENDER_SYSTEM, "partyOrgNo": known::VENDOR.number})).await;
    assert_eq!((again.status.as_u16(), &again.json()["id"]), (200, &body["id"]));
    let mut rejected = request("rejected");
    rejected["partyOrgNo"] = json!(known::SENDER.number);
    let rejected = sender.post(REQUEST).json(&rejected).await;
    rejected.is(200).has("/status", "Rejected");
    sender.delete(format!("{REQUEST}/{}", body["id"].as_str().unwrap())).await.is(202).empty();
    sender.post(REQUEST).json(request("a")).await.is(201);
}

#[tokio::test]
async fn an_approved_request_becomes_a_system_user_of_the_same_id() {
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() }).await;
    let sender = sender(&sandbox).await;
    let id = sender.post(REQUEST).json(request("c")).await.json()["id"].clone();
    let path = format!("{REQUEST}/{}", id.as_str().unwrap());
    until("accepted", async || sender.get(&path).await.json()["status"] == "Accepted").await;
    let token =
        Assertion::of(&sandbox, "sender", "altinn:broker.write").await.acting_for(known::VENDOR.number, Some("c")).token(&sandbox).await;
    let claims = crate::support::claims(&token);
    assert_eq!(claims["authorization_details"][0]["systemuser_id"][0], id);
}

#[tokio::test]
async fn the_answer_has_the_documented_members_in_order() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let made = vendor.post(REQUEST).json(request_with("redirectUrl", json!("https://vendor.example.no/altinn?case=1"))).await;
    made.is(201);
    let members: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        [
            "id",
            "integrationTitle",
            "externalRef",
            "systemId",
            "partyOrgNo",
            "rights",
            "accessPackages",
            "status",
            "redirectUrl",
            "confirmUrl",
            "escalated",
            "created",
            "timedOut"
        ]
    );
    made.has("/integrationTitle", "Pakker").has("/escalated", false);
    let read = vendor.get(format!("{REQUEST}/{}", made.json()["id"].as_str().unwrap())).await.json();
    assert!(read["created"].as_str().unwrap().ends_with('Z'));
    sandbox.stop().await;
}

#[tokio::test]
async fn an_empty_reference_is_stored_as_the_number_and_never_found_again() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let empty = request_with("externalRef", json!(""));
    let (first, second) = (vendor.post(REQUEST).json(&empty).await, vendor.post(REQUEST).json(&empty).await);
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (201, 201));
    assert_eq!(second.json()["externalRef"], known::RECIPIENT.number);
    let mut misnamed = request_with("externalReference", json!("x"));
    misnamed.as_object_mut().unwrap().remove("externalRef");
    vendor.post(REQUEST).json(&misnamed).await.has("/externalRef", known::RECIPIENT.number);
    sandbox.stop().await;
}

#[tokio::test]
async fn older_rows_denied_or_timed_out_by_their_status() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let old = async |reference: &str, status: systems::RequestStatus| {
        let made = vendor.post(REQUEST).json(request_with("externalRef", json!(reference))).await.json();
        let id = made["id"].as_str().unwrap().to_owned();
        systems::grow_old(&mut *sandbox.shared().world.lock().await, id.parse().unwrap(), status).unwrap();
        id
    };
    let denied = old("avvist", systems::RequestStatus::Denied).await;
    vendor
        .post(REQUEST)
        .json(request_with("externalRef", json!("avvist")))
        .await
        .is(200)
        .has("/status", "Denied")
        .has("/id", denied.as_str());
    let late = old("forsent", systems::RequestStatus::Timedout).await;
    vendor.get(format!("{REQUEST}/{late}")).await.has("/status", "Timedout");
    let renewed = vendor.post(REQUEST).json(request_with("externalRef", json!("forsent"))).await;
    assert_eq!(renewed.status, 201, "a row of this status stands in nobody's way");
    assert_ne!(renewed.json()["id"], late);
    let by_reference = vendor.get(format!("{REQUEST}/byexternalref/{}/{}/forsent", system(), known::RECIPIENT.number)).await.json();
    assert_eq!(by_reference["id"], renewed.json()["id"]);
    let other = Caller::organisation(&sandbox, "recipient", ALL).await;
    other.post(REQUEST).json(request_with("externalRef", json!("avvist"))).await.is(400).code("AUTH-00008");
    sandbox.stop().await;
}

#[tokio::test]
async fn an_escalated_request_waits_on_and_only_lists_tell() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    systems::escalate(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()).unwrap();
    let read = vendor.get(format!("{REQUEST}/{id}")).await.json();
    assert_eq!((&read["status"], &read["escalated"]), (&json!("New"), &json!(false)));
    let row = vendor.get(format!("{REQUEST}/bysystem/{}", system())).await.json()["data"][0].clone();
    assert_eq!((&row["status"], &row["escalated"]), (&json!("New"), &json!(true)));
    approve(&sandbox, &json!(id)).await;
    let refused = systems::escalate(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00013");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_withdrawn_request_that_was_accepted_leaves_its_system_user() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    approve(&sandbox, &json!(id)).await;
    vendor.delete(format!("{REQUEST}/{id}")).await.is(202);
    let query = format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=a", system(), known::RECIPIENT.number);
    assert_eq!(vendor.get(&query).await.json()["id"], id);
    vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.is(400).code("AUTH-00004");
    sandbox.stop().await;
}

#[tokio::test]
async fn with_a_system_user_goes_its_request() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().to_owned();
    approve(&sandbox, &json!(id)).await;
    assert!(systems::delete_user(&mut *sandbox.shared().world.lock().await, id.parse().unwrap()));
    vendor.get(format!("{REQUEST}/{id}")).await.is(404).code("AUTH-00010");
    let query = format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=a", system(), known::RECIPIENT.number);
    vendor.get(&query).await.is(404);
    vendor.get(format!("{USERS}/bysystem/{}", system())).await.has("/data", json!([]));
    vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.is(201);
    sandbox.stop().await;
}

#[tokio::test]
async fn empty_texts_are_kept_and_absent_ones_left_out() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut empty = request_with("redirectUrl", json!(""));
    empty["integrationTitle"] = json!("");
    vendor.post(REQUEST).json(&empty).await.is(201).has("/redirectUrl", "").has("/integrationTitle", "");
    let absent = vendor.post(REQUEST).json(request_with("externalRef", json!("b"))).await.json();
    assert_eq!((absent.get("redirectUrl"), &absent["integrationTitle"]), (None, &json!("Pakker")), "the system's bokmål name");
    sandbox.stop().await;
}
