//! Tests the sandbox's Maskinporten and Altinn platform against the facts: each documented call is made so that it is accepted and
//! so that it is refused. `facts.toml` lists the rows of the facts and which test covers each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod admin_api;
mod events;
mod exchange;
mod gateway;
mod maskinporten;
mod registry;
mod systems;
mod test_tokens;

#[test]
fn every_fact_about_the_platform_has_a_test_or_a_reason() {
    support::facts_list::each_is_held(include_str!("facts.toml"));
}
