//! Facts broker-api 2.9 to 2.11: a service owner registers and configures its resources.

use crate::support::*;
use crate::transfer::*;

fn resource(id: &str) -> String {
    format!("{BASE}/resource/{id}")
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn the_first_time_checks_registry_owner_and_service_owner_then_the_fields() {
    let sandbox = open().await;
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner").await;
    let mine = resource(known::NEWCOMER_RESOURCE);
    let wrong = json!({"maxFileTransferSize": -1});
    newcomer.put(resource("unknown-one")).json(&wrong).await.refused(403, "BRO-00005");
    newcomer.put(resource("prov-ikke-konfigurert")).json(&wrong).await.refused(401, "BRO-00006");
    newcomer.put(&mine).json(&wrong).await.refused(400, "BRO-00024");
    newcomer.post(format!("{BASE}/serviceowner")).json(json!({"name": ""})).await;
    newcomer.put(&mine).json(&wrong).await.refused(400, "BRO-00011");
    newcomer.get(&mine).await.refused(400, "BRO-00025");
    newcomer.put(&mine).json(json!({})).await.only(204);
    let defaults = json!({"maxFileTransferSize": null, "fileTransferTimeToLive": null, "purgeFileTransferAfterAllRecipientsConfirmed": true,
        "purgeFileTransferGracePeriod": null, "useManifestFileShim": false, "externalServiceCodeLegacy": null,
        "externalServiceEditionCodeLegacy": null, "requiredParty": null});
    assert_eq!(newcomer.get(&mine).await.json(), defaults);
    // From now on Broker finds the resource in its own table first.
    newcomer.put(resource(known::RESOURCE)).json(json!({})).await.refused(401, "BRO-00006");
    newcomer.get(resource(known::RESOURCE)).await.refused(401, "BRO-00006");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn the_test_departments_code_stands_for_its_own_number() {
    let sandbox = open().await;
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner").await;
    newcomer.post(format!("{BASE}/serviceowner")).json(json!({"name": ""})).await;
    {
        let mut world = sandbox.shared().world.lock().await;
        let mut known = world.registry.resource(known::NEWCOMER_RESOURCE).unwrap().clone();
        known.owner_code = Some("TTD".to_owned());
        world.registry.put(known);
    }
    newcomer.put(resource(known::NEWCOMER_RESOURCE)).json(json!({})).await.refused(401, "BRO-00006");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn each_field_has_its_rule_and_the_first_error_wins() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let mine = resource(known::RESOURCE);
    let before = owner.get(&mine).await.json();
    for (body, code) in [
        (json!({"maxFileTransferSize": -1, "fileTransferTimeToLive": "x"}), "BRO-00011"),
        (json!({"MAXFILETRANSFERSIZE": 0}), "BRO-00012"),
        (json!({"maxFileTransferSize": "1677721600001"}), "BRO-00022"),
        (json!({"maxFileTransferSize": 5, "fileTransferTimeToLive": "P2W", "purgeFileTransferGracePeriod": "x"}), "BRO-00014"),
        (json!({"fileTransferTimeToLive": "P1Y1D"}), "BRO-00015"),
        (json!({"purgeFileTransferGracePeriod": "2 hours"}), "BRO-00017"),
        (json!({"purgeFileTransferGracePeriod": "PT24H1S"}), "BRO-00018"),
    ] {
        owner.put(&mine).json(&body).await.refused(400, code);
    }
    owner.put(&mine).json(json!({"fileTransferTimeToLive": "P999999999999D"})).await.broke(&mine);
    assert_eq!(owner.get(&mine).await.json(), before, "nothing is written");
    configured(
        &owner,
        json!({"maxFileTransferSize": 1_677_721_600_000_i64, "fileTransferTimeToLive": "P1M", "purgeFileTransferGracePeriod": "PT90M",
                             "purgeFileTransferAfterAllRecipientsConfirmed": false, "requiredParty": " as sent "}),
    )
    .await;
    configured(&owner, json!({"maxFileTransferSize": null, "requiredParty": null, "fileTransferTimeToLive": "-P1D"})).await;
    let after = owner.get(&mine).await.json();
    assert_eq!((&after["maxFileTransferSize"], &after["requiredParty"]), (&json!(1_677_721_600_000_i64), &json!(" as sent ")));
    assert_eq!((&after["fileTransferTimeToLive"], &after["purgeFileTransferGracePeriod"]), (&json!("-1.00:00:00"), &json!("01:30:00")));
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn the_shim_needs_both_codes_and_a_long_code_breaks_half_way() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let mine = resource(known::RESOURCE);
    let texts = [
        "ExternalServiceCodeLegacy must be set and not be an empty string.",
        "ExternalServiceEditionCodeLegacy must be set and not be zero.",
    ];
    owner.put(&mine).json(json!({"useManifestFileShim": true})).await.invalid(json!({"": [texts[0]]}));
    let half = json!({"useManifestFileShim": true, "externalServiceCodeLegacy": "c"});
    owner.put(&mine).json(&half).await.invalid(json!({"": [texts[1]]}));
    configured(&owner, json!({"useManifestFileShim": true, "externalServiceCodeLegacy": "c", "externalServiceEditionCodeLegacy": "7"}))
        .await;
    owner.get(&mine).await.has("/externalServiceEditionCodeLegacy", 7);
    owner.put(&mine).json(json!({"maxFileTransferSize": 9, "externalServiceCodeLegacy": "12345678"})).await.broke(&mine);
    assert_eq!(owner.get(&mine).await.json()["maxFileTransferSize"], 9, "what came before is saved");
    let late = json!({"useManifestFileShim": false, "externalServiceCodeLegacy": "12345678", "purgeFileTransferGracePeriod": "PT1H"});
    owner.put(&mine).json(&late).await.broke(&mine);
    let after = owner.get(&mine).await.json();
    assert_eq!((&after["useManifestFileShim"], &after["purgeFileTransferGracePeriod"]), (&json!(true), &json!("01:00:00")));
    assert_eq!(after["externalServiceCodeLegacy"], "c", "and what comes after is not");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn a_malformed_or_missing_body_has_resource_ext_as_second_key() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let sent = |body: &'static str| owner.put(resource(known::RESOURCE)).header("Content-Type", "application/json").body(body);
    for (body, first) in [
        ("", ""),
        ("{", "$"),
        ("{\"useManifestFileShim\":\"true\"}", "$.useManifestFileShim"),
        ("{\"externalServiceEditionCodeLegacy\":2147483648}", "$.externalServiceEditionCodeLegacy"),
    ] {
        let errors = sent(body).await.json()["errors"].clone();
        let keys: Vec<&String> = errors.as_object().unwrap().keys().collect();
        assert_eq!(keys, [first, "resourceExt"], "{body}");
    }
    owner.put(resource(known::RESOURCE)).body("{}").await.is(415).has("/title", "Unsupported Media Type");
}

/// Facts broker-api 2.11.
#[tokio::test]
async fn a_service_owner_without_a_name_is_not_registered() {
    let sandbox = open().await;
    let newcomer = newcomer(&sandbox).await;
    newcomer.get(format!("{BASE}/serviceowner")).await.refused(404, "BRO-07004");
    for wrong in [json!({}), json!({"name": null}), json!({"name": 1})] {
        let answer = newcomer.post(format!("{BASE}/serviceowner")).json(&wrong).await;
        answer.is(400).header_is("content-type", "application/problem+json; charset=utf-8");
        assert!(answer.json()["errors"].is_object(), "{answer}");
    }
}

/// Facts broker-api 2.11.
#[tokio::test]
async fn a_service_owner_is_registered_once_and_begins_without_storage() {
    let sandbox = open().await;
    let newcomer = newcomer(&sandbox).await;
    let path = format!("{BASE}/serviceowner");
    newcomer.post(&path).json(json!({"name": "Nykommerverket", "deletionTime": "ignored"})).await.only(200);
    newcomer.post(&path).json(json!({"name": "x"})).await.refused_as_problem(409, "BRO-07002");
    newcomer.get(&path).await.body_is(json!({"name": "Nykommerverket", "storageProviders": []}));
}

/// Facts broker-api 2.11.
#[tokio::test]
async fn a_transfer_waits_until_the_storage_of_its_service_owner_is_ready() {
    let sandbox = open().await;
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:broker.write").await;
    let path = format!("{BASE}/serviceowner");
    newcomer.post(&path).json(json!({"name": "Nykommerverket"})).await.only(200);
    newcomer.put(newcomers_resource()).json(json!({})).await.only(204);
    let mut body = of_resource(known::NEWCOMER_RESOURCE);
    body["sender"] = json!(party(known::NEWCOMER.number));
    newcomer.post(format!("{BASE}/filetransfer")).json(&body).await.refused(503, "BRO-00021");
    until("both", async || newcomer.get(&path).await.json()["storageProviders"].as_array().unwrap().len() == 2).await;
    let row = |kind: &str| json!({"type": kind, "deploymentStatus": "Ready", "deploymentEnvironment": "staging"});
    newcomer.get(&path).await.has("/storageProviders", json!([row("AltinnAzureWithoutVirusScan"), row("AltinnAzure")]));
    newcomer.post(format!("{BASE}/filetransfer")).json(&body).await.is(200);
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn an_id_of_more_than_eighty_characters_breaks_it() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    for (length, status) in [(80, 204), (81, 500)] {
        let id = "r".repeat(length);
        {
            let mut world = sandbox.shared().world.lock().await;
            let mut known = world.registry.resource(known::RESOURCE).unwrap().clone();
            known.identifier = id.clone();
            world.registry.put(known);
        }
        assert_eq!(owner.put(resource(&id)).json(json!({})).await.status, status, "{length}");
    }
}

async fn newcomer(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "newcomer", "altinn:serviceowner").await
}

fn newcomers_resource() -> String {
    format!("{BASE}/resource/{}", known::NEWCOMER_RESOURCE)
}

/// The newcomer, registered as a service owner.
async fn registered(sandbox: &Sandbox) -> Caller<'_> {
    let newcomer = newcomer(sandbox).await;
    newcomer.post(format!("{BASE}/serviceowner")).json(json!({"name": "Nykommerverket", "deletionTime": "x"})).await.is(200).empty();
    newcomer
}

/// Facts broker-api 2.9 to 2.11.
#[tokio::test]
async fn before_it_is_registered_a_service_owner_finds_and_configures_nothing() {
    let sandbox = open().await;
    let newcomer = newcomer(&sandbox).await;
    newcomer.get(format!("{BASE}/serviceowner")).await.is(404).code("BRO-07004");
    newcomer.get(newcomers_resource()).await.is(400).code("BRO-00025");
    newcomer.put(newcomers_resource()).json(json!({})).await.is(400).code("BRO-00024");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn another_owners_resource_and_one_that_nobody_has_are_not_configured() {
    let sandbox = open().await;
    let newcomer = newcomer(&sandbox).await;
    newcomer.put(format!("{BASE}/resource/{}", known::RESOURCE)).json(json!({})).await.is(401).code("BRO-00006");
    newcomer.put(format!("{BASE}/resource/unknown-one")).json(json!({})).await.is(403).code("BRO-00005");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn a_resource_configured_with_nothing_has_the_services_defaults() {
    let sandbox = open().await;
    let newcomer = registered(&sandbox).await;
    newcomer.put(newcomers_resource()).json(json!({})).await.is(204).empty();
    newcomer
        .get(newcomers_resource())
        .await
        .has("/purgeFileTransferAfterAllRecipientsConfirmed", true)
        .has("/useManifestFileShim", false)
        .has("/fileTransferTimeToLive", Value::Null);
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn durations_come_back_as_dot_net_writes_them() {
    let sandbox = open().await;
    let newcomer = registered(&sandbox).await;
    newcomer.put(newcomers_resource()).json(json!({"fileTransferTimeToLive": "P30D", "purgeFileTransferGracePeriod": "PT2H"})).await;
    newcomer.get(newcomers_resource()).await.has("/fileTransferTimeToLive", "30.00:00:00").has("/purgeFileTransferGracePeriod", "02:00:00");
}

/// Facts broker-api 2.9.
#[tokio::test]
async fn each_field_that_is_out_of_bounds_has_its_code() {
    let sandbox = open().await;
    let newcomer = registered(&sandbox).await;
    newcomer.put(newcomers_resource()).json(json!({})).await.is(204);
    for (field, code) in [
        (json!({"maxFileTransferSize": -1}), "BRO-00011"),
        (json!({"maxFileTransferSize": 0}), "BRO-00012"),
        (json!({"maxFileTransferSize": "1677721600001"}), "BRO-00022"),
        (json!({"fileTransferTimeToLive": "P2W"}), "BRO-00014"),
        (json!({"fileTransferTimeToLive": "P366D"}), "BRO-00015"),
        (json!({"purgeFileTransferGracePeriod": "x"}), "BRO-00017"),
        (json!({"purgeFileTransferGracePeriod": "PT25H"}), "BRO-00018"),
    ] {
        newcomer.put(newcomers_resource()).json(&field).await.is(400).code(code);
    }
}
