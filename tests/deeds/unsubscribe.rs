//! `unsubscribe`: what goes, whose it is, and how it comes back.

use crate::scene::{Scene, acting, done, ids, plain_options, run, stopped};
use altinn_sandbox::Part;
use broker_setup::checks::Connection;
use broker_setup::deeds::{preview, preview_undo, undo};
use broker_setup::journey::{Agreed, DeedId, DeedOptions, DeedProgress, Entry, EntryState, Journal, MustType, Outcome};
use broker_setup::services::NewSubscription;
use broker_setup::values::{ResourceFilter, SubjectFilter};
use tokio::sync::mpsc;

fn wanted(scene: &Scene, connection: &Connection) -> NewSubscription {
    let profile = &connection.profile;
    NewSubscription {
        endpoint: profile.events.endpoint.as_ref().unwrap().resolve(&scene.sandbox.origin).unwrap(),
        resource: ResourceFilter::of(profile.resource.as_ref().unwrap()),
        subject: SubjectFilter::of(profile.organisation.as_ref().unwrap()),
        event_type: None,
    }
}

/// The journal after this progress.
fn noted(mut journal: Journal, progress: &[DeedProgress]) -> Journal {
    for step in progress {
        if let DeedProgress::Noted(entry) = step {
            journal.add((**entry).clone());
        }
    }
    journal
}

async fn count(connection: &Connection) -> usize {
    let token = connection.exchanged(&acting(connection, "altinn:events.subscribe")).await.unwrap();
    connection.services.subscriptions(&token).await.unwrap().len()
}

async fn undone(entry: &Entry, connection: &Connection) -> (Outcome, Vec<DeedProgress>) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let outcome = undo(entry, connection, sender).await.unwrap();
    let mut progress = Vec::new();
    while let Some(step) = receiver.recv().await {
        progress.push(step);
    }
    (outcome, progress)
}

#[tokio::test]
async fn one_of_ours_goes_and_comes_back_with_another_number() {
    let scene = Scene::set().await;
    let mut sender = scene.connection(Part::Sender).await;
    let (_, progress) = run(DeedId::Subscribe, &sender, &plain_options()).await;
    sender.journal = noted(Journal::default(), &progress);
    let first = sender.journal.latest(&sender.profile, DeedId::Subscribe).unwrap().made.clone();
    let shown = preview(DeedId::Unsubscribe, &sender, &plain_options()).await.unwrap();
    assert_eq!((ids(&shown.says), shown.must_type.len()), (vec!["would-unsubscribe", "events-between-are-gone"], 0));
    assert!(shown.requests[1].0 == "DELETE" && shown.requests[1].1.ends_with(&first), "{:?}", shown.requests);
    let options = DeedOptions { agreed: shown.agreed(), ..plain_options() };
    let (outcome, progress) = run(DeedId::Unsubscribe, &sender, &options).await;
    assert_eq!(ids(&outcome.unwrap().says), ["unsubscribed", "events-between-are-gone"]);
    assert_eq!(count(&sender).await, 0);
    sender.journal = noted(sender.journal.clone(), &progress);
    let subscribed = sender.journal.entries.iter().find(|entry| entry.deed == DeedId::Subscribe).unwrap();
    assert_eq!(subscribed.state, EntryState::Undone, "it cannot be taken back twice");

    let entry = sender.journal.latest(&sender.profile, DeedId::Unsubscribe).unwrap().clone();
    assert_eq!(ids(&preview_undo(&entry, &sender).await.unwrap().says), ["would-subscribe-again", "events-between-are-gone"]);
    let (_, progress) = undone(&entry, &sender).await;
    sender.journal = noted(sender.journal.clone(), &progress);
    assert_eq!(count(&sender).await, 1);
    let again = sender.journal.latest(&sender.profile, DeedId::Subscribe).unwrap();
    assert!(again.made != first && again.state == EntryState::Done, "{again:?}");
    assert!(sender.journal.latest(&sender.profile, DeedId::Unsubscribe).is_none());
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn one_made_elsewhere_goes_only_after_its_number_is_typed() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    assert_eq!(stopped(DeedId::Unsubscribe, &sender, &plain_options()).await.message.id(), "no-subscription");
    let token = sender.exchanged(&acting(&sender, "altinn:events.subscribe")).await.unwrap();
    let theirs = sender.services.subscribe(&token, &wanted(&scene, &sender)).await.unwrap();
    let shown = preview(DeedId::Unsubscribe, &sender, &plain_options()).await.unwrap();
    assert_eq!(shown.must_type, [MustType::Id(theirs.id.to_string())]);
    assert!(ids(&shown.says).contains(&"subscription-made-elsewhere"), "its endpoint is shown");
    let refused = stopped(DeedId::Unsubscribe, &sender, &plain_options()).await;
    assert_eq!((refused.message.id(), count(&sender).await), ("subscription-made-elsewhere", 1));
    done(DeedId::Unsubscribe, &sender, &DeedOptions { agreed: shown.agreed(), ..plain_options() }).await;
    assert_eq!(count(&sender).await, 0);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn of_several_the_one_that_is_named_goes() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let token = sender.exchanged(&acting(&sender, "altinn:events.subscribe")).await.unwrap();
    let new = wanted(&scene, &sender);
    let first = sender.services.subscribe(&token, &new).await.unwrap();
    let of_type = NewSubscription { event_type: "published".parse().ok(), ..new };
    let second = sender.services.subscribe(&token, &of_type).await.unwrap();
    let several = preview(DeedId::Unsubscribe, &sender, &plain_options()).await.unwrap();
    assert!(several.lacks_choice() && several.requests.is_empty(), "{several:?}");
    let numbers: Vec<&str> = several.candidates.iter().map(|candidate| candidate.id.as_str()).collect();
    assert_eq!(numbers, [first.id.to_string(), second.id.to_string()]);
    let (refused, _) = run(DeedId::Unsubscribe, &sender, &plain_options()).await;
    assert_eq!(refused.unwrap_err().message.id(), "subscriptions-several");
    let named = |id| DeedOptions { subscription: Some(id), ..plain_options() };
    assert_eq!(preview(DeedId::Unsubscribe, &sender, &named(4711)).await.unwrap_err().message.id(), "subscription-unknown");
    let typed = Agreed { ids: vec![second.id.to_string()], seen: Some(second.id.to_string()) };
    done(DeedId::Unsubscribe, &sender, &DeedOptions { agreed: typed, ..named(second.id) }).await;
    let left: Vec<i64> = sender.services.subscriptions(&token).await.unwrap().iter().map(|one| one.id).collect();
    assert_eq!(left, [first.id]);
    scene.sandbox.stop().await;
}

/// A kill after the request and before the answer was kept.
#[tokio::test]
async fn one_that_a_killed_run_took_away_is_found_gone() {
    let scene = Scene::set().await;
    let mut sender = scene.connection(Part::Sender).await;
    let (_, progress) = run(DeedId::Subscribe, &sender, &plain_options()).await;
    sender.journal = noted(Journal::default(), &progress);
    let (_, progress) = run(DeedId::Unsubscribe, &sender, &plain_options()).await;
    let begun = progress.iter().filter(|step| matches!(step, DeedProgress::Noted(entry) if entry.deed == DeedId::Unsubscribe && entry.kept.is_some() && entry.state == EntryState::Begun));
    sender.journal = noted(sender.journal.clone(), &begun.cloned().collect::<Vec<_>>());
    let (outcome, progress) = run(DeedId::Unsubscribe, &sender, &plain_options()).await;
    assert_eq!(ids(&outcome.unwrap().says), ["unsubscribed", "events-between-are-gone"]);
    let journal = noted(sender.journal.clone(), &progress);
    let entry = journal.latest(&sender.profile, DeedId::Unsubscribe).unwrap();
    assert_eq!((entry.state, journal.latest(&sender.profile, DeedId::Subscribe)), (EntryState::Done, None));
    scene.sandbox.stop().await;
}
