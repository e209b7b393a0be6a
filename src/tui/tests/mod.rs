//! The picture: every screen at two sizes, what a terminal makes of it without colours, any size, the picture of the README.

mod monkey;
mod picture;
mod scenes;
mod screens;
mod vt100;
mod words;
