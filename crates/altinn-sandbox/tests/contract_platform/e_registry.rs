//! Facts platform E and E.1: resources, policies, and who gets in, with and without the decision point's caches.

use super::calls::{Calls, assert_coded};
use super::sandbox_support::{Answer, open, started};
use altinn_sandbox::{Caches, Gateway, Options, People, Sandbox, Strictness, known};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

const BASE: &str = "resourceregistry/api/v1/resource";

pub(super) async fn owner(sandbox: &Sandbox) -> Calls<'_> {
    Calls::organisation(sandbox, "service-owner", "altinn:resourceregistry/resource.write").await
}

pub(super) fn resource(id: &str) -> Value {
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    json!({"identifier": id, "title": three, "description": three, "rightDescription": three, "resourceType": "BrokerService",
           "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}})
}

fn with(member: &str, value: Value) -> Value {
    let mut body = resource("nytt-eksempel");
    body[member] = value;
    body
}

#[tokio::test]
async fn e_each_rule_of_a_resource_by_its_key_and_text() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let id = "Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters";
    let no_right = json!({"nb": "b", "nn": "c"});
    for (body, key, text) in [
        (with("identifier", json!("abc")), "Identifier", id),
        (with("identifier", json!("Stor-bokstav")), "Identifier", id),
        (with("identifier", json!("se_1234")), "Identifier", "Invalid prefix. Only to be used for Altinn 2 services"),
        (with("identifier", json!("app_prov_x")), "Identifier", "Invalid Prefix. app_ is only for Altinn Studio apps"),
        (with("resourceType", Value::Null), "ResourceType", "ResourceType needs to be set"),
        (
            with("hasCompetentAuthority", json!({"organization": "", "orgcode": "prov"})),
            "HasCompetentAuthority.Organization",
            "HasCompetentAuthority needs to be set with valid organization number",
        ),
        (with("title", json!({"nb": "b", "nn": "c"})), "Title", "Missing title in english en"),
        (with("description", json!({"en": "a", "nn": "c"})), "Description", "Missing Description in bokmal nb"),
        (with("rightDescription", no_right), "RightDescription", "Missing RightDescription in english en"),
    ] {
        let answer = owner.post(BASE, &body).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (400, "application/json; charset=utf-8"), "{}", answer.body);
        assert_eq!(
            (&answer.json()["errors"], &answer.json()["title"]),
            (&json!({key: [text]}), &json!("One or more validation errors occurred."))
        );
    }
    let mut undelegable = with("rightDescription", Value::Null);
    undelegable["delegable"] = json!(false);
    assert_eq!(owner.post(BASE, &undelegable).await.status, 201);
    sandbox.stop().await;
}

#[tokio::test]
async fn e_post_without_identifier_or_authority_breaks_and_a_broken_body_is_400() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    for member in ["identifier", "hasCompetentAuthority"] {
        assert_eq!(owner.post(BASE, &with(member, Value::Null)).await.status, 500, "{member}");
    }
    let broken = Answer::of(owner.request(Method::POST, BASE).header("Content-Type", "application/json").body("{")).await;
    assert_eq!((broken.status.as_u16(), broken.json()["errors"]["$"].is_array()), (400, true));
    sandbox.stop().await;
}

#[tokio::test]
async fn e_a_member_of_another_kind_is_found_before_any_rule() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    for (member, value) in [
        ("identifier", json!(1)),
        ("title", json!("a")),
        ("title", json!({"en": 1})),
        ("delegable", json!("true")),
        ("contactPoints", json!({})),
        ("hasCompetentAuthority", json!("prov")),
        ("resourceType", json!("Filutveksling")),
        ("accessListMode", json!("On")),
        ("availableForType", json!(["Everybody"])),
    ] {
        let answer = owner.post(BASE, &with(member, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        assert!(answer.json()["errors"][format!("$.{member}")].is_array(), "{}", answer.body);
    }
    let mut loose = with("resourceType", json!("brokerservice"));
    loose["accessListMode"] = json!("enabled");
    assert_eq!(owner.post(BASE, &loose).await.status, 201);
    let read = owner.get(&format!("{BASE}/nytt-eksempel")).await.json();
    assert_eq!((&read["resourceType"], &read["accessListMode"]), (&json!("BrokerService"), &json!("Enabled")));
    sandbox.stop().await;
}

#[tokio::test]
async fn e_a_type_must_be_chosen_and_a_number_of_nobody_owns_nothing() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let default = owner.post(BASE, &with("resourceType", json!("Default"))).await;
    assert_eq!(default.json()["errors"], json!({"ResourceType": ["ResourceType needs to be set"]}));
    let nobodys = owner.post(BASE, &with("hasCompetentAuthority", json!({"organization": "12", "orgcode": "prov"}))).await;
    assert_eq!((nobodys.status.as_u16(), nobodys.body.as_str()), (403, ""));
    let both = owner.post(BASE, &with("identifier", json!("app_X"))).await.json();
    assert_eq!(both["errors"]["Identifier"].as_array().map(Vec::len), Some(2), "{both}");
    sandbox.stop().await;
}

#[tokio::test]
async fn e_a_body_of_another_type_never_comes_to_the_service() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let nobody = Calls::nobody(&sandbox);
    let text = Answer::of(nobody.request(Method::POST, BASE).header("Content-Type", "text/plain").body("{}")).await;
    assert_eq!((text.status.as_u16(), text.body.as_str()), (415, ""), "before anybody asks who calls");
    let typed = |path: String| nobody.request(Method::GET, &path).header("Content-Type", "text/xml");
    let rules = Answer::of(typed(format!("{BASE}/{}/policy/rules", known::RESOURCE))).await;
    assert_eq!((rules.status.as_u16(), rules.body.as_str()), (415, ""), "a look-up takes JSON alone too");
    assert_eq!(Answer::of(typed(format!("{BASE}/{}", known::RESOURCE))).await.status, 200);
    assert_eq!(Answer::of(nobody.request(Method::POST, BASE)).await.status, 401);
    let none = Answer::of(owner.request(Method::POST, BASE)).await;
    assert_eq!((none.status.as_u16(), none.json()["title"].as_str()), (415, Some("Unsupported Media Type")));
    sandbox.stop().await;
}

#[tokio::test]
async fn e_another_method_is_405_and_another_address_404() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    for (method, path, allowed) in [
        (Method::PATCH, format!("{BASE}/{}", known::RESOURCE), "DELETE, GET, PUT"),
        (Method::DELETE, format!("{BASE}/{}/policy", known::RESOURCE), "GET, POST, PUT"),
        (Method::GET, BASE.to_owned(), "POST"),
        (Method::POST, "resourceregistry/api/v1/access-lists/prov".to_owned(), "GET"),
        (Method::DELETE, "authentication/api/v1/systemregister/vendor".to_owned(), "GET, POST"),
        (Method::PUT, "authentication/api/v1/systemuser/request/vendor".to_owned(), "POST"),
    ] {
        let answer = nobody.bare(method, &path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str(), answer.header("allow")), (405, "", allowed), "{path}");
    }
    for path in [format!("{BASE}/{}/politikk", known::RESOURCE), "authentication/api/v1/systemuser/vendor".to_owned()] {
        let answer = nobody.get(&path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""), "{path}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn e_all_json_is_indented_and_problems_are_json_too() {
    let sandbox = open().await;
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.write").await;
    let list = owner.get("resourceregistry/api/v1/access-lists/prov/partnere").await;
    assert!(list.body.starts_with("{\n  \"urn\""), "{}", list.body);
    let path = "resourceregistry/api/v1/access-lists/prov/partnere/resource-connections/borte";
    for problem in [owner.send(Method::PUT, path, &json!({})).await, owner.get(&format!("{BASE}/ukjent-en")).await] {
        assert_eq!(problem.header("content-type"), "application/json; charset=utf-8");
        assert!(problem.body.starts_with("{\n  \"type\""), "{}", problem.body);
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn e_earlier_versions_stay_and_versions_are_counted_over_the_whole_registry() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{BASE}/nytt-eksempel");
    assert_eq!(owner.post(BASE, &resource("nytt-eksempel")).await.status, 201);
    let first = owner.get(&own).await.json();
    assert_eq!(owner.post(BASE, &resource("et-annet")).await.status, 201);
    let renamed = with("title", json!({"en": "z", "nb": "z", "nn": "z"}));
    assert_eq!(owner.send(Method::PUT, &own, &renamed).await.status, 200);
    let second = owner.get(&own).await.json();
    let version = |of: &Value| of["versionId"].as_u64().unwrap();
    assert_eq!(version(&second), version(&first) + 2, "the other resource is between them");
    assert_eq!(owner.get(&format!("{own}?versionId={}", version(&first))).await.json(), first);
    assert_eq!(owner.get(&format!("{own}?versionId={}", version(&second))).await.json(), second);
    assert_eq!(owner.get(&format!("{own}?versionId={}", version(&first) + 1)).await.status, 404, "another's");
    owner.bare(Method::DELETE, &own).await;
    assert_eq!(owner.get(&format!("{own}?versionId={}", version(&first))).await.status, 404);
    sandbox.stop().await;
}

#[tokio::test]
async fn e_what_has_changed_comes_in_pages_that_lead_on() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let file = owner.get(&format!("{BASE}/{}/policy", known::RESOURCE)).await.body;
    assert_eq!(upload(&owner, known::RESOURCE, "policyFile", &file).await.status, 201);
    owner.post(BASE, &resource("uten-policy")).await;
    for (call, limit, member) in [("changes", 4, "resourceId"), ("updated", 7, "resourceUrn")] {
        let whole = owner.get(&format!("{BASE}/{call}")).await.json();
        assert_eq!(whole["links"], json!({}));
        let (mut rows, mut next) = (Vec::new(), format!("{BASE}/{call}?limit={limit}"));
        loop {
            let page = owner.get(&next).await.json();
            rows.extend(page["data"].as_array().unwrap().clone());
            match page["links"]["next"].as_str() {
                Some(address) => next = address.strip_prefix(sandbox.origin.as_str()).unwrap().to_owned(),
                None => break,
            }
            assert_eq!(page["data"].as_array().map(Vec::len), Some(limit));
        }
        assert_eq!(json!(rows), whole["data"], "{call}");
        assert!(rows.last().unwrap()[member].as_str().unwrap().ends_with(known::RESOURCE), "the latest change comes last");
        for wrong in ["0", "1001", "-1"] {
            let refused = owner.get(&format!("{BASE}/{call}?limit={wrong}")).await;
            assert_coded(&refused, 400, "STD-00000");
        }
        assert_eq!(owner.get(&format!("{BASE}/{call}?limit=x")).await.status, 400);
        assert_eq!(owner.get(&format!("{BASE}/{call}?token=%25")).await.status, 400);
    }
    let rows = owner.get(&format!("{BASE}/changes")).await.json();
    assert_eq!(rows["data"].as_array().map(Vec::len), Some(known::RESOURCES.len()), "each once, and only those with a policy");
    assert_eq!(rows["data"][0].as_object().unwrap().keys().collect::<Vec<_>>(), ["resourceId", "changedAt"]);
    sandbox.stop().await;
}

#[tokio::test]
async fn e_put_and_delete_in_their_order() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{BASE}/{}", known::RESOURCE);
    let unknown = owner.send(Method::PUT, &format!("{BASE}/ukjent-en"), &resource("annet")).await;
    assert_eq!((unknown.status.as_u16(), unknown.json()["title"].clone()), (404, json!("Not Found")));
    let other = owner.send(Method::PUT, &own, &resource("annet")).await;
    assert_eq!((other.status.as_u16(), other.body.as_str()), (400, "Id in path does not match ID in resource"));
    let mut bare = resource(known::RESOURCE);
    bare.as_object_mut().unwrap().remove("contactPoints");
    let bare = owner.send(Method::PUT, &own, &bare).await;
    assert_eq!((bare.status.as_u16(), &bare.json()["errors"]["ContactPoints"]), (400, &json!(["The ContactPoints field is required."])));
    let mut theirs = resource(known::RESOURCE);
    theirs["hasCompetentAuthority"]["organization"] = json!(known::NEWCOMER.number);
    let theirs = owner.send(Method::PUT, &own, &theirs).await;
    assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    assert_eq!(owner.send(Method::PUT, &own, &resource(known::RESOURCE)).await.status, 200);
    assert_eq!(owner.bare(Method::DELETE, &format!("{BASE}/ukjent-en")).await.status, 404);
    assert_eq!(owner.bare(Method::DELETE, &format!("{BASE}/{}", known::NEWCOMER_RESOURCE)).await.status, 403);
    let gone = owner.bare(Method::DELETE, &own).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (204, ""));
    assert_eq!(owner.get(&format!("{own}/policy")).await.body, "Unable to find resource");
    sandbox.stop().await;
}

pub(super) async fn upload(calls: &Calls<'_>, target: &str, part: &str, file: &str) -> Answer {
    let body = format!("--b\r\nContent-Disposition: form-data; name=\"{part}\"; filename=\"policy.xml\"\r\n\r\n{file}\r\n--b--\r\n");
    let request = calls.request(Method::POST, &format!("{BASE}/{target}/policy"));
    Answer::of(request.header("Content-Type", "multipart/form-data; boundary=b").body(body)).await
}

#[tokio::test]
async fn e_a_policy_is_refused_in_the_services_order() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let file = owner.get(&format!("{BASE}/{}/policy", known::RESOURCE)).await.body;
    assert_eq!(upload(&owner, known::RESOURCE, "file", &file).await.body, "The policy file can not be null");
    assert_eq!(upload(&owner, "ukjent-en", "policyFile", &file).await.body, "Unknown resource");
    let unnamed = upload(&owner, known::RESOURCE, "policyFile", &file.replace("urn:altinn:resource\"", "urn:altinn:task\"")).await;
    assert_eq!(
        (unnamed.status.as_u16(), unnamed.body.as_str()),
        (400, "Policy not accepted: Contains rule without reference to registry resource id")
    );
    let other = upload(&owner, known::NEWCOMER_RESOURCE, "policyFile", &file).await;
    assert_eq!(other.body, "Policy not accepted: Contains rules for a different registry resource", "before the owner is asked about");
    let theirs = upload(&owner, known::NEWCOMER_RESOURCE, "policyFile", &file.replace(known::RESOURCE, known::NEWCOMER_RESOURCE)).await;
    assert_eq!((theirs.status.as_u16(), theirs.body.as_str()), (403, ""));
    let done = upload(&owner, known::RESOURCE, "policyFile", &file).await;
    assert_eq!((done.status.as_u16(), done.header("location")), (201, format!("{}/policy", known::RESOURCE).as_str()));
    sandbox.stop().await;
}

#[tokio::test]
async fn e_reads_over_every_resource_are_anonymous() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let list = nobody.get(&format!("{BASE}/resourcelist")).await.json();
    assert_eq!(list.as_array().map(Vec::len), Some(known::RESOURCES.len()));
    assert_eq!(list[0]["authorizationReference"], json!([{"id": "urn:altinn:resource", "value": known::RESOURCE}]));
    let found = nobody.get(&format!("{BASE}/Search?Id=kun-roller&ResourceType=BrokerService")).await.json();
    assert_eq!((found.as_array().map(Vec::len), found[0]["identifier"].as_str()), (Some(1), Some("prov-kun-roller")));
    let updated = nobody.get(&format!("{BASE}/updated?limit=3")).await.json();
    assert_eq!(
        (updated["data"].as_array().map(Vec::len), &updated["data"][0]["resourceUrn"]),
        (Some(3), &json!(format!("urn:altinn:resource:{}", known::RESOURCE)))
    );
    assert_eq!(nobody.get(&format!("{BASE}/updated?since=2999-01-01T00:00:00Z")).await.json()["data"], json!([]));
    let orgs = nobody.get(&format!("{BASE}/orgs")).await.json();
    assert_eq!(orgs["orgs"]["prov"]["orgnr"], known::SERVICE_OWNER.number);
    let version = nobody.get(&format!("{BASE}/{}?versionId=1", known::RESOURCE)).await;
    assert_eq!((version.status.as_u16(), version.json()["versionId"].clone()), (200, json!(1)));
    assert_eq!(nobody.get(&format!("{BASE}/{}?versionId=999", known::RESOURCE)).await.status, 404);
    assert_eq!(nobody.get(&format!("{BASE}/{}?versionId=x", known::RESOURCE)).await.status, 400);
    sandbox.stop().await;
}

#[tokio::test]
async fn e_no_policy_is_its_own_404() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    owner.post(BASE, &resource("nytt-eksempel")).await;
    let policy = owner.get(&format!("{BASE}/nytt-eksempel/policy")).await;
    assert_eq!((policy.status.as_u16(), policy.body.as_str()), (404, "Unable to find requested policy"));
    for part in ["rules", "rights", "subjects"] {
        assert_eq!(owner.get(&format!("{BASE}/nytt-eksempel/policy/{part}")).await.status, 404, "{part}");
    }
    sandbox.stop().await;
}

/// Whether the sender's system user gets in: the list call of Broker.
async fn gets_in(calls: &Calls<'_>) -> u16 {
    calls.get(&format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE)).await.status.as_u16()
}

#[tokio::test]
async fn e1_a_changed_policy_works_at_once_or_after_ten_minutes() {
    for (caches, changed) in [(Caches::Off, 401), (Caches::AsAltinn, 200)] {
        let strictness = Strictness { caches, ..Strictness::default() };
        let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
        let sender = Calls::sender(&sandbox).await;
        assert_eq!(gets_in(&sender).await, 200);
        let owner = owner(&sandbox).await;
        let file = owner.get(&format!("{BASE}/{}/policy", known::RESOURCE)).await.body;
        let nothing = file.replace(">read<", ">sign<").replace(">write<", ">sign<");
        assert_eq!(upload(&owner, known::RESOURCE, "policyFile", &nothing).await.status, 201);
        assert_eq!(gets_in(&sender).await, changed, "{caches:?}");
        sandbox.world().await.memory.pass(Duration::from_secs(10 * 60));
        assert_eq!(gets_in(&sender).await, 401, "{caches:?}");
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn e1_an_organisation_gets_in_by_a_rule_that_names_it_and_never_by_a_role() {
    let sandbox = open().await;
    let list = |resource: &str| format!("broker/api/v1/filetransfer?resourceId={resource}");
    let sender = Calls::organisation(&sandbox, "sender", "altinn:broker.write altinn:broker.read").await;
    assert_eq!(sender.get(&list("prov-kun-organisasjon")).await.status, 200);
    assert_eq!(sender.get(&list("prov-kun-roller")).await.status, 401, "a role decides who may delegate");
    let owner = Calls::service_owner(&sandbox).await;
    assert_eq!(owner.get(&list(known::RESOURCE)).await.status, 200, "by its code");
    assert_eq!(owner.get(&list("prov-kun-roller")).await.status, 401, "nobody has a right of itself");
    sandbox.stop().await;
}

#[tokio::test]
async fn e1_an_access_list_lets_its_members_in_for_the_actions_of_its_filter() {
    let sandbox = open().await;
    let list = "broker/api/v1/filetransfer?resourceId=prov-tilgangsliste";
    let (sender, recipient) = (Calls::sender(&sandbox).await, Calls::recipient(&sandbox).await);
    assert_eq!((sender.get(list).await.status.as_u16(), recipient.get(list).await.status.as_u16()), (200, 401));
    let mut world = sandbox.shared().world.lock().await;
    world.registry.list_mut("prov", "partnere").unwrap().connections[0].action_filters = Some(vec!["subscribe".to_owned()]);
    drop(world);
    assert_eq!(sender.get(list).await.status, 401, "neither read nor write is in the filter");
    sandbox.stop().await;
}
