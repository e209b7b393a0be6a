//! Tests of what the wizard draws: snapshots of every screen, colours and glyphs in a terminal, random keys and sizes, panics,
//! words, and the pictures that are kept.

mod broken;
mod keys;
mod languages;
mod monkey;
mod next_line;
mod picture;
#[allow(dead_code, reason = "shared with the tests of the whole program")]
#[path = "../../../tests/terminal/program.rs"]
mod pty;
mod scenes;
mod screens;
mod svg;
mod vt100;
mod words;
