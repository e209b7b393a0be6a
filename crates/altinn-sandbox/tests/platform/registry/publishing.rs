//! Facts platform E: resources published, replaced and deleted by their owner.

use super::*;

#[tokio::test]
async fn publishing_is_for_the_owner_and_answers_with_empty_bodies() {
    let sandbox = open().await;
    let path = RESOURCES;
    assert_eq!(Calls::nobody(&sandbox).post(path, &resource("nytt-eksempel")).await.status, 401);
    let without = Calls::organisation(&sandbox, "service-owner", "altinn:serviceowner").await.post(path, &resource("nytt-eksempel")).await;
    assert_eq!((without.status.as_u16(), without.body.as_str()), (403, ""));
    let other = Calls::organisation(&sandbox, "newcomer", "altinn:resourceregistry/resource.write").await;
    assert_eq!(other.post(path, &resource("nytt-eksempel")).await.status, 403);

    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let made = owner.post(path, &resource("nytt-eksempel")).await;
    assert_eq!((made.status.as_u16(), made.body.as_str()), (201, ""));
    assert_eq!(made.header("location"), "/resourceregistry/api/v1/resource/nytt-eksempel");
    let again = owner.post(path, &resource("nytt-eksempel")).await;
    assert_eq!((again.status.as_u16(), again.json()), (409, json!("The Resource already exist: nytt-eksempel")));
    let put = owner.send(Method::PUT, &format!("{path}/nytt-eksempel"), &resource("nytt-eksempel")).await;
    assert_eq!((put.status.as_u16(), put.body.as_str()), (200, ""));
    let mut wrong = resource("nytt-eksempel-2");
    wrong["title"]["nn"] = Value::Null;
    let wrong = owner.post(path, &wrong).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["errors"]["Title"]), (400, &json!(["Missing title in nynorsk nn"])));
}

#[tokio::test]
async fn post_without_identifier_or_authority_breaks_and_a_broken_body_is_400() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    for member in ["identifier", "hasCompetentAuthority"] {
        assert_eq!(owner.post(RESOURCES, &with(member, Value::Null)).await.status, 500, "{member}");
    }
    let broken = Answer::of(owner.request(Method::POST, RESOURCES).header("Content-Type", "application/json").body("{")).await;
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
        let answer = owner.post(RESOURCES, &with(member, value)).await;
        assert_eq!(answer.status, 400, "{member}: {}", answer.body);
        assert!(answer.json()["errors"][format!("$.{member}")].is_array(), "{}", answer.body);
    }
    let mut loose = with("resourceType", json!("brokerservice"));
    loose["accessListMode"] = json!("enabled");
    assert_eq!(owner.post(RESOURCES, &loose).await.status, 201);
    let read = owner.get(&format!("{RESOURCES}/nytt-eksempel")).await.json();
    assert_eq!((&read["resourceType"], &read["accessListMode"]), (&json!("BrokerService"), &json!("Enabled")));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_type_must_be_chosen_and_a_number_of_nobody_owns_nothing() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let default = owner.post(RESOURCES, &with("resourceType", json!("Default"))).await;
    assert_eq!(default.json()["errors"], json!({"ResourceType": ["ResourceType needs to be set"]}));
    let nobodys = owner.post(RESOURCES, &with("hasCompetentAuthority", json!({"organization": "12", "orgcode": "prov"}))).await;
    assert_eq!((nobodys.status.as_u16(), nobodys.body.as_str()), (403, ""));
    let both = owner.post(RESOURCES, &with("identifier", json!("app_X"))).await.json();
    assert_eq!(both["errors"]["Identifier"].as_array().map(Vec::len), Some(2), "{both}");
    sandbox.stop().await;
}

#[tokio::test]
async fn a_body_of_another_type_never_comes_to_the_service() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let nobody = Calls::nobody(&sandbox);
    let text = Answer::of(nobody.request(Method::POST, RESOURCES).header("Content-Type", "text/plain").body("{}")).await;
    assert_eq!((text.status.as_u16(), text.body.as_str()), (415, ""), "before anybody asks who calls");
    let typed = |path: String| nobody.request(Method::GET, &path).header("Content-Type", "text/xml");
    let rules = Answer::of(typed(format!("{RESOURCES}/{}/policy/rules", known::RESOURCE))).await;
    assert_eq!((rules.status.as_u16(), rules.body.as_str()), (415, ""), "a look-up takes JSON alone too");
    assert_eq!(Answer::of(typed(format!("{RESOURCES}/{}", known::RESOURCE))).await.status, 200);
    assert_eq!(Answer::of(nobody.request(Method::POST, RESOURCES)).await.status, 401);
    let none = Answer::of(owner.request(Method::POST, RESOURCES)).await;
    assert_eq!((none.status.as_u16(), none.json()["title"].as_str()), (415, Some("Unsupported Media Type")));
    sandbox.stop().await;
}

#[tokio::test]
async fn earlier_versions_stay_and_versions_are_counted_over_the_whole_registry() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/nytt-eksempel");
    assert_eq!(owner.post(RESOURCES, &resource("nytt-eksempel")).await.status, 201);
    let first = owner.get(&own).await.json();
    assert_eq!(owner.post(RESOURCES, &resource("et-annet")).await.status, 201);
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
async fn resources_are_replaced_and_deleted_in_the_services_order() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let own = format!("{RESOURCES}/{}", known::RESOURCE);
    let unknown = owner.send(Method::PUT, &format!("{RESOURCES}/ukjent-en"), &resource("annet")).await;
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
    assert_eq!(owner.bare(Method::DELETE, &format!("{RESOURCES}/ukjent-en")).await.status, 404);
    assert_eq!(owner.bare(Method::DELETE, &format!("{RESOURCES}/{}", known::NEWCOMER_RESOURCE)).await.status, 403);
    let gone = owner.bare(Method::DELETE, &own).await;
    assert_eq!((gone.status.as_u16(), gone.body.as_str()), (204, ""));
    assert_eq!(owner.get(&format!("{own}/policy")).await.body, "Unable to find resource");
    sandbox.stop().await;
}
