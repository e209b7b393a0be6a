//! Hostile servers: whatever stands where a service should be, `check` ends with a document that says so. Never a crash, never a
//! hang, and never a secret to anybody else.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod command;
mod program;
mod server;
mod slow;
mod within;
