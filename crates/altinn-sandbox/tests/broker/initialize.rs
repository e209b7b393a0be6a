//! Facts broker-api 2.1: a transfer is initialized.

use crate::support::*;
use crate::transfer::*;
use altinn_sandbox::{Caches, Strictness};

async fn post(caller: &Caller<'_>, change: impl FnOnce(&mut Value)) -> Answer {
    let mut body = scanned();
    change(&mut body);
    caller.post(format!("{BASE}/filetransfer")).json(&body).await
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn a_sound_body_is_200_with_the_id_and_nothing_else() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let answer = sender.post(format!("{BASE}/filetransfer")).json(scanned()).await;
    answer.is(200).header_is("content-type", "application/json; charset=utf-8").fixed();
    let id = answer.json()["fileTransferId"].as_str().unwrap().to_owned();
    assert_eq!(answer.json(), json!({"fileTransferId": id}));
    assert_ne!(initialized(&sender, &scanned()).await, id);
    // The case of names is ignored, unknown members are ignored, other JSON types are accepted, and the last duplicate wins.
    let odd = scanned().to_string().replace("\"fileName\":\"a.txt\"", "\"fileName\":\"b\",\"FILENAME\":\"c\",\"unknown\":1");
    let path = format!("{BASE}/filetransfer");
    for kind in ["application/json; charset=utf-8", "text/json", "application/vnd.x+json"] {
        let odd = sender.post(&path).header("Content-Type", kind).body(odd.clone()).await;
        let id = odd.json()["fileTransferId"].as_str().unwrap().to_owned();
        assert_eq!(overview(&sender, &id).await["fileName"], "c");
    }
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn each_field_is_refused_in_its_own_words() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let length =
        |name: &str, most: u32| format!("The field {name} must be a string with a minimum length of 1 and a maximum length of {most}.");
    let required = |name: &str| format!("The {name} field is required.");
    let form =
        "on the form countrycode:organizationnumber (e.g. 0192:910753614) or urn:altinn:organization:identifier-no:organizationnumber";
    let (sender_form, recipient_form) = (format!("Organization numbers should be {form}"), format!("Each recipient should be {form}"));
    let long = "v".repeat(3001);
    let eleven: Value = (0..11).map(|n| (n.to_string(), json!("v"))).collect::<serde_json::Map<_, _>>().into();
    let rows: Vec<(&str, Value, Value)> = vec![
        ("fileName", json!(""), json!({"FileName": [required("FileName"), length("FileName", 255)]})),
        ("fileName", json!(null), json!({"FileName": [required("FileName")]})),
        ("fileName", json!("  "), json!({"FileName": [required("FileName")]})),
        ("fileName", json!("n".repeat(256)), json!({"FileName": [length("FileName", 255)]})),
        ("fileName", json!("\u{1f600}".repeat(128)), json!({"FileName": [length("FileName", 255)]})),
        ("resourceId", json!(""), json!({"ResourceId": [required("ResourceId"), length("ResourceId", 255)]})),
        ("resourceId", json!("  "), json!({"ResourceId": [required("ResourceId")]})),
        ("resourceId", json!("r".repeat(256)), json!({"ResourceId": [length("ResourceId", 255), "Invalid Resource identifier format"]})),
        ("resourceId", json!(format!("urn:altinn:resource:{}", "r".repeat(240))), json!({"ResourceId": [length("ResourceId", 255)]})),
        ("resourceId", json!("a:b"), json!({"ResourceId": ["Invalid Resource identifier format"]})),
        (
            "sendersFileTransferReference",
            json!(""),
            json!({"SendersFileTransferReference": [length("SendersFileTransferReference", 4096)]}),
        ),
        ("sendersFileTransferReference", json!(null), json!({"SendersFileTransferReference": [required("SendersFileTransferReference")]})),
        ("sender", json!(""), json!({"Sender": [required("Sender")]})),
        ("sender", json!("  "), json!({"Sender": [required("Sender"), sender_form]})),
        ("sender", json!("310400203"), json!({"Sender": [sender_form]})),
        ("recipients", json!([]), json!({"Recipients": ["One or more recipients are required"]})),
        ("recipients", json!(null), json!({"Recipients": [required("Recipients")]})),
        ("recipients", json!(["0192:1"]), json!({"Recipients": [recipient_form]})),
        ("propertyList", json!(null), json!({"PropertyList": [required("PropertyList")]})),
        ("propertyList", eleven, json!({"PropertyList": ["PropertyList can contain at most 10 properties"]})),
        (
            "propertyList",
            json!({"k".repeat(51): ""}),
            json!({"PropertyList": [format!("PropertyList Key can not be longer than 50. Length:51, KeyValue:{}", "k".repeat(51))]}),
        ),
        (
            "propertyList",
            json!({"k": long}),
            json!({"PropertyList": [format!("PropertyList Value can not be longer than 3000. Length:3001, Value:{long}")]}),
        ),
        (
            "propertyList",
            json!({"first": long, "k".repeat(51): ""}),
            json!({"PropertyList": [format!("PropertyList Value can not be longer than 3000. Length:3001, Value:{long}")]}),
        ),
        ("checksum", json!("abc"), json!({"Checksum": ["The checksum, if used, must be a MD5 hash with a length of 32 characters"]})),
        ("checksum", json!("A".repeat(32)), json!({"Checksum": ["The checksum, if used, must be a MD5 hash in lower case"]})),
    ];
    for (field, value, errors) in rows {
        let answer = post(&sender, |body| body[field] = value).await;
        answer.header_is("content-type", "application/json; charset=utf-8").invalid(&errors);
    }
    let omitted = post(&sender, |body| {
        body.as_object_mut().unwrap().remove("sendersFileTransferReference");
    });
    omitted.await.invalid(json!({"SendersFileTransferReference": [length("SendersFileTransferReference", 4096)]}));
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn what_passes_although_it_looks_wrong_and_what_breaks() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let own = party(known::SENDER.number);
    type Change = (&'static str, Value);
    let passing: [Change; 7] = [
        ("sendersFileTransferReference", json!(" ")),
        ("recipients", json!([own, own, ""])),
        ("recipients", json!([format!("urn:altinn:organization:identifier-no:{}", known::RECIPIENT.number)])),
        ("checksum", json!("z".repeat(32))),
        ("checksum", json!(" ")),
        ("disableVirusScan", json!(null)),
        ("sender", json!(format!("9999:{}", known::SENDER.number))),
    ];
    for (field, value) in passing {
        assert_eq!(post(&sender, |body| body[field] = value.clone()).await.status, 200, "{field} {value}");
    }
    let breaking: [Change; 3] =
        [("sendersFileTransferReference", json!("r".repeat(501))), ("recipients", json!([null])), ("propertyList", json!({"k": null}))];
    for (field, value) in breaking {
        post(&sender, |body| body[field] = value).await.broke("broker/api/v1/filetransfer");
    }
    // A null property makes validation fail with a server error, whatever else is wrong.
    let both = post(&sender, |body| (body["propertyList"], body["fileName"]) = (json!({"k": null}), json!(""))).await;
    both.broke("broker/api/v1/filetransfer");
    let element = post(&sender, |body| (body["recipients"], body["fileName"]) = (json!([null]), json!(""))).await;
    element.is(400);
}

/// Facts broker-api 4.1.
#[tokio::test]
async fn json_that_does_not_fit_is_keyed_by_its_path_and_by_the_parameter() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let path = format!("{BASE}/filetransfer");
    let sent = |body: &'static str| sender.post(&path).header("Content-Type", "application/json").body(body);
    let keys = |answer: &Answer| answer.json()["errors"].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for body in ["", "null"] {
        let answer = sent(body).await;
        assert_eq!(answer.json()["errors"][""], json!(["A non-empty request body is required."]), "{body}");
        answer.has("/errors/initializeExt", json!(["The initializeExt field is required."]));
    }
    for body in ["{", "{\"a\":1,}", "[1", "[]", "{\"a\":1} // no"] {
        assert_eq!(keys(&sent(body).await), ["$", "initializeExt"], "{body}");
    }
    assert_eq!(keys(&post(&sender, |body| body["propertyList"] = json!({"a": 1})).await), ["$.propertyList.a", "initializeExt"]);
    assert_eq!(keys(&post(&sender, |body| body["disableVirusScan"] = json!("true")).await), ["$.disableVirusScan", "initializeExt"]);
    for kind in [None, Some("text/plain")] {
        let request = sender.request(Method::POST, &path).body("{}");
        let request = kind.into_iter().fold(request, |request, kind| request.header("Content-Type", kind));
        let answer = Answer::of(request).await;
        let body = answer.json();
        assert_eq!((answer.status.as_u16(), &body["title"]), (415, &json!("Unsupported Media Type")));
        assert_eq!(body["type"], "https://tools.ietf.org/html/rfc9110#section-15.5.16");
        assert!(body.get("code").is_none());
    }
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn the_checks_after_validation_come_in_order() {
    let sandbox = open().await;
    let (sender, owner) = (Caller::sender(&sandbox).await, Caller::service_owner(&sandbox).await);
    for resource in ["unknown-one", "prov-ikke-konfigurert"] {
        post(&sender, |body| body["resourceId"] = json!(resource)).await.refused(401, "BRO-00006");
    }
    post(&sender, |body| body["sender"] = json!(party(known::VENDOR.number))).await.refused(401, "BRO-00006");
    post(&sender, |body| body["resourceId"] = json!("prov-tilgangsliste")).await.refused(400, "BRO-00028");
    configured(&owner, json!({"requiredParty": party(known::SERVICE_OWNER.number)})).await;
    post(&sender, |_| {}).await.refused(400, "BRO-00026");
    let two = json!([party(known::RECIPIENT.number), party(known::SERVICE_OWNER.number)]);
    post(&sender, |body| body["recipients"] = two).await.refused(400, "BRO-00027");
    post(&sender, |body| body["recipients"] = json!([party(known::SERVICE_OWNER.number)])).await.is(200);
    configured(&owner, json!({"requiredParty": known::SENDER.number})).await;
    post(&sender, |_| {}).await.is(200);
    configured(&owner, json!({"requiredParty": ""})).await;
    post(&sender, |_| {}).await.is(200);
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn the_sender_is_kept_verbatim_and_recipients_are_normalised() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut body = scanned();
    let urn = |number: &str| format!("urn:altinn:organization:identifier-no:{number}");
    body["sender"] = json!(urn(known::SENDER.number));
    body["recipients"] = json!([urn(known::RECIPIENT.number), "1234:310400408"]);
    body["resourceId"] = json!(format!("urn:altinn:resource:{}", known::RESOURCE));
    let id = initialized(&sender, &body).await;
    let shown = overview(&sender, &id).await;
    assert_eq!((&shown["sender"], &shown["resourceId"]), (&body["sender"], &json!(known::RESOURCE)));
    let recipients: Vec<&str> = shown["recipients"].as_array().unwrap().iter().filter_map(|row| row["recipient"].as_str()).collect();
    assert_eq!(recipients, [party(known::RECIPIENT.number), party(known::VENDOR.number)]);
    // A search by sender compares with the `0192:` form and does not find this transfer.
    let found = sender.get(format!("{BASE}/filetransfer?resourceId={}&role=Sender", known::RESOURCE)).await;
    assert_eq!(found.json(), json!([]));
    assert_eq!(event_types(&sandbox, &id, known::SENDER.number).await, ["filetransferinitialized"]);
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn a_resource_that_only_the_caches_still_know_is_bro_5() {
    let caches = Caches::AsAltinn;
    let sandbox = with(Options { strictness: Strictness { caches, ..Strictness::default() }, ..Options::default() }).await;
    let sender = Caller::sender(&sandbox).await;
    let id = initialized(&sender, &plain()).await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:resourceregistry/resource.write").await;
    owner.delete(format!("resourceregistry/api/v1/resource/{}", known::RESOURCE)).await.is(204);
    post(&sender, |_| {}).await.refused(403, "BRO-00005");
    // The transfer can still be completed, because an upload looks only in Broker's own table.
    upload(&sender, &id, FOX).await.is(200);
    // After ten minutes the cached resource is forgotten too.
    Caller::nobody(&sandbox).post("sandbox/time").json(json!({"pass": "PT10M"})).await;
    post(&sender, |_| {}).await.refused(401, "BRO-00006");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn who_a_rule_names_may_send_for_another() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let id = post(&owner, |_| {}).await.json()["fileTransferId"].as_str().unwrap().to_owned();
    assert_eq!(overview(&Caller::sender(&sandbox).await, &id).await["sender"], party(known::SENDER.number));
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn initialize_without_a_content_type_is_415() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.post(format!("{BASE}/filetransfer")).body("{}").await.is(415).has("/title", "Unsupported Media Type");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn every_field_that_is_missing_or_wrong_is_told_at_once() {
    let sandbox = open().await;
    let answer = Caller::sender(&sandbox).await.post(format!("{BASE}/filetransfer")).json(json!({"sender": "x"})).await;
    assert!(answer.header("content-type").starts_with("application/json"), "{answer}");
    let keys: Vec<String> = answer.json()["errors"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["FileName", "ResourceId", "SendersFileTransferReference", "Sender", "Recipients"]);
    answer.lacks("/code");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn initialize_without_a_body_asks_for_one() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let empty = sender.post(format!("{BASE}/filetransfer")).header("Content-Type", "application/json").body("").await;
    empty.has("/errors/", json!(["A non-empty request body is required."]));
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn nobody_sends_to_an_unknown_resource_or_for_another_organisation() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.post(format!("{BASE}/filetransfer")).json(of_resource("unknown-one")).await.is(401).code("BRO-00006");
    post(&sender, |body| body["sender"] = json!(party(known::VENDOR.number))).await.is(401).code("BRO-00006");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn a_recipient_that_the_access_list_lacks_is_bro_28() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    sender.post(format!("{BASE}/filetransfer")).json(of_resource("prov-tilgangsliste")).await.is(400).code("BRO-00028");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn a_resource_and_a_sender_may_be_urns() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let mut urn = of_resource(&format!("urn:altinn:resource:{}", known::RESOURCE));
    urn["sender"] = json!(format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    let id = initialized(&sender, &urn).await;
    sender.get(format!("{BASE}/filetransfer/{id}")).await.has("/sender", urn["sender"].clone()).has("/resourceId", known::RESOURCE);
}

/// Facts broker-api 2.11.
#[tokio::test]
async fn until_storage_is_ready_initialize_is_told_to_wait() {
    let sandbox = open().await;
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:broker.write").await;
    newcomer.post(format!("{BASE}/serviceowner")).json(json!({"name": "n"})).await;
    newcomer.put(format!("{BASE}/resource/{}", known::NEWCOMER_RESOURCE)).json(json!({})).await;
    let mut body = of_resource(known::NEWCOMER_RESOURCE);
    body["sender"] = json!(format!("0192:{}", known::NEWCOMER.number));
    newcomer.post(format!("{BASE}/filetransfer")).json(&body).await.is(503).code("BRO-00021");
}

/// Facts broker-api 2.1.
#[tokio::test]
async fn a_required_party_is_the_sender_or_the_only_recipient() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let required = json!({"requiredParty": format!("0192:{}", known::SERVICE_OWNER.number)});
    owner.put(format!("{BASE}/resource/{}", known::RESOURCE)).json(&required).await;
    let sender = Caller::sender(&sandbox).await;
    let to = |organisations: &[&str]| {
        let mut body = scanned();
        body["recipients"] = organisations.iter().map(|number| json!(format!("0192:{number}"))).collect();
        body
    };
    let path = format!("{BASE}/filetransfer");
    sender.post(&path).json(to(&[known::RECIPIENT.number])).await.is(400).code("BRO-00026");
    sender.post(&path).json(to(&[known::RECIPIENT.number, known::SERVICE_OWNER.number])).await.is(400).code("BRO-00027");
    initialized(&sender, &to(&[known::SERVICE_OWNER.number])).await;
}
