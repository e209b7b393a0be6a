//! HTTP as the services speak it: what a request is aimed at, what its JSON may hold, and the answers that several services share.

#[macro_use]
mod codes;

pub(crate) mod addresses;
pub(crate) mod answer;
pub(crate) mod binding;
pub(crate) mod draining;
pub(crate) mod fields;
pub mod reply;
pub(crate) mod target;
