//! Facts platform E.2: access lists.

use super::*;

const LISTS: &str = "resourceregistry/api/v1/access-lists";
const WRITE: &str = "altinn:resourceregistry/accesslist.write altinn:resourceregistry/accesslist.read";
const OWN: &str = "resourceregistry/api/v1/access-lists/prov/venner";

async fn owner(sandbox: &Sandbox) -> Caller<'_> {
    Caller::organisation(sandbox, "service-owner", WRITE).await
}

async fn made(sandbox: &Sandbox) -> (Caller<'_>, Answer) {
    let owner = owner(sandbox).await;
    let made = owner.put(OWN).json(json!({"name": "Venner", "description": "Who may send"})).await;
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
async fn a_list_that_is_put_comes_back_with_its_members_and_a_tag() {
    let sandbox = open().await;
    let (_, made) = made(&sandbox).await;
    made.is(200).has("/urn", "urn:altinn:access-list:prov:venner");
    assert_eq!(made.members(), ["urn", "identifier", "name", "description", "createdAt", "updatedAt"]);
    // `{"version":"1"}`: the lists that a new world holds have none of the sequence.
    made.header_is("etag", "W/\"eyJ2ZXJzaW9uIjoiMSJ9\"");
    assert!(made.header("last-modified").ends_with(" GMT"));
    let created = made.json()["createdAt"].clone();
    assert!(created.as_str().unwrap().ends_with("+00:00"), "{made}");
    made.has("/updatedAt", created);
}

#[tokio::test]
async fn a_list_is_read_as_it_was_put_and_not_again_while_its_tag_is_the_same() {
    let sandbox = open().await;
    let (owner, made) = made(&sandbox).await;
    owner.get(OWN).await.header_is("etag", made.header("etag")).body_is(made.json());
    owner.get(OWN).header("If-None-Match", made.header("etag")).await.is(304).empty();
}

#[tokio::test]
async fn the_lists_of_an_owner_are_on_one_page() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let all = owner.get(format!("{LISTS}/prov")).await;
    assert_eq!(all.has("/links", json!({})).json()["data"].as_array().map(Vec::len), Some(2), "{all}");
}

#[tokio::test]
async fn a_list_is_deleted_once_and_is_gone() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    owner.delete(OWN).await.is(200).has("/identifier", "venner");
    owner.delete(OWN).await.is(204).empty();
    owner.get(OWN).await.is(404);
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
    changed.is(200).has("/description", "");
    assert_ne!(changed.header("etag"), tag);
    Answer::of(put("If-Match", tag.clone())).await.is(412);
    Answer::of(put("If-None-Match", "*".to_owned())).await.is(412);
    owner.delete(OWN).header("If-Match", tag).await.is(412);
    sandbox.stop().await;
}

#[tokio::test]
async fn members_are_added_taken_off_and_replaced() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/members");
    let call = async |method: Method, numbers: &[&str]| {
        let data: Vec<Value> = numbers.iter().map(|number| member(number)).collect();
        owner.call(method, &path).json(json!({"data": data})).await
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
    let by_uuid = owner.delete(&path).json(json!({"data": [replaced.json()["data"][1]["id"]]})).await;
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
        let answer = owner.call(method, &path).json(&many).await;
        answer.is(400).code("STD-00000");
        let row = &answer.json()["validationErrors"][0];
        assert_eq!((row["code"].as_str(), row["title"].as_str()), (Some(code), Some(title)));
    }
    owner
        .post(&path)
        .json(json!({"data": [member("991825827")]}))
        .await
        .is(400)
        .code("RR-00001")
        .has("/title", "One or more party references not found.")
        .has("/type", "urn:altinn:error:RR-00001");
    owner.post(format!("{LISTS}/prov/ukjent/members")).json(json!({"data": []})).await.is(404);
    owner.post(&path).json(json!({})).await.is(400);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_resource_is_connected_with_and_without_a_filter() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/resource-connections/{}", known::RESOURCE);
    let filtered = owner.put(&path).json(json!({"actionFilters": ["write"]})).await;
    filtered.is(200);
    assert_eq!(filtered.members(), ["resourceIdentifier", "actionFilters", "createdAt", "updatedAt"]);
    let plain = owner.put(&path).json(json!({})).await;
    plain.lacks("/actionFilters").has("/createdAt", filtered.json()["createdAt"].clone());
    owner.get(format!("{OWN}/resource-connections")).await.has("/data", json!([plain.json()]));
}

#[tokio::test]
async fn a_connection_is_deleted_once() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!("{OWN}/resource-connections/{}", known::RESOURCE);
    owner.put(&path).json(json!({})).await.is(200);
    owner.delete(&path).await.has("/resourceIdentifier", known::RESOURCE);
    owner.delete(&path).await.is(204);
}

#[tokio::test]
async fn a_connection_looks_for_the_resource_before_the_list() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    owner
        .put(format!("{OWN}/resource-connections/borte"))
        .json(json!({}))
        .await
        .is(400)
        .code("RR-00002")
        .has("/title", "One or more resource references not found.");
    owner.put(format!("{LISTS}/prov/ukjent/resource-connections/borte")).json(json!({})).await.is(400).code("RR-00002");
    owner.put(format!("{LISTS}/prov/ukjent/resource-connections/{}", known::RESOURCE)).json(json!({})).await.is(404);
}

#[tokio::test]
async fn another_owners_resource_is_not_connected() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    owner
        .put(format!("{OWN}/resource-connections/{}", known::NEWCOMER_RESOURCE))
        .json(json!({}))
        .await
        .is(403)
        .code("RR-00004")
        .has("/title", "Cannot create a access-list connection to a resource not owned by the same service-owner as the access-list.");
}

#[tokio::test]
async fn access_lists_look_at_the_content_type_before_anybody_asks_who_calls() {
    let sandbox = open().await;
    sandbox.put(OWN).header("Content-Type", "text/plain").body("a").await.is(415).empty();
    owner(&sandbox).await.put(OWN).await.has("/title", "Unsupported Media Type");
}

#[tokio::test]
async fn access_lists_ask_for_a_token() {
    let sandbox = open().await;
    sandbox.put(OWN).json(json!({})).await.is(401).empty().header_is("www-authenticate", "");
}

#[tokio::test]
async fn with_the_scope_to_read_access_lists_nobody_writes_them() {
    let sandbox = open().await;
    let reader = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.read").await;
    reader.get(format!("{LISTS}/prov")).await.is(200);
    reader.put(OWN).json(json!({"name": "a"})).await.is(403).empty();
}

#[tokio::test]
async fn an_access_lists_owner_is_a_code_of_the_list_and_the_callers_own() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    owner
        .put(format!("{LISTS}/{}/venner", known::SERVICE_OWNER.number))
        .json(json!({"name": "a"}))
        .await
        .is(400)
        .has("/validationErrors/0/code", "RR.VLD-00010")
        .has("/validationErrors/0/paths", json!(["/$PATH/owner"]))
        .has("/validationErrors/0/title", "Access list owner must be a valid and registered org-code.");
    // Whose list it is comes before what is asked of it.
    owner.put(format!("{LISTS}/ukjent/venner")).body("{").header("Content-Type", "application/json").await.is(403).empty();
    owner.put(format!("{LISTS}/nyk/venner")).json(json!({"name": "a"})).await.is(403);
}

#[tokio::test]
async fn an_access_list_has_a_name() {
    let sandbox = open().await;
    let nameless = owner(&sandbox).await.put(OWN).json(json!({})).await;
    assert!(nameless.is(400).json()["errors"]["Name"].is_array(), "{nameless}");
}

#[tokio::test]
async fn memberships_are_for_administrators() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let path = format!(
        "{LISTS}/memberships?party=urn:altinn:organization:identifier-no:{}&resource=urn:altinn:resource:prov-tilgangsliste",
        known::SENDER.number
    );
    owner.get(&path).await.is(403);
    let scope = "altinn:resourceregistry/resource.admin";
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("service-owner").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&known::SERVICE_OWNER.number.parse().unwrap()).unwrap().push(scope.to_owned());
    drop(world);
    let raw = Assertion::of(&sandbox, "service-owner", scope).await.token(&sandbox).await;
    let admin = Caller { sandbox: &sandbox, token: Some(raw) };
    let rows = admin.get(&path).await.json();
    assert_eq!(rows["data"][0]["party"], format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number));
    assert_eq!(rows["data"][0]["resource"], "urn:altinn:resource:prov-tilgangsliste");
    admin.get(path.replace(known::SENDER.number, known::RECIPIENT.number)).await.body_is(json!({"data": []}));
    sandbox.stop().await;
}

#[tokio::test]
async fn access_lists_are_read_by_their_owner_alone() {
    let sandbox = open().await;
    let path = format!("{LISTS}/prov/partnere/members");
    Caller::nobody(&sandbox).get(&path).await.is(401);
    Caller::service_owner(&sandbox).await.get(&path).await.is(403);
    let newcomer = Caller::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    newcomer.get(&path).await.is(403);
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    let members = owner.get(&path).await.json();
    assert_eq!(members["data"][0]["identifiers"]["urn:altinn:organization:identifier-no"], known::SENDER.number);
    let connections = owner.get(format!("{LISTS}/prov/partnere/resource-connections")).await.json();
    assert_eq!(connections["data"][0]["resourceIdentifier"], "prov-tilgangsliste");
    owner.get(format!("{LISTS}/nobody")).await.is(403).empty();
}

/// The tags are weak and of the registry's own form; every other one is refused before the list is looked at.
#[tokio::test]
async fn only_weak_tags_of_the_registry_are_conditions() {
    let sandbox = open().await;
    let (owner, made) = made(&sandbox).await;
    let asked = async |name: &'static str, value: &str| owner.get(OWN).header(name, value).await;
    for (name, value, text) in [
        ("If-Match", "\"1\"", "Invalid If-Match header. Only weak etags are supported."),
        ("If-None-Match", "\"1\"", "Invalid If-None-Match header. Only weak etags are supported."),
        ("If-Match", "W/\"x\"", "Invalid If-Match header. Invalid etag."),
        ("If-Match", "x", "Invalid If-Match header."),
    ] {
        let refused = asked(name, value).await;
        refused.is(400).has("/errors", json!({"": [text], "conditions": ["The conditions field is required."]}));
    }
    // `{"version":"9"}`: well formed, and no version of this list.
    asked("If-Match", "W/\"eyJ2ZXJzaW9uIjoiOSJ9\"").await.is(412);
    asked("If-Match", "*").await.is(200);
    asked("If-Modified-Since", made.header("last-modified")).await.is(304).empty();
    asked("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT").await.is(200);
}

/// One sequence counts the changes of all lists; what changes nothing does not count, and a deletion does.
#[tokio::test]
async fn a_version_counts_what_changes_in_any_list() {
    let sandbox = open().await;
    let (owner, made) = made(&sandbox).await;
    let again = owner.put(OWN).json(json!({"name": "Venner", "description": "Who may send"})).await;
    again.header_is("etag", made.header("etag"));
    let other = owner.put(format!("{LISTS}/prov/andre")).json(json!({"name": "Andre"})).await;
    // `{"version":"2"}`
    other.header_is("etag", "W/\"eyJ2ZXJzaW9uIjoiMiJ9\"");
    owner.delete(OWN).await.header_is("etag", "W/\"eyJ2ZXJzaW9uIjoiMyJ9\"");
    let members = json!({"data": [member(known::SENDER.number)]});
    let put = owner.put(format!("{LISTS}/prov/andre/members")).json(&members).await;
    put.header_is("etag", "W/\"eyJ2ZXJzaW9uIjoiNCJ9\"");
    owner.post(format!("{LISTS}/prov/andre/members")).json(&members).await.header_is("etag", put.header("etag"));
}

#[tokio::test]
async fn the_body_of_members_is_one_member_called_data_with_parties() {
    let sandbox = open().await;
    let (owner, _) = made(&sandbox).await;
    let required = json!(["The members field is required."]);
    for (body, key, text) in [
        (json!({"data": ["310400203"]}), "$[0]", "Invalid PartyUrn"),
        (json!({"data": [member(known::SENDER.number), "urn:altinn:organization:identifier-no:12"]}), "$[1]", "Invalid PartyUrn"),
        (json!({"Data": []}), "$", "Expected property 'data'"),
        (json!({"data": "x"}), "$", "Expected array"),
        (json!([]), "$", "Expected object"),
    ] {
        let refused = owner.post(format!("{OWN}/members")).json(&body).await;
        refused.is(400).has("/errors", json!({key: [text], "members": required}));
    }
    let filters = json!({"actionFilters": "read"});
    owner.put(format!("{OWN}/resource-connections/{}", known::RESOURCE)).json(filters).await.is(400);
}

#[tokio::test]
async fn what_an_answer_includes_is_asked_for_by_known_words() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let all = async |query: &str| owner.get(format!("{LISTS}/prov?{query}")).await;
    all("include=everything").await.is(400).has("/errors", json!({"include": ["Invalid value: 'everything'"]}));
    all("token=x").await.is(400);
    all("include=members").await.is(501).code("RR-00000");
    let unnamed = all("include=resources").await;
    unnamed.is(400).code("STD-00000").has("/validationErrors/0/code", "RR.VLD-00002");
    unnamed.has("/validationErrors/0/paths", json!(["/$QUERY/include", "/$QUERY/resource"]));
    let named = all("include=resources&resource=prov-tilgangsliste").await;
    named.is(200).has("/data/0/resourceConnections/0/resourceIdentifier", "prov-tilgangsliste");
}
