//! The wizard on a terminal: draws the model, turns keys into messages, runs effects.

mod disk;
mod effects;
mod events;
mod network;
mod run;
mod terminal;
pub mod theme;
pub mod view;

/// Why the wizard ended.
pub use crate::app::Leave;
pub use run::{WizardOptions, run};

#[cfg(test)]
mod tests;
