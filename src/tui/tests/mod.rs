//! What the wizard draws: snapshots of every screen, the look without colours and in ASCII, any keys at any size, the README's
//! picture.

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
