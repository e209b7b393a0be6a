//! Senders and recipients, in each way of acting, whatever the people do.

use crate::cast::{Actor, Cast, EventsCome, Others, RESOURCE};
use crate::follower::{End, Follower};
use broker_setup::journey::{Act, Acting, Errand, NextKind, Role, Who};

async fn followed(role: Role, acting: Acting, others: Others, events: EventsCome) -> End {
    Follower::new(Cast { role, acting, others, events, resource: RESOURCE, answered: &[] }).await.follow().await
}

async fn ready(role: Role, acting: Acting, others: Others, events: EventsCome) {
    let end = followed(role, acting, others, events).await;
    println!("{role} {acting:?} {others:?} {events:?}: {:#?}", end.done);
    assert!(end.open.is_empty(), "{:#?}\n{:#?}", end.open, end.done);
}

/// Where nobody ever answers, all that is left is for somebody who is named.
async fn left_with_others(role: Role, acting: Acting, others: Others) -> End {
    let end = followed(role, acting, others, EventsCome::ByWebhook).await;
    println!("{role} {acting:?}: {:#?}\n{:#?}", end.done, end.open);
    assert!(!end.open.is_empty(), "nobody has answered: {:#?}", end.done);
    for next in &end.open {
        assert!(matches!(next.kind(), NextKind::Person | NextKind::Portal | NextKind::Wait), "{next:?}\n{:#?}", end.done);
        // In test the user is the approver, on Altinn's own page.
        let is_named = next.who != Who::You || next.act == Act::Portal(Errand::Approve);
        assert!(is_named, "{next:?} names nobody\n{:#?}", end.done);
    }
    end
}

/// The same test for a role and a way of acting.
macro_rules! followed {
    ($($name:ident: $role:ident $acting:ident;)*) => {$(
        mod $name {
            use super::*;

            #[tokio::test]
            async fn people_answer_at_once() {
                ready(Role::$role, Acting::$acting, Others::Instant, EventsCome::ByWebhook).await;
            }

            #[tokio::test]
            async fn events_are_asked_for() {
                ready(Role::$role, Acting::$acting, Others::Instant, EventsCome::ByPoll).await;
            }

            #[tokio::test]
            async fn people_take_their_time() {
                ready(Role::$role, Acting::$acting, Others::Quick, EventsCome::ByWebhook).await;
            }

            #[tokio::test]
            async fn people_say_no_first() {
                ready(Role::$role, Acting::$acting, Others::NoThenYes, EventsCome::ByWebhook).await;
            }

            #[tokio::test]
            async fn people_never_answer() {
                left_with_others(Role::$role, Acting::$acting, Others::Never).await;
            }
        }
    )*};
}

followed! {
    a_sender: Sender Own;
    a_recipient: Recipient Own;
    a_sender_for_a_customer: Sender ForCustomer;
    a_recipient_for_a_customer: Recipient ForCustomer;
    a_sender_by_a_vendor: Sender ByVendor;
    a_recipient_by_a_vendor: Recipient ByVendor;
}

#[tokio::test]
async fn a_silent_approver_is_all_that_is_left() {
    for role in [Role::Sender, Role::Recipient] {
        let end = left_with_others(role, Acting::Own, Others::AllBut(Actor::Approver)).await;
        assert_eq!(end.open.iter().map(|next| next.act).collect::<Vec<_>>(), [Act::Portal(Errand::Approve)], "{role}: {:#?}", end.done);
    }
}

#[tokio::test]
async fn a_silent_sender_is_all_that_a_recipient_waits_for() {
    let end = left_with_others(Role::Recipient, Acting::Own, Others::AllBut(Actor::Counterpart)).await;
    assert!(end.open.iter().all(|next| next.act == Act::Wait), "{:#?}\n{:#?}", end.open, end.done);
    assert_eq!(end.open.first().map(|next| next.who), Some(Who::Sender), "{:#?}", end.done);
}
