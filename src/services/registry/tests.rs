use super::*;
use crate::journey::Cause;
use crate::services::Problem;
use crate::services::stub_server::{API_KEY, StubServer, json_reply, text_reply, token, with_headers};
use serde_json::{Value, json};

fn id() -> ResourceId {
    "acme-broker-test".parse().unwrap()
}

/// The resource of (facts examples 10), with a valid organisation number.
fn published() -> Value {
    json!({"identifier": "acme-broker-test", "version": "1",
        "title": {"en": "Acme file exchange", "nb": "Acme filutveksling", "nn": "Acme filutveksling"},
        "description": {"en": "…", "nb": "…", "nn": "…"}, "homepage": "", "status": "Completed",
        "contactPoints": [{"category": "Support", "email": "support@example.no", "telephone": "", "contactPage": ""}],
        "delegable": true, "visible": true,
        "hasCompetentAuthority": {"name": {"en": "Acme Directorate", "nb": "Acmedirektoratet", "nn": "Acmedirektoratet"},
            "organization": "991825827", "orgcode": "acme"},
        "accessListMode": "Enabled", "selfIdentifiedUserEnabled": false, "resourceType": "BrokerService",
        "availableForType": ["LegalEntityEnterprise"], "versionId": 17})
}

#[tokio::test]
async fn the_golden_request_of_a_resource() {
    let stub = StubServer::json(200, &published());
    let resource = stub.services.resource(&id()).await.unwrap().unwrap();
    let request = stub.request();
    assert_eq!(request.line(), "GET /resourceregistry/api/v1/resource/acme-broker-test");
    assert_eq!((request.header("authorization"), request.header("ocp-apim-subscription-key")), (None, Some(API_KEY)));
    assert_eq!(resource.title.as_deref(), Some("Acme file exchange"));
    assert_eq!(resource.owner.map(|owner| owner.digits().to_owned()).as_deref(), Some("991825827"));
    assert_eq!((resource.owner_code.as_deref(), resource.contact.as_deref()), (Some("acme"), Some("support@example.no")));
    assert_eq!((resource.access_list_mode, resource.delegable), (AccessListMode::Enabled, true));
}

#[tokio::test]
async fn what_does_not_exist_is_none_but_a_wrong_address_is_not() {
    let problem =
        json!({"type": "https://tools.ietf.org/html/rfc9110#section-15.5.5", "title": "Not Found", "status": 404, "traceId": "00-1"});
    assert_eq!(StubServer::json(404, &problem).services.resource(&id()).await, Ok(None));
    assert_eq!(StubServer::new(vec![with_headers(204, "", "")]).services.resource(&id()).await, Ok(None));
    assert_eq!(StubServer::text(404, "text/plain", "Unable to find requested policy").services.policy_rules(&id()).await, Ok(None));
    let route = json!({"statusCode": 404, "message": "Resource not found"});
    let refused = StubServer::json(404, &route).services.resource(&id()).await.unwrap_err();
    assert!(refused.refusal().is_some_and(|refusal| refusal.cause == Cause::NoRoute));
}

/// (facts examples 12)
#[tokio::test]
async fn each_rule_is_a_subject_and_an_action() {
    let action = json!({"type": "urn:oasis:names:tc:xacml:1.0:action:action-id", "value": "read"});
    let resource = json!([{"type": "urn:altinn:resource", "value": "acme-broker-test"}]);
    let stub = StubServer::json(
        200,
        &json!([{"subject": [{"type": "urn:altinn:rolecode", "value": "dagl"}], "action": action, "resource": resource},
                {"subject": [{"type": "urn:altinn:org", "value": "acme"}], "action": action, "resource": resource}]),
    );
    let rules = stub.services.policy_rules(&id()).await.unwrap().unwrap();
    assert_eq!(stub.request().line(), "GET /resourceregistry/api/v1/resource/acme-broker-test/policy/rules");
    let rows: Vec<_> = rules.iter().map(|rule| (rule.subject_type.as_str(), rule.subject.as_str(), rule.action.as_str())).collect();
    assert_eq!(rows, [("urn:altinn:rolecode", "dagl", "read"), ("urn:altinn:org", "acme", "read")]);
}

fn member(number: &str) -> Value {
    json!({"id": "urn:altinn:party:uuid:6d0d2f9c-5d5a-4d0e-8b8a-2f5b8d1f9a10", "since": "2026-09-21T14:01:00.123456+00:00",
        "identifiers": {"urn:altinn:party:id": 51_234_567, "urn:altinn:organization:identifier-no": number}})
}

/// Lists, their connections, and members on two pages (facts examples 15).
#[tokio::test]
async fn members_of_connected_lists_over_several_pages() {
    let lists = json!({"links": {}, "data": [{"identifier": "partners", "name": "Partners"}, {"identifier": "others", "name": "Others"}]});
    let connected = json!({"links": {}, "data": [{"resourceIdentifier": "acme-broker-test", "actionFilters": ["write"]}]});
    let nowhere = json!({"links": {}, "data": []});
    let stub = StubServer::with_base(|base| {
        let next = format!("{base}resourceregistry/api/v1/access-lists/acme/partners/members?token=abc");
        vec![
            json_reply(200, &lists),
            json_reply(200, &connected),
            json_reply(200, &json!({"links": {"next": next}, "data": [member("310456780")]})),
            json_reply(200, &json!({"links": {}, "data": [member("991825827")]})),
            json_reply(200, &nowhere),
        ]
    });
    let (token, text) = token();
    let members = stub.services.access_list_members(&token, "acme", &id()).await.unwrap();
    let numbers: Vec<_> = members.iter().map(|member| (member.organisation.digits(), member.list.as_str())).collect();
    assert_eq!(numbers, [("310456780", "partners"), ("991825827", "partners")]);
    assert_eq!(members[0].actions, ["write"]);
    let asked: Vec<_> = (0..5).map(|_| stub.request()).collect();
    let base = "GET /resourceregistry/api/v1/access-lists/acme";
    let lines: Vec<_> = asked.iter().map(|request| request.line()).collect();
    assert_eq!(lines[0], base);
    assert_eq!(lines[1], format!("{base}/partners/resource-connections"));
    assert_eq!(lines[2], format!("{base}/partners/members"));
    assert_eq!(lines[3], format!("{base}/partners/members?token=abc"));
    assert_eq!(lines[4], format!("{base}/others/resource-connections"));
    assert_eq!(asked[3].header("authorization"), Some(format!("Bearer {text}").as_str()));
}

#[tokio::test]
async fn a_next_page_elsewhere_is_not_followed_and_gets_no_token() {
    let elsewhere = StubServer::new(vec![text_reply(200, "application/json", "{}")]);
    let page = json!({"links": {"next": elsewhere.base.join("/x").unwrap().as_str()}, "data": []});
    let stub = StubServer::json(200, &page);
    let problem = stub.services.access_list_members(&token().0, "acme", &id()).await.unwrap_err();
    assert!(matches!(problem, Problem::NotOurHost { .. }));
    assert!(elsewhere.requests.try_recv().is_err());
}
