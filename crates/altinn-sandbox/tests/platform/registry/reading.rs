//! Facts platform E: reading resources and policies, which needs no token.

use super::*;

#[tokio::test]
async fn a_resource_is_read_by_anybody_indented_and_in_the_services_order() {
    let sandbox = open().await;
    let answer = Caller::nobody(&sandbox).get(format!("{RESOURCES}/{}", known::RESOURCE)).await;
    answer.is(200);
    assert!(answer.body.starts_with("{\n  \"identifier\""));
    let members: Vec<String> = answer.json().as_object().unwrap().keys().cloned().collect();
    assert_eq!(
        members,
        [
            "identifier",
            "version",
            "title",
            "description",
            "rightDescription",
            "homepage",
            "status",
            "contactPoints",
            "delegable",
            "visible",
            "hasCompetentAuthority",
            "accessListMode",
            "selfIdentifiedUserEnabled",
            "enterpriseUserEnabled",
            "resourceType",
            "availableForType",
            "isOneTimeConsent",
            "versionId"
        ]
    );
}

#[tokio::test]
async fn an_unknown_resource_is_a_framework_problem_without_a_code() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    let answer = nobody.get(format!("{RESOURCES}/unknown-one")).await;
    answer.is(404);
    assert!(answer.header("content-type").starts_with("application/json"));
    answer.has("/title", "Not Found");
    assert!(answer.json().get("code").is_none());
    let policy = nobody.get(format!("{RESOURCES}/unknown-one/policy")).await;
    policy.is(404).text("Unable to find resource");
}

#[tokio::test]
async fn the_policy_is_read_as_a_file_as_rules_rights_and_subjects() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    let of = |rest: &str| format!("{RESOURCES}/{}/policy{rest}", known::RESOURCE);
    let file = nobody.get(of("")).await;
    file.header_is("content-type", "text/xml");
    assert!(file.header("content-disposition").starts_with("attachment; filename=policy.xml"));
    let rights = nobody.get(of("/rights")).await.json();
    let actions: Vec<&str> = rights.as_array().unwrap().iter().filter_map(|right| right["action"]["value"].as_str()).collect();
    assert_eq!(actions, ["read", "write", "subscribe"]);
    assert_eq!(nobody.get(of("/rules")).await.json().as_array().map(Vec::len), Some(6));
    nobody.get(of("/subjects")).await.has("/data/1/urn", "urn:altinn:org:prov");
}

#[tokio::test]
async fn each_rule_of_a_resource_by_its_key_and_text() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let id = "Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters";
    let no_right = json!({"nb": "b", "nn": "c"});
    for (body, key, text) in [
        (with("identifier", json!("abc")), "Identifier", id),
        (with("identifier", json!("Stor-bokstav")), "Identifier", id),
        (with("identifier", json!("se_1234")), "Identifier", "Invalid prefix. Only to be used for Altinn 2 services"),
        (with("identifier", json!("app_prov_x")), "Identifier", "Invalid Prefix. app_ is only for Altinn Studio apps"),
        (with("resourceType", json!("Default")), "ResourceType", "ResourceType needs to be set"),
        (
            with("hasCompetentAuthority", json!({"organization": "", "orgcode": "prov"})),
            "HasCompetentAuthority.Organization",
            "HasCompetentAuthority needs to be set with valid organization number",
        ),
        (with("title", json!({"nb": "b", "nn": "c"})), "Title", "Missing title in english en"),
        (with("description", json!({"en": "a", "nn": "c"})), "Description", "Missing Description in bokmal nb"),
        (with("rightDescription", no_right), "RightDescription", "Missing RightDescription in english en"),
    ] {
        owner
            .post(RESOURCES)
            .json(&body)
            .await
            .is(400)
            .header_is("content-type", "application/json; charset=utf-8")
            .has("/errors", json!({key: [text]}))
            .has("/title", "One or more validation errors occurred.");
    }
    let mut undelegable = with("rightDescription", Value::Null);
    undelegable["delegable"] = json!(false);
    owner.post(RESOURCES).json(&undelegable).await.is(201);
    sandbox.stop().await;
}

#[tokio::test]
async fn all_json_is_indented_and_problems_are_json_too() {
    let sandbox = open().await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/accesslist.write").await;
    let list = owner.get("resourceregistry/api/v1/access-lists/prov/partnere").await;
    assert!(list.body.starts_with("{\n  \"urn\""), "{}", list.body);
    let path = "resourceregistry/api/v1/access-lists/prov/partnere/resource-connections/borte";
    let problem = owner.get(format!("{RESOURCES}/ukjent-en")).await;
    problem.header_is("content-type", "application/json; charset=utf-8");
    assert!(problem.body.starts_with("{\n  \"type\""), "{}", problem.body);
    // The lists' own problems are written by a library.
    let own = owner.put(path).json(json!({})).await;
    own.header_is("content-type", "application/problem+json");
    sandbox.stop().await;
}

#[tokio::test]
async fn what_has_changed_comes_in_pages_that_lead_on() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    let file = owner.get(format!("{RESOURCES}/{}/policy", known::RESOURCE)).await.body;
    upload(&owner, known::RESOURCE, "policyFile", &file).await.is(201);
    owner.post(RESOURCES).json(resource("uten-policy")).await;
    for (call, limit, member) in [("changes", 4, "resourceId"), ("updated", 7, "resourceUrn")] {
        let whole = owner.get(format!("{RESOURCES}/{call}")).await.json();
        assert_eq!(whole["links"], json!({}));
        let (mut rows, mut next) = (Vec::new(), format!("{RESOURCES}/{call}?limit={limit}"));
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
            owner.get(format!("{RESOURCES}/{call}?limit={wrong}")).await.is(400).code("STD-00000");
        }
        owner.get(format!("{RESOURCES}/{call}?limit=x")).await.is(400);
        owner.get(format!("{RESOURCES}/{call}?token=%25")).await.is(400);
    }
    let rows = owner.get(format!("{RESOURCES}/changes")).await.json();
    assert_eq!(rows["data"].as_array().map(Vec::len), Some(known::RESOURCES.len()), "each once, and only those with a policy");
    assert_eq!(rows["data"][0].as_object().unwrap().keys().collect::<Vec<_>>(), ["resourceId", "changedAt"]);
    sandbox.stop().await;
}

#[tokio::test]
async fn reads_over_every_resource_are_anonymous() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    let list = nobody.get(format!("{RESOURCES}/resourcelist")).await.json();
    assert_eq!(list.as_array().map(Vec::len), Some(known::RESOURCES.len()));
    assert_eq!(list[0]["authorizationReference"], json!([{"id": "urn:altinn:resource", "value": known::RESOURCE}]));
    let found = nobody.get(format!("{RESOURCES}/Search?Id=kun-roller&ResourceType=BrokerService")).await.json();
    assert_eq!((found.as_array().map(Vec::len), found[0]["identifier"].as_str()), (Some(1), Some("prov-kun-roller")));
    let updated = nobody.get(format!("{RESOURCES}/updated?limit=3")).await.json();
    assert_eq!(
        (updated["data"].as_array().map(Vec::len), &updated["data"][0]["resourceUrn"]),
        (Some(3), &json!(format!("urn:altinn:resource:{}", known::RESOURCE)))
    );
    nobody.get(format!("{RESOURCES}/updated?since=2999-01-01T00:00:00Z")).await.has("/data", json!([]));
    let orgs = nobody.get(format!("{RESOURCES}/orgs")).await.json();
    assert_eq!(orgs["orgs"]["prov"]["orgnr"], known::SERVICE_OWNER.number);
    nobody.get(format!("{RESOURCES}/{}?versionId=1", known::RESOURCE)).await.is(200).has("/versionId", 1);
    nobody.get(format!("{RESOURCES}/{}?versionId=999", known::RESOURCE)).await.is(404);
    nobody.get(format!("{RESOURCES}/{}?versionId=x", known::RESOURCE)).await.is(400);
    sandbox.stop().await;
}

#[tokio::test]
async fn no_policy_is_its_own_404() {
    let sandbox = open().await;
    let owner = owner(&sandbox).await;
    owner.post(RESOURCES).json(resource("nytt-eksempel")).await;
    let policy = owner.get(format!("{RESOURCES}/nytt-eksempel/policy")).await;
    policy.is(404).text("Unable to find requested policy");
    for part in ["rules", "rights", "subjects"] {
        assert_eq!(owner.get(format!("{RESOURCES}/nytt-eksempel/policy/{part}")).await.status, 404, "{part}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn another_method_is_405_and_another_address_404() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for (method, path, allowed) in [
        (Method::PATCH, format!("{RESOURCES}/{}", known::RESOURCE), "DELETE, GET, PUT"),
        (Method::DELETE, format!("{RESOURCES}/{}/policy", known::RESOURCE), "GET, POST, PUT"),
        (Method::GET, RESOURCES.to_owned(), "POST"),
        (Method::POST, "resourceregistry/api/v1/access-lists/prov".to_owned(), "GET"),
        (Method::DELETE, "authentication/api/v1/systemregister/vendor".to_owned(), "GET, POST"),
        (Method::PUT, "authentication/api/v1/systemuser/request/vendor".to_owned(), "POST"),
    ] {
        let answer = nobody.call(method, &path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str(), answer.header("allow")), (405, "", allowed), "{path}");
    }
    for path in [format!("{RESOURCES}/{}/politikk", known::RESOURCE), "authentication/api/v1/systemuser/vendor".to_owned()] {
        let answer = nobody.get(&path).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""), "{path}");
    }
    sandbox.stop().await;
}
