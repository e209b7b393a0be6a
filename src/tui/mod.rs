//! The wizard on a terminal: draws the model, turns keys into messages, runs effects.

pub mod theme;
pub mod view;
pub(crate) mod wrap;
