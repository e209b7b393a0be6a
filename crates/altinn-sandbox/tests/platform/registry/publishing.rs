//! Facts platform E: resources published, replaced and deleted by their owner.

use super::*;

#[tokio::test]
async fn publishing_is_for_the_owner_and_answers_with_empty_bodies() {
    let sandbox = open().await;
    let path = RESOURCES;
    Caller::nobody(&sandbox).post(path).json(&resource("nytt-eksempel")).await.is(401);
    let without =
        Caller::organisation(&sandbox, "service-owner", "altinn:serviceowner").await.post(path).json(&resource("nytt-eksempel")).await;
    without.is(403).empty();
    let other = Caller::organisation(&sandbox, "newcomer", "altinn:resourceregistry/resource.write").await;
    other.post(path).json(&resource("nytt-eksempel")).await.is(403);

    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    owner
        .post(path)
        .json(&resource("nytt-eksempel"))
        .await
        .is(201)
        .empty()
        .header_is("location", "/resourceregistry/api/v1/resource/nytt-eksempel");
    owner.post(path).json(&resource("nytt-eksempel")).await.is(409).body_is(json!("The Resource already exist: nytt-eksempel"));
    let put = owner.put(format!("{path}/nytt-eksempel")).json(&resource("nytt-eksempel")).await;
    put.is(200).empty();
    let mut wrong = resource("nytt-eksempel-2");
    wrong["title"]["nn"] = Value::Null;
    let wrong = owner.post(path).json(&wrong).await;
    wrong.is(400).has("/errors/Title", json!(["Missing title in nynorsk nn"]));
}

#[tokio::test]
async fn post_without_identifier_or_authority_breaks_and_a_broken_body_is_400() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    for member in ["identifier", "hasCompetentAuthority"] {
        assert_eq!(owner.post(RESOURCES).json(&with(member, Value::Null)).await.status, 500, "{member}");
    }
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
        let answer = owner.post(RESOURCES).json(&with(member, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        assert!(answer.json()["errors"][format!("$.{member}")].is_array(), "{}", answer.body);
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
        .json(&with("resourceType", json!("Default")))
        .await
        .has("/errors", json!({"ResourceType": ["ResourceType needs to be set"]}));
    owner.post(RESOURCES).json(&with("hasCompetentAuthority", json!({"organization": "12", "orgcode": "prov"}))).await.is(403).empty();
    let both = owner.post(RESOURCES).json(&with("identifier", json!("app_X"))).await.json();
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
    let typed = |path: String| nobody.request(Method::GET, &path).header("Content-Type", "text/xml");
    let rules = Answer::of(typed(format!("{RESOURCES}/{}/policy/rules", known::RESOURCE))).await;
    assert_eq!((rules.status.as_u16(), rules.body.as_str()), (415, ""), "a look-up takes JSON alone too");
    Answer::of(typed(format!("{RESOURCES}/{}", known::RESOURCE))).await.is(200);
    nobody.post(RESOURCES).await.is(401);
    owner.post(RESOURCES).await.is(415).has("/title", "Unsupported Media Type");
    sandbox.stop().await;
}

#[tokio::test]
async fn earlier_versions_stay_and_versions_are_counted_over_the_whole_registry() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/nytt-eksempel");
    owner.post(RESOURCES).json(&resource("nytt-eksempel")).await.is(201);
    let first = owner.get(&own).await.json();
    owner.post(RESOURCES).json(&resource("et-annet")).await.is(201);
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
async fn resources_are_replaced_and_deleted_in_the_services_order() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/{}", known::RESOURCE);
    owner.put(format!("{RESOURCES}/ukjent-en")).json(&resource("annet")).await.is(404).has("/title", "Not Found");
    owner.put(&own).json(&resource("annet")).await.is(400).text("Id in path does not match ID in resource");
    let mut bare = resource(known::RESOURCE);
    bare.as_object_mut().unwrap().remove("contactPoints");
    let bare = owner.put(&own).json(&bare).await;
    bare.is(400).has("/errors/ContactPoints", json!(["The ContactPoints field is required."]));
    let mut theirs = resource(known::RESOURCE);
    theirs["hasCompetentAuthority"]["organization"] = json!(known::NEWCOMER.number);
    let theirs = owner.put(&own).json(&theirs).await;
    theirs.is(403).empty();
    owner.put(&own).json(&resource(known::RESOURCE)).await.is(200);
    owner.delete(format!("{RESOURCES}/ukjent-en")).await.is(404);
    owner.delete(format!("{RESOURCES}/{}", known::NEWCOMER_RESOURCE)).await.is(403);
    owner.delete(&own).await.is(204).empty();
    assert_eq!(owner.get(format!("{own}/policy")).await.body, "Unable to find resource");
    sandbox.stop().await;
}
