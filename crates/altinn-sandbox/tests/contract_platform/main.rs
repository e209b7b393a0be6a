//! The sandbox's platform against the facts, section by section: each documented call accepted and refused. A test's name begins with
//! the section it proves; `facts.toml` lists the rows of the facts and which test covers each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../sandbox_services/calls.rs"]
mod calls;
#[path = "../sandbox_support/mod.rs"]
mod sandbox_support;

mod a_clients;
mod a_keys;
mod a_maskinporten;
mod b_admin;
mod c_exchange;
mod c_test_tokens;
mod d_register;
mod d_system_users;
mod e_access_lists;
mod e_decisions;
mod e_policies;
mod e_registry;
mod f_events;
mod f_polling;
mod f_webhooks;
mod facts;
mod g_gateway;
mod hook;

/// The header of a token as it stands: libraries refuse some of those that the services write.
fn header_of(token: &str) -> serde_json::Value {
    use base64::Engine as _;
    let first = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    serde_json::from_slice(&first).unwrap()
}
