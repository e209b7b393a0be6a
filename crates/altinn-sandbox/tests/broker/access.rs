//! Facts broker-api 1.4: which callers the policies permit.

use crate::support::*;
use crate::transfer::*;

fn search(resource: &str) -> String {
    format!("{BASE}/filetransfer?resourceId={resource}")
}

#[tokio::test]
async fn a_system_user_gets_in_by_what_was_delegated_to_it() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.get(search(known::RESOURCE)).await.body_is(json!([]));
    sender.get(search("prov-kun-roller")).await.is(200);
    // In turn: a policy without roles, a resource that is not delegable, one that is not configured in Broker, an unknown one, and
    // a URN, whose prefix is not removed in this call.
    for resource in
        ["prov-kun-organisasjon", "prov-ikke-delegerbar", "prov-ikke-konfigurert", "unknown-one", "urn:altinn:resource:prov-filutveksling"]
    {
        sender.get(search(resource)).await.is(401).code("BRO-00006");
    }
}

#[tokio::test]
async fn an_organisation_gets_in_by_a_rule_that_names_it_and_by_no_role() {
    let sandbox = open().await;
    let organisation = Caller::organisation(&sandbox, "sender", "altinn:broker.write").await;
    organisation.get(search("prov-kun-roller")).await.is(401).code("BRO-00006");
    organisation.get(search("prov-kun-organisasjon")).await.is(200);
}

#[tokio::test]
async fn an_organisation_that_was_not_exchanged_is_unknown_to_broker() {
    let sandbox = open().await;
    let raw = Caller::raw(&sandbox, "sender", "altinn:broker.write").await;
    raw.get(search("prov-kun-organisasjon")).await.is(401).code("BRO-00006");
}

#[tokio::test]
async fn a_service_owner_gets_in_where_a_rule_names_it() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    owner.get(search(known::RESOURCE)).await.is(200);
    owner.get(search("prov-plassholder")).await.is(401).code("BRO-00006");
}

#[tokio::test]
async fn an_access_list_lets_in_its_members_alone() {
    let sandbox = open().await;
    Caller::sender(&sandbox).await.get(search("prov-tilgangsliste")).await.is(200);
    Caller::recipient(&sandbox).await.get(search("prov-tilgangsliste")).await.is(401).code("BRO-00006");
}

#[tokio::test]
async fn a_resource_that_the_registry_forgot_lets_nobody_in() {
    let sandbox = open().await;
    let owner =
        Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:broker.write altinn:resourceregistry/resource.write")
            .await;
    let sender = Caller::sender(&sandbox).await;
    owner.delete(format!("resourceregistry/api/v1/resource/{}", known::RESOURCE)).await.is(204);
    sender.post(format!("{BASE}/filetransfer")).json(scanned()).await.refused(401, "BRO-00006");
}
