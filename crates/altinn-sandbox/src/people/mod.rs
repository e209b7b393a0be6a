//! The people and systems of the counterpart, whom the sandbox plays. Each acts once after something happened.
//! Each has a pace and an answer, which can be changed while the sandbox runs; any of
//! them can be played by hand on the sandbox's pages instead.

pub(crate) mod agenda;
pub(crate) mod approver;
pub(crate) mod cast;
pub(crate) mod letter;

pub mod desk;

pub use cast::{Actor, Cast, Manner, Word};
