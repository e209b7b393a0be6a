//! The sandbox's platform against the facts, section by section: each documented call accepted and refused. A test's name begins with
//! the section it proves; `facts.toml` lists the rows of the facts and which test covers each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../sandbox_services/calls.rs"]
mod calls;
#[path = "../sandbox_support/mod.rs"]
mod sandbox_support;

mod a_maskinporten;
mod b_admin;
mod c_exchange;
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
