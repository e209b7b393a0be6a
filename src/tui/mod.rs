//! The wizard on a terminal: draws the model, turns keys into messages, runs effects.

mod effects;
mod events;
mod messages;
mod palette;
mod run;
mod terminal;
pub mod theme;
mod typing;
pub mod view;
mod work;

pub use crate::app::Leave;
pub use run::{Ended, WizardOptions, run};

#[cfg(test)]
mod tests;
