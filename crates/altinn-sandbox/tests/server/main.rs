//! Tests what no service has: the sandbox's world, kit, pages, proxy and faults, and clients written by others.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod faults;
mod killed;
mod kit;
mod limits;
mod listening;
mod other_clients;
mod pages;
mod proxy;
mod refused;
mod seed;
mod world;
