//! The validation of a webhook (facts platform F.2).

use super::state::EventsState;
use crate::world::happened::Happened;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

const TYPE: &str = "platform.events.validatesubscription";

/// The event that a webhook must accept to become validated.
#[must_use]
pub(crate) fn event(origin: &Url, subscription: u64) -> Value {
    json!({"specversion": "1.0", "id": Uuid::new_v4(), "source": format!("{origin}events/api/v1/subscriptions/{subscription}"),
           "type": TYPE})
}

/// The subscription that an event validates; `None` for other events.
#[must_use]
pub(super) fn subscription_of(event: &Value) -> Option<u64> {
    let text = |name: &str| event.get(name).and_then(Value::as_str);
    text("type").filter(|kind| *kind == TYPE)?;
    text("source")?.rsplit('/').next()?.parse().ok()
}

/// Records that the webhook answered, or that the last try failed. A subscription that was validated once stays so.
#[must_use]
pub(crate) fn ended(events: &mut EventsState, subscription: u64, validated: bool) -> Vec<Happened> {
    let Some(found) = events.subscription_mut(subscription) else { return Vec::new() };
    let newly = validated && !found.validated;
    found.validated |= validated;
    found.validating = false;
    newly.then_some(Happened::SubscriptionValidated(subscription)).into_iter().collect()
}
