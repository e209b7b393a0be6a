use super::*;
use crate::journey::Cause;
use crate::services::stub_server::{StubServer, token, with_headers};
use serde_json::{Value, json};

fn system() -> SystemId {
    "991825827_filesender".parse().unwrap()
}

fn party() -> OrgNumber {
    "310456780".parse().unwrap()
}

fn rights() -> Value {
    json!([{"resource": [{"id": "urn:altinn:resource", "value": "acme-broker-test"}]}])
}

/// (facts examples 17)
#[tokio::test]
async fn the_golden_request_of_one_system() {
    let stub = StubServer::json(
        200,
        &json!({"id": "991825827_filesender", "vendor": {"ID": "0192:991825827"}, "name": {"en": "File sender"}, "rights": rights(),
            "accessPackages": [], "isDeleted": false, "clientId": ["5f1a7c3e-2b84-4d6f-9a10-6c7d8e9f0a1b"], "isVisible": false,
            "allowedRedirectUrls": ["https://vendor.example.no/altinn"]}),
    );
    let (token, text) = token();
    let found = stub.services.system(&token, &system()).await.unwrap().unwrap();
    let request = stub.request();
    assert_eq!(request.line(), "GET /authentication/api/v1/systemregister/vendor/991825827_filesender");
    assert_eq!(request.header("authorization"), Some(format!("Bearer {text}").as_str()));
    assert_eq!((found.resources, found.clients.len(), found.deleted), (vec!["acme-broker-test".to_owned()], 1, false));
}

/// The list has another form than a single system, and no clients (facts examples 18).
#[tokio::test]
async fn own_systems() {
    let stub = StubServer::json(
        200,
        &json!([{"systemId": "991825827_filesender", "systemVendorOrgNumber": "991825827", "systemVendorOrgName": "",
            "name": {"en": "File sender"}, "rights": rights(), "accessPackages": [], "isVisible": false}]),
    );
    let systems = stub.services.systems(&token().0).await.unwrap();
    assert_eq!(stub.request().line(), "GET /authentication/api/v1/systemregister/vendor");
    assert_eq!((systems[0].id.as_str(), systems[0].clients.len()), ("991825827_filesender", 0));
}

#[tokio::test]
async fn an_unknown_system_is_none_and_anothers_is_refused_without_a_body() {
    let problem = json!({"title": "Not Found", "status": 404, "traceId": "00-1"});
    assert_eq!(StubServer::json(404, &problem).services.system(&token().0, &system()).await, Ok(None));
    let refused = StubServer::new(vec![with_headers(403, "", "")]).services.system(&token().0, &system()).await.unwrap_err();
    assert!(refused.refusal().is_some_and(|refusal| refusal.cause == Cause::ScopeMissing));
}

/// (facts examples 21)
#[tokio::test]
async fn the_golden_request_of_a_system_user() {
    let stub = StubServer::json(
        200,
        &json!({"id": "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f", "integrationTitle": "Filsender", "systemId": "991825827_filesender",
            "productName": "", "reporteeOrgNo": "310456780", "created": "2026-09-21T15:00:00.123456Z", "isDeleted": false,
            "supplierName": "", "supplierOrgno": "991825827", "externalRef": "customer-42", "userType": "standard"}),
    );
    let user = stub.services.system_user(&token().0, &system(), &party(), Some("customer-42")).await.unwrap().unwrap();
    let path = "/authentication/api/v1/systemuser/vendor/byquery";
    let query = "system-id=991825827_filesender&orgno=310456780&external-ref=customer-42";
    assert_eq!(stub.request().line(), format!("GET {path}?{query}"));
    assert_eq!((user.party, user.external_ref.as_str()), (party(), "customer-42"));
}

/// (facts examples 22)
#[tokio::test]
async fn the_golden_request_of_a_systems_system_users_and_the_deleted_are_left_out() {
    let user = |party: &str, deleted: bool| {
        json!({"id": "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f", "integrationTitle": "Filsender", "systemId": "991825827_filesender",
            "productName": "", "reporteeOrgNo": party, "created": "2026-09-21T15:00:00.123456Z", "isDeleted": deleted,
            "supplierName": "", "supplierOrgno": "991825827", "externalRef": "customer-42", "userType": "standard"})
    };
    let stub = StubServer::json(200, &json!({"links": {}, "data": [user("310456780", false), user("310400203", true)]}));
    let users = stub.services.system_users_of(&token().0, &system()).await.unwrap();
    assert_eq!(stub.request().line(), "GET /authentication/api/v1/systemuser/vendor/bysystem/991825827_filesender");
    let [user] = users.as_slice() else { panic!("{users:?}") };
    assert_eq!((&user.party, user.external_ref.as_str()), (&party(), "customer-42"));
}

fn request(status: &str, timed_out: bool) -> Value {
    json!({"id": "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f", "integrationTitle": "Filsender", "externalRef": "310456780",
        "systemId": "991825827_filesender", "partyOrgNo": "310456780", "rights": rights(), "accessPackages": [], "status": status,
        "confirmUrl": "https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id=0d9b2c4e&DONTCHOOSEREPORTEE=true",
        "escalated": false, "created": "0001-01-01T00:00:00", "timedOut": timed_out})
}

/// (facts examples 20; facts platform D.2)
#[tokio::test]
async fn every_status_of_a_request_in_any_case() {
    for (status, timed_out, expected) in [
        ("New", false, RequestStatus::New),
        ("new", true, RequestStatus::TimedOut),
        ("Accepted", false, RequestStatus::Accepted),
        ("REJECTED", false, RequestStatus::Rejected),
        ("Denied", false, RequestStatus::Denied),
        ("Timedout", false, RequestStatus::TimedOut),
    ] {
        let stub = StubServer::json(200, &request(status, timed_out));
        let found = stub.services.system_user_request(&token().0, &system(), &party(), None).await.unwrap().unwrap();
        assert_eq!((found.status, found.created), (expected, None));
        let path = "/authentication/api/v1/systemuser/request/vendor/byexternalref/991825827_filesender/310456780/310456780";
        assert_eq!(stub.request().line(), format!("GET {path}"));
    }
}

#[tokio::test]
async fn no_request_is_none_and_anothers_system_is_refused() {
    let problem = |code: &str| json!({"type": format!("urn:altinn:error:{code}"), "title": "The Id …", "status": 404, "code": code});
    let asked = async |code: &str| {
        StubServer::json(404, &problem(code)).services.system_user_request(&token().0, &system(), &party(), Some("a/b c")).await
    };
    assert_eq!(asked("AUTH-00010").await, Ok(None));
    assert_eq!(asked("AUTH-00011").await.unwrap_err().code().as_deref(), Some("AUTH-00011"));
}

#[tokio::test]
async fn a_reference_is_one_segment_of_the_path_whatever_it_holds() {
    let stub = StubServer::json(200, &request("New", false));
    let _ = stub.services.system_user_request(&token().0, &system(), &party(), Some("a/b c?d")).await;
    assert!(stub.request().target.ends_with("/310456780/a%2Fb%20c%3Fd"));
}
