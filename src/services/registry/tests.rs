use super::*;
use crate::journey::Cause;
use crate::services::stub_server::{API_KEY, StubServer, with_headers};
use crate::values::Language;
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
    assert_eq!(resource.titles.read_in(Language::English), Some("Acme file exchange"));
    assert_eq!(resource.titles.read_in(Language::Nynorsk), Some("Acme filutveksling"));
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
