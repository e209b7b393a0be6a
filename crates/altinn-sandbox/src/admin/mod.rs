//! The admin API of the self-service portal: clients, their keys, scopes and who may have them (facts platform B.2; facts examples 5–7).
//!
//! Its refusals are not in the facts: they come in one envelope here, with the statuses that the facts name.

pub(crate) mod access;
pub(crate) mod clients;
pub(crate) mod keys;
pub(crate) mod problem;
pub(crate) mod scopes;
pub(crate) mod service;

pub use keys::{KeyRefused, posted_keys};
pub use service::routes;
