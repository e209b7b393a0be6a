//! Registry, systems, Broker and Events of the sandbox: each call as the facts say it is accepted and refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../sandbox_support/mod.rs"]
mod sandbox_support;

mod broker;
mod broker_bodies;
mod calls;
mod events;
#[cfg(unix)]
mod program;
mod registry;
#[cfg(unix)]
mod streaming;
mod systems;
