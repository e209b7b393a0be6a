//! Every fault of the list, seen over HTTP as the list describes it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox_support;

use broker_setup::sandbox::faults::{self, Face, Fault, Service, Setting, Shape};
use broker_setup::sandbox::{Gateway, Options, People, Sandbox, known};
use reqwest::{Method, RequestBuilder, StatusCode};
use sandbox_support::{Answer, Assertion, GRANT_TYPE, client, open, started};
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::Duration;

/// A call of a service that no fault is set for, and that needs no token.
fn any_call(service: Service) -> (&'static str, &'static str) {
    match service {
        Service::Maskinporten => ("GET", "/.well-known/oauth-authorization-server"),
        Service::Exchange => ("GET", "/authentication/api/v1/openid/.well-known/openid-configuration"),
        Service::Systems => ("GET", "/authentication/api/v1/systemregister/vendor"),
        Service::Registry => ("GET", "/resourceregistry/api/v1/resource/orgs"),
        Service::Broker => ("GET", "/broker/api/v1/filetransfer"),
        Service::Events => ("GET", "/events/api/v1/subscriptions"),
        Service::SelfService => ("GET", "/api/v1/scopes/all"),
        Service::Any | Service::Approval => unreachable!("no service of its own"),
    }
}

/// The calls that a fault strikes: one for each pattern, or one for each service.
fn struck(fault: &'static Fault) -> Vec<(Service, Method, String)> {
    let method = |name: &str| Method::from_bytes(name.as_bytes()).unwrap();
    if !fault.calls.is_empty() {
        return fault.calls.iter().map(|call| (fault.services[0], method(call.example().0), call.example().1)).collect();
    }
    let services: Vec<Service> = if fault.services.contains(&Service::Any) { Service::ANSWERING.to_vec() } else { fault.services.clone() };
    services.into_iter().map(|service| (service, method(any_call(service).0), any_call(service).1.to_owned())).collect()
}

/// An answer as it is. Whether it is one that the service documents is not asked: that is what faults are for.
async fn seen(request: RequestBuilder) -> Answer {
    let response = request.send().await.expect("an answer");
    let (status, headers) = (response.status(), response.headers().clone());
    Answer { status, headers, body: response.text().await.expect("a body") }
}

/// Follows no redirect: a proxy's would lead out of the test.
fn request(sandbox: &Sandbox, method: &Method, path: &str) -> RequestBuilder {
    static CLIENT: LazyLock<reqwest::Client> = LazyLock::new(|| {
        let builder = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        // Tests have a runtime each: no connection of one may serve another.
        builder.pool_max_idle_per_host(0).build().unwrap()
    });
    CLIENT.request(method.clone(), sandbox.origin.join(path).unwrap())
}

fn set(sandbox: &Sandbox, fault: &'static Fault) {
    sandbox.shared().faults.set(Setting::of(fault).times(1));
}

fn answering(fault: &&'static Fault) -> bool {
    !matches!(
        fault.shape,
        Shape::Approval | Shape::Slow | Shape::HalfClosed | Shape::Truncated | Shape::Clock | Shape::Tls | Shape::Maskinporten
    )
}

fn assert_headers(fault: &Fault, service: Service, path: &str, answer: &Answer) {
    let kind = answer.header("content-type");
    let case = format!("{} at {path}: {kind} {}", fault.name, answer.body);
    match fault.shape {
        Shape::Broker if path.contains("/upload/tus/") => {
            assert_eq!(Some(answer.body.as_str()), fault.text.as_deref(), "{case}");
        }
        Shape::Broker => {
            let problem = answer.json();
            assert_eq!(problem["code"], json!(fault.name), "{case}");
            assert_eq!(problem["detail"].as_str(), fault.text.as_deref(), "{case}");
            assert_eq!(answer.body.matches("traceId").count(), 2, "{case}");
            assert_eq!((answer.header("x-content-type-options"), answer.header("cache-control")), ("nosniff", "no-store"), "{case}");
            let plain = path.ends_with("/download") || path.contains("/statistics/");
            assert!(!plain || kind == "application/problem+json", "{case}");
        }
        Shape::Auth => {
            let problem = answer.json();
            assert_eq!((problem["code"].as_str(), problem["title"].as_str()), (Some(fault.name.as_str()), fault.text.as_deref()), "{case}");
            assert_eq!(kind, "application/problem+json", "{case}");
            assert!(fault.member.as_ref().is_none_or(|member| problem[member].is_string()), "{case}");
        }
        Shape::Finding => {
            let problem = answer.json();
            assert_eq!(problem["code"], json!("STD-00000"), "{case}");
            let finding = &problem["validationErrors"][0];
            assert_eq!((finding["code"].as_str(), finding["title"].as_str()), (Some(fault.name.as_str()), fault.text.as_deref()), "{case}");
            assert_eq!(finding["paths"][0].as_str(), fault.member.as_deref(), "{case}");
            assert!(fault.extra.as_ref().is_none_or(|member| finding[member].is_string()), "{case}");
        }
        Shape::Gateway => {
            let body = answer.json();
            assert_eq!(body["statusCode"], json!(answer.status.as_u16()), "{case}");
            let challenged = answer.header("www-authenticate").starts_with("AzureApiManagementKey");
            assert_eq!(challenged, answer.status == StatusCode::UNAUTHORIZED, "{case}");
            assert_eq!(!answer.header("retry-after").is_empty(), fault.retry_after, "{case}");
        }
        Shape::Empty => assert_eq!((answer.body.as_str(), kind), ("", ""), "{case}"),
        Shape::Token => match service {
            Service::Broker => assert_eq!(answer.headers.get_all("www-authenticate").iter().count(), 2, "{case}"),
            Service::Exchange => assert!(answer.json().get("code").is_none() && kind == "application/problem+json", "{case}"),
            _ => assert_eq!((answer.body.as_str(), answer.header("www-authenticate")), ("", ""), "{case}"),
        },
        Shape::NotAcceptable => {
            assert!(answer.headers.get("content-type").is_none() && answer.body.starts_with("This endpoint does not support"), "{case}");
        }
        Shape::UnsupportedType => assert!(answer.body.is_empty() || answer.json()["status"] == json!(415), "{case}"),
        Shape::Unhandled => assert!(answer.body.is_empty() || answer.json().get("code").is_none(), "{case}"),
        Shape::BadGateway | Shape::LoginPage => assert!(kind.starts_with("text/html") && answer.body.contains("<h1>"), "{case}"),
        Shape::LoginRedirect => assert!(answer.header("location").starts_with("http://login.proxy.invalid/"), "{case}"),
        Shape::Maskinporten | Shape::Approval | Shape::Slow | Shape::HalfClosed | Shape::Truncated | Shape::Clock | Shape::Tls => {}
    }
}

#[tokio::test]
async fn every_fault_that_answers_is_seen_at_each_of_its_calls_once_and_then_gone() {
    let sandbox = open().await;
    for fault in faults::all().iter().filter(answering) {
        for (service, method, path) in struck(fault) {
            let before = seen(request(&sandbox, &method, &path)).await;
            set(&sandbox, fault);
            let answer = seen(request(&sandbox, &method, &path)).await;
            assert_eq!(Some(answer.status.as_u16()), fault.status, "{} at {method} {path}", fault.name);
            assert_headers(fault, service, &path, &answer);
            let after = seen(request(&sandbox, &method, &path)).await;
            assert_eq!(after.status, before.status, "{} at {method} {path} strikes twice", fault.name);
            assert_eq!(sandbox.shared().faults.current().len(), 0, "{}", fault.name);
        }
    }
}

#[tokio::test]
async fn a4_every_maskinporten_fault_comes_in_its_envelope_and_names_what_was_asked_for() {
    let sandbox = open().await;
    for fault in faults::all().iter().filter(|fault| fault.shape == Shape::Maskinporten) {
        set(&sandbox, fault);
        let refused = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.ask(&sandbox).await;
        assert_eq!(Some(refused.status.as_u16()), fault.status, "{}", fault.name);
        let envelope = refused.json();
        assert_eq!(envelope["error"].as_str(), fault.error.as_deref(), "{}", fault.name);
        let description = envelope["error_description"].as_str().unwrap();
        assert!(description.contains("(trace_id: ") && !description.contains(['{', '}']), "{description}");
        assert!(!fault.text.as_deref().unwrap().contains("{scope}") || description.contains("altinn:broker.read"), "{description}");
        let uri = envelope["error_uri"].as_str();
        assert_eq!(uri.map(str::to_owned), fault.code.as_ref().map(|code| format!("{}errors/{code}", sandbox.origin)), "{}", fault.name);
    }
    let sound = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.ask(&sandbox).await;
    assert_eq!(sound.status, StatusCode::OK);
}

#[tokio::test]
async fn d3_every_refused_approval_is_shown_and_leaves_the_request_waiting() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let id = world.systems.pending().next().unwrap().id;
    let page = sandbox.origin.join(&format!("sandbox/approve?id={id}")).unwrap();
    for fault in faults::all().iter().filter(|fault| fault.shape == Shape::Approval) {
        set(&sandbox, fault);
        let shown = seen(client().post(page.clone()).form(&[("answer", "yes")])).await;
        assert!(shown.status == StatusCode::OK && shown.body.contains(&fault.name), "{}: {}", fault.name, shown.body);
        assert!(shown.body.contains("waiting for an answer"), "{}", fault.name);
    }
    let approved = seen(client().post(page).form(&[("answer", "yes")])).await;
    assert!(approved.body.contains("approved"), "{}", approved.body);
}

#[tokio::test]
async fn a_late_answer_comes_after_its_seconds() {
    let sandbox = open().await;
    sandbox.shared().faults.set("slow=3600:1".parse().unwrap());
    let late = request(&sandbox, &Method::GET, "/jwk").timeout(Duration::from_millis(200)).send().await;
    assert!(late.unwrap_err().is_timeout());
    sandbox.shared().faults.set("slow=0:1".parse().unwrap());
    assert_eq!(seen(request(&sandbox, &Method::GET, "/jwk")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_half_closed_answer_ends_before_its_announced_length() {
    let sandbox = open().await;
    for (_, method, path) in struck(faults::find("half-closed").unwrap()) {
        sandbox.shared().faults.set("half-closed:1".parse().unwrap());
        let response = request(&sandbox, &method, &path).send().await.unwrap();
        let announced = response.content_length();
        assert!(announced.is_some_and(|length| length >= 2), "{path}: {announced:?}");
        assert!(response.bytes().await.is_err(), "{path}");
    }
}

#[tokio::test]
async fn truncated_json_has_the_length_it_says_and_no_end() {
    let sandbox = open().await;
    sandbox.shared().faults.set("truncated-json".parse().unwrap());
    for path in ["/jwk", "/resourceregistry/api/v1/resource/orgs", "/authentication/api/v1/openid/.well-known/openid-configuration"] {
        let cut = seen(request(&sandbox, &Method::GET, path)).await;
        assert_eq!(cut.status, StatusCode::OK);
        assert!(!cut.body.is_empty() && serde_json::from_str::<Value>(&cut.body).is_err(), "{path}: {}", cut.body);
    }
    // What is no JSON goes by whole, and costs none of its times.
    sandbox.shared().faults.set("truncated-json:1".parse().unwrap());
    let empty = seen(request(&sandbox, &Method::GET, "/broker/api/v1/filetransfer?resourceId=x")).await;
    assert_eq!((empty.status, empty.body.as_str()), (StatusCode::UNAUTHORIZED, ""));
    assert_eq!(sandbox.shared().faults.current().len(), 1);
}

/// Seconds that the `Date` of an answer is ahead.
fn ahead(answer: &Answer) -> i64 {
    let date = jiff::fmt::rfc2822::parse(answer.header("date")).expect("a date").timestamp();
    date.duration_since(jiff::Timestamp::now()).as_secs()
}

#[tokio::test]
async fn a_clock_that_is_wrong_shows_in_date_and_refuses_sound_assertions() {
    let sandbox = open().await;
    for (setting, refusal) in [("clock=90", "JWT is expired"), ("clock=-90", "Issue time is after now")] {
        sandbox.shared().faults.clear_all();
        let setting: Setting = setting.parse().unwrap();
        let off = setting.value;
        sandbox.shared().faults.set(setting);
        for (_, method, path) in struck(faults::find("clock").unwrap()) {
            let answer = seen(request(&sandbox, &method, &path)).await;
            assert!((ahead(&answer) - off).abs() <= 5, "{path}: {}", answer.header("date"));
        }
        let refused = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.ask(&sandbox).await;
        assert!(refused.json()["error_description"].as_str().unwrap().contains(refusal), "{}", refused.body);
        // Whoever goes by the services' clock is served, from token to call.
        let now = jiff::Timestamp::now().as_second() + off;
        let timed = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.with("iat", now).with("exp", now + 60);
        let token = timed.acting_for(known::SENDER.number, None).token(&sandbox).await;
        let called = client().get(sandbox.origin.join(&format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE)).unwrap());
        assert_eq!(seen(called.bearer_auth(token)).await.status, StatusCode::OK);
        let own = seen(client().get(sandbox.origin.join("sandbox/world").unwrap())).await;
        assert!(ahead(&own).abs() <= 5, "the sandbox's own pages have no fault");
    }
}

#[tokio::test]
async fn no_fault_strikes_the_sandboxs_own_pages_or_another_service() {
    let sandbox = open().await;
    for name in
        ["http-500", "http-429", "http-502-html", "gateway-key-missing", "proxy-login", "slow=3600", "half-closed", "truncated-json"]
    {
        sandbox.shared().faults.set(name.parse().unwrap());
    }
    for path in ["sandbox/", "sandbox/world", "sandbox/faults", "sandbox/portal", "sandbox/sink/x"] {
        let page = client().get(sandbox.origin.join(path).unwrap()).timeout(Duration::from_secs(20));
        assert_eq!(seen(page).await.status, StatusCode::OK, "{path}");
    }
    sandbox.shared().faults.clear_all();
    sandbox.shared().faults.set("http-500@broker".parse().unwrap());
    assert_eq!(seen(request(&sandbox, &Method::GET, any_call(Service::Broker).1)).await.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(seen(request(&sandbox, &Method::GET, any_call(Service::Registry).1)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_keyed_gateway_still_comes_before_what_a_service_answers() {
    let sandbox = started(Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() }).await;
    sandbox.shared().faults.set("BRO-00006:1".parse().unwrap());
    let path = any_call(Service::Broker).1;
    assert!(seen(request(&sandbox, &Method::GET, path)).await.body.contains("subscription key"));
    let key = sandbox.world().await.api_key.expose().to_owned();
    let past = seen(request(&sandbox, &Method::GET, path).header("Ocp-Apim-Subscription-Key", key)).await;
    assert_eq!(past.json()["code"], json!("BRO-00006"));
}

async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    seen(client().post(sandbox.origin.join("sandbox/faults").unwrap()).json(body)).await
}

#[tokio::test]
async fn faults_are_set_cleared_and_listed_while_it_runs() {
    let set_at_start = vec!["MP-200:2".parse().unwrap()];
    let sandbox = started(Options { gateway: Gateway::Open, faults: set_at_start, ..Options::default() }).await;
    let list = || seen(client().get(sandbox.origin.join("sandbox/faults").unwrap()));
    let names = |answer: &Answer| -> Vec<String> {
        answer.json()["faults"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    };
    let first = list().await;
    assert_eq!((names(&first), &first.json()["faults"][0]["times"]), (vec!["MP-200".to_owned()], &json!(2)));
    let asked = client().post(sandbox.origin.join("token").unwrap()).form(&[("grant_type", GRANT_TYPE), ("assertion", "x")]);
    assert!(seen(asked).await.body.contains("MP-200"));
    assert_eq!(list().await.json()["faults"][0]["times"], json!(1));
    let added = post(&sandbox, &json!({"set": ["http-429@events=9:3", "bro-00001"]})).await;
    assert_eq!((added.status, names(&added)), (StatusCode::OK, vec!["MP-200".into(), "http-429".into(), "BRO-00001".into()]));
    assert_eq!((&added.json()["faults"][1]["value"], &added.json()["faults"][1]["service"]), (&json!(9), &json!("events")));
    let cleared = post(&sandbox, &json!({"clear": "http-429", "set": "http-500"})).await;
    assert_eq!(names(&cleared), ["MP-200", "BRO-00001", "http-500"]);
    let none = post(&sandbox, &json!({"clear": "all"})).await;
    assert!(names(&none).is_empty());
    let table = seen(client().get(sandbox.origin.join("sandbox/faults/list").unwrap())).await;
    assert_eq!(table.json()["faults"].as_array().unwrap().len(), faults::all().len());
}

#[tokio::test]
async fn an_unknown_name_changes_nothing_and_the_near_ones_are_named() {
    let sandbox = open().await;
    let refused = post(&sandbox, &json!({"set": ["http-500", "MP-20"]})).await;
    assert_eq!((refused.status, &refused.json()["error"]), (StatusCode::BAD_REQUEST, &json!("unknown-fault")));
    assert!(refused.json()["near"].as_array().unwrap().contains(&json!("MP-200")), "{}", refused.body);
    assert_eq!(post(&sandbox, &json!({"clear": "nothing-of-the-kind"})).await.status, StatusCode::BAD_REQUEST);
    for wrong in [json!({"set": ["MP-200:none"]}), json!({"set": ["slow=long"]}), json!({"sets": []}), json!([])] {
        assert_eq!(post(&sandbox, &wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    assert!(sandbox.shared().faults.current().is_empty());
    let untyped = client().post(sandbox.origin.join("sandbox/faults").unwrap()).body(r#"{"set":"http-500"}"#);
    assert_eq!(seen(untyped).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let foreign = client()
        .post(sandbox.origin.join("sandbox/faults").unwrap())
        .json(&json!({"set": "http-500"}))
        .header("Origin", "https://evil.example");
    assert_eq!(seen(foreign).await.status, StatusCode::FORBIDDEN);
    assert!(sandbox.shared().faults.current().is_empty());
}

#[test]
fn faults_of_tls_are_named_as_the_proxys() {
    let tls: Vec<&Fault> = faults::all().iter().filter(|fault| fault.face == Face::Proxy).collect();
    assert!(tls.iter().any(|fault| fault.name == "tls-expired"));
    assert!(tls.iter().all(|fault| broker_setup::sandbox::TlsFault::named(&fault.name).is_some()), "the proxy can play each of them");
    let rows = faults::document();
    let row = rows["faults"].as_array().unwrap().iter().find(|row| row["name"] == json!("tls-expired")).unwrap();
    assert_eq!(row["face"], json!("proxy"));
}
