//! Facts broker-api 0: addresses, methods and content types.

use crate::support::*;
use crate::transfer::*;
use uuid::Uuid;

/// Every route but the resumable upload: method, path, what it consumes, what it produces.
pub const ROUTES: &[(&str, &str, Option<&str>, Option<&str>)] = &[
    ("POST", "filetransfer", None, Some("application/json")),
    ("GET", "filetransfer", None, Some("application/json")),
    ("GET", "filetransfer/ID", None, Some("application/json")),
    ("GET", "filetransfer/ID/details", None, Some("application/json")),
    ("POST", "filetransfer/ID/upload", Some("application/octet-stream"), Some("application/json")),
    ("POST", "filetransfer/upload", Some("multipart/form-data"), Some("application/json")),
    ("GET", "filetransfer/ID/download", None, None),
    ("POST", "filetransfer/ID/confirmdownload", None, Some("application/json")),
    ("PUT", "resource/r", Some("application/json"), Some("application/json")),
    ("GET", "resource/r", Some("application/json"), Some("application/json")),
    ("POST", "serviceowner", Some("application/json"), None),
    ("GET", "serviceowner", None, Some("application/json")),
    ("GET", "statistics/monthly", None, Some("text/csv")),
    ("POST", "maintenance/cleanup-usecasetests", None, Some("application/json")),
];

pub fn path(route: &str) -> String {
    format!("{BASE}/{}", route.replace("ID", &Uuid::new_v4().to_string()))
}

/// Facts broker-api 0.
#[tokio::test]
async fn routing_answers_404_405_and_415_empty_before_accept_and_token() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for unknown in ["nothing", "filetransfer/a/b/c", "legacy/filetransfer", "statistics"] {
        nobody.get(path(unknown)).header("Accept", "text/html").await.only(404);
    }
    let method = nobody.delete(path("filetransfer")).header("Accept", "text/html").await;
    method.only(405).header_is("allow", "GET, POST");
    for (method, route, consumes, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let head = nobody.call(Method::HEAD, path(route)).await;
        assert_eq!(head.status, 405, "HEAD {route}");
        head.header_is("content-length", "");
        let typed = nobody.call(method, path(route)).header("Content-Type", "text/plain").header("Accept", "text/html").await;
        match consumes {
            Some(_) => {
                typed.only(415);
            }
            None => assert_ne!(typed.status, 415, "{route}"),
        }
    }
}

/// Facts broker-api 0.
#[tokio::test]
async fn addresses_have_no_case_and_at_most_one_slash_at_the_end() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for (method, route, _, _) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let odd = path(route).to_uppercase();
        assert_eq!(nobody.call(method.clone(), &odd).await.status, 401, "{odd}");
        assert_eq!(nobody.call(method.clone(), format!("{odd}/")).await.status, 401, "{odd}/");
        // The published documents do not have this address, so the answer is not compared with them.
        Answer::unjudged(nobody.request(method, format!("{odd}//"))).await.only(404);
    }
    for nowhere in ["", "/", "/filetransfer//details", "/resource/", "/resource"] {
        let answer = nobody.get(format!("{BASE}{nowhere}")).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (404, ""), "{nowhere}");
        answer.fixed();
    }
}

/// Facts broker-api 0.1.
#[tokio::test]
async fn accept_is_read_literally_and_before_the_token() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    for (method, route, _, produces) in ROUTES {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let asked = |accept: &str| nobody.call(method.clone(), path(route)).header("Accept", accept);
        let refused = asked("application/xml, application/*, application/problem+json").await;
        let Some(declared) = produces else {
            assert_eq!(refused.status, 401, "{route}");
            continue;
        };
        assert_eq!((refused.status.as_u16(), refused.header("content-type")), (406, ""), "{route}");
        let text = format!("This endpoint does not support the requested Accept header. Supported Accept headers are: {declared}, */*.");
        assert_eq!(refused.body, text);
        refused.fixed();
        for good in [format!("text/html;q=1, {};q=0", declared.to_uppercase()), "*/*".to_owned()] {
            assert_eq!(asked(&good).await.status, 401, "{route} {good}");
        }
        let two = nobody.call(method, path(route)).header("Accept", "text/html").header("Accept", *declared);
        assert_eq!(two.await.status, 401, "{route}");
    }
}

/// Facts broker-api 0.
#[tokio::test]
async fn a_broken_call_is_rebuilt_and_its_body_left_out_where_no_json_may_be_sent() {
    let sandbox = open().await;
    let owner = Caller::service_owner(&sandbox).await;
    let path = format!("{BASE}/serviceowner");
    let long = json!({"name": "n".repeat(501)});
    owner.post(&path).json(&long).await.broke(&path);
    let request = owner.post(&path).header("Content-Type", "application/json").header("Accept", "application/octet-stream");
    request.body(long.to_string()).await.is(500).empty().header_is("content-type", "");
}

/// Facts broker-api 2.13.
#[tokio::test]
async fn health_answers_anybody() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    nobody.get("health").await.is(200).text("Environment properly configured").fixed();
    let json = nobody.get("health").header("Accept", "application/json").await;
    json.text("\"Environment properly configured\"");
    for method in [Method::HEAD, Method::POST] {
        nobody.call(method, "health").await.only(405).header_is("allow", "GET");
    }
    nobody.get("health/").await.is(200);
}

/// The scopes of a route; any one of them is enough.
pub fn scopes(method: &str, route: &str) -> &'static [&'static str] {
    const WRITE: &str = "altinn:broker.write";
    const READ: &str = "altinn:broker.read";
    match (method, route) {
        ("POST", "filetransfer" | "filetransfer/ID/upload" | "filetransfer/upload") => &[WRITE],
        (_, "filetransfer/ID/download" | "filetransfer/ID/confirmdownload") => &[READ],
        (_, route) if route.starts_with("filetransfer") => &[WRITE, READ],
        (_, route) if route.starts_with("maintenance") => &[],
        _ => &["altinn:serviceowner"],
    }
}

/// Facts broker-api 0.
#[tokio::test]
async fn routing_answers_empty_before_accept_and_token() {
    let sandbox = open().await;
    let nobody = Caller::nobody(&sandbox);
    let unknown = nobody.get(format!("{BASE}/nothing")).await;
    unknown.is(404).empty();
    let method = nobody.delete(format!("{BASE}/filetransfer")).await;
    method.is(405).empty().header_is("allow", "GET, POST");
    let typed =
        nobody.request(Method::GET, format!("{BASE}/resource/x")).header("Content-Type", "text/plain").header("Accept", "text/html");
    let typed = Answer::of(typed).await;
    typed.is(415).empty();
    for answer in [unknown, method, typed] {
        answer.header_is("x-content-type-options", "nosniff").header_is("cache-control", "no-store");
    }
    nobody.get(format!("{BASE}/FileTransfer/?resourceId=x")).await.is(401);
}

/// Facts broker-api 0.1.
#[tokio::test]
async fn a_bad_accept_is_refused_before_the_token() {
    let sandbox = open().await;
    let request = Caller::nobody(&sandbox).get(format!("{BASE}/filetransfer?resourceId=x")).header("Accept", "application/*");
    request
        .await
        .is(406)
        .header_is("content-type", "")
        .text("This endpoint does not support the requested Accept header. Supported Accept headers are: application/json, */*.");
}
