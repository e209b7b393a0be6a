//! The program without a screen, as a script uses it, with a running sandbox.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../browser/mod.rs"]
mod browser;
mod by_hand;
mod by_vendor;
mod journey;
mod proxy;
mod sandbox;
mod secrets;
