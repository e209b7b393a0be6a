//! Facts broker-api 1.4: whom the policies let in.

use crate::support::*;
use crate::transfer::*;

#[tokio::test]
async fn who_gets_in() {
    let sandbox = open().await;
    let of = |resource: &str| format!("{BASE}/filetransfer?resourceId={resource}");
    let sender = Calls::sender(&sandbox).await;
    assert_eq!(sender.get(&of(known::RESOURCE)).await.json(), json!([]));
    assert_eq!(sender.get(&of("prov-kun-roller")).await.status, 200);
    // Nothing to delegate, not in Broker's table, unknown, and a URN is not stripped here.
    for resource in
        ["prov-kun-organisasjon", "prov-ikke-delegerbar", "prov-ikke-konfigurert", "unknown-one", "urn:altinn:resource:prov-filutveksling"]
    {
        assert_coded(&sender.get(&of(resource)).await, 401, "BRO-00006");
    }
    let organisation = Calls::organisation(&sandbox, "sender", "altinn:broker.write").await;
    assert_coded(&organisation.get(&of("prov-kun-roller")).await, 401, "BRO-00006");
    assert_eq!(organisation.get(&of("prov-kun-organisasjon")).await.status, 200);
    let raw = Calls::raw(&sandbox, "sender", "altinn:broker.write").await;
    assert_coded(&raw.get(&of("prov-kun-organisasjon")).await, 401, "BRO-00006");
    let owner = Calls::service_owner(&sandbox).await;
    assert_eq!(owner.get(&of(known::RESOURCE)).await.status, 200);
    assert_coded(&owner.get(&of("prov-plassholder")).await, 401, "BRO-00006");
    let recipient = Calls::recipient(&sandbox).await;
    assert_eq!(sender.get(&of("prov-tilgangsliste")).await.status, 200);
    assert_coded(&recipient.get(&of("prov-tilgangsliste")).await, 401, "BRO-00006");
}

#[tokio::test]
async fn a_resource_that_the_registry_forgot_lets_nobody_in() {
    let sandbox = open().await;
    let owner =
        Calls::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:broker.write altinn:resourceregistry/resource.write")
            .await;
    let sender = Calls::sender(&sandbox).await;
    let gone = owner.bare(Method::DELETE, &format!("resourceregistry/api/v1/resource/{}", known::RESOURCE)).await;
    assert_eq!(gone.status, 204);
    refused(&sender.post(&format!("{BASE}/filetransfer"), &scanned()).await, 401, "BRO-00006");
}
