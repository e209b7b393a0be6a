//! Altinn Events: subscriptions, their validation, the delivery of Broker's events (facts platform F; facts examples 24–28).

mod address;
pub(crate) mod awaited;
pub(crate) mod broker_event;
pub(crate) mod create;
pub(crate) mod delivery;
pub(crate) mod ladders;
mod like;
pub(crate) mod logged;
pub(crate) mod polling;
pub(crate) mod publishing;
mod request;
pub(crate) mod retries;
mod sending;
pub(crate) mod service;
pub mod sink;
pub(crate) mod sink_state;
pub(crate) mod state;
pub(crate) mod subscription;
pub(crate) mod validation;

pub use crate::scheduler::publish;
pub use broker_event::{BrokerEvent, Party};
pub use delivery::Delivery;
pub use ladders::Ladders;
pub use service::routes;
pub use state::EventsState;
pub use subscription::{Consumer, Subscription};
