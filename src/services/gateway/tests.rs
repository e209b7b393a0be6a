use super::*;
use crate::services::stub_server::{API_KEY, Reply, StubServer, json_reply, text_reply, with_headers};
use crate::services::{Problem, Unreachable};
use serde_json::json;

const MISSING: &str =
    "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.";
const INVALID: &str = "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.";

async fn asked(reply: Reply, with_key: bool) -> Answer<GatewayAnswer> {
    StubServer::new(vec![reply]).services.ask_gateway(with_key).await
}

#[tokio::test]
async fn the_golden_request_with_and_without_the_key() {
    let stub = StubServer::new(vec![with_headers(401, "WWW-Authenticate: Bearer\r\n", ""), with_headers(401, "", "")]);
    assert_eq!(stub.services.ask_gateway(true).await, Ok(GatewayAnswer::Open));
    let request = stub.request();
    assert_eq!(request.line(), "GET /broker/api/v1/filetransfer?resourceId=x");
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("ocp-apim-subscription-key"), Some(API_KEY));
    assert_eq!(request.header("authorization"), None);
    assert_eq!(request.header("user-agent"), Some(concat!("broker-setup/", env!("CARGO_PKG_VERSION"))));

    assert_eq!(stub.services.ask_gateway(false).await, Ok(GatewayAnswer::Open));
    assert_eq!(stub.request().header("ocp-apim-subscription-key"), None);
}

/// The answers of (facts platform G), and step 1 of (facts platform I).
#[tokio::test]
async fn each_answer_of_the_gateway_is_recognised() {
    let gateway = |status: u16, message: &str| json_reply(status, &json!({"statusCode": status, "message": message}));
    assert_eq!(asked(gateway(401, MISSING), false).await, Ok(GatewayAnswer::KeyMissing));
    assert_eq!(asked(gateway(401, INVALID), true).await, Ok(GatewayAnswer::KeyInvalid));
    assert_eq!(asked(gateway(404, "Resource not found"), true).await, Ok(GatewayAnswer::NoRoute));
    assert_eq!(asked(with_headers(400, "", ""), true).await, Ok(GatewayAnswer::Open));
    assert_eq!(asked(text_reply(200, "application/json", "[]"), true).await, Ok(GatewayAnswer::Open));
    let html = text_reply(403, "text/html", "<html>Blocked by your company</html>");
    assert!(matches!(asked(html, true).await, Err(Problem::Foreign { cause: Foreign::Html, status: 403, .. })));
    assert!(matches!(asked(with_headers(503, "", ""), true).await, Err(Problem::Refused(_))));
    assert!(matches!(asked(gateway(429, "Rate limit is exceeded. Try again in 7 seconds."), true).await, Err(Problem::TooOften { .. })));
}

#[tokio::test]
async fn reach_asks_what_changes_nothing_and_reads_the_clock() {
    let stub = StubServer::new(vec![with_headers(401, "Date: Mon, 21 Sep 2026 14:13:20 GMT\r\n", "")]);
    let reached = stub.services.reach(&stub.base).await.unwrap();
    let request = stub.request();
    assert_eq!(request.line(), "GET /authentication/api/v1/openid/.well-known/openid-configuration");
    assert_eq!((reached.status, request.header("authorization")), (401, None));
    let expected = 1_790_000_000_500 - reached.at.as_millisecond();
    assert!((reached.clock_offset_ms.unwrap() - expected).abs() < 20_000);
    assert_eq!(reached.certificate_issuer, None);
}

#[tokio::test]
async fn other_hosts_are_asked_at_their_root_and_may_answer_with_a_page() {
    let platform = StubServer::new(vec![]);
    let other = StubServer::new(vec![text_reply(200, "text/html", "<html></html>"), with_headers(302, "Location: /login\r\n", "")]);
    assert_eq!(platform.services.reach(&other.base).await.unwrap().status, 200);
    let request = other.request();
    assert_eq!((request.line().as_str(), request.header("ocp-apim-subscription-key")), ("GET /", None));
    assert_eq!(platform.services.reach(&other.base).await.unwrap().status, 302);
}

#[tokio::test]
async fn a_page_in_place_of_the_platform_is_a_proxy() {
    let stub = StubServer::text(200, "text/html", "<!DOCTYPE html><title>Log in</title>");
    let problem = stub.services.reach(&stub.base).await.unwrap_err();
    assert!(matches!(problem, Problem::Foreign { cause: Foreign::Html, status: 200, .. }));
}

#[tokio::test]
async fn a_webhooks_path_is_kept_out_of_the_trace() {
    let stub = StubServer::new(vec![with_headers(404, "", "")]);
    let hook = stub.base.join("/altinn/3f9c-very-secret").unwrap();
    assert_eq!(stub.services.look_at(&hook).await.unwrap().status, 404);
    let request = stub.request();
    assert_eq!((request.target.as_str(), request.header("ocp-apim-subscription-key")), ("/altinn/3f9c-very-secret", None));
    assert!(!format!("{:?}", stub.services.traffic()).contains("secret"));
}

#[tokio::test]
async fn nobody_listening_is_refused_and_an_unknown_name_is_dns() {
    let stub = StubServer::new(vec![]);
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap()
    };
    let problem = stub.services.reach(&closed).await.unwrap_err();
    assert!(matches!(problem, Problem::Unreachable { cause: Unreachable::Refused, .. }), "{problem:?}");
    let nowhere = Url::parse("http://nowhere.localhost.invalid.localhost/").unwrap();
    let problem = stub.services.reach(&nowhere).await.unwrap_err();
    assert!(matches!(problem, Problem::Unreachable { cause: Unreachable::Dns | Unreachable::Refused, .. }), "{problem:?}");
    assert_eq!(stub.services.traffic().len(), 2, "what nobody answered is traffic too");
}
