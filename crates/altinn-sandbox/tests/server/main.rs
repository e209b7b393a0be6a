//! What is the sandbox's own: its world, its kit, its pages, its proxy, its faults, and whom it serves.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod faults;
mod killed;
mod kit;
mod listening;
mod other_clients;
mod pages;
mod proxy;
mod world;
