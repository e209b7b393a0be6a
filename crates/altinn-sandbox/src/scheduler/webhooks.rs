//! Calls webhooks: validations and deliveries, with the pauses of their retry ladders (facts platform F.2).

use super::change;
use super::pauses::LadderPauses;
use crate::events::delivery::Delivery;
use crate::events::retries::{self, AfterTry};
use crate::events::validation;
use crate::shared::Shared;
use serde_json::Value;
use std::sync::Arc;
use std::time::Instant;

/// The content type of validations and of events: Altinn sends events as plain JSON, not as `application/cloudevents+json`.
const TYPE: &str = "application/json; charset=utf-8";

/// Sends validation events until the webhook answers 2xx or the ladder ends. Each has an id of its own.
pub(super) fn validate(shared: &Arc<Shared>, subscription: u64) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let mut pauses = LadderPauses::begin(acting.world.lock().await.memory.passing());
        for pause in acting.options.webhooks.validation.iter().map(Some).chain([None]) {
            let known = acting.world.lock().await.events.subscription(subscription).map(|found| found.end_point.clone());
            let Some(end_point) = known else { return };
            let tried = Instant::now();
            let event = validation::event(&acting.origin, subscription);
            if posted(&acting, &end_point, &event).await {
                return ended(&acting, subscription, true).await;
            }
            let Some(pause) = pause else { break };
            pauses.wait(tried, *pause).await;
        }
        ended(&acting, subscription, false).await;
    });
}

async fn ended(shared: &Arc<Shared>, subscription: u64, validated: bool) {
    change(shared, |world| validation::ended(&mut world.events, subscription, validated)).await;
}

/// Sends an event until it arrives, is laid aside after the last try, or may no longer go to this webhook.
pub(super) fn deliver(shared: &Arc<Shared>, delivery: Delivery) {
    let acting = Arc::clone(shared);
    shared.spawn(async move {
        let ladder = &acting.options.webhooks.delivery;
        let mut pauses = LadderPauses::begin(acting.world.lock().await.memory.passing());
        // A delivery resumed after a restart waits the full pause of its last try again.
        if let Some(pause) = delivery.tries.checked_sub(1).and_then(|last| ladder.get(last)) {
            pauses.wait(Instant::now(), *pause).await;
        }
        loop {
            let end_point = retries::end_point(&*acting.world.lock().await, &delivery, acting.options.strictness.caches);
            let began = Instant::now();
            let is_over = match end_point {
                Some(end_point) => posted(&acting, &end_point, &delivery.event).await,
                None => true,
            };
            let mut after = AfterTry::Over;
            change(&acting, |world| {
                after = if is_over {
                    retries::over(&mut world.events, delivery.id)
                } else {
                    retries::refused(&mut world.events, delivery.id, ladder)
                };
                Vec::new()
            })
            .await;
            match after {
                AfterTry::Over => return,
                AfterTry::Again(pause) => pauses.wait(began, pause).await,
            }
        }
    });
}

/// Whether the webhook answered 2xx. A redirect is followed, which turns the POST into a GET.
async fn posted(shared: &Shared, end_point: &str, event: &Value) -> bool {
    let Ok(client) = shared.http() else { return false };
    let request = client.post(end_point).header(reqwest::header::CONTENT_TYPE, TYPE).timeout(shared.options.webhooks.patience);
    request.body(event.to_string()).send().await.is_ok_and(|answer| answer.status().is_success())
}
