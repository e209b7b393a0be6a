//! `subscribe`: what is subscribed to, what is kept, and what stops it.

use crate::scene::{Scene, acting, done, ids, plain_options, run, stopped, until};
use altinn_sandbox::{Part, Preset, known};
use broker_setup::journey::{DeedId, DeedMessage, DeedProgress, FieldId, Outcome};
use broker_setup::services::{Grant, NewSubscription, Patience};
use broker_setup::values::{ResourceFilter, Scope, SubjectFilter};
use std::time::Duration;

#[tokio::test]
async fn every_role_subscribes_once_however_often_it_asks() {
    let scene = Scene::set().await;
    for part in Part::ALL {
        let connection = scene.connection(part).await;
        let first = done(DeedId::Subscribe, &connection, &plain_options()).await;
        assert_eq!(ids(&first.says), ["subscriptions-stand", "test-to-hear-of"], "{part:?}");
        let again = done(DeedId::Subscribe, &connection, &plain_options()).await;
        let made = |outcome: &Outcome| outcome.evidence.subscriptions.iter().map(|s| s.id).collect::<Vec<_>>();
        assert_eq!((made(&first).len(), made(&first)), (1, made(&again)), "{part:?}");
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn each_type_gets_its_own_subscription_with_filters_that_match() {
    let scene = Scene::set().await;
    // The old documentation writes the types with capitals. Altinn Events compares case, so lower case must be sent.
    let changes = [(FieldId::EventsTypes, "no.altinn.broker.Published, downloadconfirmed, published")];
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    let outcome = done(DeedId::Subscribe, &sender, &plain_options()).await;
    assert_eq!(outcome.evidence.subscriptions.len(), 2);
    let token = sender.exchanged(&acting(&sender, "altinn:events.subscribe")).await.unwrap();
    let mut listed = sender.services.subscriptions(&token).await.unwrap();
    listed.sort_by_key(|subscription| subscription.id);
    let filters: Vec<_> = listed.iter().map(|s| s.type_filter.clone().unwrap_or_default()).collect();
    assert_eq!(filters, ["no.altinn.broker.published", "no.altinn.broker.downloadconfirmed"]);
    for subscription in listed {
        assert!(subscription.validated && subscription.source_filter.is_none());
        assert_eq!(subscription.resource_filter, Some(format!("urn:altinn:resource:{}", known::RESOURCE)));
        assert_eq!(subscription.subject_filter, Some(format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)));
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_subscription_of_our_other_identity_is_kept_and_not_doubled() {
    let scene = Scene::set().await;
    // The policy names only the sender's organisation number: the organisation may subscribe, its system user may not.
    let changes = [(FieldId::Resource, "prov-kun-organisasjon")];
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    let plain = Grant { scopes: vec![Scope::known("altinn:events.subscribe")], system_user: None };
    let token = sender.exchanged(&plain).await.unwrap();
    let endpoint = sender.profile.events.endpoint.as_ref().unwrap().resolve(&scene.sandbox.origin).unwrap();
    let new = NewSubscription {
        endpoint,
        resource: ResourceFilter::of(sender.profile.resource.as_ref().unwrap()),
        subject: SubjectFilter::of(sender.profile.organisation.as_ref().unwrap()),
        event_type: None,
    };
    let theirs = sender.services.subscribe(&token, &new).await.unwrap();
    until(|| async { sender.services.subscription(&token, theirs.id).await.unwrap().validated }).await;

    let (outcome, progress) = run(DeedId::Subscribe, &sender, &plain_options()).await;
    assert_eq!(outcome.unwrap().evidence.subscriptions.first().map(|s| s.id), Some(theirs.id));
    let identity = format!("/organisation/{}", known::SENDER.number);
    let kept = DeedMessage::KeptByOther { subscription: theirs.id.into(), identity };
    assert!(progress.iter().any(|p| matches!(p, DeedProgress::Done { message, .. } if *message == kept)), "{progress:?}");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_webhook_that_does_not_answer_is_told_with_what_to_check() {
    let scene = Scene::set().await;
    let changes = [(FieldId::EventsEndpoint, "http://127.0.0.1:9/closed")];
    let mut sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    // No waiting for the validation: no program listens at this address.
    let hurried = Patience { validation: Duration::ZERO, ..Patience::default() };
    sender.services = sender.services.with_patience(hurried);
    let refused = stopped(DeedId::Subscribe, &sender, &plain_options()).await;
    assert_eq!(refused.message.id(), "not-validated-yet");
    assert_eq!(refused.evidence.subscriptions.len(), 1);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_policy_without_subscribe_is_told_as_that() {
    let scene = Scene::set().await;
    let changes = [(FieldId::Resource, "prov-uten-abonnement")];
    for part in [Part::Sender, Part::ServiceOwner] {
        let refused = stopped(DeedId::Subscribe, &scene.connection_with(part, Preset::Ready, &changes).await, &plain_options()).await;
        assert_eq!(refused.message.id(), "subscribe-not-allowed", "{part:?}");
    }
    scene.sandbox.stop().await;
}

/// Nobody but us knows who has made a subscription: Altinn's list does not say.
#[tokio::test]
async fn one_that_was_there_before_is_used_and_not_called_ours() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let token = sender.exchanged(&acting(&sender, "altinn:events.subscribe")).await.unwrap();
    let new = NewSubscription {
        endpoint: sender.profile.events.endpoint.as_ref().unwrap().resolve(&scene.sandbox.origin).unwrap(),
        resource: ResourceFilter::of(sender.profile.resource.as_ref().unwrap()),
        subject: SubjectFilter::of(sender.profile.organisation.as_ref().unwrap()),
        event_type: None,
    };
    let theirs = sender.services.subscribe(&token, &new).await.unwrap();
    let (outcome, progress) = run(DeedId::Subscribe, &sender, &plain_options()).await;
    assert_eq!(outcome.unwrap().evidence.subscriptions.first().map(|s| s.id), Some(theirs.id));
    let found = DeedMessage::SubscriptionFound { subscription: theirs.id.into() };
    assert!(progress.iter().any(|p| matches!(p, DeedProgress::Done { message, .. } if *message == found)), "{progress:?}");
    assert!(!progress.iter().any(|p| matches!(p, DeedProgress::Noted(_))), "the journal says nothing of it: {progress:?}");
    scene.sandbox.stop().await;
}
