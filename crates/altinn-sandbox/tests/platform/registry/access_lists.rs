//! Facts platform E.2: access lists.

use super::*;

const LISTS: &str = "resourceregistry/api/v1/access-lists";
const WRITE: &str = "altinn:resourceregistry/accesslist.write altinn:resourceregistry/accesslist.read";
const OWN: &str = "resourceregistry/api/v1/access-lists/prov/venner";

async fn owner(sandbox: &Sandbox) -> Calls<'_> {
    Calls::organisation(sandbox, "service-owner", WRITE).await
}

async fn made(sandbox: &Sandbox) -> (Calls<'_>, Answer) {
    let owner = owner(sandbox).await;
    let made = owner.send(Method::PUT, OWN, &json!({"name": "Venner", "description": "Who may send"})).await;
    (owner, made)
}

fn member(number: &str) -> Value {
    json!(format!("urn:altinn:organization:identifier-no:{number}"))
}

fn members(list: &Value) -> Vec<String> {
    let rows = list["data"].as_array().unwrap();
    rows.iter().map(|row| row["identifiers"]["urn:altinn:organization:identifier-no"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_list_is_put_read_and_deleted_with_its_tag() {
    let sandbox = open().await;
    let (owner, made) = made(&sandbox).await;
    assert_eq!(made.status, 200, "{}", made.body);
    let body = made.json();
    let names: Vec<&String> = body.as_object().unwrap().keys().collect();
    assert_eq!(names, ["urn", "identifier", "name", "description", "createdAt", "updatedAt"]);
    assert_eq!((&body["urn"], &body["createdAt"]), (&json!("urn:altinn:access-list:prov:venner"), &body["updatedAt"]));
    assert!(made.header("etag").starts_with('"') && made.header("last-modified").ends_with(" GMT"));
    assert!(body["createdAt"].as_str().unwrap().ends_with("+00:00"));

    let read = owner.get(OWN).await;
    assert_eq!((read.header("etag"), read.json()), (made.header("etag"), body));
    let unchanged = Answer::of(owner.request(Method::GET, OWN).header("If-None-Match", made.header("etag"))).await;
    assert_eq!((unchanged.status.as_u16(), unchanged.body.as_str()), (304, ""));
    let all = owner.get(&format!("{LISTS}/prov")).await.json();
    assert_eq!((all["data"].as_array().map(Vec::len), &all["links"]), (Some(2), &json!({})));

    let deleted = owner.bare(Method::DELETE, OWN).await;
    assert_eq!((deleted.status.as_u16(), deleted.json()["identifier"].as_str()), (200, Some("venner")));
    let again = owner.bare(Method::DELETE, OWN).await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (204, ""));
    assert_eq!(owner.get(OWN).await.status, 404);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_stale_if_match_is_412() {
    let sandbox = open().await;
    let (owner, made) = made(&sandbox).await;
    let put = |header: &'static str, value: String| {
        let body = json!({"name": "Venner 2"}).to_string();
        owner.request(Method::PUT, OWN).header("Content-Type", "application/json").header(header, value).body(body)
    };
    let tag = made.header("etag").to_owned();
    let changed = Answer::of(put("If-Match", tag.clone())).await;
    assert_eq!((changed.status.as_u16(), changed.json()["description"].as_str()), (200, Some("")));
    assert_ne!(changed.header("etag"), tag);
    assert_eq!(Answer::of(put("If-Match", tag.clone())).await.status, 412);
    assert_eq!(Answer::of(put("If-None-Match", "*".to_owned())).await.status, 412);
    assert_eq!(Answer::of(owner.request(Method::DELETE, OWN).header("If-Match", tag)).await.status, 412);
    sandbox.stop().await;
}

#[tokio::test]
async fn members_are_added_taken_off_and_replaced() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/members");
    let call = async |method: Method, numbers: &[&str]| {
        let data: Vec<Value> = numbers.iter().map(|number| member(number)).collect();
        owner.send(method, &path, &json!({"data": data})).await
    };
    let added = call(Method::POST, &[known::SENDER.number, known::RECIPIENT.number]).await;
    assert_eq!((added.status.as_u16(), members(&added.json())), (200, vec![known::SENDER.number.into(), known::RECIPIENT.number.into()]));
    let row = &added.json()["data"][0];
    assert_eq!(row["id"], format!("urn:altinn:party:uuid:{}", row["identifiers"]["urn:altinn:party:uuid"].as_str().unwrap()));
    assert!(row["since"].is_string() && row["identifiers"]["urn:altinn:party:id"].is_u64());
    let removed = call(Method::DELETE, &[known::SENDER.number]).await;
    assert_eq!(members(&removed.json()), [known::RECIPIENT.number]);
    let since = removed.json()["data"][0]["since"].clone();
    let replaced = call(Method::PUT, &[known::VENDOR.number, known::RECIPIENT.number]).await;
    assert_eq!(members(&replaced.json()), [known::RECIPIENT.number, known::VENDOR.number]);
    assert_eq!(replaced.json()["data"][0]["since"], since, "who was there stays");
    assert_eq!(owner.get(&path).await.json(), replaced.json());
    let by_uuid = owner.send(Method::DELETE, &path, &json!({"data": [replaced.json()["data"][1]["id"]]})).await;
    assert_eq!(members(&by_uuid.json()), [known::RECIPIENT.number]);
    sandbox.stop().await;
}

#[tokio::test]
async fn members_are_refused_when_too_many_or_unknown() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/members");
    let many = json!({"data": vec![member(known::SENDER.number); 101]});
    for (method, code, title) in [
        (Method::PUT, "RR.VLD-00000", "Cannot replace more than 100 members at a time. Use POST and DELETE methods instead."),
        (Method::POST, "RR.VLD-00001", "Cannot add or remove more than 100 members at a time."),
        (Method::DELETE, "RR.VLD-00001", "Cannot add or remove more than 100 members at a time."),
    ] {
        let answer = owner.send(method, &path, &many).await;
        assert_coded(&answer, 400, "STD-00000");
        let row = &answer.json()["validationErrors"][0];
        assert_eq!((row["code"].as_str(), row["title"].as_str()), (Some(code), Some(title)));
    }
    let unknown = owner.send(Method::POST, &path, &json!({"data": [member("991825827")]})).await;
    assert_coded(&unknown, 400, "RR-00001");
    assert_eq!(
        (unknown.json()["title"].clone(), unknown.json()["type"].clone()),
        (json!("One or more party references not found."), json!("urn:altinn:error:RR-00001"))
    );
    assert_eq!(owner.send(Method::POST, &format!("{LISTS}/prov/ukjent/members"), &json!({"data": []})).await.status, 404);
    assert_eq!(owner.send(Method::POST, &path, &json!({})).await.status, 400);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_resource_is_connected_with_and_without_a_filter() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/resource-connections/{}", known::RESOURCE);
    let filtered = owner.send(Method::PUT, &path, &json!({"actionFilters": ["write"]})).await;
    assert_eq!(filtered.status, 200, "{}", filtered.body);
    let names: Vec<String> = filtered.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["resourceIdentifier", "actionFilters", "createdAt", "updatedAt"]);
    let plain = owner.send(Method::PUT, &path, &json!({})).await.json();
    assert!(plain.get("actionFilters").is_none() && plain["createdAt"] == filtered.json()["createdAt"]);
    assert_eq!(owner.get(&format!("{OWN}/resource-connections")).await.json()["data"], json!([plain]));
    assert_eq!(owner.bare(Method::DELETE, &path).await.json()["resourceIdentifier"], known::RESOURCE);
    assert_eq!(owner.bare(Method::DELETE, &path).await.status, 204);

    let missing = owner.send(Method::PUT, &format!("{OWN}/resource-connections/borte"), &json!({})).await;
    assert_coded(&missing, 400, "RR-00002");
    assert_eq!(missing.json()["title"], "One or more resource references not found.");
    let nowhere = owner.send(Method::PUT, &format!("{LISTS}/prov/ukjent/resource-connections/borte"), &json!({})).await;
    assert_coded(&nowhere, 400, "RR-00002");
    let nowhere = owner.send(Method::PUT, &format!("{LISTS}/prov/ukjent/resource-connections/{}", known::RESOURCE), &json!({})).await;
    assert_eq!(nowhere.status, 404, "the resource is looked at before the list");
    let theirs = owner.send(Method::PUT, &format!("{OWN}/resource-connections/{}", known::NEWCOMER_RESOURCE), &json!({})).await;
    assert_coded(&theirs, 403, "RR-00004");
    assert_eq!(
        theirs.json()["title"],
        "Cannot create a access-list connection to a resource not owned by the same service-owner as the access-list."
    );
    sandbox.stop().await;
}

#[tokio::test]
async fn access_lists_ask_for_token_scope_owner_in_that_order() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox).send(Method::PUT, OWN, &json!({})).await;
    assert_eq!((nobody.status.as_u16(), nobody.body.as_str(), nobody.header("www-authenticate")), (401, "", ""));
    let reader = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.read").await;
    assert_eq!(reader.get(&format!("{LISTS}/prov")).await.status, 200);
    let refused = reader.send(Method::PUT, OWN, &json!({"name": "a"})).await;
    assert_eq!((refused.status.as_u16(), refused.body.as_str()), (403, ""));
    let owner = owner(&sandbox).await;
    let unknown = owner.send(Method::PUT, &format!("{LISTS}/ukjent/venner"), &json!({"name": "a"})).await;
    let row = &unknown.json()["validationErrors"][0];
    assert_eq!((unknown.status.as_u16(), row["code"].as_str(), &row["paths"]), (400, Some("RR.VLD-00010"), &json!(["/$PATH/owner"])));
    assert_eq!(row["title"], "Access list owner must be a valid and registered org-code.");
    assert_eq!(owner.send(Method::PUT, &format!("{LISTS}/nyk/venner"), &json!({"name": "a"})).await.status, 403);
    let nameless = owner.send(Method::PUT, OWN, &json!({})).await;
    assert_eq!((nameless.status.as_u16(), nameless.json()["errors"]["Name"].is_array()), (400, true));
    let text = Answer::of(Calls::nobody(&sandbox).request(Method::PUT, OWN).header("Content-Type", "text/plain").body("a")).await;
    assert_eq!((text.status.as_u16(), text.body.as_str()), (415, ""), "before anybody asks who calls");
    assert_eq!(Answer::of(owner.request(Method::PUT, OWN)).await.json()["title"], "Unsupported Media Type");
    sandbox.stop().await;
}

#[tokio::test]
async fn memberships_are_for_administrators() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!(
        "{LISTS}/memberships?party=urn:altinn:organization:identifier-no:{}&resource=urn:altinn:resource:prov-tilgangsliste",
        known::SENDER.number
    );
    assert_eq!(owner.get(&path).await.status, 403);
    let scope = "altinn:resourceregistry/resource.admin";
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("service-owner").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&known::SERVICE_OWNER.number.parse().unwrap()).unwrap().push(scope.to_owned());
    drop(world);
    let raw = Assertion::of(&sandbox, "service-owner", scope).await.token(&sandbox).await;
    let admin = Calls { sandbox: &sandbox, token: Some(raw) };
    let rows = admin.get(&path).await.json();
    assert_eq!(rows["data"][0]["party"], format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    assert_eq!(rows["data"][0]["resource"], "urn:altinn:resource:prov-tilgangsliste");
    assert_eq!(admin.get(&path.replace(known::SENDER.number, known::RECIPIENT.number)).await.json(), json!({"data": []}));
    sandbox.stop().await;
}

#[tokio::test]
async fn access_lists_are_read_by_their_owner_alone() {
    let sandbox = open().await;
    let path = format!("{LISTS}/prov/partnere/members");
    assert_eq!(Calls::nobody(&sandbox).get(&path).await.status, 401);
    assert_eq!(Calls::service_owner(&sandbox).await.get(&path).await.status, 403);
    let newcomer = Calls::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    assert_eq!(newcomer.get(&path).await.status, 403);
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    let members = owner.get(&path).await.json();
    assert_eq!(members["data"][0]["identifiers"]["urn:altinn:organization:identifier-no"], known::SENDER.number);
    let connections = owner.get(&format!("{LISTS}/prov/partnere/resource-connections")).await.json();
    assert_eq!(connections["data"][0]["resourceIdentifier"], "prov-tilgangsliste");
    let unknown = owner.get(&format!("{LISTS}/nobody")).await.json();
    assert_eq!(unknown["validationErrors"][0]["code"], "RR.VLD-00010");
}
