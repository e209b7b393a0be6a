//! Altinn Events: subscriptions, their validation, the delivery of Broker's events (facts platform F; facts examples 24–28).

mod create;
mod delivery;
mod ladders;
mod polling;
mod publish;
mod service;
pub mod sink;
mod subscription;

pub use delivery::Delivery;
pub use ladders::Ladders;
pub use publish::{BrokerEvent, Party, publish};
pub use service::routes;
pub use subscription::{Consumer, Subscription};

use crate::world::World;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {
    last_id: u64,
    subscriptions: Vec<Subscription>,
    /// The newest events, oldest first.
    log: Vec<Value>,
    /// What has not arrived yet.
    deliveries: Vec<Delivery>,
    /// What never arrived: the ladder came to its end.
    #[serde(default)]
    dead: Vec<Delivery>,
    /// Whether what was under way when the sandbox stopped has been taken up again.
    #[serde(skip)]
    resumed: bool,
}

impl State {
    /// A subscription by its id.
    #[must_use]
    pub fn subscription(&self, id: u64) -> Option<&Subscription> {
        self.subscriptions.iter().find(|subscription| subscription.id == id)
    }

    /// How many events have not arrived yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.deliveries.len()
    }

    /// Those events, the oldest first.
    #[must_use]
    pub fn deliveries(&self) -> &[Delivery] {
        &self.deliveries
    }

    /// The events that were given up, the oldest first.
    #[must_use]
    pub fn dead_letters(&self) -> &[Delivery] {
        &self.dead
    }

    fn lay_aside(&mut self, delivery: Uuid) {
        if let Some(at) = self.deliveries.iter().position(|known| known.id == delivery) {
            self.dead.push(self.deliveries.remove(at));
        }
    }

    fn subscription_mut(&mut self, id: u64) -> Option<&mut Subscription> {
        self.subscriptions.iter_mut().find(|subscription| subscription.id == id)
    }
}

/// What a subscription waits for.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub resource: String,
    /// The party, nine digits.
    pub party: Option<String>,
    /// The one type, if it names one.
    pub event_type: Option<String>,
}

/// What a subscription waits for; none when it is gone or not about a resource.
#[must_use]
pub fn wanted(world: &World, subscription: u64) -> Option<Wanted> {
    let found = world.events.subscription(subscription)?;
    let resource = found.resource_filter.strip_prefix("urn:altinn:resource:")?.to_owned();
    Some(Wanted { resource, party: found.party().map(str::to_owned), event_type: found.type_filter.clone() })
}

/// Nobody subscribes in a new world.
pub fn seed(_world: &mut World) {}
