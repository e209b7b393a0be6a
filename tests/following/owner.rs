//! A service owner whose resource is published, and whom Broker does not know.

use crate::cast::{Cast, EventsCome, Others};
use crate::follower::Follower;
use broker_setup::journey::{Acting, Role};

async fn ready(others: Others, events: EventsCome) {
    let end = Follower::new(Cast { role: Role::ServiceOwner, acting: Acting::Own, others, events }).await.follow().await;
    println!("{others:?} {events:?}: {:#?}", end.done);
    assert!(end.open.is_empty(), "{:#?}\n{:#?}", end.open, end.done);
}

#[tokio::test]
async fn people_answer_at_once() {
    ready(Others::Instant, EventsCome::ByWebhook).await;
}

#[tokio::test]
async fn events_are_asked_for() {
    ready(Others::Instant, EventsCome::ByPoll).await;
}

#[tokio::test]
async fn nobody_else_is_needed() {
    ready(Others::Never, EventsCome::ByPoll).await;
}
