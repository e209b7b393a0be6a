//! The admin API of the self-service portal: clients, their keys, scopes and who may have them (facts platform B.2; facts examples 5–7).
//!
//! Its refusals are not in the facts: they come in one envelope here, with the statuses that the facts name.

mod access;
mod clients;
mod keys;
mod problem;
mod scopes;
mod service;

pub use keys::{KeyRefused, posted_keys};
pub use service::routes;
