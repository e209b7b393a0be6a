//! The wizard as a person meets it: the real binary in a real terminal.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

mod files;
mod first_minute;
mod program;
mod restoring;
mod resuming;
mod start;
