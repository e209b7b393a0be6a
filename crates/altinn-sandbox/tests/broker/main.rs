//! Tests the sandbox's Broker against the facts: for each documented call what is accepted and what is refused, with status,
//! headers and body. `facts.toml` lists the rows of the facts and which test covers each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod access;
mod configure;
mod counterpart;
mod download;
mod error_codes;
mod form;
mod growth;
mod initialize;
mod internal;
mod lifecycle;
mod limits;
mod overview;
#[cfg(unix)]
mod private;
#[cfg(unix)]
mod program;
mod refusal;
mod routing;
mod search;
mod statistics;
#[cfg(unix)]
mod streaming;
mod time;
mod tokens;
mod transfer;
mod tus;
mod upload;
mod wire;

#[test]
fn every_fact_about_broker_has_a_test_or_a_reason() {
    support::facts_list::each_is_held(include_str!("facts.toml"));
}
