//! What comes next, followed blindly: from an empty profile the first of `journey::next` is done, again and again, against the
//! sandbox over real HTTP, while its people are quick, slow, or never answer.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../browser/mod.rs"]
mod browser;
#[path = "../browser/errands.rs"]
mod browser_errands;
mod cast;
mod follower;
mod outside;
mod owner;
mod participants;
