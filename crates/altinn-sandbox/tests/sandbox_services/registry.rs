use super::calls::Calls;
use super::sandbox_support::{Answer, open};
use altinn_sandbox::known;
use reqwest::Method;
use serde_json::{Value, json};

const BASE: &str = "resourceregistry/api/v1";

#[tokio::test]
async fn e_a_resource_is_read_by_anybody_indented_and_in_the_services_order() {
    let sandbox = open().await;
    let answer = Calls::nobody(&sandbox).get(&format!("{BASE}/resource/{}", known::RESOURCE)).await;
    assert_eq!(answer.status, 200);
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
async fn e_an_unknown_resource_is_a_framework_problem_without_a_code() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let answer = nobody.get(&format!("{BASE}/resource/unknown-one")).await;
    assert_eq!(answer.status, 404);
    assert!(answer.header("content-type").starts_with("application/json"));
    assert_eq!(answer.json()["title"], "Not Found");
    assert!(answer.json().get("code").is_none());
    let policy = nobody.get(&format!("{BASE}/resource/unknown-one/policy")).await;
    assert_eq!((policy.status.as_u16(), policy.body.as_str()), (404, "Unable to find resource"));
}

#[tokio::test]
async fn e_the_policy_is_read_as_a_file_as_rules_rights_and_subjects() {
    let sandbox = open().await;
    let nobody = Calls::nobody(&sandbox);
    let of = |rest: &str| format!("{BASE}/resource/{}/policy{rest}", known::RESOURCE);
    let file = nobody.get(&of("")).await;
    assert_eq!(file.header("content-type"), "text/xml");
    assert!(file.header("content-disposition").starts_with("attachment; filename=policy.xml"));
    let rights = nobody.get(&of("/rights")).await.json();
    let actions: Vec<&str> = rights.as_array().unwrap().iter().filter_map(|right| right["action"]["value"].as_str()).collect();
    assert_eq!(actions, ["read", "write", "subscribe"]);
    assert_eq!(nobody.get(&of("/rules")).await.json().as_array().map(Vec::len), Some(6));
    assert_eq!(nobody.get(&of("/subjects")).await.json()["data"][1]["urn"], "urn:altinn:org:prov");
}

fn body(id: &str) -> Value {
    let three = json!({"en": "a", "nb": "b", "nn": "c"});
    json!({"identifier": id, "title": three, "description": three, "rightDescription": three, "resourceType": "BrokerService",
           "contactPoints": [], "hasCompetentAuthority": {"name": three, "organization": known::SERVICE_OWNER.number, "orgcode": "prov"}})
}

#[tokio::test]
async fn e_publishing_is_for_the_owner_and_answers_with_empty_bodies() {
    let sandbox = open().await;
    let path = format!("{BASE}/resource");
    assert_eq!(Calls::nobody(&sandbox).post(&path, &body("nytt-eksempel")).await.status, 401);
    let without = Calls::organisation(&sandbox, "service-owner", "altinn:serviceowner").await.post(&path, &body("nytt-eksempel")).await;
    assert_eq!((without.status.as_u16(), without.body.as_str()), (403, ""));
    let other = Calls::organisation(&sandbox, "newcomer", "altinn:resourceregistry/resource.write").await;
    assert_eq!(other.post(&path, &body("nytt-eksempel")).await.status, 403);

    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let made = owner.post(&path, &body("nytt-eksempel")).await;
    assert_eq!((made.status.as_u16(), made.body.as_str()), (201, ""));
    assert_eq!(made.header("location"), "/resourceregistry/api/v1/resource/nytt-eksempel");
    let again = owner.post(&path, &body("nytt-eksempel")).await;
    assert_eq!((again.status.as_u16(), again.json()), (409, json!("The Resource already exist: nytt-eksempel")));
    let put = owner.send(Method::PUT, &format!("{path}/nytt-eksempel"), &body("nytt-eksempel")).await;
    assert_eq!((put.status.as_u16(), put.body.as_str()), (200, ""));
    let mut wrong = body("nytt-eksempel-2");
    wrong["title"]["nn"] = Value::Null;
    let wrong = owner.post(&path, &wrong).await;
    assert_eq!((wrong.status.as_u16(), &wrong.json()["errors"]["Title"]), (400, &json!(["Missing title in nynorsk nn"])));
}

#[tokio::test]
async fn e_a_policy_is_uploaded_as_a_file_about_its_own_resource() {
    let sandbox = open().await;
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let file = owner.get(&format!("{BASE}/resource/{}/policy", known::RESOURCE)).await.body;
    let upload = async |target: &str, file: &str| {
        let body =
            format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"policy.xml\"\r\n\r\n{file}\r\n--b--\r\n");
        let request = owner.request(Method::PUT, &format!("{BASE}/resource/{target}/policy"));
        Answer::of(request.header("Content-Type", "multipart/form-data; boundary=b").body(body)).await
    };
    let done = upload(known::RESOURCE, &file.replace("dagl", "regna")).await;
    assert_eq!((done.status.as_u16(), done.body.as_str()), (201, ""));
    let subjects = owner.get(&format!("{BASE}/resource/{}/policy/subjects", known::RESOURCE)).await.json();
    assert_eq!(subjects["data"][0]["value"], "regna");
    let foreign = upload("prov-kun-roller", &file).await;
    assert_eq!(
        (foreign.status.as_u16(), foreign.body.as_str()),
        (400, "Policy not accepted: Contains rules for a different registry resource")
    );
    assert_eq!(upload("unknown-one", &file).await.body, "Unknown resource");
}

#[tokio::test]
async fn e_2_access_lists_are_read_by_their_owner_alone() {
    let sandbox = open().await;
    let path = format!("{BASE}/access-lists/prov/partnere/members");
    assert_eq!(Calls::nobody(&sandbox).get(&path).await.status, 401);
    assert_eq!(Calls::service_owner(&sandbox).await.get(&path).await.status, 403);
    let newcomer = Calls::organisation(&sandbox, "newcomer", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    assert_eq!(newcomer.get(&path).await.status, 403);
    let owner = Calls::organisation(&sandbox, "service-owner", "altinn:serviceowner altinn:resourceregistry/accesslist.read").await;
    let members = owner.get(&path).await.json();
    assert_eq!(members["data"][0]["identifiers"]["urn:altinn:organization:identifier-no"], known::SENDER.number);
    let connections = owner.get(&format!("{BASE}/access-lists/prov/partnere/resource-connections")).await.json();
    assert_eq!(connections["data"][0]["resourceIdentifier"], "prov-tilgangsliste");
    let unknown = owner.get(&format!("{BASE}/access-lists/nobody")).await.json();
    assert_eq!(unknown["validationErrors"][0]["code"], "RR.VLD-00010");
}
