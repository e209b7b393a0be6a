//! The program without a screen, as a script meets it, against a started sandbox.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

mod by_hand;
mod journey;
mod proxy;
mod sandbox;
mod secrets;
