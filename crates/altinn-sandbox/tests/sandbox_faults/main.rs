//! Every fault of the list, seen over HTTP as the list describes it, and the list held against the facts.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../sandbox_support/mod.rs"]
mod sandbox_support;

mod calls;
mod expected;
mod facts;
mod network;
mod older;
mod setting;
mod tls;
mod walk;
