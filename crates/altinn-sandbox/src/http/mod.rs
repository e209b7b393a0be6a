//! HTTP as the services use it: the target of a request, its body, and answers that several services share.

#[macro_use]
mod codes;

pub(crate) mod addresses;
pub(crate) mod answer;
pub(crate) mod body;
mod draining;
pub(crate) mod fields;
mod pacing;
pub mod reply;
pub(crate) mod target;
