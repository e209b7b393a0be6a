//! Facts platform E: resources published, replaced and deleted by their owner.

use super::*;

#[tokio::test]
async fn publishing_is_for_the_owner_with_its_token_and_scope() {
    let sandbox = open().await;
    let new = resource("nytt-eksempel");
    sandbox.post(RESOURCES).json(&new).await.is(401);
    Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner").await.post(RESOURCES).json(&new).await.is(403).empty();
    let other = Caller::organisation(&sandbox, "newcomer", "altinn:resourceregistry/resource.write").await;
    other.post(RESOURCES).json(&new).await.is(403);
}

#[tokio::test]
async fn a_resource_is_published_once_and_replaced_with_empty_answers() {
    let sandbox = open().await;
    let (owner, new) = (owner(&sandbox).await, resource("nytt-eksempel"));
    owner.post(RESOURCES).json(&new).await.is(201).empty().header_is("location", "/resourceregistry/api/v1/resource/nytt-eksempel");
    owner.post(RESOURCES).json(&new).await.is(409).body_is("The Resource already exist: nytt-eksempel");
    owner.put(format!("{RESOURCES}/nytt-eksempel")).json(&new).await.is(200).empty();
}

#[tokio::test]
async fn scopes_of_a_prefix_that_is_not_the_owners_are_named() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let reference = |kind: &str, scope: &str| json!({"referenceSource": "ExternalPlatform", "referenceType": kind, "reference": scope});
    let mut new = resource("nytt-eksempel");
    new["resourceReferences"] = json!([reference("ServiceCode", "1234"), reference("MaskinportenScope", "prov:filer")]);
    let refused = owner.post(RESOURCES).json(&new).await;
    refused.is(401).header_is("content-type", "application/json; charset=utf-8");
    refused
        .body_is(json!({"title": "Unauthorized", "status": 401, "detail": "Not authorized for creating resource with the listed scopes",
                           "errors": {"InvalidPrefix": ["prov:filer"]}}));

    // The owner is asked for before, and who may administer all resources is not asked for the prefix.
    let other = Caller::organisation(&sandbox, "newcomer", "altinn:resourceregistry/resource.write").await;
    other.post(RESOURCES).json(&new).await.is(403).empty();
    let password = sandbox.world().await.api_key.expose().to_owned();
    let token = format!(
        "testtools/api/GetEnterpriseToken?env=tt02&org=prov&orgNo={}&scopes=altinn:resourceregistry/resource.admin",
        known::SERVICE_OWNER.number
    );
    let admin = sandbox.get(token).basic_auth("anybody", Some(password)).await.is(200).body.clone();
    sandbox.post(RESOURCES).token(&admin).json(&new).await.is(201);
    owner.put(format!("{RESOURCES}/nytt-eksempel")).json(&new).await.is(401);
    new["resourceReferences"] = json!([reference("ServiceCode", "1234")]);
    owner.put(format!("{RESOURCES}/nytt-eksempel")).json(&new).await.is(200);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_resource_without_a_title_in_nynorsk_is_refused() {
    let sandbox = open().await;
    let mut wrong = resource("nytt-eksempel-2");
    wrong["title"]["nn"] = Value::Null;
    owner(&sandbox).await.post(RESOURCES).json(&wrong).await.is(400).has("/errors/Title", json!(["Missing title in nynorsk nn"]));
}

#[tokio::test]
async fn members_that_must_be_there_are_asked_for_before_any_rule() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    for (member, key) in [
        ("identifier", "Identifier"),
        ("title", "Title"),
        ("description", "Description"),
        ("contactPoints", "ContactPoints"),
        ("hasCompetentAuthority", "HasCompetentAuthority"),
    ] {
        let mut body = with(member, Value::Null);
        body["resourceType"] = json!("Default");
        owner.post(RESOURCES).json(&body).await.is(400).has("/errors", json!({key: [format!("The {key} field is required.")]}));
    }
    owner.post(RESOURCES).json(with("contactPoints", json!([]))).await.is(201);
    let broken = owner.post(RESOURCES).header("Content-Type", "application/json").body("{").await;
    assert_eq!((broken.status.as_u16(), broken.json()["errors"]["$"].is_array()), (400, true));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_member_of_another_kind_is_found_before_any_rule() {
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
        let answer = owner.post(RESOURCES).json(with(member, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        let errors = answer.json()["errors"].as_object().cloned().unwrap_or_default();
        assert!(errors.len() == 1 && errors.keys().all(|key| key.starts_with(&format!("$.{member}"))), "{}", answer.body);
    }
    let mut loose = with("resourceType", json!("brokerservice"));
    loose["accessListMode"] = json!("enabled");
    owner.post(RESOURCES).json(&loose).await.is(201);
    let read = owner.get(format!("{RESOURCES}/nytt-eksempel")).await.json();
    assert_eq!((&read["resourceType"], &read["accessListMode"]), (&json!("BrokerService"), &json!("Enabled")));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_type_must_be_chosen_and_a_number_of_nobody_owns_nothing() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    owner
        .post(RESOURCES)
        .json(with("resourceType", json!("Default")))
        .await
        .has("/errors", json!({"ResourceType": ["ResourceType needs to be set"]}));
    owner.post(RESOURCES).json(with("hasCompetentAuthority", json!({"organization": "12", "orgcode": "prov"}))).await.is(403).empty();
    let both = owner.post(RESOURCES).json(with("identifier", json!("app_X"))).await.json();
    assert_eq!(both["errors"]["Identifier"].as_array().map(Vec::len), Some(2), "{both}");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_body_of_another_type_never_comes_to_the_service() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let nobody = Caller::nobody(&sandbox);
    let text = nobody.post(RESOURCES).header("Content-Type", "text/plain").body("{}").await;
    assert_eq!((text.status.as_u16(), text.body.as_str()), (415, ""), "before anybody asks who calls");
    let typed = |path: String| nobody.get(&path).header("Content-Type", "text/xml");
    let rules = typed(format!("{RESOURCES}/{}/policy/rules", known::RESOURCE)).await;
    assert_eq!((rules.status.as_u16(), rules.body.as_str()), (415, ""), "a look-up takes JSON alone too");
    typed(format!("{RESOURCES}/{}", known::RESOURCE)).await.is(200);
    nobody.post(RESOURCES).await.is(401);
    owner.post(RESOURCES).await.is(415).has("/title", "Unsupported Media Type");
    sandbox.stop().await;
}

#[tokio::test]
async fn earlier_versions_stay_and_versions_are_counted_over_the_whole_registry() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/nytt-eksempel");
    owner.post(RESOURCES).json(resource("nytt-eksempel")).await.is(201);
    let first = owner.get(&own).await.json();
    owner.post(RESOURCES).json(resource("et-annet")).await.is(201);
    let renamed = with("title", json!({"en": "z", "nb": "z", "nn": "z"}));
    owner.put(&own).json(&renamed).await.is(200);
    let second = owner.get(&own).await.json();
    let version = |of: &Value| of["versionId"].as_u64().unwrap();
    assert_eq!(version(&second), version(&first) + 2, "the other resource is between them");
    assert_eq!(owner.get(format!("{own}?versionId={}", version(&first))).await.json(), first);
    assert_eq!(owner.get(format!("{own}?versionId={}", version(&second))).await.json(), second);
    assert_eq!(owner.get(format!("{own}?versionId={}", version(&first) + 1)).await.status, 404, "another's");
    owner.delete(&own).await;
    owner.get(format!("{own}?versionId={}", version(&first))).await.is(404);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_resource_is_replaced_where_it_is_and_under_its_own_id() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/{}", known::RESOURCE);
    owner.put(format!("{RESOURCES}/ukjent-en")).json(resource("annet")).await.is(404).has("/title", "Not Found");
    owner.put(&own).json(resource("annet")).await.is(400).text("\"Id in path does not match ID in resource\"");
    owner.put(&own).json(resource(known::RESOURCE)).await.is(200);
}

#[tokio::test]
async fn a_resource_is_not_replaced_by_one_without_contact_points() {
    let sandbox = open().await;
    let mut bare = resource(known::RESOURCE);
    bare.as_object_mut().unwrap().remove("contactPoints");
    owner(&sandbox)
        .await
        .put(format!("{RESOURCES}/{}", known::RESOURCE))
        .json(&bare)
        .await
        .is(400)
        .has("/errors/ContactPoints", json!(["The ContactPoints field is required."]));
}

#[tokio::test]
async fn a_resource_is_not_given_to_another_owner() {
    let sandbox = open().await;
    let mut theirs = resource(known::RESOURCE);
    theirs["hasCompetentAuthority"]["organization"] = json!(known::NEWCOMER.number);
    owner(&sandbox).await.put(format!("{RESOURCES}/{}", known::RESOURCE)).json(&theirs).await.is(403).empty();
}

#[tokio::test]
async fn a_resource_is_deleted_by_its_owner_with_its_policy() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/{}", known::RESOURCE);
    owner.delete(format!("{RESOURCES}/ukjent-en")).await.is(404);
    owner.delete(format!("{RESOURCES}/{}", known::NEWCOMER_RESOURCE)).await.is(403);
    owner.delete(&own).await.is(204).empty();
    owner.get(format!("{own}/policy")).await.text("Unable to find resource");
}
