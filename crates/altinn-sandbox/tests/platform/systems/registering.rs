//! Facts platform D.1: a system from its registration to its end.

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

#[tokio::test]
async fn registering_asks_for_token_scope_body_vendor_in_that_order() {
    let sandbox = open().await;
    let id = format!("{}_ny", known::SENDER.number);
    let nobody = Caller::nobody(&sandbox).post(REGISTER).json(json!({})).await;
    nobody.is(401).empty().header_is("www-authenticate", "");
    Caller::organisation(&sandbox, "sender", "altinn:broker.write").await.post(REGISTER).json(json!({})).await.is(403).empty();
    let raw = Caller::raw(&sandbox, "sender", WRITE).await;
    let missing = raw.post(REGISTER).json(json!({"id": id})).await;
    missing.is(400);
    assert!(missing.json()["errors"]["$"][0].as_str().unwrap().contains("'vendor', 'name', 'description'"));
    let mut unprefixed = system(&id);
    unprefixed["vendor"]["ID"] = json!(known::SENDER.number);
    assert_eq!(
        findings(&raw.post(REGISTER).json(&unprefixed).await.json()),
        [("AUTH.VLD-00000".into(), "/registersystemrequest/vendor/id".into())]
    );
    let mut foreign = system(&id);
    foreign["vendor"]["ID"] = json!(format!("0192:{}", known::RECIPIENT.number));
    raw.post(REGISTER).json(&foreign).await.is(403);
    let made = raw.post(REGISTER).json(&system(&id)).await;
    made.is(200);
    assert!(made.json().as_str().is_some_and(|guid| guid.len() == 36));
    made.header_is("location", "");
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
    let expected = ["02", "05", "11", "04", "09", "03", "06", "08", "07"];
    assert_eq!(codes, expected.map(|number| format!("AUTH.VLD-000{number}")));
    answer.has("/validationErrors/5/ResourceIds Not Found : ", "gone-1 | gone-1 | gone-2");
    let spaced = findings(&sender.post(REGISTER).json(&system("a b")).await.json());
    assert!(spaced.iter().any(|(code, _)| code == "AUTH.VLD-00001") && spaced.iter().any(|(code, _)| code == "AUTH.VLD-00013"));
}

#[tokio::test]
async fn a_system_is_read_replaced_and_deleted_by_its_vendor() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let id = format!("{}_ny", known::SENDER.number);
    let one = format!("{REGISTER}/{id}");
    sender.get(&one).await.is(404);
    sender.get(format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await.is(403);
    sender.post(REGISTER).json(&system(&id)).await;
    let read = sender.get(&one).await.json();
    assert_eq!(read["allowedRedirectUrls"], json!(["https://v.example.no/"]));
    assert_eq!(read["vendor"], json!({"ID": format!("0192:{}", known::SENDER.number)}));
    sender.put(format!("{REGISTER}/nothing")).json(&system("nothing")).await.is(404).text("System with ID 'nothing' not found.");
    let renamed = sender.put(&one).json(&system(&format!("{id}2"))).await;
    assert_eq!(findings(&renamed.json())[0].0, "AUTH.VLD-00012");
    assert_eq!(sender.put(&one).json(&system(&id)).await.json(), json!({"succeeded": true}));
    let rights = sender.put(format!("{one}/rights")).json(json!([right("prov-kun-roller")])).await;
    assert_eq!(rights.json(), json!({"succeeded": true}));
    sender.get(REGISTER).await.header_is("cache-control", "no-store").has("/1/rights", json!([right("prov-kun-roller")]));
    assert_eq!(sender.delete(&one).await.json(), json!({"succeeded": true}));
    assert_eq!(sender.get(&one).await.json()["isDeleted"], true);
    sender.put(&one).json(&system(&id)).await.is(400).text("Cannot update a system marked as deleted.");
    assert_eq!(sender.delete(&one).await.json()["errors"], json!({"return": ["System not found"]}));
}
