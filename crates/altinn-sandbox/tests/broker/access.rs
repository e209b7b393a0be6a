//! Facts broker-api 1.4: whom the policies let in.

use crate::support::*;
use crate::transfer::*;

#[tokio::test]
async fn who_gets_in() {
    let sandbox = open().await;
    let of = |resource: &str| format!("{BASE}/filetransfer?resourceId={resource}");
    let sender = Caller::sender(&sandbox).await;
    assert_eq!(sender.get(&of(known::RESOURCE)).await.json(), json!([]));
    sender.get(&of("prov-kun-roller")).await.is(200);
    // Nothing to delegate, not in Broker's table, unknown, and a URN is not stripped here.
    for resource in
        ["prov-kun-organisasjon", "prov-ikke-delegerbar", "prov-ikke-konfigurert", "unknown-one", "urn:altinn:resource:prov-filutveksling"]
    {
        sender.get(&of(resource)).await.is(401).code("BRO-00006");
    }
    let organisation = Caller::organisation(&sandbox, "sender", "altinn:broker.write").await;
    organisation.get(&of("prov-kun-roller")).await.is(401).code("BRO-00006");
    organisation.get(&of("prov-kun-organisasjon")).await.is(200);
    let raw = Caller::raw(&sandbox, "sender", "altinn:broker.write").await;
    raw.get(&of("prov-kun-organisasjon")).await.is(401).code("BRO-00006");
    let owner = Caller::service_owner(&sandbox).await;
    owner.get(&of(known::RESOURCE)).await.is(200);
    owner.get(&of("prov-plassholder")).await.is(401).code("BRO-00006");
    let recipient = Caller::recipient(&sandbox).await;
    sender.get(&of("prov-tilgangsliste")).await.is(200);
    recipient.get(&of("prov-tilgangsliste")).await.is(401).code("BRO-00006");
}

#[tokio::test]
async fn a_resource_that_the_registry_forgot_lets_nobody_in() {
    let sandbox = open().await;
    let owner =
        Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:broker.write altinn:resourceregistry/resource.write")
            .await;
    let sender = Caller::sender(&sandbox).await;
    owner.delete(format!("resourceregistry/api/v1/resource/{}", known::RESOURCE)).await.is(204);
    refused(&sender.post(format!("{BASE}/filetransfer")).json(&scanned()).await, 401, "BRO-00006");
}
