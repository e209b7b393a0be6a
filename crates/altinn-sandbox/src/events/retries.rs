//! Delivers events to webhooks, and decides what follows each try (facts platform F.2).

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

/// What follows a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AfterTry {
    /// Nothing: the event arrived, may not go there any more, or was laid aside.
    Over,
    /// The next try, after this pause.
    Again(Duration),
}

/// Starts the delivery of an event to a subscription.
#[must_use]
pub(super) fn begun(events: &mut EventsState, subscription: Subscription, event: Value) -> Happened {
    let delivery = Delivery { id: Uuid::new_v4(), subscription, event, tries: 0 };
    events.deliveries.push(delivery.clone());
    Happened::DeliveryBegun(delivery)
}

/// The webhook's address, or `None` when the event may not go there any more. As Altinn does, this authorises the consumer again at
/// each try. Without caches, a deleted subscription gets nothing more at once; with caches, it does until they expire.
#[must_use]
pub(crate) fn end_point(world: &World, delivery: &Delivery, caches: Caches) -> Option<String> {
    // The change that published the event may have been undone, because the disk refused it.
    world.events.deliveries.get(delivery.id)?;
    let found = match caches {
        Caches::Off => world.events.subscription(delivery.subscription.id).filter(|found| found.validated)?,
        Caches::AsAltinn => &delivery.subscription,
    };
    let party = delivery.event.get("subject").and_then(Value::as_str).and_then(party_of);
    let now = || may_subscribe(world, &found.consumer, &found.resource_filter, party);
    world.memory.is_authorised(found.id, party, now).then(|| found.end_point.clone())
}

/// Ends a delivery: the event arrived, or may not go there any more.
pub(crate) fn over(events: &mut EventsState, delivery: Uuid) -> AfterTry {
    events.deliveries.forget(delivery);
    AfterTry::Over
}

/// The webhook did not accept the event: returns the next pause, or lays the event aside as a dead letter after the last try.
pub(crate) fn refused(events: &mut EventsState, delivery: Uuid, ladder: &[Duration]) -> AfterTry {
    let Some(mut known) = events.deliveries.get_mut(delivery) else { return AfterTry::Over };
    match ladder.get(known.tries) {
        Some(pause) => {
            known.tries += 1;
            AfterTry::Again(*pause)
        }
        None => {
            drop(known);
            events.lay_aside(delivery);
            AfterTry::Over
        }
    }
}

/// The validations and deliveries that were under way when the sandbox stopped. A second call returns nothing.
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
    use crate::events::ladders::Ladders;
    use crate::events::validation;
    use serde_json::json;

    /// A validated subscription with one event on its way to it.
    fn on_its_way() -> (EventsState, Uuid) {
        let subscription = json!({"id": 1, "end_point": "https://a.no/", "resource_filter": "urn:a:b", "subject_filter": null, "type_filter": null,
                                  "consumer": "/org/prov", "created": "2026-09-21T14:00:00Z", "validated": true, "include_subunits": false,
                                  "validating": false});
        let subscription: Subscription = serde_json::from_value(subscription).expect("a subscription");
        let mut events = EventsState { subscriptions: vec![subscription.clone()], ..EventsState::default() };
        assert!(matches!(begun(&mut events, subscription, json!({"id": "a"})), Happened::DeliveryBegun(_)));
        let id = events.deliveries.first().expect("a delivery").id;
        (events, id)
    }

    #[test]
    fn a_refused_event_climbs_every_rung_and_is_then_laid_aside_as_a_dead_letter() {
        let (mut events, id) = on_its_way();
        let ladder = Ladders::default().delivery;
        let climbed: Vec<AfterTry> = (0..=ladder.len()).map(|_| refused(&mut events, id, &ladder)).collect();
        let rungs = ladder.iter().copied().map(AfterTry::Again).chain([AfterTry::Over]);
        assert_eq!(climbed, rungs.collect::<Vec<_>>());
        assert_eq!((events.waiting(), events.dead_letters().len()), (0, 1));
    }

    #[test]
    fn an_event_that_arrives_is_no_dead_letter() {
        let (mut events, id) = on_its_way();
        assert_eq!(refused(&mut events, id, &Ladders::default().delivery), AfterTry::Again(Duration::from_secs(10)));
        assert_eq!(over(&mut events, id), AfterTry::Over);
        assert_eq!((events.waiting(), events.dead_letters().len()), (0, 0));
    }

    #[test]
    fn a_new_start_takes_up_validations_and_deliveries_once() {
        let (mut events, id) = on_its_way();
        events.subscriptions.iter_mut().for_each(|subscription| subscription.validating = true);
        let happened = resumed(&mut events);
        assert_eq!(happened.first(), Some(&Happened::SubscriptionMade(1)));
        assert!(matches!(happened.get(1), Some(Happened::DeliveryBegun(delivery)) if delivery.id == id), "{happened:?}");
        assert_eq!(resumed(&mut events), []);
    }

    #[test]
    fn only_the_first_validation_lets_something_happen() {
        let (mut events, _) = on_its_way();
        let mut ends = |validated| validation::ended(&mut events, 1, validated);
        assert_eq!(ends(true), [], "it was validated before");
        assert_eq!(ends(false), [], "and stays so");
        events.subscriptions.iter_mut().for_each(|subscription| subscription.validated = false);
        assert_eq!(validation::ended(&mut events, 1, false), []);
        assert_eq!(validation::ended(&mut events, 1, true), [Happened::SubscriptionValidated(1)]);
    }
}
