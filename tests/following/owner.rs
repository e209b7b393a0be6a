//! A service owner that Broker does not know, with a resource that is published, or not yet.

use crate::cast::{Cast, EventsCome, Others};
use crate::follower::Follower;
use broker_setup::journey::{Acting, FieldId, Role};

const PUBLISHED: &str = "nyk-filutveksling";
const UNPUBLISHED: &str = "nyk-nye-filer";

async fn ready(resource: &'static str, others: Others, events: EventsCome) {
    ready_with(resource, others, events, &[]).await;
}

/// Returns what was done.
async fn ready_with(
    resource: &'static str,
    others: Others,
    events: EventsCome,
    answered: &'static [(FieldId, &'static str)],
) -> Vec<String> {
    let cast = Cast { role: Role::ServiceOwner, acting: Acting::Own, others, events, resource, answered };
    let end = Follower::new(cast).await.follow().await;
    println!("{resource} {others:?} {events:?}: {:#?}", end.done);
    assert!(end.open.is_empty(), "{:#?}\n{:#?}", end.open, end.done);
    end.done
}

fn has(done: &[String], deed: &str) -> bool {
    done.iter().any(|act| act.contains(deed))
}

#[tokio::test]
async fn a_resource_for_those_listed_whose_owner_takes_no_part_is_not_asked_whom_it_sends_to() {
    let answered = &[(FieldId::PolicyAdmits, "listed"), (FieldId::PolicyOwnerActs, "no")];
    let done = ready_with(UNPUBLISHED, Others::Instant, EventsCome::ByPoll, answered).await;
    assert!(has(&done, "Deed(Admit)"), "{done:#?}");
    assert!(!has(&done, "TransferRecipients") && !has(&done, "Deed(SendTest)"), "{done:#?}");
}

#[tokio::test]
async fn a_published_resource_is_restricted_to_those_listed() {
    let answered = &[(FieldId::PolicyAdmits, "listed"), (FieldId::PolicyOwnerActs, "yes")];
    let done = ready_with(PUBLISHED, Others::Instant, EventsCome::ByPoll, answered).await;
    assert!(has(&done, "Deed(Admit)") && has(&done, "Deed(RestrictResource)"), "{done:#?}");
}

#[tokio::test]
async fn a_resource_for_those_listed_whose_owner_sends_to_itself() {
    let answered = &[(FieldId::PolicyAdmits, "listed"), (FieldId::PolicyOwnerActs, "yes")];
    let done = ready_with(UNPUBLISHED, Others::Instant, EventsCome::ByPoll, answered).await;
    assert!(has(&done, "Deed(SendTest)") && !has(&done, "TransferRecipients"), "{done:#?}");
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
