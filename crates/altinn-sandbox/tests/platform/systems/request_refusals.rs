//! Facts platform D.2: refusals of requests for system users, row by row.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

/// Facts platform D.2.
#[tokio::test]
async fn each_row_of_the_requests_table_refuses_in_its_own_words() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let with = |member: &str, value: Value| {
        let mut body = request("b");
        body[member] = value;
        body
    };
    let existing = json!({"systemId": known::SENDER_SYSTEM, "partyOrgNo": known::SENDER.number, "rights": []});
    let theirs = json!({"externalRef": "rejected", "systemId": known::RECIPIENT_SYSTEM, "partyOrgNo": known::RECIPIENT.number});
    for (body, status, code) in [
        (existing, 400, "AUTH-00004"),
        (with("systemId", json!("nothing")), 404, "AUTH-00011"),
        (with("systemId", json!(known::RECIPIENT_SYSTEM)), 404, "AUTH-00011"),
        (theirs, 400, "AUTH-00009"),
        (with("partyOrgNo", json!("991825827")), 400, "AUTH-00000"),
        (with("redirectUrl", json!("https://v.example.no")), 400, "AUTH-00026"),
        (with("rights", json!([])), 400, "AUTH-00059"),
        (with("rights", Value::Null), 400, "AUTH-00001"),
        (with("rights", json!([right("other")])), 400, "AUTH-00001"),
    ] {
        sender.post(REQUEST).json(&body).await.is(status).code(code);
    }
}

/// Facts platform D.2.
#[tokio::test]
async fn of_more_packages_than_the_system_has_none_is_named() {
    let sandbox = open().await;
    let mut body = request("b");
    body["accessPackages"] = package("urn:altinn:accesspackage:x");
    sender(&sandbox).await.post(REQUEST).json(&body).await.is(400).code("AUTH-00063").lacks("/NotFoundPackages");
}

/// Facts platform D.2, row 1.
#[tokio::test]
async fn a_token_that_names_no_vendor() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    sandbox.shared().faults.set("AUTH-00023:1".parse().unwrap());
    vendor
        .post(REQUEST)
        .json(request_with("externalRef", json!("a")))
        .await
        .is(401)
        .code("AUTH-00023")
        .has("/title", "Can't resolve the Organisation Number for the Vendor from the Token.");
    vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.is(201);
    sandbox.stop().await;
}

/// Facts platform D.2, row 5.
#[tokio::test]
async fn a_request_of_anothers_system_by_its_status() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let of =
        |reference: &str| json!({"externalRef": reference, "systemId": known::RECIPIENT_SYSTEM, "partyOrgNo": known::RECIPIENT.number});
    vendor.post(REQUEST).json(of(known::HALF_DONE)).await.is(400).code("AUTH-00007");
    vendor.post(REQUEST).json(of("rejected")).await.is(400).code("AUTH-00009");
    let mut world = sandbox.shared().world.lock().await;
    let id = world.systems.pending().find(|request| request.system_id == known::RECIPIENT_SYSTEM).unwrap().id;
    systems::try_approve(&mut world, id).unwrap();
    drop(world);
    vendor.post(REQUEST).json(of(known::HALF_DONE)).await.is(400).code("AUTH-00004");
    sandbox.stop().await;
}

/// Facts platform D.2, row 8.
#[tokio::test]
async fn redirects_up_to_the_path_and_one_that_cannot_be_read() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    vendor.post(REQUEST).json(request_with("redirectUrl", json!("https://other.example.no/altinn"))).await.is(400).code("AUTH-00021");
    vendor.post(REQUEST).json(request_with("redirectUrl", json!("https://vendor.example.no/else"))).await.is(400).code("AUTH-00021");
    vendor.post(REQUEST).json(request_with("redirectUrl", json!("/altinn"))).await.is(400).code("AUTH-00021");
    vendor.post(REQUEST).json(request_with("redirectUrl", json!("::"))).await.is(500).header_is("expires", "-1");
    sandbox.stop().await;
}

/// Facts platform D.2, row 10.
#[tokio::test]
async fn more_rights_than_the_system_has() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    vendor
        .post(REQUEST)
        .json(request_with("rights", json!([right(known::RESOURCE), right(known::RESOURCE)])))
        .await
        .is(400)
        .code("AUTH-00001")
        .has("/title", "One or more Right not found or not delegable.");
    sandbox.stop().await;
}

/// Facts platform D.2, row 11.
#[tokio::test]
async fn packages_outside_the_system_or_for_clients() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let outside =
        vendor.post(REQUEST).json(request_with("accessPackages", package("urn:altinn:accesspackage:post-til-virksomheten"))).await;
    outside.is(400).code("AUTH-00063").has("/NotFoundPackages", "urn:altinn:accesspackage:post-til-virksomheten");
    let for_clients = vendor.post(REQUEST).json(request_with("accessPackages", package(CLIENT_PACKAGE))).await;
    for_clients.is(400).code("AUTH-00064");
    assert_eq!(for_clients.json()["NotDelegablePackages"], CLIENT_PACKAGE);
    let packages_alone = json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "accessPackages": package(OWN_PACKAGE)});
    let made = vendor.post(REQUEST).json(&packages_alone).await;
    assert_eq!((made.status.as_u16(), &made.json()["accessPackages"]), (201, &package(OWN_PACKAGE)));
    sandbox.stop().await;
}

/// Facts platform D.2.
#[tokio::test]
async fn a_requests_member_of_another_kind_is_400() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for (member, value) in
        [("partyOrgNo", json!(310_400_300)), ("rights", json!("a")), ("accessPackages", json!([{"urn": 1}])), ("redirectUrl", json!(true))]
    {
        let answer = vendor.post(REQUEST).json(request_with(member, value)).await;
        assert_eq!((answer.status.as_u16(), answer.json()["errors"].is_object()), (400, true), "{member}: {}", answer.body);
    }
    let change = format!("{CHANGE}?correlation-id={}&system-user-id={}", uuid::Uuid::new_v4(), uuid::Uuid::new_v4());
    let answer = vendor.post(&change).json(json!({"requiredRights": {}})).await;
    assert!(answer.json()["errors"]["$.requiredRights"].is_array(), "{}", answer.body);
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn a_requests_member_that_is_null_or_empty_is_told_alone() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for party in [Value::Null, json!(""), json!("  ")] {
        let refused = vendor.post(REQUEST).json(request_with("partyOrgNo", party)).await;
        refused.is(400).has("/errors", json!({"PartyOrgNo": ["The PartyOrgNo field is required."]}));
    }
    let refused = vendor.post(REQUEST).json(request_with("rights", json!([{"resource": [{"id": "urn:altinn:resource"}]}]))).await;
    refused.is(400).has("/errors", json!({"Rights[0].Resource[0].Value": ["The Value field is required."]}));
    sandbox.stop().await;
}

/// Facts platform D.2.
#[tokio::test]
async fn a_deleted_system_is_asked_for_and_a_reference_of_256_breaks_the_service() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    vendor.post(REQUEST).json(request_with("externalRef", json!("a".repeat(255)))).await.is(201);
    vendor.post(REQUEST).json(request_with("externalRef", json!("a".repeat(256)))).await.is(500).header_is("expires", "-1");
    vendor.delete(format!("{REGISTER}/{}", system())).await.is(400);
    vendor.post(REQUEST).json(request_with("externalRef", json!("etter"))).await.is(201);
    sandbox.stop().await;
}
