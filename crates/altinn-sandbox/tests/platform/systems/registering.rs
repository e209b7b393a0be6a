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
    let nobody = Calls::nobody(&sandbox).post(REGISTER, &json!({})).await;
    assert_eq!((nobody.status.as_u16(), nobody.body.as_str(), nobody.header("www-authenticate")), (401, "", ""));
    let scopeless = Calls::organisation(&sandbox, "sender", "altinn:broker.write").await.post(REGISTER, &json!({})).await;
    assert_eq!((scopeless.status.as_u16(), scopeless.body.as_str()), (403, ""));
    let raw = Calls::raw(&sandbox, "sender", WRITE).await;
    let missing = raw.post(REGISTER, &json!({"id": id})).await;
    assert_eq!(missing.status, 400);
    assert!(missing.json()["errors"]["$"][0].as_str().unwrap().contains("'vendor', 'name', 'description'"));
    let mut unprefixed = system(&id);
    unprefixed["vendor"]["ID"] = json!(known::SENDER.number);
    assert_eq!(
        findings(&raw.post(REGISTER, &unprefixed).await.json()),
        [("AUTH.VLD-00000".into(), "/registersystemrequest/vendor/id".into())]
    );
    let mut foreign = system(&id);
    foreign["vendor"]["ID"] = json!(format!("0192:{}", known::RECIPIENT.number));
    assert_eq!(raw.post(REGISTER, &foreign).await.status, 403);
    let made = raw.post(REGISTER, &system(&id)).await;
    assert_eq!(made.status, 200);
    assert!(made.json().as_str().is_some_and(|guid| guid.len() == 36));
    assert_eq!(made.header("location"), "");
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
    let answer = sender.post(REGISTER, &body).await;
    assert_coded(&answer, 400, "STD-00000");
    let codes: Vec<String> = findings(&answer.json()).into_iter().map(|(code, _)| code).collect();
    let expected = ["02", "05", "11", "04", "09", "03", "06", "08", "07"];
    assert_eq!(codes, expected.map(|number| format!("AUTH.VLD-000{number}")));
    assert_eq!(answer.json()["validationErrors"][5]["ResourceIds Not Found : "], "gone-1 | gone-1 | gone-2");
    let spaced = findings(&sender.post(REGISTER, &system("a b")).await.json());
    assert!(spaced.iter().any(|(code, _)| code == "AUTH.VLD-00001") && spaced.iter().any(|(code, _)| code == "AUTH.VLD-00013"));
}

#[tokio::test]
async fn a_system_is_read_replaced_and_deleted_by_its_vendor() {
    let sandbox = open().await;
    let sender = sender(&sandbox).await;
    let id = format!("{}_ny", known::SENDER.number);
    let one = format!("{REGISTER}/{id}");
    assert_eq!(sender.get(&one).await.status, 404);
    assert_eq!(sender.get(&format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await.status, 403);
    sender.post(REGISTER, &system(&id)).await;
    let read = sender.get(&one).await.json();
    assert_eq!(read["allowedRedirectUrls"], json!(["https://v.example.no/"]));
    assert_eq!(read["vendor"], json!({"ID": format!("0192:{}", known::SENDER.number)}));
    let unknown = sender.send(Method::PUT, &format!("{REGISTER}/nothing"), &system("nothing")).await;
    assert_eq!((unknown.status.as_u16(), unknown.body.as_str()), (404, "System with ID 'nothing' not found."));
    let renamed = sender.send(Method::PUT, &one, &system(&format!("{id}2"))).await;
    assert_eq!(findings(&renamed.json())[0].0, "AUTH.VLD-00012");
    assert_eq!(sender.send(Method::PUT, &one, &system(&id)).await.json(), json!({"succeeded": true}));
    let rights = sender.send(Method::PUT, &format!("{one}/rights"), &json!([right("prov-kun-roller")])).await;
    assert_eq!(rights.json(), json!({"succeeded": true}));
    let own = sender.get(REGISTER).await;
    assert_eq!(own.header("cache-control"), "no-store");
    assert_eq!(own.json()[1]["rights"], json!([right("prov-kun-roller")]));
    assert_eq!(sender.bare(Method::DELETE, &one).await.json(), json!({"succeeded": true}));
    assert_eq!(sender.get(&one).await.json()["isDeleted"], true);
    let gone = sender.send(Method::PUT, &one, &system(&id)).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (400, "Cannot update a system marked as deleted."));
    assert_eq!(sender.bare(Method::DELETE, &one).await.json()["errors"], json!({"return": ["System not found"]}));
}
