//! The commands by themselves, without a sandbox: answers and their order, profiles on disk, exit codes, no terminal.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod answers;
mod check_command;
mod ending;
mod faults;
mod keys;
mod production;
mod program;
mod store;
mod together;
