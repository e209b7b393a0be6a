//! Facts platform D.1 and the common rules of D: the system register.

use super::*;

const REGISTER: &str = "authentication/api/v1/systemregister/vendor";

pub async fn vendor(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "sender", WRITE).await
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
    let broken = vendor.post(REGISTER).json(with("rights", Value::Null)).await;
    broken.is(500).header_is("content-type", "text/plain; charset=utf-8").text("Object reference not set to an instance of an object.");
    let smallest = json!({"id": id(), "vendor": system()["vendor"], "name": {"en": "a"}, "description": {}, "unknown": 1});
    vendor.post(REGISTER).json(&smallest).await.is(200);
    let read = vendor.get(format!("{REGISTER}/{}", id())).await.json();
    let expected = json!({"id": id(), "vendor": {"ID": format!("0192:{}", known::SENDER.number)}, "name": {"en": "a"}, "description": {}, "rights": [],
                          "accessPackages": [], "isDeleted": false, "clientId": [], "isVisible": true, "allowedRedirectUrls": []});
    assert_eq!(read, expected);
    vendor.delete(format!("{REGISTER}/{}", id())).await.is(400).has("/title", "Bad Request").lacks("/errors");
    assert_eq!(vendor.get(format!("{REGISTER}/{}", id())).await.json()["isDeleted"], true, "deleted all the same");
    only_finding(&vendor.post(REGISTER).json(system()).await, "AUTH.VLD-00002", "systemid");
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
    vendor.post(REGISTER).json(&body).await.is(200);
    let read = vendor.get(format!("{REGISTER}/{}", id())).await.json();
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
        ("rights[0]", json!(["prov"])),
        ("rights[0].resource[0].id", json!([{"resource": [{"id": 1}]}])),
        ("accessPackages[0]", json!(["urn:altinn:accesspackage:skatt-naering"])),
        ("clientId", json!("one")),
        ("isVisible", json!("false")),
        ("allowedRedirectUrls[0]", json!([1])),
        ("allowedRedirectUrls[0]", json!(["https://"])),
    ] {
        let (name, _) = member.split_once('[').unwrap_or((member, ""));
        let answer = vendor.post(REGISTER).json(with(name, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        assert!(answer.json()["errors"][format!("$.{member}")].is_array(), "{}", answer.body);
    }
    let mut body = with("Rights", json!([{"Resource": [{"Id": "urn:altinn:resource", "VALUE": known::RESOURCE}]}]));
    body["ACCESSPACKAGES"] = json!([{"Urn": "urn:altinn:accesspackage:skatt-naering"}]);
    body.as_object_mut().unwrap().remove("rights");
    vendor.post(REGISTER).json(&body).await.is(200);
    let read = vendor.get(format!("{REGISTER}/{}", id())).await.json();
    assert_eq!((&read["rights"], read["accessPackages"].as_array().map(Vec::len)), (&json!([right(known::RESOURCE)]), Some(1)));
    for part in ["rights", "accesspackages"] {
        assert_eq!(vendor.put(format!("{REGISTER}/{}/{part}", id())).json(json!(["a"])).await.status, 400, "{part}");
    }
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn a_body_of_another_type_is_415_and_a_broken_one_400() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let text = vendor.post(REGISTER).header("Content-Type", "text/plain").body("{}").await;
    text.is(415).has("/title", "Unsupported Media Type").has("/type", "https://tools.ietf.org/html/rfc9110#section-15.5.16");
    let broken = vendor.post(REGISTER).header("Content-Type", "application/json").body("{").await;
    broken.is(400).header_is("content-type", "application/problem+json; charset=utf-8");
    assert!(broken.json()["errors"]["$"].is_array());
    let missing = vendor.post(REGISTER).json(json!({})).await;
    assert!(missing.json()["errors"]["$"][0].as_str().unwrap().ends_with("'id', 'vendor', 'name', 'description'."));
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn texts_are_bare_and_quoted_for_json() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let path = format!("{REGISTER}/ukjent/changelog");
    vendor.get(&path).await.is(404).header_is("content-type", "text/plain; charset=utf-8").text("System with ID ukjent not found.");
    let quoted = vendor.get(&path).header("Accept", "application/json").await;
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
    let admin = Caller::organisation(&sandbox, "sender", ADMIN).await;
    admin.post(REGISTER).json(system()).await.is(200);
    admin.get(REGISTER).await.is(200);
    let users = format!("authentication/api/v1/systemuser/vendor/bysystem/{}", known::SENDER_SYSTEM);
    admin.get(&users).await.is(200);
    let others = admin.get(format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).await;
    assert_eq!((others.status.as_u16(), others.body.as_str()), (403, ""), "it owns no more than its own");
    let request = "authentication/api/v1/systemuser/request/vendor";
    for (method, path) in [
        (Method::POST, request.to_owned()),
        (Method::GET, format!("{request}/bysystem/{}", known::SENDER_SYSTEM)),
        (Method::GET, "authentication/api/v1/systemuser/vendor/byquery?system-id=a&orgno=b".to_owned()),
    ] {
        let refused = admin.call(method, &path).json(json!({})).await;
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
    only_finding(&vendor.post(REGISTER).json(&body).await, "AUTH.VLD-00000", "vendor/id");
    body["vendor"] = json!({"ID": format!("0192:{}", known::RECIPIENT.number)});
    vendor.post(REGISTER).json(&body).await.is(500).header_is("content-type", "text/plain; charset=utf-8");
    body["rights"] = json!([right("gone")]);
    assert_eq!(vendor.post(REGISTER).json(&body).await.status, 403, "before any other finding is told");
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
    vendor.post(REGISTER).json(&visible).await.is(200);
    let one = format!("{REGISTER}/{}", id());
    let for_clients = json!([{"urn": "urn:altinn:accesspackage:regnskapsforer-lonn"}]);
    only_finding(&vendor.put(format!("{one}/accesspackages")).json(&for_clients).await, "AUTH.VLD-00018", "accesspackages");
    vendor.delete(&one).await.is(200);
    for part in ["rights", "accesspackages"] {
        let refused = vendor.put(format!("{one}/{part}")).json(json!([])).await;
        assert_eq!((refused.status.as_u16(), refused.body.as_str()), (400, "Cannot update a system marked as deleted."), "{part}");
    }
    let log = vendor.get(format!("{one}/changelog")).await.json();
    assert_eq!((log[0]["changeType"].as_str(), log[0].get("changedData")), (Some("delete"), None), "null members are left out");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn reads_of_others_and_of_nobody() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let unknown = vendor.get(format!("{REGISTER}/ukjent")).await;
    unknown.is(404).header_is("content-type", "application/problem+json; charset=utf-8");
    assert_eq!((unknown.json()["title"].clone(), unknown.json().get("code").cloned()), (json!("Not Found"), None));
    for path in [format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM), format!("{REGISTER}/{}/changelog", known::RECIPIENT_SYSTEM)] {
        vendor.get(&path).await.is(403).empty();
    }
    let portal = vendor.get("authentication/api/v1/systemregister").await;
    assert_eq!((portal.status.as_u16(), portal.body.as_str()), (403, ""), "an end user's scope is needed");
    vendor.get(format!("authentication/api/v1/systemregister/{}/rights", known::SENDER_SYSTEM)).await.is(403);
    let own = vendor.get(REGISTER).await;
    let members: Vec<String> = own.json()[0].as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        ["systemId", "systemVendorOrgNumber", "systemVendorOrgName", "name", "description", "rights", "accessPackages", "isVisible"]
    );
    own.header_is("cache-control", "no-store,no-cache").header_is("pragma", "no-cache").has("/0/systemVendorOrgName", "");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn the_parts_are_replaced_and_the_change_log_tells() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let one = format!("{REGISTER}/{}", id());
    let guid = vendor.post(REGISTER).json(with("clientId", json!([known::client("off-system").unwrap().id]))).await.json();
    vendor.put(&one).json(with("isVisible", json!(true))).await.body_is(json!({"succeeded": true}));
    assert_eq!(vendor.get(&one).await.json()["clientId"], json!([]), "every field is replaced, the clients too");
    vendor.put(format!("{one}/rights")).json(json!([right("prov-generell")])).await.body_is(json!({"succeeded": true}));
    let package = json!([{"urn": "urn:altinn:accesspackage:skatt-naering"}]);
    vendor.put(format!("{one}/accesspackages")).json(&package).await.body_is(json!({"succeeded": true}));
    vendor.put(format!("{one}/rights")).json(json!([right("borte")])).await.is(400);
    let unknown = vendor.put(format!("{REGISTER}/ukjent/rights")).json(json!([])).await;
    unknown.is(500).header_is("cache-control", "no-cache,no-store").header_is("pragma", "no-cache").header_is("expires", "-1");
    vendor.put(format!("{REGISTER}/{}/rights", known::RECIPIENT_SYSTEM)).json(json!([])).await.is(403).empty();
    let log = vendor.get(format!("{one}/changelog")).await.json();
    let kinds: Vec<&str> = log.as_array().unwrap().iter().filter_map(|row| row["changeType"].as_str()).collect();
    assert_eq!(kinds, ["accesspackageupdate", "rightsupdate", "update", "create"], "the newest first");
    let rights = json!([{"Action": null, "Resource": right("prov-generell")["resource"]}]);
    assert_eq!((&log[1]["systemInternalId"], &log[1]["changedData"]), (&guid, &rights));
    assert_eq!(log[0]["changedData"], json!([{"Urn": "urn:altinn:accesspackage:skatt-naering"}]));
    assert_eq!(
        (&log[1]["changedByOrgNumber"], &log[1]["clientId"]),
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
    vendor.put(format!("{REGISTER}/{}", known::RECIPIENT_SYSTEM)).json(system()).await.is(403).empty();
    let own = format!("{REGISTER}/{}", known::SENDER_SYSTEM);
    let foreign_vendor = with("vendor", json!({"ID": format!("0192:{}", known::RECIPIENT.number)}));
    let other = vendor.put(&own).json(&foreign_vendor).await;
    assert_eq!((other.status.as_u16(), other.body), (404, format!("System with ID '{}' not found.", known::SENDER_SYSTEM)));
    only_finding(&vendor.put(&own).json(system()).await, "AUTH.VLD-00012", "systemid");
    let mut taken = with("id", json!(known::SENDER_SYSTEM));
    taken["clientId"] = json!([known::client("recipient").unwrap().id]);
    only_finding(&vendor.put(&own).json(&taken).await, "AUTH.VLD-00004", "clientid");
    let twice = known::client("off-system").unwrap().id;
    taken["clientId"] = json!([twice, twice.to_uppercase()]);
    let row = only_finding(&vendor.put(&own).json(&taken).await, "AUTH.VLD-00011", "clientid");
    assert_eq!(row["title"], "Request contains duplicate client ids");
    taken["clientId"] = json!([known::client("recipient").unwrap().id, known::client("recipient").unwrap().id.to_uppercase()]);
    let refused = vendor.put(&own).json(&taken).await.json();
    let codes: Vec<_> = refused["validationErrors"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["AUTH.VLD-00011", "AUTH.VLD-00004", "AUTH.VLD-00004"], "once for each client id");
    taken["clientId"] = json!([]);
    taken["rights"] = Value::Null;
    vendor.put(&own).json(&taken).await.is(500).header_is("cache-control", "no-cache,no-store");
    let nothing = vendor.put(&own).header("Content-Type", "application/json").await;
    nothing.is(400).has("/errors/proposedUpdateToSystem/0", "The proposedUpdateToSystem field is required.");
    sandbox.stop().await;
}

/// Facts platform D.
#[tokio::test]
async fn a_member_that_is_null_where_it_may_not_be_is_told_alone() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let attribute = |value: Value| json!([{"resource": [{"id": "urn:altinn:resource", "value": value}]}]);
    let required = |name: &str| format!("The {name} field is required.");
    for (member, value, errors) in [
        ("id", Value::Null, json!({"Id": [required("Id")]})),
        ("name", Value::Null, json!({"Name": [required("Name")]})),
        ("description", Value::Null, json!({"Description": [required("Description")]})),
        ("clientId", Value::Null, json!({"ClientId": [required("ClientId")]})),
        ("allowedRedirectUrls", Value::Null, json!({"AllowedRedirectUrls": [required("AllowedRedirectUrls")]})),
        (
            "vendor",
            json!({"ID": null}),
            json!({"Vendor.ID": [required("ID")], "SystemVendorOrgNumber": [required("SystemVendorOrgNumber")]}),
        ),
        ("rights", attribute(Value::Null), json!({"Rights[0].Resource[0].Value": [required("Value")]})),
        ("rights", json!([{"resource": null}]), json!({"Rights[0].Resource": [required("Resource")]})),
        ("accessPackages", json!([{"urn": null}]), json!({"AccessPackages[0].Urn": [required("Urn")]})),
    ] {
        vendor.post(REGISTER).json(with(member, value)).await.is(400).has("/errors", errors);
    }
    vendor.post(REGISTER).json(with("vendor", Value::Null)).await.is(500).header_is("expires", "-1");
    let part = vendor.put(format!("{REGISTER}/{}/rights", known::SENDER_SYSTEM)).json(attribute(Value::Null)).await;
    part.is(400).has("/errors", json!({"[0].Resource[0].Value": [required("Value")]}));
    let package = vendor.post(REGISTER).json(with("accessPackages", json!([{}]))).await;
    let text = package.is(400).json()["errors"]["$.accessPackages[0]"][0].clone();
    assert!(text.as_str().unwrap().ends_with("was missing required properties including: 'urn'."), "{text}");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn an_id_is_trimmed_and_may_be_the_number_alone() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    vendor.post(REGISTER).json(with("id", json!(format!("  {}\t", id())))).await.is(200);
    vendor.get(format!("{REGISTER}/{}", id())).await.is(200);
    vendor.post(REGISTER).json(with("id", json!(known::SENDER.number))).await.is(200);
    let longer = with("id", json!(format!("{}9_x", known::SENDER.number)));
    only_finding(&vendor.post(REGISTER).json(longer).await, "AUTH.VLD-00001", "systemid");
    sandbox.stop().await;
}

/// Facts platform D.1.
#[tokio::test]
async fn a_client_sent_twice_is_a_conflict_and_nothing_is_stored() {
    let sandbox = open().await;
    let vendor = vendor(&sandbox).await;
    let client = known::client("off-system").unwrap().id;
    let refused = vendor.post(REGISTER).json(with("clientId", json!([client, client]))).await;
    refused.is(409).header_is("content-type", "text/plain; charset=utf-8").text(&format!("The System already exist: {}", id()));
    vendor.get(format!("{REGISTER}/{}", id())).await.is(404);
    vendor.post(REGISTER).json(with("clientId", json!([client]))).await.is(200);
    let again = vendor.post(REGISTER).json(with("clientId", json!([client]))).await.json();
    let codes: Vec<_> = again["validationErrors"].as_array().unwrap().iter().map(|row| row["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["AUTH.VLD-00002", "AUTH.VLD-00004"]);
    sandbox.stop().await;
}

pub fn only_finding(answer: &Answer, code: &str, path: &str) -> Value {
    answer.is(400).code("STD-00000");
    let body = answer.json();
    assert_eq!((&body["type"], &body["title"]), (&json!("urn:altinn:error:STD-00000"), &json!("One or more validation errors occurred.")));
    assert_eq!((&body["status"], &body["statusDescription"]), (&json!(400), &json!("Bad Request")));
    let rows = body["validationErrors"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{}", answer.body);
    assert_eq!((rows[0]["code"].as_str(), &rows[0]["paths"]), (Some(code), &json!([format!("/registersystemrequest/{path}")])));
    rows[0].clone()
}
