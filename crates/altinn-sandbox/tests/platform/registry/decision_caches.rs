//! Facts platform E.1: decisions with and without the decision point's caches.

use super::*;
use altinn_sandbox::{Caches, Strictness};
use std::time::Duration;

/// The status of Broker's search call, which shows whether the sender's system user is permitted.
async fn gets_in(caller: &Caller<'_>) -> u16 {
    caller.get(format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE)).await.status.as_u16()
}

#[tokio::test]
async fn a_changed_policy_works_at_once_or_after_ten_minutes() {
    for (caches, changed) in [(Caches::Off, 401), (Caches::AsAltinn, 200)] {
        let strictness = Strictness { caches, ..Strictness::default() };
        let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
        let sender = Caller::sender(&sandbox).await;
        assert_eq!(gets_in(&sender).await, 200);
        let owner = owner(&sandbox).await;
        let file = owner.get(format!("{RESOURCES}/{}/policy", known::RESOURCE)).await.body;
        let nothing = file.replace(">read<", ">sign<").replace(">write<", ">sign<");
        upload(&owner, known::RESOURCE, "policyFile", &nothing).await.is(201);
        assert_eq!(gets_in(&sender).await, changed, "{caches:?}");
        sandbox.world().await.memory.pass(Duration::from_secs(10 * 60));
        assert_eq!(gets_in(&sender).await, 401, "{caches:?}");
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn an_organisation_gets_in_by_a_rule_that_names_it_and_never_by_a_role() {
    let sandbox = open().await;
    let list = |resource: &str| format!("broker/api/v1/filetransfer?resourceId={resource}");
    let sender = Caller::organisation(&sandbox, "sender", "altinn:broker.write altinn:broker.read").await;
    sender.get(list("prov-kun-organisasjon")).await.is(200);
    assert_eq!(sender.get(list("prov-kun-roller")).await.status, 401, "a role decides who may delegate");
    let owner = Caller::service_owner(&sandbox).await;
    assert_eq!(owner.get(list(known::RESOURCE)).await.status, 200, "by its code");
    assert_eq!(owner.get(list("prov-kun-roller")).await.status, 401, "nobody has a right of itself");
    sandbox.stop().await;
}

#[tokio::test]
async fn an_access_list_lets_its_members_in_for_the_actions_of_its_filter() {
    let sandbox = open().await;
    let list = "broker/api/v1/filetransfer?resourceId=prov-tilgangsliste";
    let (sender, recipient) = (Caller::sender(&sandbox).await, Caller::recipient(&sandbox).await);
    assert_eq!((sender.get(list).await.status.as_u16(), recipient.get(list).await.status.as_u16()), (200, 401));
    let mut world = sandbox.shared().world.lock().await;
    world.registry.list_mut("prov", "partnere").unwrap().connections[0].action_filters = Some(vec!["subscribe".to_owned()]);
    drop(world);
    assert_eq!(sender.get(list).await.status, 401, "neither read nor write is in the filter");
    sandbox.stop().await;
}
