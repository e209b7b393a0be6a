//! Hostile servers in place of the services: `check` always ends with a document that says what is wrong. It never crashes or
//! hangs, and it never sends a secret to another host.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod archive;
mod calls;
mod cases;
mod command;
mod echo;
mod formats;
mod program;
mod proxied;
mod server;
mod slow;
mod stage;
mod unpacked;
mod within;
