//! Step 1: the hosts answer, our clock is right, the gateway lets us through, and Altinn has granted our scopes.

mod clock;
mod gateway;
mod reach;
mod scopes;

pub(super) use clock::{clock, or_its_own_clock};
pub(super) use gateway::gateway;
pub(super) use reach::{HostAnswer, explains, reach, reach_all};
pub(super) use scopes::scopes;
