//! Facts platform D.2: changes of a system user.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

/// A system user of the vendor's package system, and the vendor.
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

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_is_made_once_read_approved_and_withdrawn() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let correlation = uuid::Uuid::new_v4();
    let body = json!({"requiredRights": [right(known::RESOURCE)], "unwantedRights": [], "requiredAccessPackages": [],
                      "unwantedAccessPackages": package(OWN_PACKAGE), "redirectUrl": "https://vendor.example.no/altinn"});
    let made = vendor.post(&change(correlation, &user)).json(&body).await;
    made.is(201);
    let members: Vec<String> = made.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        [
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
            "timedOut"
        ]
    );
    made.has("/id", json!(correlation)).has("/status", "New");
    let location = format!("{}authentication/api/v1/systemuser/changerequest/{correlation}", sandbox.origin);
    assert_eq!(made.header("location"), location, "it lacks vendor/, and leads nowhere");
    let again = vendor.post(&change(correlation, &user)).json(json!({"unwantedRights": [right("hva-som-helst")]})).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, made.json()));
    let empty = vendor.post(&change(correlation, &user)).json(json!({})).await.json();
    assert_eq!(
        (&empty["status"], &empty["confirmUrl"], &empty["created"]),
        (&json!("NoChangeNeeded"), &json!(""), &json!("0001-01-01T00:00:00"))
    );
    assert_eq!(vendor.get(format!("{CHANGE}/{correlation}")).await.json(), made.json());

    approve(&sandbox, &json!(correlation)).await;
    assert_eq!(vendor.get(format!("{CHANGE}/{correlation}")).await.json()["status"], "Accepted");
    let world = sandbox.world().await;
    let changed = world.systems.user(user.parse().unwrap()).unwrap();
    assert_eq!((changed.delegations[0].resource.as_str(), changed.access_packages.len()), (known::RESOURCE, 0));
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, correlation).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00061");
    vendor.delete(format!("{CHANGE}/{correlation}")).await.is(202).empty();
    vendor.get(format!("{CHANGE}/{correlation}")).await.is(404).code("AUTH-00010");
    sandbox.stop().await;
}

/// Facts platform D.2.
#[tokio::test]
async fn a_change_request_refuses_in_its_own_words() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    let id = uuid::Uuid::new_v4();
    let body = json!({"requiredRights": [right(known::RESOURCE)]});
    for path in [format!("{CHANGE}?system-user-id={user}"), format!("{CHANGE}?correlation-id={user}&system-user-id={user}")] {
        let answer = vendor.post(&path).json(&body).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (400, "text/plain; charset=utf-8"), "{path}");
    }
    vendor
        .post(&change(id, &user))
        .json(json!({"requiredRights": [], "unwantedRights": []}))
        .await
        .is(200)
        .has("/status", "NoChangeNeeded");
    vendor
        .post(&change(id, &uuid::Uuid::new_v4().to_string()))
        .json(&body)
        .await
        .is(404)
        .code("AUTH-00015")
        .has("/title", "The SystemUser was not found.");
    let other = Caller::organisation(&sandbox, "recipient", ALL).await.post(&change(id, &user)).json(&body).await;
    assert_eq!((other.status.as_u16(), other.header("content-type"), other.json().get("code")), (401, "application/problem+json", None));
    vendor.post(&change(id, &user)).json(json!({"requiredRights": [right("annet")]})).await.is(400).code("AUTH-00001");
    vendor
        .post(&change(id, &user))
        .json(json!({"requiredAccessPackages": package("urn:altinn:accesspackage:x")}))
        .await
        .is(400)
        .code("AUTH-00063");
    vendor.post(&change(id, &user)).json(json!({"requiredAccessPackages": package(CLIENT_PACKAGE)})).await.is(400).code("AUTH-00064");
    vendor
        .post(&change(id, &user))
        .json(json!({"requiredRights": [right(known::RESOURCE)], "redirectUrl": "https://x.no"}))
        .await
        .is(400)
        .code("AUTH-00021");
    let read_only = Caller::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    read_only.post(&change(id, &user)).json(&body).await.is(403);
    sandbox.stop().await;
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
