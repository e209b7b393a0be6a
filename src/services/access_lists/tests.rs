use super::*;
use crate::services::Problem;
use crate::services::stub_server::{StubServer, json_reply, text_reply, token, with_headers};
use serde_json::{Value, json};

fn id() -> ResourceId {
    "acme-broker-test".parse().unwrap()
}

fn partners() -> ListPlace {
    ListPlace { owner: "acme".to_owned(), id: "partners".to_owned() }
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
            json_reply(200, &nowhere),
            json_reply(200, &json!({"links": {"next": next}, "data": [member("310456780")]})),
            json_reply(200, &json!({"links": {}, "data": [member("991825827")]})),
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
    assert_eq!(lines[2], format!("{base}/others/resource-connections"));
    assert_eq!(lines[3], format!("{base}/partners/members"));
    assert_eq!(lines[4], format!("{base}/partners/members?token=abc"));
    assert_eq!(asked[4].header("authorization"), Some(format!("Bearer {text}").as_str()));
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

/// (facts examples 15)
#[tokio::test]
async fn the_golden_requests_that_change_a_list() {
    let own = ["310456780".parse().unwrap()];
    let base = "/resourceregistry/api/v1/access-lists/acme/partners";
    let members = json!({"data": ["urn:altinn:organization:identifier-no:310456780"]});
    let row = json!({"links": {}, "data": []});
    let stub = || StubServer::json(200, &row);
    let check = |stub: &StubServer, line: String, body: Option<&Value>| {
        let request = stub.request();
        assert_eq!(request.line(), line);
        assert_eq!(serde_json::from_slice::<Value>(&request.body).ok().as_ref(), body);
    };
    let (token, _) = token();
    let made = stub();
    made.services.put_access_list(&token, &partners(), "Partners").await.unwrap();
    check(&made, format!("PUT {base}"), Some(&json!({"name": "Partners"})));
    let connected = stub();
    connected.services.connect_list(&token, &partners(), &id()).await.unwrap();
    check(&connected, format!("PUT {base}/resource-connections/acme-broker-test"), Some(&json!({})));
    let added = stub();
    added.services.add_members(&token, &partners(), &own).await.unwrap();
    check(&added, format!("POST {base}/members"), Some(&members));
    let removed = stub();
    removed.services.remove_members(&token, &partners(), &own).await.unwrap();
    check(&removed, format!("DELETE {base}/members"), Some(&members));
    let gone = StubServer::new(vec![with_headers(204, "", "")]);
    gone.services.delete_access_list(&token, &partners()).await.unwrap();
    check(&gone, format!("DELETE {base}"), None);
}
