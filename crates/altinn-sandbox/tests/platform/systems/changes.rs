//! Facts platform D.2: changes of a system user.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

/// A system user of the vendor's package system, and the vendor.
async fn user(sandbox: &Sandbox) -> (Calls<'_>, String) {
    let vendor = vendor(sandbox).await;
    let made = vendor
        .post(REQUEST, &json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "accessPackages": package(OWN_PACKAGE)}))
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
    let made = vendor.post(&change(correlation, &user), &body).await;
    assert_eq!(made.status, 201, "{}", made.body);
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
    assert_eq!((made.json()["id"].clone(), made.json()["status"].clone()), (json!(correlation), json!("New")));
    let location = format!("{}authentication/api/v1/systemuser/changerequest/{correlation}", sandbox.origin);
    assert_eq!(made.header("location"), location, "it lacks vendor/, and leads nowhere");
    let again = vendor.post(&change(correlation, &user), &json!({"unwantedRights": [right("hva-som-helst")]})).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, made.json()));
    let empty = vendor.post(&change(correlation, &user), &json!({})).await.json();
    assert_eq!(
        (&empty["status"], &empty["confirmUrl"], &empty["created"]),
        (&json!("NoChangeNeeded"), &json!(""), &json!("0001-01-01T00:00:00"))
    );
    assert_eq!(vendor.get(&format!("{CHANGE}/{correlation}")).await.json(), made.json());

    approve(&sandbox, &json!(correlation)).await;
    assert_eq!(vendor.get(&format!("{CHANGE}/{correlation}")).await.json()["status"], "Accepted");
    let world = sandbox.world().await;
    let changed = world.systems.user(user.parse().unwrap()).unwrap();
    assert_eq!((changed.delegations[0].resource.as_str(), changed.access_packages.len()), (known::RESOURCE, 0));
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, correlation).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00061");
    let withdrawn = vendor.bare(Method::DELETE, &format!("{CHANGE}/{correlation}")).await;
    assert_eq!((withdrawn.status.as_u16(), withdrawn.body.as_str()), (202, ""));
    assert_coded(&vendor.get(&format!("{CHANGE}/{correlation}")).await, 404, "AUTH-00010");
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
        let answer = vendor.post(&path, &body).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (400, "text/plain; charset=utf-8"), "{path}");
    }
    let nothing = vendor.post(&change(id, &user), &json!({"requiredRights": [], "unwantedRights": []})).await;
    assert_eq!((nothing.status.as_u16(), nothing.json()["status"].clone()), (200, json!("NoChangeNeeded")));
    let unknown = vendor.post(&change(id, &uuid::Uuid::new_v4().to_string()), &body).await;
    assert_coded(&unknown, 404, "AUTH-00015");
    assert_eq!(unknown.json()["title"], "The SystemUser was not found.");
    let other = Calls::organisation(&sandbox, "recipient", ALL).await.post(&change(id, &user), &body).await;
    assert_eq!((other.status.as_u16(), other.header("content-type"), other.json().get("code")), (401, "application/problem+json", None));
    assert_coded(&vendor.post(&change(id, &user), &json!({"requiredRights": [right("annet")]})).await, 400, "AUTH-00001");
    assert_coded(
        &vendor.post(&change(id, &user), &json!({"requiredAccessPackages": package("urn:altinn:accesspackage:x")})).await,
        400,
        "AUTH-00063",
    );
    assert_coded(&vendor.post(&change(id, &user), &json!({"requiredAccessPackages": package(CLIENT_PACKAGE)})).await, 400, "AUTH-00064");
    assert_coded(
        &vendor.post(&change(id, &user), &json!({"requiredRights": [right(known::RESOURCE)], "redirectUrl": "https://x.no"})).await,
        400,
        "AUTH-00021",
    );
    let read_only = Calls::organisation(&sandbox, "sender", "altinn:authentication/systemuser.request.read").await;
    assert_eq!(read_only.post(&change(id, &user), &body).await.status, 403);
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn new_rights_of_a_system_reach_its_users_by_a_change_request_only() {
    let sandbox = open().await;
    let (vendor, user) = user(&sandbox).await;
    vendor.send(Method::PUT, &format!("{REGISTER}/{}/rights", system()), &json!([right("prov-generell")])).await;
    assert!(sandbox.world().await.systems.user(user.parse().unwrap()).unwrap().delegations.is_empty());
    sandbox.stop().await;
}
