use super::*;
use crate::services::Problem;
use crate::services::stub_server::StubServer;
use crate::values::Language;
use serde_json::json;

fn row(id: &str, owner: &Value) -> Value {
    json!({"identifier": id, "title": {"en": "File exchange", "nb": "Filutveksling", "nn": ""}, "resourceType": "BrokerService",
        "status": "Active", "hasCompetentAuthority": owner, "authorizationReference": [{"id": "urn:altinn:resource", "value": id}]})
}

fn acme() -> Value {
    json!({"name": {"en": "Acme Directorate"}, "organization": "991825827", "orgcode": "acme"})
}

fn foreign(problem: &Problem) -> &Foreign {
    match problem {
        Problem::Foreign { cause, .. } => cause,
        other => panic!("{other:?}"),
    }
}

/// (facts examples 10)
#[tokio::test]
async fn the_golden_request_of_the_list_and_rows_that_cannot_be_read() {
    let rows =
        json!([row("acme-broker-test", &acme()), row("NOT AN ID", &acme()), {"identifier": 7}, null, row("other-files", &json!(null))]);
    let stub = StubServer::json(200, &rows);
    let found = stub.services.resource_list().await.unwrap();
    let request = stub.request();
    assert_eq!(request.line(), "GET /resourceregistry/api/v1/resource/resourcelist?includeApps=false&includeAltinn2=false");
    assert_eq!(request.header("authorization"), None);
    let ids: Vec<&str> = found.iter().map(|resource| resource.id.as_str()).collect();
    assert_eq!(ids, ["acme-broker-test", "other-files"]);
    assert_eq!(found[0].titles, Names { nb: Some("Filutveksling".to_owned()), nn: None, en: Some("File exchange".to_owned()) });
    assert_eq!((found[0].owner_code.as_deref(), found[0].owner_names.read_in(Language::English)), (Some("acme"), Some("Acme Directorate")));
    assert_eq!((&found[1].owner, found[1].owner_names.is_empty()), (&None, true));
}

/// (facts examples 9)
#[tokio::test]
async fn service_owners_by_their_codes() {
    let orgs = json!({"orgs": {"acme": {"name": {"en": "Acme Directorate", "nb": "Acmedirektoratet"}, "logo": "", "orgnr": "991825827"},
        "ttd": {"name": {"nb": "Testdepartementet"}, "orgnr": ""}, "bad": []}});
    let stub = StubServer::json(200, &orgs);
    let found = stub.services.service_owners().await.unwrap();
    assert_eq!(stub.request().line(), "GET /resourceregistry/api/v1/resource/orgs");
    let rows: Vec<_> =
        found.iter().map(|owner| (owner.code.as_str(), owner.number.is_some(), owner.names.read_in(Language::English))).collect();
    assert_eq!(rows, [("acme", true, Some("Acme Directorate")), ("ttd", false, Some("Testdepartementet"))]);
}

#[tokio::test]
async fn a_long_list_is_read_and_an_endless_one_is_not() {
    let many: Vec<Value> = (0..6000).map(|number| row(&format!("files-{number}"), &acme())).collect();
    let body = Value::from(many);
    assert!(body.to_string().len() > 1024 * 1024);
    assert_eq!(StubServer::json(200, &body).services.resource_list().await.map(|list| list.len()), Ok(6000));
    let endless = json!([row("files", &json!({"name": {"en": "x".repeat(10 * 1024 * 1024)}}))]);
    let problem = StubServer::json(200, &endless).services.resource_list().await.unwrap_err();
    assert_eq!(foreign(&problem), &Foreign::TooLarge);
}

#[tokio::test]
async fn what_is_no_list_is_said_and_hidden_characters_do_not_come_through() {
    let page = StubServer::text(200, "text/html", "<html><body>Log in</body></html>").services.resource_list().await.unwrap_err();
    assert_eq!(foreign(&page), &Foreign::Html);
    for body in [json!({"orgs": 1}), json!([{"x": 1}]), json!("…")] {
        let problem = StubServer::json(200, &body).services.resource_list().await.unwrap_err();
        assert_eq!(foreign(&problem), &Foreign::Unreadable, "{body}");
    }
    let mut nasty = row("acme-files", &json!({"name": {"en": "Acme\u{1b}[31m\u{202e}\n::error::x"}}));
    nasty["title"] = json!({"en": "\u{1b}]52;c;AAAA\u{7}Files\u{200b}"});
    let found = StubServer::json(200, &json!([nasty])).services.resource_list().await.unwrap();
    let shown =
        format!("{} {}", found[0].titles.read_in(Language::English).unwrap(), found[0].owner_names.read_in(Language::English).unwrap());
    assert!(!shown.chars().any(crate::values::is_hidden), "{shown:?}");
}
