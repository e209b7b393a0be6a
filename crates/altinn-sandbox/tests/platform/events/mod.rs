//! Facts platform F: Altinn Events.

mod delivery;
mod polling;
mod scripted_webhook;
mod subscription_refusals;
mod subscriptions;
mod trigger;
mod webhooks;

use crate::support::*;
use altinn_sandbox::events::{BrokerEvent, Party, publish};
use uuid::Uuid;

const SUBSCRIPTIONS: &str = "events/api/v1/subscriptions";

fn urn(resource: &str) -> String {
    format!("urn:altinn:resource:{resource}")
}

fn subject(party: &str) -> String {
    format!("urn:altinn:organization:identifier-no:{party}")
}

fn subscription_at(end_point: &str, party: &str) -> Value {
    json!({"endPoint": end_point, "resourceFilter": urn(known::RESOURCE), "subjectFilter": subject(party), "typeFilter": "no.altinn.broker.published"})
}

fn subscription(sandbox: &Sandbox) -> Value {
    subscription_at(&format!("{}sandbox/sink/f", sandbox.origin), known::SENDER.number)
}

fn subscription_with(sandbox: &Sandbox, member: &str, value: Value) -> Value {
    let mut body = subscription(sandbox);
    body[member] = value;
    body
}

async fn happens(sandbox: &Sandbox, name: &'static str, count: usize) {
    let shared = sandbox.shared();
    let mut world = shared.world.lock().await;
    for _ in 0..count {
        let organisation = known::SENDER.number.to_owned();
        let transfer = Uuid::new_v4();
        let event = BrokerEvent { name, resource: known::RESOURCE.to_owned(), transfer, organisation, party: Party::Sender };
        publish(shared, &mut world, &event);
    }
}

/// Polling shows an event half a minute after its registration.
async fn half_a_minute_passes(sandbox: &Sandbox) {
    sandbox.post("sandbox/time").json(json!({"pass": "PT30S"})).await.is(200);
}

async fn published_to_both(sandbox: &Sandbox, count: usize) {
    let shared = sandbox.shared();
    let mut world = shared.world.lock().await;
    for _ in 0..count {
        for (organisation, party) in [(known::SENDER.number, Party::Sender), (known::RECIPIENT.number, Party::Recipient)] {
            let event = BrokerEvent {
                name: "published",
                resource: known::RESOURCE.to_owned(),
                transfer: Uuid::new_v4(),
                organisation: organisation.to_owned(),
                party,
            };
            publish(shared, &mut world, &event);
        }
    }
}
