//! Step 5: a webhook is subscribed with filters that match, validated, and an event has arrived.

mod endpoint;
mod matching;
mod polling;
mod received;
mod subscription;
mod validated;

pub(super) use endpoint::endpoint;
pub use polling::{PollProblem, poll};
pub(super) use received::received;
pub(super) use subscription::{SubscriptionLists, list, subscription};
pub(super) use validated::validated;
