//! Nobody keeps the sandbox waiting for ever, and nothing that is sent to it takes all its memory or time.

use crate::support::*;
use altinn_sandbox::{Limits, Proxy};
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Far more than a working sandbox needs, also on a busy machine.
const DEADLINE: Duration = Duration::from_secs(30);
const SHORT: Duration = Duration::from_millis(500);
const JSON: (&str, &str) = ("Content-Type", "application/json");
const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn short() -> Limits {
    Limits { head: SHORT, idle: 4 * SHORT, body_grace: SHORT, ..Limits::default() }
}

async fn within(limits: Limits) -> Sandbox {
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    started(Options { gateway: Gateway::Open, people: People::Never, proxy: Some(proxy), limits, ..Options::default() }).await
}

fn address(sandbox: &Sandbox) -> SocketAddr {
    sandbox.origin.socket_addrs(|| None).unwrap()[0]
}

fn proxy(sandbox: &Sandbox) -> SocketAddr {
    sandbox.proxy.as_ref().unwrap().address
}

/// What comes back until the sandbox closes the connection; `None` if it does not.
async fn answered(to: SocketAddr, sent: &[u8]) -> Option<String> {
    let mut stream = TcpStream::connect(to).await.unwrap();
    stream.write_all(sent).await.unwrap();
    let mut answer = Vec::new();
    // A reset is an end too.
    let ended = tokio::time::timeout(DEADLINE, stream.read_to_end(&mut answer)).await;
    ended.ok().map(|_| String::from_utf8_lossy(&answer).into_owned())
}

#[tokio::test]
async fn half_heads_idle_connections_and_slow_bodies_end() {
    let sandbox = within(short()).await;
    let (direct, proxy) = (address(&sandbox), proxy(&sandbox));
    let body = |path: &str, kind: &str| {
        format!("POST /{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: 1000\r\n\r\na")
    };
    let mut sent = vec![
        (direct, String::new()),
        (direct, "GET /jwk HTT".to_owned()),
        (direct, "GET /jwk HTTP/1.1\r\nHost: localhost\r\nX: ".to_owned()),
        (direct, "GET /jwk HTTP/1.1\r\nHost: localhost\r\n\r\n".to_owned()),
        (proxy, String::new()),
        (proxy, "CONNECT test.maskinporten.no:443 HTT".to_owned()),
        (proxy, "CONNECT test.maskinporten.no:443 HTTP/1.1\r\n\r\n".to_owned()),
        (proxy, "CONNECT test.maskinporten.no:443 HTTP/1.1\r\n\r\n\u{16}\u{3}\u{1}".to_owned()),
    ];
    for path in ["token", "sandbox/sink/x", "sandbox/desk/keys"] {
        sent.push((direct, body(path, "application/x-www-form-urlencoded")));
    }
    for path in ["sandbox/faults", "sandbox/time", "sandbox/signing-keys", "broker/api/v1/webhooks/malwarescanresults"] {
        sent.push((direct, body(path, "application/json")));
    }
    let ended = sent.into_iter().map(async |(to, text)| (answered(to, text.as_bytes()).await, text));
    for (answer, text) in futures_util::future::join_all(ended).await {
        let Some(answer) = answer else { panic!("it waits: {text}") };
        let expected = if text.contains("Content-Length") { "HTTP/1.1 408 " } else { "" };
        assert!(answer.starts_with(expected), "{text}: {answer}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a_thousand_that_say_nothing_hold_nobody_up_for_long() {
    let sandbox = within(Limits { connections: 400, ..short() }).await;
    let mut silent = Vec::new();
    for number in 0..1000 {
        let to = if number % 2 == 0 { address(&sandbox) } else { proxy(&sandbox) };
        // The system refuses those that wait for too long in its own queue.
        if let Ok(Ok(mut stream)) = tokio::time::timeout(Duration::from_secs(2), TcpStream::connect(to)).await {
            let _ = stream.write_all(b"GET /jwk HTT").await;
            silent.push(stream);
        }
    }
    let asked = tokio::time::timeout(DEADLINE, sandbox.get("jwk")).await;
    asked.expect("an answer").is(200);
    drop(silent);
    sandbox.stop().await;
}

#[tokio::test]
async fn bodies_have_a_most_of_their_own() {
    let sandbox = open().await;
    let huge = "a".repeat((1 << 20) + 1);
    for (path, kind) in [
        ("token", FORM),
        ("sandbox/sink/x", JSON),
        ("sandbox/desk/keys", FORM),
        ("sandbox/faults", JSON),
        ("sandbox/time", JSON),
        ("sandbox/signing-keys", JSON),
        ("broker/api/v1/webhooks/malwarescanresults", JSON),
    ] {
        posted(&Caller::nobody(&sandbox), path, kind, huge.clone()).await.is(413);
    }
    posted(&Caller::nobody(&sandbox), "sandbox/desk/keys", FORM, "a=&".repeat(2000)).await.is(413);
    let sender = Caller::sender(&sandbox).await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let vendor = Caller::organisation(&sandbox, "sender", "altinn:authentication/systemregister.write").await;
    for (caller, path) in [
        (&sender, "broker/api/v1/filetransfer"),
        (&sender, "events/api/v1/subscriptions"),
        (&owner, "resourceregistry/api/v1/resource"),
        (&vendor, "authentication/api/v1/systemregister/vendor"),
    ] {
        posted(caller, path, JSON, huge.clone()).await.is(413);
        posted(caller, path, JSON, "[".repeat(500_000)).await.is(400);
    }
    sandbox.stop().await;
}

/// Posts a body. The published documents do not know 413.
async fn posted(caller: &Caller<'_>, path: &str, (name, kind): (&str, &str), body: String) -> Answer {
    Answer::unjudged(caller.request(Method::POST, path).header(name, kind).body(body)).await
}

/// Many large fields would otherwise be held in memory until the form ends.
#[tokio::test]
async fn the_fields_of_a_form_are_bounded_together_and_in_number() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let form = |count: usize, value: &str| {
        let field = |number| format!("--b\r\nContent-Disposition: form-data; name=\"Metadata.PropertyList[{number}]\"\r\n\r\n{value}\r\n");
        (0..count).map(field).collect::<String>() + "--b--\r\n"
    };
    let post =
        async |body| posted(&sender, "broker/api/v1/filetransfer/upload", ("Content-Type", "multipart/form-data; boundary=b"), body).await;
    post(form(10, &"a".repeat(1 << 20))).await.is(413);
    let many = post(form(5000, "a")).await;
    assert!(many.status == 400 && many.body.contains("Form value count limit 1024 exceeded"), "{}", many.body);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_policy_takes_no_more_time_than_its_size_is_worth() {
    let sandbox = open().await;
    let owner = Caller::organisation(&sandbox, "service-owner", "altinn:resourceregistry/resource.write").await;
    let path = format!("resourceregistry/api/v1/resource/{}/policy", known::RESOURCE);
    let policy = owner.get(&path).await.body;
    let matched = |category: &str, attribute: &str, value: &str| {
        format!(
            "<xacml:AllOf><xacml:Match MatchId=\"urn:oasis:names:tc:xacml:1.0:function:string-equal\"><xacml:AttributeValue DataType=\"http://www.w3.org/2001/XMLSchema#string\">{value}</xacml:AttributeValue><xacml:AttributeDesignator AttributeId=\"{attribute}\" Category=\"{category}\" DataType=\"x\" MustBePresent=\"false\"/></xacml:Match></xacml:AllOf>"
        )
    };
    let subject = |number: usize| {
        matched("urn:oasis:names:tc:xacml:1.0:subject-category:access-subject", "urn:altinn:rolecode", &format!("r{number}"))
    };
    let action = |number: usize| {
        let kind = "urn:oasis:names:tc:xacml:1.0:action:action-id";
        matched("urn:oasis:names:tc:xacml:3.0:attribute-category:action", kind, &format!("a{number}"))
    };
    let with = |more: String| policy.replacen("</xacml:Target>", &format!("<xacml:AnyOf>{more}</xacml:AnyOf></xacml:Target>"), 2);
    let attributes: String = (0..60_000).map(|number| format!(" a{number}=''")).collect();
    let nested: String = (0..20_000).map(|number| format!("<a xmlns:p{number}='u{number}'>")).collect();
    let many_subjects: String = (0..3000).map(subject).collect();
    let square: String = (0..300).map(subject).chain((0..300).map(action)).collect();
    for (what, body, status) in [
        ("60,000 attributes of one element", policy.replacen("<xacml:Target", &format!("<xacml:Target{attributes}"), 1), 413),
        ("20,000 namespaces", policy.replacen("<xacml:Target", &format!("{nested}<xacml:Target"), 1), 413),
        ("300 subjects with 300 actions", with(square), 413),
        ("3,000 subjects", with(many_subjects), 201),
        ("3 MiB", format!("{policy}{}", " ".repeat(3 << 20)), 413),
    ] {
        let file = format!("--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"p.xml\"\r\n\r\n{body}\r\n--b--\r\n");
        let began = Instant::now();
        let put = owner.request(Method::PUT, &path).header("Content-Type", "multipart/form-data; boundary=b").body(file);
        let answer = Answer::unjudged(put).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.body);
        for part in ["rules", "rights", "subjects"] {
            owner.get(format!("{path}/{part}")).await.is(200);
        }
        println!("{what}: {:?}", began.elapsed());
        assert!(began.elapsed() < DEADLINE, "{what}: {:?}", began.elapsed());
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn too_many_or_too_long_headers_are_refused() {
    let sandbox = within(short()).await;
    for head in ["X: a\r\n".repeat(1000), format!("X: {}\r\n", "a".repeat(200_000))] {
        let answer = answered(address(&sandbox), format!("GET /jwk HTTP/1.1\r\nHost: localhost\r\n{head}\r\n").as_bytes()).await;
        let answer = answer.expect("an end");
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 431 "), "{answer}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn no_web_page_changes_anything_and_no_foreign_name_reads_anything() {
    let sandbox = open().await;
    let posts = [
        "sandbox/sink/sender",
        "sandbox/faults",
        "sandbox/time",
        "sandbox/signing-keys",
        "sandbox/people",
        "sandbox/misbehave",
        "sandbox/portal/clients",
        "sandbox/approve",
    ];
    for path in posts {
        for (name, value) in [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site"), ("Host", "evil.example")] {
            let answer = sandbox.post(path).header(name, value).json(json!({})).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {name}");
        }
    }
    for path in [
        "sandbox/",
        "sandbox/world",
        "sandbox/sink/sender",
        "sandbox/faults",
        "sandbox/faults/list",
        "sandbox/time",
        "sandbox/signing-keys",
    ] {
        sandbox.get(path).await.is(200);
        sandbox.get(path).header("Host", "evil.example").await.is(403);
    }
    sandbox.stop().await;
}

/// Only what Events sends to the webhook itself is there: an event that a script posts proves nothing.
#[tokio::test]
async fn an_event_that_events_has_not_sent_is_refused() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    let hook = sandbox.origin.join("sandbox/sink/mine").unwrap();
    let body = json!({"endPoint": hook, "resourceFilter": format!("urn:altinn:resource:{}", known::RESOURCE),
                      "subjectFilter": format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)});
    let id = sender.post("events/api/v1/subscriptions").json(body).await.json()["id"].to_string();
    let one = format!("events/api/v1/subscriptions/{id}");
    until("validated", async || sender.get(&one).await.json()["validated"] == true).await;
    let seen = async || sandbox.get("sandbox/sink/mine").await.json()["events"].as_array().unwrap().len();
    assert_eq!(seen().await, 1, "the validation");
    let source = format!("{}{one}", sandbox.origin);
    for forged in [
        json!({"specversion": "1.0", "id": "1", "type": "no.altinn.broker.published", "resourceinstance": uuid::Uuid::new_v4()}),
        json!({"specversion": "1.0", "id": "2", "type": "platform.events.validatesubscription", "source": source}),
        json!([]),
    ] {
        sandbox.post("sandbox/sink/mine").json(forged).await.is(403);
    }
    assert_eq!(seen().await, 1);
    sandbox.stop().await;
}
