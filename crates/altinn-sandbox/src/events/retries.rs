//! The delivery of events to webhooks, and what comes after each try (facts platform F.2).

use super::create::may_subscribe;
use super::delivery::Delivery;
use super::state::EventsState;
use super::subscription::{Subscription, party_of};
use crate::shared::strictness::Caches;
use crate::world::World;
use crate::world::happened::Happened;
use serde_json::Value;
use std::time::Duration;
use uuid::Uuid;

/// What comes after a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AfterTry {
    /// Nothing: it arrived, has nowhere to go any more, or was laid aside.
    Over,
    /// The next try, when so much time has passed.
    Again(Duration),
}

/// An event goes on its way.
#[must_use]
pub(super) fn begun(events: &mut EventsState, subscription: Subscription, event: Value) -> Happened {
    let delivery = Delivery { id: Uuid::new_v4(), subscription, event, tries: 0 };
    events.deliveries.push(delivery.clone());
    Happened::DeliveryBegun(delivery)
}

/// Where an event goes; none when it may not go there any more. The consumer is authorised anew at delivery. What Altinn no longer
/// knows gets nothing: at once without caches, else in time.
#[must_use]
pub(crate) fn end_point(world: &World, delivery: &Delivery, caches: Caches) -> Option<String> {
    let found = match caches {
        Caches::Off => world.events.subscription(delivery.subscription.id).filter(|found| found.validated)?,
        Caches::AsAltinn => &delivery.subscription,
    };
    let party = delivery.event.get("subject").and_then(Value::as_str).and_then(party_of);
    let now = || may_subscribe(world, &found.consumer, &found.resource_filter, party);
    world.memory.is_authorised(found.id, party, now).then(|| found.end_point.clone())
}

/// It has arrived, or has nowhere to go.
pub(crate) fn over(events: &mut EventsState, delivery: Uuid) -> AfterTry {
    events.deliveries.retain(|known| known.id != delivery);
    AfterTry::Over
}

/// The webhook did not take it: one rung up the ladder; at its end the event is laid aside as a dead letter.
pub(crate) fn refused(events: &mut EventsState, delivery: Uuid, ladder: &[Duration]) -> AfterTry {
    let Some(known) = events.deliveries.iter_mut().find(|known| known.id == delivery) else { return AfterTry::Over };
    match ladder.get(known.tries) {
        Some(pause) => {
            known.tries += 1;
            AfterTry::Again(*pause)
        }
        None => {
            events.lay_aside(delivery);
            AfterTry::Over
        }
    }
}

/// What was under way when the sandbox stopped; nothing the second time.
#[must_use]
pub(crate) fn resumed(events: &mut EventsState) -> Vec<Happened> {
    if std::mem::replace(&mut events.resumed, true) {
        return Vec::new();
    }
    let validating = events.subscriptions.iter().filter(|found| found.validating);
    let validations = validating.map(|found| Happened::SubscriptionMade(found.id));
    validations.chain(events.deliveries.iter().cloned().map(Happened::DeliveryBegun)).collect()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn f2_what_never_arrives_is_laid_aside_as_a_dead_letter() {
        let subscription = json!({"id": 1, "end_point": "https://a.no/", "resource_filter": "urn:a:b", "subject_filter": null, "type_filter": null,
                                  "consumer": "/org/prov", "created": "2026-09-21T14:00:00Z", "validated": true, "include_subunits": false,
                                  "validating": false});
        let subscription = serde_json::from_value(subscription).expect("a subscription");
        let delivery = Delivery { id: Uuid::new_v4(), subscription, event: json!({"id": "a"}), tries: 11 };
        let mut state = EventsState { deliveries: vec![delivery.clone()], ..EventsState::default() };
        state.lay_aside(delivery.id);
        assert_eq!((state.waiting(), state.dead_letters().len()), (0, 1));
    }
}
