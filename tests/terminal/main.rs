//! The wizard as a person uses it: the real binary in a real terminal.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../browser/mod.rs"]
mod browser;
#[path = "../browser/errands.rs"]
mod browser_errands;
mod faults;
mod files;
mod first_minute;
mod half_done;
#[cfg(unix)]
mod half_frames;
mod killed;
mod killed_commands;
mod killed_upload;
mod language;
mod leading;
#[path = "../outside/mod.rs"]
mod outside;
mod owner;
mod passwords;
mod pasting;
mod practising;
mod private;
mod production;
mod program;
mod quiet;
mod restoring;
mod resuming;
mod secrets;
mod start;
mod together;
mod token;
mod trusting;
mod waiting;
mod watching;
