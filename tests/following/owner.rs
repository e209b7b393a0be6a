//! A service owner that Broker does not know, with a resource that is published, or not yet.

use crate::cast::{Cast, EventsCome, Others};
use crate::follower::Follower;
use broker_setup::journey::{Acting, Role};

const PUBLISHED: &str = "nyk-filutveksling";
const UNPUBLISHED: &str = "nyk-nye-filer";

async fn ready(resource: &'static str, others: Others, events: EventsCome) {
    let cast = Cast { role: Role::ServiceOwner, acting: Acting::Own, others, events, resource };
    let end = Follower::new(cast).await.follow().await;
    println!("{resource} {others:?} {events:?}: {:#?}", end.done);
    assert!(end.open.is_empty(), "{:#?}\n{:#?}", end.open, end.done);
}

#[tokio::test]
async fn a_published_resource_with_a_webhook() {
    ready(PUBLISHED, Others::Instant, EventsCome::ByWebhook).await;
}

#[tokio::test]
async fn a_published_resource_whose_events_are_asked_for() {
    ready(PUBLISHED, Others::Instant, EventsCome::ByPoll).await;
}

#[tokio::test]
async fn nobody_else_is_needed() {
    ready(PUBLISHED, Others::Never, EventsCome::ByPoll).await;
}

#[tokio::test]
async fn a_resource_that_is_published_on_the_way() {
    ready(UNPUBLISHED, Others::Instant, EventsCome::ByWebhook).await;
    ready(UNPUBLISHED, Others::Instant, EventsCome::ByPoll).await;
}
