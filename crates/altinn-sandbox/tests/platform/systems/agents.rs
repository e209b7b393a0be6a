//! Facts platform D.2 and D.3: requests for agents.

use super::vendor::*;
use super::*;

fn agent(member: &str, value: Value) -> Value {
    let mut body = json!({"systemId": system(), "partyOrgNo": known::RECIPIENT.number, "externalRef": "klient", "accessPackages": package(CLIENT_PACKAGE)});
    body[member] = value;
    body
}

/// Facts platform D.2.
#[tokio::test]
async fn an_agent_request_has_packages_only_and_its_own_addresses() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let made = vendor.post(format!("{REQUEST}/agent")).json(agent("integrationTitle", json!("Byrå"))).await;
    made.is(201);
    let body = made.json();
    assert!(body.get("rights").is_none() && body["accessPackages"] == package(CLIENT_PACKAGE));
    vendor.post(format!("{REQUEST}/agent")).json(agent("integrationTitle", json!("Byrå"))).await.is(200);
    let id = body["id"].as_str().unwrap();
    vendor.get(format!("{REQUEST}/agent/{id}")).await.has("/status", "New");
    let by_reference = format!("{REQUEST}/agent/byexternalref/{}/{}/klient", system(), known::RECIPIENT.number);
    assert_eq!(vendor.get(&by_reference).await.json()["id"], id);
    let listed = vendor.get(format!("{REQUEST}/agent/bysystem/{}", system())).await.json();
    assert_eq!((listed["data"][0]["id"].as_str(), listed["data"].as_array().map(Vec::len)), (Some(id), Some(1)));
    vendor.get(format!("{REQUEST}/bysystem/{}", system())).await.has("/data", json!([]));
    vendor.get(format!("{REQUEST}/{id}")).await.is(404).code("AUTH-00010");
    approve(&sandbox, &body["id"]).await;
    let user =
        vendor.get(format!("{USERS}/byquery?system-id={}&orgno={}&external-ref=klient", system(), known::RECIPIENT.number)).await.json();
    assert_eq!((user["id"].as_str(), user["userType"].as_str()), (Some(id), Some("agent")));
    vendor.delete(format!("{REQUEST}/{id}")).await.is(202);
    sandbox.stop().await;
}

/// Facts platform D.3.
#[tokio::test]
async fn an_agent_request_refuses_with_its_own_codes() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let path = format!("{REQUEST}/agent");
    vendor
        .post(&path)
        .json(agent("accessPackages", json!([])))
        .await
        .is(400)
        .code("AUTH-00058")
        .has("/title", "No AccessPackages found, an Agent SystemUser must have at least one");
    vendor
        .post(&path)
        .json(agent("accessPackages", package(OWN_PACKAGE)))
        .await
        .is(400)
        .code("AUTH-00065")
        .has("/title", "One or more access packages cannot be delegated because they are not intended for client relationships");
    vendor.post(&path).json(agent("accessPackages", package("urn:altinn:accesspackage:x"))).await.is(400).code("AUTH-00063");
    vendor.get(format!("{path}/{}", uuid::Uuid::new_v4())).await.is(404).code("AUTH-00010");
    let standard = vendor.post(REQUEST).json(request_with("externalRef", json!("b"))).await.json();
    vendor.get(format!("{path}/{}", standard["id"].as_str().unwrap())).await.is(404).code("AUTH-00010");
    let mut without = agent("accessPackages", json!([]));
    without.as_object_mut().unwrap().remove("accessPackages");
    for body in [without, agent("accessPackages", Value::Null)] {
        let required = json!({"AccessPackages": ["The AccessPackages field is required."]});
        vendor.post(&path).json(&body).await.is(400).has("/errors", required);
    }
    let nothing = vendor.post(&path).header("Content-Type", "application/json").await;
    nothing.is(400).has(
        "/errors",
        json!({"": ["A non-empty request body is required."], "createAgentRequest": ["The createAgentRequest field is required."]}),
    );
    vendor.get(format!("{path}/x")).await.has("/errors", json!({"requestId": ["The value 'x' is not valid."]}));
    sandbox.stop().await;
}
