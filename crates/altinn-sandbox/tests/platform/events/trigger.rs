//! `POST /sandbox/trigger` makes each event happen (facts platform F.3).

use super::{half_a_minute_passes, subject, urn};
use crate::support::*;

const EVENTS: [&str; 8] = [
    "filetransferinitialized",
    "uploadprocessing",
    "uploadfailed",
    "published",
    "downloadconfirmed",
    "allconfirmeddownloaded",
    "fileneverconfirmeddownloaded",
    "filepurged",
];

#[tokio::test]
async fn each_event_happens_and_is_about_a_transfer_that_is_there() {
    let sandbox = open().await;
    let sender = Caller::sender(&sandbox).await;
    for event in EVENTS {
        let made = sandbox.post("sandbox/trigger").json(json!({"event": event})).await;
        made.is(200);
        let transfer = made.json()["transfer"].as_str().expect("a transfer").to_owned();
        sender.get(format!("broker/api/v1/filetransfer/{transfer}")).await.is(200);
        half_a_minute_passes(&sandbox).await;
        let query = format!("resource={}&after=0&size=1000&subject={}", urn(known::RESOURCE), subject(known::SENDER.number));
        let polled = sender.get(format!("events/api/v1/events?{query}")).await;
        let is_there = |one: &Value| one["type"] == format!("no.altinn.broker.{event}") && one["resourceinstance"] == transfer.as_str();
        assert!(polled.json().as_array().expect("events").iter().any(is_there), "{event}");
    }
}

#[tokio::test]
async fn what_the_sandbox_does_not_know_is_refused() {
    let sandbox = open().await;
    for (body, member, value) in [
        (json!({"event": "filedeleted"}), "error", "unreadable"),
        (json!({"event": "published", "resource": "no-such-one"}), "error", "resource-unknown"),
        (json!({"event": "published", "recipient": "999999999"}), "organisation", "999999999"),
    ] {
        let refused = sandbox.post("sandbox/trigger").json(body).await;
        refused.is(400);
        assert_eq!(refused.json()[member], value);
    }
}
