//! Facts platform D.1: a system from its registration to its deletion.

use super::*;

fn system(id: &str) -> Value {
    json!({"id": id, "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)},
           "name": {"nb": "Ny", "nn": "Ny", "en": "New"}, "description": {"nb": "", "nn": "", "en": ""},
           "rights": [right(known::RESOURCE)], "clientId": [known::client("off-system").unwrap().id], "allowedRedirectUrls": ["https://v.example.no"]})
}

fn findings(body: &Value) -> Vec<(String, String)> {
    let rows = body["validationErrors"].as_array().unwrap();
    rows.iter().map(|row| (row["code"].as_str().unwrap().to_owned(), row["paths"][0].as_str().unwrap().to_owned())).collect()
}

fn new_id() -> String {
    format!("{}_ny", known::SENDER.number)
}

/// Facts platform D and D.1.
#[tokio::test]
async fn without_a_token_registering_is_401_and_empty() {
    let sandbox = open().await;
    sandbox.post(REGISTER).json(json!({})).await.is(401).empty().header_is("www-authenticate", "");
}

/// Facts platform D and D.1.
#[tokio::test]
async fn without_its_scope_registering_is_403_and_empty_before_the_body_is_read() {
    let sandbox = open().await;
    Caller::organisation(&sandbox, "sender", "altinn:broker.write").await.post(REGISTER).json(json!({})).await.is(403).empty();
}

/// Facts platform D and D.1.
#[tokio::test]
async fn a_body_without_its_required_members_is_400_and_names_them() {
    let sandbox = open().await;
    let missing = Caller::raw(&sandbox, "sender", WRITE).await.post(REGISTER).json(json!({"id": new_id()})).await;
    assert!(missing.is(400).json()["errors"]["$"][0].as_str().unwrap().contains("'vendor', 'name', 'description'"), "{missing}");
}

/// Facts platform D.1.
#[tokio::test]
async fn a_vendor_without_its_prefix_is_a_finding() {
    let sandbox = open().await;
    let mut unprefixed = system(&new_id());
    unprefixed["vendor"]["ID"] = json!(known::SENDER.number);
    let answer = Caller::raw(&sandbox, "sender", WRITE).await.post(REGISTER).json(&unprefixed).await;
    assert_eq!(findings(&answer.json()), [("AUTH.VLD-00000".into(), "/registersystemrequest/vendor/id".into())]);
}

/// Facts platform D.1.
#[tokio::test]
async fn nobody_registers_a_system_for_another_vendor() {
    let sandbox = open().await;
    let mut foreign = system(&new_id());
    foreign["vendor"]["ID"] = json!(format!("0192:{}", known::RECIPIENT.number));
    Caller::raw(&sandbox, "sender", WRITE).await.post(REGISTER).json(&foreign).await.is(403);
}

/// Facts platform D and D.1.
#[tokio::test]
async fn a_raw_token_registers_a_system_and_the_answer_is_a_guid() {
    let sandbox = open().await;
    let made = Caller::raw(&sandbox, "sender", WRITE).await.post(REGISTER).json(system(&new_id())).await;
    assert!(made.is(200).header_is("location", "").json().as_str().is_some_and(|guid| guid.len() == 36), "{made}");
}

#[tokio::test]
async fn every_finding_comes_in_one_validation_problem() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let twice = known::client("sender").unwrap().id;
    let mut body = system(known::SENDER_SYSTEM);
    body["clientId"] = json!([twice, twice, known::client("recipient").unwrap().id]);
    body["rights"] = json!([right("gone-1"), right("gone-1"), right("gone-2"), {"resource": [{"id": "urn:altinn:task", "value": "x"}]}]);
    body["allowedRedirectUrls"] = json!(["http://v.example.no"]);
    body["accessPackages"] = json!([{"urn": "urn:altinn:accesspackage:none"}, {"urn": "urn:altinn:accesspackage:none"}]);
    let answer = sender.post(REGISTER).json(&body).await;
    answer.is(400).code("STD-00000");
    let codes: Vec<String> = findings(&answer.json()).into_iter().map(|(code, _)| code).collect();
    let expected = ["02", "05", "04", "09", "03", "06", "08", "07"];
    assert_eq!(codes, expected.map(|number| format!("AUTH.VLD-000{number}")));
    answer.has("/validationErrors/4/ResourceIds Not Found : ", "gone-1 | gone-1 | gone-2");
    let spaced = findings(&sender.post(REGISTER).json(system("a b")).await.json());
    assert!(spaced.iter().any(|(code, _)| code == "AUTH.VLD-00001") && spaced.iter().any(|(code, _)| code == "AUTH.VLD-00013"));
}

/// Registers a system of the sender and returns its address.
async fn registered(sandbox: &Sandbox) -> (Caller<'_>, String) {
    let sender = sender(sandbox).await;
    sender.post(REGISTER).json(system(&new_id())).await.is(200);
    (sender, format!("{REGISTER}/{}", new_id()))
}

/// Facts platform D.1.
#[tokio::test]
async fn a_system_is_read_by_its_vendor_alone() {
    let sandbox = open().await;
    sender(&sandbox).await.get(format!("{REGISTER}/{}", new_id())).await.is(404);
    let (sender, one) = registered(&sandbox).await;
    sender.get(format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await.is(403);
    sender
        .get(&one)
        .await
        .has("/allowedRedirectUrls", json!(["https://v.example.no/"]))
        .has("/vendor", json!({"ID": format!("0192:{}", known::SENDER.number)}));
}

/// Facts platform D.1.
#[tokio::test]
async fn a_system_is_replaced_under_its_own_id() {
    let sandbox = open().await;
    let (sender, one) = registered(&sandbox).await;
    sender.put(format!("{REGISTER}/nothing")).json(system("nothing")).await.is(404).text("System with ID 'nothing' not found.");
    let renamed = sender.put(&one).json(system(&format!("{}2", new_id()))).await;
    assert_eq!(findings(&renamed.json())[0].0, "AUTH.VLD-00012");
    sender.put(&one).json(system(&new_id())).await.body_is(json!({"succeeded": true}));
}

/// Facts platform D.1.
#[tokio::test]
async fn the_rights_of_a_system_are_replaced_and_listed() {
    let sandbox = open().await;
    let (sender, one) = registered(&sandbox).await;
    sender.put(format!("{one}/rights")).json(json!([right("prov-kun-roller")])).await.body_is(json!({"succeeded": true}));
    sender.get(REGISTER).await.header_is("cache-control", "no-store,no-cache").has("/1/rights", json!([right("prov-kun-roller")]));
}

/// Facts platform D.1.
#[tokio::test]
async fn a_deleted_system_is_still_read_and_changed_no_more() {
    let sandbox = open().await;
    let (sender, one) = registered(&sandbox).await;
    sender.delete(&one).await.body_is(json!({"succeeded": true}));
    sender.get(&one).await.has("/isDeleted", true);
    sender.put(&one).json(system(&new_id())).await.is(400).text("Cannot update a system marked as deleted.");
    sender.delete(&one).await.is(400).has("/title", "Bad Request").lacks("/errors");
    sender.delete(format!("{REGISTER}/ukjent")).await.is(400).has("/errors", json!({"return": ["System not found"]}));
}
