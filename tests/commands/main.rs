//! The commands without a sandbox and without a terminal: answers, profiles on disk, exit codes.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

mod answers;
mod by_vendor;
mod check_command;
mod check_options;
mod ending;
mod events;
mod explain;
mod faults;
mod full_disk;
mod journal;
mod keys;
#[cfg(unix)]
mod killed_deeds;
mod language;
mod letters;
mod letters_live;
mod listening;
mod own_keys;
mod packaged;
mod pipes;
mod plan;
mod printed;
mod production;
mod program;
mod store;
mod support;
mod together;
mod token;
mod traced;
mod trusted;
#[path = "../hostile/unpacked.rs"]
mod unpacked;
