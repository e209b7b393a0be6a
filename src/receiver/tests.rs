use super::*;
use crate::journey::ReceivedBy;
use std::time::Duration;

const VALIDATION: &str = r#"{"specversion":"1.0","id":"6e5f2cbe-0a6e-4a5c-8f55-6cb7b1a44a0e","source":"https://platform.tt02.altinn.no/events/api/v1/subscriptions/17","type":"platform.events.validatesubscription"}"#;
const PUBLISHED: &str = r#"{"specversion":"1.0","id":"b3c0","type":"no.altinn.broker.published","time":"2026-11-23T09:00:00.1234567+00:00","resource":"urn:altinn:resource:acme-files","resourceinstance":"7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11","subject":null,"source":"https://platform.tt02.altinn.no/broker/api/v1/filetransfer","data":{"Role":"Sender"}}"#;

const ANY_PORT: SocketAddr = SocketAddr::V4(std::net::SocketAddrV4::new(std::net::Ipv4Addr::LOCALHOST, 0));
/// Far more than a working receiver needs, also on a busy machine.
const DEADLINE: Duration = Duration::from_secs(30);

async fn receiver() -> Receiver {
    within(Limits::default()).await
}

async fn within(limits: Limits) -> Receiver {
    listen(ANY_PORT, None, limits).await.expect("a free port")
}

fn event(id: &str) -> String {
    format!(r#"{{"id":"{id}","type":"no.altinn.broker.published"}}"#)
}

/// The next arrival, which is an event.
async fn next_event(receiver: &mut Receiver) -> (ReceivedEvent, String, Receipt) {
    let next = tokio::time::timeout(DEADLINE, receiver.arrivals.recv()).await.expect("in time");
    let Some(Arrival::Event { event, kind, receipt, .. }) = next else { panic!("{next:?}") };
    (event, kind, receipt)
}

/// Posts an event in the background.
fn posting(receiver: &Receiver, id: &str) -> tokio::task::JoinHandle<u16> {
    let (url, body) = (receiver.url.clone(), event(id));
    tokio::spawn(async move { post(&url, "application/json", body).await })
}

async fn post(url: &Url, content_type: &str, body: impl Into<reqwest::Body>) -> u16 {
    let client = reqwest::Client::builder().no_proxy().build().expect("a client");
    let request = client.post(url.clone()).header("content-type", content_type).body(body);
    request.send().await.expect("an answer").status().as_u16()
}

#[tokio::test]
async fn a_validation_is_answered_and_names_its_subscription() {
    let mut receiver = receiver().await;
    assert_eq!(post(&receiver.url, "application/json; charset=utf-8", VALIDATION).await, 200);
    assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Validation { subscription: Some(17), .. })));
}

#[tokio::test]
async fn an_event_is_answered_when_it_is_kept_and_then_not_reported_again() {
    let mut receiver = receiver().await;
    let url = receiver.url.clone();
    let mut posted = tokio::spawn(async move { post(&url, "application/cloudevents+json", PUBLISHED).await });
    let (event, kind, receipt) = next_event(&mut receiver).await;
    assert_eq!((kind.as_str(), event.by), ("no.altinn.broker.published", ReceivedBy::Receiver));
    assert_eq!(event.event_type.map(|t| t.to_string()).as_deref(), Some("no.altinn.broker.published"));
    assert_eq!(event.transfer.map(|id| id.to_string()).as_deref(), Some("7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"));
    assert_eq!(post(&receiver.url, "application/json", PUBLISHED).await, 503, "it is being kept");
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut posted).await.is_err(), "no answer before the receipt");
    receipt.kept();
    assert_eq!(posted.await.expect("no panic"), 200);
    assert_eq!(post(&receiver.url, "application/json", PUBLISHED).await, 200);
    assert_eq!(post(&receiver.url, "application/json", VALIDATION).await, 200);
    assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Validation { .. })));
}

#[tokio::test]
async fn what_is_not_kept_is_asked_for_again() {
    let limits = Limits { receipt: Duration::from_millis(100), ..Limits::default() };
    let mut receiver = within(limits).await;
    for (outcome, status) in [("not kept", 500), ("no receipt", 503), ("no reader", 503), ("kept", 200)] {
        let posted = posting(&receiver, "1");
        let (_, _, receipt) = next_event(&mut receiver).await;
        let answered = match outcome {
            "kept" => {
                receipt.kept();
                posted.await
            }
            "not kept" => {
                receipt.not_kept();
                posted.await
            }
            "no receipt" => {
                drop(receipt);
                posted.await
            }
            _ => {
                let answered = posted.await;
                drop(receipt);
                answered
            }
        };
        assert_eq!(answered.expect("no panic"), status, "{outcome}");
    }
}

#[tokio::test]
async fn what_came_before_the_end_is_kept_and_answered() {
    let mut receiver = receiver().await;
    let posted: Vec<_> = (0..40).map(|number| posting(&receiver, &number.to_string())).collect();
    let (_, _, first) = next_event(&mut receiver).await;
    receiver.stop();
    first.kept();
    let mut kept = 1;
    while let Some(arrival) = tokio::time::timeout(DEADLINE, receiver.arrivals.recv()).await.expect("it ends") {
        let Arrival::Event { receipt, .. } = arrival else { panic!("{arrival:?}") };
        receipt.kept();
        kept += 1;
    }
    let mut answered = 0;
    for posted in posted {
        // Those that were not accepted any more failed to connect.
        answered += usize::from(posted.await.is_ok_and(|status| status == 200));
    }
    assert_eq!(answered, kept);
}

#[tokio::test]
async fn only_events_at_the_secret_address_are_taken() {
    let mut receiver = receiver().await;
    let elsewhere = receiver.url.join("/guess").expect("an address");
    assert_eq!(post(&elsewhere, "application/json", PUBLISHED).await, 404);
    assert_eq!(post(&receiver.url, "text/plain", PUBLISHED).await, 415);
    assert_eq!(post(&receiver.url, "application/json", "{\"id\":").await, 400);
    assert_eq!(post(&receiver.url, "application/json", "{\"id\":\"\",\"type\":\"x\"}").await, 400);
    assert_eq!(post(&receiver.url, "application/json", "x".repeat(LARGEST_BODY + 1)).await, 413);
    for expected in [415, 400, 400, 413] {
        assert!(matches!(receiver.arrivals.recv().await, Some(Arrival::Refused { status, .. }) if status == expected));
    }
}

#[tokio::test]
async fn a_full_channel_is_answered_with_503() {
    let receiver = within(Limits { connections: 2 * WAITING, ..Limits::default() }).await;
    let mut posted = tokio::task::JoinSet::new();
    for number in 0..=WAITING {
        let (url, body) = (receiver.url.clone(), event(&number.to_string()));
        posted.spawn(async move { post(&url, "application/json", body).await });
    }
    // One is too many; the others wait for the reader.
    let first = tokio::time::timeout(DEADLINE, posted.join_next()).await.expect("in time");
    assert_eq!(first.map(|answered| answered.expect("no panic")), Some(503));
}

/// Whether the receiver closes the connection on which this is sent.
async fn closes(url: &Url, sent: &str) -> bool {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let address = url.socket_addrs(|| None).expect("an address")[0];
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("it listens");
    stream.write_all(sent.as_bytes()).await.expect("it takes it");
    tokio::time::timeout(DEADLINE, stream.read_to_end(&mut Vec::new())).await.is_ok()
}

#[tokio::test]
async fn who_keeps_it_waiting_is_cut_off() {
    let short = Duration::from_millis(300);
    let receiver = within(Limits { head: short, body: short, ..Limits::default() }).await;
    let path = receiver.url.path();
    for sent in [
        String::new(),
        format!("POST {path} HTT"),
        format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"),
        format!("GET {path} HTTP/1.1\r\nHost: x\r\n\r\n"),
        format!("GET {path} HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(100_000)),
    ] {
        assert!(closes(&receiver.url, &sent).await, "{sent:.60}");
    }
}

#[tokio::test]
async fn many_that_say_nothing_hold_nobody_up_for_long() {
    let receiver = within(Limits { head: Duration::from_millis(500), connections: 16, ..Limits::default() }).await;
    let address = receiver.url.socket_addrs(|| None).expect("an address")[0];
    let mut silent = Vec::new();
    for _ in 0..64 {
        silent.push(tokio::net::TcpStream::connect(address).await.expect("it listens"));
    }
    let answered = tokio::time::timeout(DEADLINE, post(&receiver.url, "application/json", VALIDATION)).await;
    assert_eq!(answered, Ok(200));
}

#[tokio::test]
async fn an_address_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:0", "192.0.2.1:0"] {
        let refused = listen(address.parse().expect("an address"), None, Limits::default()).await.map(|receiver| receiver.url.clone());
        assert_eq!(refused.map_err(|error| error.kind()), Err(io::ErrorKind::InvalidInput));
    }
}

#[tokio::test]
async fn a_given_secret_keeps_the_address() {
    let receiver = listen(ANY_PORT, Some("kept-42"), Limits::default()).await.expect("a free port");
    assert_eq!(receiver.url.path(), "/kept-42");
    // A tunnel may leave a part before it in place.
    let through = receiver.url.join("/hooks/altinn/kept-42").expect("an address");
    assert_eq!(post(&through, "application/json", VALIDATION).await, 200);
    assert_eq!(post(&receiver.url.join("/kept-42/more").expect("an address"), "application/json", VALIDATION).await, 404);
    let odd = listen(ANY_PORT, Some("a/b"), Limits::default()).await.map(|receiver| receiver.url.clone());
    assert_eq!(odd.map_err(|error| error.kind()), Err(io::ErrorKind::InvalidInput));
}

/// A server that answers each call with this status, and where it listens.
async fn application(status: u16) -> (Url, tokio::task::JoinHandle<()>) {
    let listener = TcpListener::bind(ANY_PORT).await.expect("a free port");
    let url = Url::parse(&format!("http://{}/events", listener.local_addr().expect("an address"))).expect("an address");
    let status = StatusCode::from_u16(status).expect("a status");
    let answer = move |body: String| async move { (status, format!("got {}\u{1b}[31m", body.len())) };
    let routes = Router::new().route("/events", axum::routing::post(answer));
    (url, tokio::spawn(async move { axum::serve(listener, routes).await.expect("it serves") }))
}

#[tokio::test]
async fn an_event_is_sent_on_and_the_answer_is_told() {
    for (status, is_receipt) in [(200, true), (503, false), (302, false)] {
        let (url, serving) = application(status).await;
        let forwarded = Forwarding::to(url).expect("a way").send(PUBLISHED.to_owned()).await;
        let Forwarded::Answered { status: told, text, .. } = &forwarded else { panic!("{forwarded:?}") };
        assert_eq!((*told, text.starts_with(&format!("got {}", PUBLISHED.len()))), (status, true), "{text}");
        assert!(!text.contains('\u{1b}') && forwarded.is_receipt() == is_receipt);
        serving.abort();
    }
    let closed = Url::parse("http://127.0.0.1:9/").expect("an address");
    let unanswered = Forwarding::to(closed).expect("a way").send(PUBLISHED.to_owned()).await;
    assert!(matches!(unanswered, Forwarded::Unanswered { ref reason } if !reason.is_empty()), "{unanswered:?}");
}
