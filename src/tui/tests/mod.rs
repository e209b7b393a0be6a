//! The picture: every screen at two sizes, what a terminal makes of it without colours, any size, the picture of the README.

mod broken;
mod monkey;
mod picture;
#[allow(dead_code, reason = "shared with the tests of the whole program")]
#[path = "../../../tests/terminal/program.rs"]
mod pty;
mod scenes;
mod screens;
mod vt100;
mod words;
