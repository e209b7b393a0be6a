//! Validation of a webhook, and the delivery of events to it (facts platform F.2).

use super::create::may_subscribe;
use super::ladders::Climb;
use super::subscription::{Subscription, party_of};
use crate::people;
use crate::shared::Shared;
use crate::shared::strictness::Caches;
use crate::world::World;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Instant;
use uuid::Uuid;

/// What both kinds of calls say of their body: the events too come as plain JSON.
const TYPE: &str = "application/json; charset=utf-8";

/// An event that has not arrived yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delivery {
    /// Tells it from others.
    pub id: Uuid,
    /// For which subscription, as it was when the event was matched: with caches, a deleted one gets events for a while yet.
    pub subscription: Subscription,
    pub event: Value,
    /// How often it was tried.
    pub tries: usize,
}

/// Sends the validation event until the webhook answers 2xx or the ladder ends.
pub(super) fn validate(shared: &Arc<Shared>, subscription: u64) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let event = json!({"specversion": "1.0", "id": Uuid::new_v4(), "source": format!("{}events/api/v1/subscriptions/{subscription}", acting.origin),
                           "type": "platform.events.validatesubscription"});
        let mut climb = Climb::begin(&*acting.world.lock().await);
        for pause in acting.options.webhooks.validation.iter().map(Some).chain([None]) {
            let Some(end_point) = end_point(&acting, subscription).await else { return };
            let tried = Instant::now();
            if posted(&acting, &end_point, &event).await {
                return ended(&acting, subscription, true).await;
            }
            let Some(pause) = pause else { break };
            climb.rest(tried, *pause).await;
        }
        ended(&acting, subscription, false).await;
    });
}

async fn end_point(shared: &Shared, subscription: u64) -> Option<String> {
    shared.world.lock().await.events.subscription(subscription).map(|found| found.end_point.clone())
}

async fn ended(shared: &Arc<Shared>, subscription: u64, validated: bool) {
    let mut world = shared.world.lock().await;
    let Some(found) = world.events.subscription_mut(subscription) else { return };
    let newly = validated && !found.validated;
    found.validated |= validated;
    found.validating = false;
    // Nobody waits for this answer: the next save that succeeds holds it too.
    let _ = shared.save(&world).await;
    drop(world);
    if newly {
        people::subscription_validated(shared, subscription);
    }
}

/// An event goes on its way.
pub(super) fn begin(shared: &Arc<Shared>, world: &mut World, subscription: Subscription, event: Value) {
    let delivery = Delivery { id: Uuid::new_v4(), subscription, event, tries: 0 };
    world.events.deliveries.push(delivery.clone());
    deliver(shared, delivery);
}

fn deliver(shared: &Arc<Shared>, delivery: Delivery) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let (first, ladder) = (delivery.tries, &acting.options.webhooks.delivery);
        let mut climb = Climb::begin(&*acting.world.lock().await);
        if let Some(pause) = first.checked_sub(1).and_then(|last| ladder.get(last)) {
            climb.rest(Instant::now(), *pause).await;
        }
        for pause in ladder.iter().skip(first).map(Some).chain([None]) {
            let Some(end_point) = allowed(&acting, &delivery).await else { break };
            let began = Instant::now();
            if posted(&acting, &end_point, &delivery.event).await {
                break;
            }
            let Some(pause) = pause else { return given_up(&acting, delivery.id).await };
            tried(&acting, delivery.id).await;
            climb.rest(began, *pause).await;
        }
        let mut world = acting.world.lock().await;
        world.events.deliveries.retain(|known| known.id != delivery.id);
        let _ = acting.save(&world).await;
    });
}

/// The ladder is at its end: the event is laid aside.
async fn given_up(shared: &Arc<Shared>, delivery: Uuid) {
    let mut world = shared.world.lock().await;
    world.events.lay_aside(delivery);
    let _ = shared.save(&world).await;
}

async fn tried(shared: &Arc<Shared>, delivery: Uuid) {
    let mut world = shared.world.lock().await;
    if let Some(known) = world.events.deliveries.iter_mut().find(|known| known.id == delivery) {
        known.tries += 1;
    }
    let _ = shared.save(&world).await;
}

/// The consumer is authorised anew at delivery. What Altinn no longer knows gets nothing: at once without caches, else in time.
async fn allowed(shared: &Shared, delivery: &Delivery) -> Option<String> {
    let world = shared.world.lock().await;
    let found = match shared.options.strictness.caches {
        Caches::Off => world.events.subscription(delivery.subscription.id).filter(|found| found.validated)?,
        Caches::AsAltinn => &delivery.subscription,
    };
    let party = delivery.event.get("subject").and_then(Value::as_str).and_then(party_of);
    let now = || may_subscribe(&world, &found.consumer, &found.resource_filter, party);
    world.memory.is_authorised(found.id, party, now).then(|| found.end_point.clone())
}

/// Any 2xx will do; a redirect is followed, which makes a GET of it.
async fn posted(shared: &Shared, end_point: &str, event: &Value) -> bool {
    let Ok(client) = shared.http() else { return false };
    let request = client.post(end_point).header(reqwest::header::CONTENT_TYPE, TYPE).timeout(shared.options.webhooks.patience);
    request.body(event.to_string()).send().await.is_ok_and(|answer| answer.status().is_success())
}

/// The first call after a start takes up what was under way.
pub(super) fn resume(shared: &Arc<Shared>, world: &mut World) {
    if std::mem::replace(&mut world.events.resumed, true) {
        return;
    }
    for subscription in world.events.subscriptions.iter().filter(|found| found.validating) {
        validate(shared, subscription.id);
    }
    for delivery in &world.events.deliveries {
        deliver(shared, delivery.clone());
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::events::State;

    #[test]
    fn f2_what_never_arrives_is_laid_aside_as_a_dead_letter() {
        let subscription = json!({"id": 1, "end_point": "https://a.no/", "resource_filter": "urn:a:b", "subject_filter": null, "type_filter": null,
                                  "consumer": "/org/prov", "created": "2026-09-21T14:00:00Z", "validated": true, "include_subunits": false,
                                  "validating": false});
        let subscription = serde_json::from_value(subscription).expect("a subscription");
        let delivery = Delivery { id: Uuid::new_v4(), subscription, event: json!({"id": "a"}), tries: 11 };
        let mut state = State { deliveries: vec![delivery.clone()], ..State::default() };
        state.lay_aside(delivery.id);
        assert_eq!((state.waiting(), state.dead_letters().len()), (0, 1));
    }
}
