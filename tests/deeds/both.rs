//! Both deeds after each other: what they leave satisfies the checks, and a test's events reach the webhook.

use crate::scene::{DEADLINE, Scene, done, ids, plain_options, transfer_of};
use altinn_sandbox::{Part, Preset};
use broker_setup::checks;
use broker_setup::journey::{CheckId, DeedId, FieldId, Verdict};
use broker_setup::receiver::{self, Arrival};
use std::net::SocketAddr;
use tokio::sync::mpsc;

#[tokio::test]
async fn what_the_deeds_leave_is_what_the_checks_look_for() {
    let scene = Scene::set().await;
    for part in Part::ALL {
        let fresh = scene.connection(part).await;
        let subscribed = done(DeedId::Subscribe, &fresh, &plain_options()).await;
        let again = scene.open(fresh.profile.clone(), subscribed.evidence).await;
        let tested = done(DeedId::SendTest, &again, &plain_options()).await;
        let proven = scene.open(fresh.profile.clone(), tested.evidence).await;
        let plan = broker_setup::journey::plan(&proven.profile);
        let run = checks::run(&proven, &plan, mpsc::unbounded_channel().0).await;
        for check in [CheckId::IntegrateTransfer, CheckId::EventsSubscription, CheckId::EventsValidated] {
            let finding = run.findings.iter().find(|finding| finding.check == check).expect("a finding");
            assert_eq!(finding.outcome, Verdict::Pass, "{part:?} {finding:?}");
        }
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn our_own_receiver_sees_the_validation_and_the_events_of_a_test() {
    let scene = Scene::set().await;
    let mut receiver = receiver::listen(SocketAddr::from(([127, 0, 0, 1], 0)), None, receiver::Limits::default()).await.unwrap();
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::EventsEndpoint, receiver.url.as_str())]).await;
    let subscribed = done(DeedId::Subscribe, &sender, &plain_options()).await;
    let ours = subscribed.evidence.subscriptions.first().unwrap().id;
    let validation = tokio::time::timeout(DEADLINE, receiver.arrivals.recv()).await.unwrap();
    assert!(matches!(validation, Some(Arrival::Validation { subscription: Some(id), .. }) if id == ours), "{validation:?}");

    let sent = done(DeedId::SendTest, &sender, &plain_options()).await;
    let published = async {
        loop {
            match receiver.arrivals.recv().await {
                Some(Arrival::Event { event, kind, receipt, .. }) => {
                    receipt.kept();
                    if kind == "no.altinn.broker.published" {
                        break event;
                    }
                }
                Some(Arrival::Validation { .. } | Arrival::Refused { .. }) => {}
                None => panic!("the receiver stopped"),
            }
        }
    };
    let event = tokio::time::timeout(DEADLINE, published).await.expect("an event");
    assert_eq!(event.transfer, Some(transfer_of(&sent.evidence)));

    // The subscription may not get the events of an earlier transfer, so the deed says that one more test may be needed.
    let later = scene.open(sender.profile.clone(), sent.evidence).await;
    assert_eq!(ids(&done(DeedId::Subscribe, &later, &plain_options()).await.says), ["subscriptions-stand", "test-once-more"]);
    scene.sandbox.stop().await;
}
