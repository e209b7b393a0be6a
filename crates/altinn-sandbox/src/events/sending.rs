//! What Events sends at this moment: nothing else may come to one of the sandbox's own webhooks.

use super::state::EventsState;
use super::validation;
use serde_json::Value;
use url::Url;

/// Whether this event is on its way to a webhook at this path: a delivery that has not arrived, or the validation of a subscription.
#[must_use]
pub(super) fn is_sent(events: &EventsState, path: &str, event: &Value) -> bool {
    let leads_there = |end_point: &str| Url::parse(end_point).is_ok_and(|url| url.path() == path);
    match validation::subscription_of(event) {
        Some(id) => events.subscription(id).is_some_and(|found| found.validating && leads_there(&found.end_point)),
        None => events.deliveries().iter().any(|delivery| delivery.event == *event && leads_there(&delivery.subscription.end_point)),
    }
}
