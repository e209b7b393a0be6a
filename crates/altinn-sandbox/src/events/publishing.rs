//! Publishes Broker's events (facts platform F.3; facts broker-api 5.2).

use super::broker_event::BrokerEvent;
use super::logged::LoggedEvent;
use super::retries;
use crate::world::World;
use crate::world::happened::Happened;
use jiff::Timestamp;
use serde_json::Value;

/// How many of the newest events the log keeps for polling.
const KEPT: usize = 1000;

/// Appends an event to the log and returns a delivery for each validated subscription that matches it.
#[must_use]
pub(crate) fn published(world: &mut World, event: &BrokerEvent, origin: &url::Url, at: Timestamp) -> Vec<Happened> {
    let event = event.json(origin, at);
    let text = |name: &str| event.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let kind = (text("resource"), text("subject"), text("type"));
    let now = || world.events.subscriptions.iter().filter(|found| found.matches(&event)).cloned().collect();
    let matching = world.memory.matching(kind, now);
    let registered = world.broker.now();
    let events = &mut world.events;
    let begun = matching.into_iter().map(|subscription| retries::begun(events, subscription, event.clone())).collect();
    if let Value::Object(event) = event {
        events.log.push(LoggedEvent::new(event, registered));
        events.log.keep_newest(KEPT);
    }
    begun
}
