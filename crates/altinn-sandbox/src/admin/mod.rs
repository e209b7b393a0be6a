//! The admin API of the self-service portal: clients, their keys, scopes, and access to scopes (facts platform B.2; facts examples
//! 5–7).
//!
//! The facts give the statuses of its refusals but not their bodies, so every refusal has the same envelope of the sandbox's own.

pub(crate) mod access;
pub(crate) mod clients;
pub(crate) mod keys;
pub(crate) mod problem;
pub(crate) mod scopes;
pub(crate) mod service;

pub use keys::{KeyRefused, posted_keys};
pub use service::routes;
