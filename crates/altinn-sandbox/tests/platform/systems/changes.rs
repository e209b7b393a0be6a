//! Facts platform D.2: changes of a system user.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

/// The vendor, and a system user of its system with packages.
async fn user(sandbox: &Sandbox) -> (Caller<'_>, String) {
    let vendor = vendor(sandbox).await;
    let made = vendor
        .post(REQUEST)
        .json(json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "accessPackages": package(OWN_PACKAGE)}))
        .await;
    let id = made.json()["id"].clone();
    approve(sandbox, &id).await;
    (vendor, id.as_str().unwrap().to_owned())
}

fn change(correlation: uuid::Uuid, user: &str) -> String {
    format!("{CHANGE}?correlation-id={correlation}&system-user-id={user}")
}

/// Requests a change. Returns the caller, the answer, the correlation id and the system user.
async fn asked(sandbox: &Sandbox) -> (Caller<'_>, Answer, uuid::Uuid, String) {
    let (vendor, user) = user(sandbox).await;
    let correlation = uuid::Uuid::new_v4();
    let body = json!({"requiredRights": [right(known::RESOURCE)], "unwantedRights": [], "requiredAccessPackages": [],
                      "unwantedAccessPackages": package(OWN_PACKAGE), "redirectUrl": "https://vendor.example.no/altinn"});
    let made = vendor.post(change(correlation, &user)).json(&body).await;
    made.is(201);
    (vendor, made, correlation, user)
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_comes_back_with_its_members_and_a_location_that_leads_nowhere() {
    let sandbox = open().await;
    let (_, made, correlation, _) = asked(&sandbox).await;
    let members = [
        "id",
        "externalRef",
        "systemId",
        "systemUserId",
        "partyOrgNo",
        "requiredRights",
        "unwantedRights",
        "requiredAccessPackages",
        "unwantedAccessPackages",
        "status",
        "redirectUrl",
        "confirmUrl",
        "created",
        "timedOut",
    ];
    assert_eq!(made.members(), members);
    made.has("/id", json!(correlation)).has("/status", "New");
    // The address lacks `vendor/`, as in the service.
    made.header_is("location", format!("{}authentication/api/v1/systemuser/changerequest/{correlation}", sandbox.origin));
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_is_made_once_and_then_given_back() {
    let sandbox = open().await;
    let (vendor, made, correlation, user) = asked(&sandbox).await;
    let again = vendor.post(change(correlation, &user)).json(json!({"unwantedRights": [right("hva-som-helst")]})).await;
    again.is(200).body_is(made.json());
    vendor.get(format!("{CHANGE}/{correlation}")).await.body_is(made.json());
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_for_nothing_says_that_no_change_is_needed() {
    let sandbox = open().await;
    let (vendor, _, correlation, user) = asked(&sandbox).await;
    let empty = vendor.post(change(correlation, &user)).json(json!({})).await;
    empty.has("/status", "NoChangeNeeded").has("/confirmUrl", "").has("/created", "0001-01-01T00:00:00");
}

/// Facts platform D.2.
#[tokio::test]
async fn an_approved_change_changes_the_system_user_once() {
    let sandbox = open().await;
    let (vendor, _, correlation, user) = asked(&sandbox).await;
    approve(&sandbox, &json!(correlation)).await;
    vendor.get(format!("{CHANGE}/{correlation}")).await.has("/status", "Accepted");
    let world = sandbox.world().await;
    let changed = world.systems.user(user.parse().unwrap()).unwrap();
    assert_eq!((changed.delegations[0].resource.as_str(), changed.access_packages.len()), (known::RESOURCE, 0));
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, correlation).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00061");
}

/// Facts platform D.2.
#[tokio::test]
async fn an_accepted_change_request_is_withdrawn() {
    let sandbox = open().await;
    let (vendor, _, correlation, _) = asked(&sandbox).await;
    approve(&sandbox, &json!(correlation)).await;
    vendor.delete(format!("{CHANGE}/{correlation}")).await.is(202).empty();
    vendor.get(format!("{CHANGE}/{correlation}")).await.is(404).code("AUTH-00010");
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_has_a_correlation_id_of_its_own() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    for path in [format!("{CHANGE}?system-user-id={user}"), format!("{CHANGE}?correlation-id={user}&system-user-id={user}")] {
        let answer = vendor.post(&path).json(json!({"requiredRights": [right(known::RESOURCE)]})).await;
        answer.is(400).header_is("content-type", "text/plain; charset=utf-8");
    }
    let missing = vendor.post(format!("{CHANGE}?system-user-id={user}")).json(json!({})).await;
    missing.text(
        "Missing or invalid QueryParameter: correlation-id. Generate a unique UUID (RFC 4122) for this Change Request, and add as a \
         Query Parameter.",
    );
    let null = vendor.post(change(uuid::Uuid::new_v4(), &user)).json(json!({"requiredRights": null})).await;
    null.is(400).has("/errors", json!({"RequiredRights": ["The RequiredRights field is required."]}));
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_of_empty_lists_needs_no_change() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let empty = vendor.post(change(uuid::Uuid::new_v4(), &user)).json(json!({"requiredRights": [], "unwantedRights": []})).await;
    empty.is(200).has("/status", "NoChangeNeeded");
}

/// Facts platform D.2 and D.3.
#[tokio::test]
async fn a_change_request_for_an_unknown_system_user_is_auth_15() {
    let sandbox = open().await;
    let (vendor, _) = user(&sandbox).await;
    let path = change(uuid::Uuid::new_v4(), &uuid::Uuid::new_v4().to_string());
    let unknown = vendor.post(path).json(json!({"requiredRights": [right(known::RESOURCE)]})).await;
    unknown.is(404).code("AUTH-00015").has("/title", "The SystemUser was not found.");
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_is_for_the_vendor_with_the_scope_to_write() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let correlation = uuid::Uuid::new_v4();
    let (path, body) = (change(correlation, &user), json!({"requiredRights": [right(known::RESOURCE)]}));
    let other = Caller::organisation(&sandbox, "recipient", ALL).await.post(&path).json(&body).await;
    other.is(401).header_is("content-type", "application/problem+json; charset=utf-8").lacks("/code");
    vendor.post(&path).json(&body).await.is(201);
    let read = format!("{CHANGE}/{correlation}");
    Caller::organisation(&sandbox, "recipient", ALL).await.get(&read).await.is(404).code("AUTH-00011");
    let read_only = Caller::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    read_only.post(&path).json(&body).await.is(403);
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_refuses_rights_packages_and_redirects_in_its_own_words() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let path = change(uuid::Uuid::new_v4(), &user);
    for (body, code) in [
        (json!({"requiredRights": [right("annet")]}), "AUTH-00001"),
        (json!({"requiredAccessPackages": package("urn:altinn:accesspackage:x")}), "AUTH-00063"),
        (json!({"requiredAccessPackages": package(CLIENT_PACKAGE)}), "AUTH-00064"),
        (json!({"requiredRights": [right(known::RESOURCE)], "redirectUrl": "https://x.no"}), "AUTH-00021"),
    ] {
        vendor.post(&path).json(&body).await.is(400).code(code);
    }
}

/// Facts platform D.1.
#[tokio::test]
async fn new_rights_of_a_system_reach_its_users_by_a_change_request_only() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    vendor.put(format!("{REGISTER}/{}/rights", system())).json(json!([right("prov-generell")])).await;
    assert!(sandbox.world().await.systems.user(user.parse().unwrap()).unwrap().delegations.is_empty());
    sandbox.stop().await;
}
