//! Facts platform D.3: what happens to a request when a person approves it.

use super::vendor::*;
use super::*;
use altinn_sandbox::systems;

/// Facts platform D.3.
#[tokio::test]
async fn what_the_approver_is_told() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let rights = json!([right("prov-ikke-delegerbar"), right("prov-kun-organisasjon"), right("prov-tilgangsliste")]);
    vendor.put(format!("{REGISTER}/{}/rights", system())).json(&rights).await;
    for (resource, code) in
        [("prov-ikke-delegerbar", "AUTH-00070"), ("prov-kun-organisasjon", "AUTH-00016"), ("prov-tilgangsliste", "AUTH-00069")]
    {
        let mut body = request_with("rights", json!([right(resource)]));
        body["externalRef"] = json!(resource);
        let id = vendor.post(REQUEST).json(&body).await.json()["id"].as_str().unwrap().parse().unwrap();
        let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
        assert_eq!(refused.code(), code, "{resource}");
    }
    let mut nameless = vendor.get(format!("{REGISTER}/{}", system())).await.json();
    nameless["name"] = json!({"en": "a"});
    vendor.put(format!("{REGISTER}/{}", system())).json(&nameless).await.is(200);
    let asked = vendor.post(REQUEST).json(request_with("rights", json!([right("prov-ikke-delegerbar")]))).await.json();
    let id = asked["id"].as_str().unwrap().parse().unwrap();
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
    assert_eq!((refused.code(), refused.title()), ("AUTH-00017", "The SystemName was not found."));
    sandbox.stop().await;
}

/// Facts platform D.3.
#[tokio::test]
async fn auth_00071_a_resource_that_became_a_maskinporten_scheme() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let id = vendor.post(REQUEST).json(request_with("externalRef", json!("a"))).await.json()["id"].as_str().unwrap().parse().unwrap();
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let path = format!("resourceregistry/api/v1/resource/{}", known::RESOURCE);
    let mut schema = owner.get(&path).await.json();
    schema["resourceType"] = json!("MaskinportenSchema");
    owner.put(&path).json(&schema).await.is(200);
    let refused = systems::try_approve(&mut *sandbox.shared().world.lock().await, id).unwrap_err();
    assert_eq!(refused.code(), "AUTH-00071");
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn a_deleted_system_finds_no_system_user() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let ask =
        async || Assertion::of(&sandbox, "sender", "altinn:broker.read").await.acting_for(known::SENDER.number, None).ask(&sandbox).await;
    ask().await.is(200);
    vendor.delete(format!("{REGISTER}/{}", known::SENDER_SYSTEM)).await;
    assert!(ask().await.body.contains("MP-303"));
    sandbox.stop().await;
}
