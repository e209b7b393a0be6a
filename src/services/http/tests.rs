//! Servers that answer wrongly or not at all. Each gives a typed problem without panicking or hanging, and gets no token or key it
//! should not.

use crate::journey::Service;
use crate::services::stub_server::{API_KEY, Reply, StubServer, json_reply, text_reply, token, with_headers};
use crate::services::{Foreign, Problem, Services, Trace, Unreachable};
use crate::values::{CallEnd, Endpoints, NoAnswer};
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::json;
use url::Url;

async fn asked(stub: &StubServer) -> Problem {
    stub.services.service_owner(&token().0).await.unwrap_err()
}

fn foreign(problem: &Problem) -> &Foreign {
    match problem {
        Problem::Foreign { cause, .. } => cause,
        other => unreachable!("{other:?}"),
    }
}

#[tokio::test]
async fn html_is_not_the_service_whatever_its_status_and_type() {
    for reply in [
        text_reply(200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Log in to the network</title>"),
        text_reply(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>"),
        text_reply(403, "application/json", "\u{feff}  <HTML>"),
    ] {
        assert_eq!(foreign(&asked(&StubServer::new(vec![reply])).await), &Foreign::Html);
    }
}

#[tokio::test]
async fn truncated_json_and_a_wrong_type_are_unreadable() {
    for reply in [
        text_reply(200, "application/json", r#"{"name": "Ac"#),
        text_reply(400, "application/json", r#"{"code": "BRO-0"#),
        text_reply(200, "text/plain", "fine"),
        text_reply(200, "application/json", r#"["another", "shape"]"#),
        text_reply(200, "application/octet-stream", "\0\u{1}\u{2}"),
        text_reply(200, "application/json", ""),
        text_reply(200, "application/json", &"[".repeat(10_000)),
    ] {
        assert_eq!(foreign(&asked(&StubServer::new(vec![reply])).await), &Foreign::Unreadable);
    }
}

#[tokio::test]
async fn a_body_that_is_cut_off_is_unreadable_and_a_closed_connection_is_broken() {
    let cut = Reply::Bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\"".to_vec());
    assert_eq!(foreign(&asked(&StubServer::new(vec![cut])).await), &Foreign::Unreadable);
    for reply in [Reply::Close, Reply::Bytes(Vec::new()), Reply::Bytes(b"SSH-2.0-OpenSSH\r\n".to_vec())] {
        let stub = StubServer::new(vec![reply]);
        let problem = asked(&stub).await;
        assert!(matches!(problem, Problem::Unreachable { cause: Unreachable::Broken, .. }), "{problem:?}");
        assert_eq!(ends(&stub), [CallEnd::Unanswered(NoAnswer::Broken)]);
    }
}

#[tokio::test]
async fn ten_megabytes_are_too_many_announced_or_not() {
    for head in [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 500 X\r\nContent-Length: 10485760\r\n\r\n",
    ] {
        assert_eq!(foreign(&asked(&StubServer::new(vec![Reply::Endless(head)])).await), &Foreign::TooLarge);
    }
}

#[tokio::test]
async fn a_slow_server_is_a_time_out_before_and_within_its_answer() {
    for (reply, end) in [
        (Reply::Stall(""), CallEnd::Unanswered(NoAnswer::Timeout)),
        (Reply::Stall("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"), CallEnd::Answered(200)),
    ] {
        let stub = StubServer::new(vec![reply]).impatient();
        let problem = asked(&stub).await;
        assert!(matches!(problem, Problem::Unreachable { cause: Unreachable::Timeout, .. }), "{problem:?}");
        assert_eq!(ends(&stub), [end]);
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_on_its_way_says_that_we_ended_it() {
    let stub = StubServer::new(vec![Reply::Stall("")]);
    let dropped = tokio::time::timeout(std::time::Duration::from_millis(50), asked(&stub)).await;
    assert!(dropped.is_err() && ends(&stub) == [CallEnd::Unanswered(NoAnswer::Stopped)], "{:?}", ends(&stub));
}

fn ends(stub: &StubServer) -> Vec<CallEnd> {
    stub.services.traffic().iter().map(|call| call.end).collect()
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_its_target_hears_nothing() {
    let elsewhere = StubServer::new(vec![text_reply(200, "application/json", "{}")]);
    let location = format!("Location: {}steal?token=eyJx\r\n", elsewhere.base);
    for status in [301, 302, 307, 308] {
        let stub = StubServer::new(vec![with_headers(status, &location, "")]);
        let target = format!("{}steal", elsewhere.base);
        assert_eq!(foreign(&asked(&stub).await), &Foreign::Redirect(target));
    }
    assert!(elsewhere.requests.try_recv().is_err());
}

#[tokio::test]
async fn an_unknown_host_gets_neither_token_nor_key() {
    let stub = StubServer::new(vec![]);
    let other = StubServer::new(vec![with_headers(200, "", ""), with_headers(200, "", "")]);
    // Maskinporten is a host of the environment but not the platform, so it gets no API key.
    let mut endpoints = Endpoints::sandbox(&stub.base);
    endpoints.maskinporten = other.base.clone();
    let services = Services::new(endpoints, Some(SecretString::from(API_KEY)), Trace::default());
    services.reach(&other.base).await.unwrap();
    assert_eq!(other.request().header("ocp-apim-subscription-key"), None);

    let (token, _) = token();
    let address = other.base.join("/x").unwrap();
    let ask = stub.services.ask(reqwest::Method::GET, address, super::Endpoint::usual(Service::Other, "x")).bearer(&token);
    assert!(matches!(ask.answer().await, Err(Problem::NotOurHost { .. })));
    assert!(other.requests.try_recv().is_err());
}

#[test]
fn the_scheme_is_part_of_the_host() {
    let mut endpoints = Endpoints::sandbox(&Url::parse("https://platform.tt02.altinn.no/").unwrap());
    endpoints.maskinporten = Url::parse("https://test.maskinporten.no/").unwrap();
    let services = Services::new(endpoints, None, Trace::default());
    let ours = |text: &str| services.is_ours(&Url::parse(text).unwrap());
    assert!(ours("https://platform.tt02.altinn.no/x") && ours("https://platform.tt02.altinn.no:443/x"));
    for other in [
        "http://platform.tt02.altinn.no/x",
        "https://platform.tt02.altinn.no:444/x",
        "https://platform.altinn.no/x",
        "https://platform.tt02.altinn.no.evil.example/x",
        "https://platform.tt02.altinn.no@evil.example/x",
    ] {
        assert!(!ours(other), "{other}");
    }
}

#[tokio::test]
async fn too_often_is_remembered_without_asking_again() {
    let gateway = json!({"statusCode": 429, "message": "Rate limit is exceeded. Try again in 7 seconds."});
    let folder = tempfile::tempdir().unwrap();
    let stub = StubServer::new(vec![json_reply(429, &gateway)]);
    let services = stub.services.clone().with_budget(folder.path().to_owned());
    let before = Timestamp::now();
    let Problem::TooOften { until, .. } = services.service_owner(&token().0).await.unwrap_err() else { unreachable!() };
    assert!((before.as_second() + 7..=Timestamp::now().as_second() + 7).contains(&until.as_second()));
    // Stands for another process. The stub has no more replies, so this passes only if no call is made.
    let again = stub.services.clone().with_budget(folder.path().to_owned()).service_owner(&token().0).await.unwrap_err();
    assert!(matches!(again, Problem::TooOften { .. }), "{again:?}");
}

#[tokio::test]
async fn retry_after_is_read_in_seconds_and_as_a_date() {
    let later = Timestamp::now().checked_add(jiff::SignedDuration::from_secs(90)).unwrap();
    let date = later.to_zoned(jiff::tz::TimeZone::UTC).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
    for (header, seconds) in [("Retry-After: 90\r\n".to_owned(), 90), (format!("Retry-After: {date}\r\n"), 90), (String::new(), 60)] {
        let stub = StubServer::new(vec![with_headers(429, &header, "")]);
        let Problem::TooOften { until, .. } = asked(&stub).await else { unreachable!() };
        let away = until.as_second() - Timestamp::now().as_second();
        assert!((seconds - 30..=seconds + 2).contains(&away), "{header} {away}");
    }
}

#[tokio::test]
async fn the_trace_tells_what_was_asked_and_no_secret() {
    let stub = StubServer::new(vec![with_headers(403, "", "")]);
    let (token, text) = token();
    let _ = stub.services.service_owner(&token).await;
    let calls = stub.services.traffic();
    assert_eq!(
        (calls[0].method.as_str(), calls[0].path.as_str(), calls[0].end),
        ("GET", "/broker/api/v1/serviceowner", CallEnd::Answered(403))
    );
    assert_eq!(calls[0].host, stub.base.authority());
    let shown = format!("{calls:?} {:?}", stub.services);
    assert!(!shown.contains(API_KEY) && !shown.contains(&text), "{shown}");
}

#[tokio::test]
async fn no_more_than_sixteen_calls_are_in_flight() {
    let stub = StubServer::new(vec![]);
    let held: Vec<_> = (0..16).map(|_| stub.services.inner.in_flight.try_acquire().unwrap()).collect();
    assert!(stub.services.inner.in_flight.try_acquire().is_err());
    drop(held);
}

#[tokio::test]
async fn a_key_that_no_header_can_carry_is_an_invalid_key() {
    let base = Url::parse("http://127.0.0.1:9/").unwrap();
    let services = Services::new(Endpoints::sandbox(&base), Some(SecretString::from("two\nlines")), Trace::default());
    assert_eq!(services.ask_gateway(true).await, Ok(crate::services::GatewayAnswer::KeyInvalid));
    let trimmed = Services::new(Endpoints::sandbox(&base), Some(SecretString::from("one-line\n")), Trace::default());
    assert!(trimmed.api_key_header().is_some_and(|key| key == "one-line"));
}
