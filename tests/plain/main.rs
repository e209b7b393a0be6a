//! `--plain` as a script or a screen reader uses it: the real binary, lines in and lines out.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../browser/mod.rs"]
mod browser;
#[path = "../browser/errands.rs"]
mod browser_errands;
mod conversation;
mod ending;
mod onboarding;
#[path = "../outside/mod.rs"]
mod outside;
mod person;
mod production;
#[path = "../terminal/program.rs"]
#[allow(dead_code, reason = "of the terminal only what shows lines is used here")]
mod program;
mod terminal;
mod words;
