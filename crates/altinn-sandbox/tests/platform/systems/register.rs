//! Facts platform D.1 and the common rules of D: the system register.

use super::*;

const REGISTER: &str = "authentication/api/v1/systemregister/vendor";

pub async fn vendor(sandbox: &Sandbox) -> Calls<'_> {
    Calls::organisation(sandbox, "sender", WRITE).await
}

fn right(resource: &str) -> Value {
    json!({"resource": [{"id": "urn:altinn:resource", "value": resource}]})
}

pub fn id() -> String {
    format!("{}_nytt", known::SENDER.number)
}

pub fn system() -> Value {
    json!({"id": id(), "vendor": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)},
           "name": {"en": "File sender", "nb": "Filsender", "nn": "Filsendar"}, "description": {"en": "a", "nb": "b", "nn": "c"},
           "rights": [right(known::RESOURCE)], "isVisible": false})
}

pub fn with(member: &str, value: Value) -> Value {
    let mut body = system();
    body[member] = value;
    body
}

/// Facts platform D.1.
#[tokio::test]
async fn what_may_be_left_out_and_what_breaks_the_service() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let null_rights = vendor.post(REGISTER, &with("rights", Value::Null)).await;
    assert_eq!(
        (null_rights.status.as_u16(), null_rights.json()["title"].as_str()),
        (500, Some("An error occurred while processing your request."))
    );
    let smallest = json!({"id": id(), "vendor": system()["vendor"], "name": {"en": "a"}, "description": {}, "unknown": 1});
    let made = vendor.post(REGISTER, &smallest).await;
    assert_eq!(made.status, 200, "{}", made.body);
    let read = vendor.get(&format!("{REGISTER}/{}", id())).await.json();
    let expected = json!({"id": id(), "vendor": {"ID": format!("0192:{}", known::SENDER.number)}, "name": {"en": "a"}, "description": {}, "rights": [],
                          "accessPackages": [], "isDeleted": false, "clientId": [], "isVisible": true, "allowedRedirectUrls": []});
    assert_eq!(read, expected);
    let without_client = vendor.bare(Method::DELETE, &format!("{REGISTER}/{}", id())).await;
    assert_eq!((without_client.status.as_u16(), without_client.json()["errors"].clone()), (400, json!({"return": ["System not found"]})));
    assert_eq!(vendor.get(&format!("{REGISTER}/{}", id())).await.json()["isDeleted"], true, "deleted all the same");
    only_finding(&vendor.post(REGISTER, &system()).await, "AUTH.VLD-00002", "systemid");
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn names_ignore_case_and_texts_are_trimmed() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut body = system();
    let object = body.as_object_mut().unwrap();
    object.insert("allowedredirecturls".to_owned(), json!(["  https://vendor.example.no  "]));
    assert_eq!(vendor.post(REGISTER, &body).await.status, 200);
    let read = vendor.get(&format!("{REGISTER}/{}", id())).await.json();
    assert_eq!(read["allowedRedirectUrls"], json!(["https://vendor.example.no/"]));
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn a_member_of_another_kind_is_400_and_nested_names_ignore_case_too() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    for (member, value) in [
        ("name", json!("Filsender")),
        ("vendor", json!("310400203")),
        ("rights", json!(["prov"])),
        ("rights", json!([{"resource": [{"id": 1}]}])),
        ("accessPackages", json!(["urn:altinn:accesspackage:skatt-naering"])),
        ("clientId", json!("one")),
        ("isVisible", json!("false")),
        ("allowedRedirectUrls", json!([1])),
    ] {
        let answer = vendor.post(REGISTER, &with(member, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        assert!(answer.json()["errors"][format!("$.{member}")].is_array(), "{}", answer.body);
    }
    let mut body = with("Rights", json!([{"Resource": [{"Id": "urn:altinn:resource", "VALUE": known::RESOURCE}]}]));
    body["ACCESSPACKAGES"] = json!([{"Urn": "urn:altinn:accesspackage:skatt-naering"}]);
    body.as_object_mut().unwrap().remove("rights");
    assert_eq!(vendor.post(REGISTER, &body).await.status, 200);
    let read = vendor.get(&format!("{REGISTER}/{}", id())).await.json();
    assert_eq!((&read["rights"], read["accessPackages"].as_array().map(Vec::len)), (&json!([right(known::RESOURCE)]), Some(1)));
    for part in ["rights", "accesspackages"] {
        assert_eq!(vendor.send(Method::PUT, &format!("{REGISTER}/{}/{part}", id()), &json!(["a"])).await.status, 400, "{part}");
    }
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn a_body_of_another_type_is_415_and_a_broken_one_400() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let text = Answer::of(vendor.request(Method::POST, REGISTER).header("Content-Type", "text/plain").body("{}")).await;
    assert_eq!((text.status.as_u16(), text.json()["title"].as_str()), (415, Some("Unsupported Media Type")));
    assert_eq!(text.json()["type"], "https://tools.ietf.org/html/rfc9110#section-15.5.16");
    let broken = Answer::of(vendor.request(Method::POST, REGISTER).header("Content-Type", "application/json").body("{")).await;
    assert_eq!((broken.status.as_u16(), broken.header("content-type")), (400, "application/problem+json"));
    assert!(broken.json()["errors"]["$"].is_array());
    let missing = vendor.post(REGISTER, &json!({})).await;
    assert!(missing.json()["errors"]["$"][0].as_str().unwrap().ends_with("'id', 'vendor', 'name', 'description'."));
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn texts_are_bare_and_quoted_for_json() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let path = format!("{REGISTER}/ukjent/changelog");
    let bare = vendor.get(&path).await;
    assert_eq!(
        (bare.status.as_u16(), bare.header("content-type"), bare.body.as_str()),
        (404, "text/plain; charset=utf-8", "System with ID ukjent not found.")
    );
    let quoted = Answer::of(vendor.request(Method::GET, &path).header("Accept", "application/json")).await;
    assert_eq!(quoted.json(), json!("System with ID ukjent not found."));
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn admin_counts_where_it_is_named_and_nowhere_else() {
    const ADMIN: &str = "altinn:authentication/systemregister.admin";
    let sandbox = open().await;
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("sender").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(ADMIN.to_owned());
    world.maskinporten.granted.get_mut(&known::SENDER.number.parse().unwrap()).unwrap().push(ADMIN.to_owned());
    drop(world);
    let admin = Calls::organisation(&sandbox, "sender", ADMIN).await;
    assert_eq!(admin.post(REGISTER, &system()).await.status, 200);
    assert_eq!(admin.get(REGISTER).await.status, 200);
    let users = format!("authentication/api/v1/systemuser/vendor/bysystem/{}", known::SENDER_SYSTEM);
    assert_eq!(admin.get(&users).await.status, 200);
    let others = admin.get(&format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await;
    assert_eq!((others.status.as_u16(), others.body.as_str()), (403, ""), "it owns no more than its own");
    let request = "authentication/api/v1/systemuser/request/vendor";
    for (method, path) in [
        (Method::POST, request.to_owned()),
        (Method::GET, format!("{request}/bysystem/{}", known::SENDER_SYSTEM)),
        (Method::GET, "authentication/api/v1/systemuser/vendor/byquery?system-id=a&orgno=b".to_owned()),
    ] {
        let refused = admin.send(method, &path, &json!({})).await;
        assert_eq!((refused.status.as_u16(), refused.body.as_str()), (403, ""), "{path}");
    }
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn post_looks_at_the_vendor_then_at_rights_then_at_the_owner() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut body = with("rights", Value::Null);
    body["vendor"] = json!({"ID": known::SENDER.number});
    only_finding(&vendor.post(REGISTER, &body).await, "AUTH.VLD-00000", "vendor/id");
    body["vendor"] = json!({"ID": format!("0192:{}", known::RECIPIENT.number)});
    assert_eq!(vendor.post(REGISTER, &body).await.status, 500);
    body["rights"] = json!([right("gone")]);
    assert_eq!(vendor.post(REGISTER, &body).await.status, 403, "before any other finding is told");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn of_registrations_that_race_one_wins_and_others_are_409() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let (http, url, token) = (client(), sandbox.origin.join(REGISTER).unwrap(), vendor.token.as_ref().unwrap());
    let mut raced = 0;
    for round in 0..200 {
        let body = with("id", json!(format!("{}_{round}", known::SENDER.number))).to_string();
        let post = |_| Answer::of(http.post(url.clone()).bearer_auth(token).header("Content-Type", "application/json").body(body.clone()));
        let answers = futures_util::future::join_all((0..8).map(post)).await;
        assert_eq!(answers.iter().filter(|answer| answer.status == 200).count(), 1);
        for answer in answers.iter().filter(|answer| answer.status == 409) {
            assert_eq!(answer.body, format!("The System already exist: {}_{round}", known::SENDER.number));
            raced += 1;
        }
        for answer in answers.iter().filter(|answer| answer.status == 400) {
            only_finding(answer, "AUTH.VLD-00002", "systemid");
        }
        if raced > 0 {
            break;
        }
    }
    assert!(raced > 0, "none ever raced");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn the_parts_of_a_deleted_system_and_packages_of_a_visible_one() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let mut visible = with("clientId", json!([known::client("off-system").unwrap().id]));
    visible["isVisible"] = json!(true);
    assert_eq!(vendor.post(REGISTER, &visible).await.status, 200);
    let one = format!("{REGISTER}/{}", id());
    let for_clients = json!([{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]);
    only_finding(&vendor.send(Method::PUT, &format!("{one}/accesspackages"), &for_clients).await, "AUTH.VLD-00018", "accesspackages");
    assert_eq!(vendor.bare(Method::DELETE, &one).await.status, 200);
    for part in ["rights", "accesspackages"] {
        let refused = vendor.send(Method::PUT, &format!("{one}/{part}"), &json!([])).await;
        assert_eq!((refused.status.as_u16(), refused.body.as_str()), (400, "Cannot update a system marked as deleted."), "{part}");
    }
    let log = vendor.get(&format!("{one}/changelog")).await.json();
    let last = log.as_array().unwrap().last().unwrap();
    assert_eq!((last["changeType"].as_str(), last.get("changedData")), (Some("delete"), None), "null members are left out");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn reads_of_others_and_of_nobody() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let unknown = vendor.get(&format!("{REGISTER}/ukjent")).await;
    assert_eq!((unknown.status.as_u16(), unknown.header("content-type")), (404, "application/problem+json"));
    assert_eq!((unknown.json()["title"].clone(), unknown.json().get("code").cloned()), (json!("Not Found"), None));
    for path in [format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM), format!("{REGISTER}/{}/changelog", known::RECIPIENT_SYSTEM)] {
        let theirs = vendor.get(&path).await;
        assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    }
    let portal = vendor.get("authentication/api/v1/systemregister").await;
    assert_eq!((portal.status.as_u16(), portal.body.as_str()), (403, ""), "an end user's scope is needed");
    assert_eq!(vendor.get(&format!("authentication/api/v1/systemregister/{}/rights", known::SENDER_SYSTEM)).await.status, 403);
    let own = vendor.get(REGISTER).await;
    let members: Vec<String> = own.json()[0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        ["systemId", "systemVendorOrgNumber", "systemVendorOrgName", "name", "description", "rights", "accessPackages", "isVisible"]
    );
    assert_eq!((own.header("cache-control"), &own.json()[0]["systemVendorOrgName"]), ("no-store", &json!("")));
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn the_parts_are_replaced_and_the_change_log_tells() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let one = format!("{REGISTER}/{}", id());
    let guid = vendor.post(REGISTER, &with("clientId", json!([known::client("off-system").unwrap().id]))).await.json();
    assert_eq!(vendor.send(Method::PUT, &one, &with("isVisible", json!(true))).await.json(), json!({"succeeded": true}));
    assert_eq!(vendor.get(&one).await.json()["clientId"], json!([]), "every field is replaced, the clients too");
    assert_eq!(
        vendor.send(Method::PUT, &format!("{one}/rights"), &json!([right("prov-generell")])).await.json(),
        json!({"succeeded": true})
    );
    let package = json!([{"urn": "urn:altinn:accesspackage:skatt-naering"}]);
    assert_eq!(vendor.send(Method::PUT, &format!("{one}/accesspackages"), &package).await.json(), json!({"succeeded": true}));
    assert_eq!(vendor.send(Method::PUT, &format!("{one}/rights"), &json!([right("borte")])).await.status, 400);
    let unknown = vendor.send(Method::PUT, &format!("{REGISTER}/ukjent/rights"), &json!([])).await;
    assert_eq!(unknown.status, 500);
    let theirs = vendor.send(Method::PUT, &format!("{REGISTER}/{}/rights", known::RECIPIENT_SYSTEM), &json!([])).await;
    assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    let log = vendor.get(&format!("{one}/changelog")).await.json();
    let kinds: Vec<&str> = log.as_array().unwrap().iter().filter_map(|row| row["changeType"].as_str()).collect();
    assert_eq!(kinds, ["create", "update", "rightsupdate", "accesspackageupdate"]);
    assert_eq!((&log[2]["systemInternalId"], &log[2]["changedData"]), (&guid, &json!([right("prov-generell")])));
    assert_eq!(
        (&log[2]["changedByOrgNumber"], &log[2]["clientId"]),
        (&json!(known::SENDER.number), &json!(known::client("sender").unwrap().id))
    );
    let members: Vec<String> = log[0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(members, ["systemInternalId", "changedByOrgNumber", "changeType", "changedData", "clientId", "created"]);
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn put_refuses_in_its_own_order() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let theirs = vendor.send(Method::PUT, &format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM), &system()).await;
    assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    let own = format!("{REGISTER}/{}", known::SENDER_SYSTEM);
    let foreign_vendor = with("vendor", json!({"ID": format!("0192:{}", known::RECIPIENT.number)}));
    let other = vendor.send(Method::PUT, &own, &foreign_vendor).await;
    assert_eq!((other.status.as_u16(), other.body), (404, format!("System with ID '{}' not found.", known::SENDER_SYSTEM)));
    only_finding(&vendor.send(Method::PUT, &own, &system()).await, "AUTH.VLD-00012", "systemid");
    let mut taken = with("id", json!(known::SENDER_SYSTEM));
    taken["clientId"] = json!([known::client("recipient").unwrap().id]);
    only_finding(&vendor.send(Method::PUT, &own, &taken).await, "AUTH.VLD-00004", "clientid");
    sandbox.stop().await;
}

pub fn only_finding(answer: &Answer, code: &str, path: &str) -> Value {
    assert_coded(answer, 400, "STD-00000");
    let body = answer.json();
    assert_eq!((&body["type"], &body["title"]), (&json!("urn:altinn:error:STD-00000"), &json!("One or more validation errors occurred.")));
    assert_eq!((&body["status"], &body["statusDescription"]), (&json!(400), &json!("Bad Request")));
    let rows = body["validationErrors"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{}", answer.body);
    assert_eq!((rows[0]["code"].as_str(), &rows[0]["paths"]), (Some(code), &json!([format!("/registersystemrequest/{path}")])));
    rows[0].clone()
}
