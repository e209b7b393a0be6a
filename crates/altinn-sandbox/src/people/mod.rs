//! The people and the other organisation's systems, which the sandbox plays. Each acts once for each thing that happens, with a
//! pace and an answer that can be changed while the sandbox runs; a user can also play any of them by hand on the sandbox's pages.

pub(crate) mod agenda;
pub(crate) mod approver;
pub(crate) mod cast;
pub(crate) mod letter;

pub mod desk;

pub use cast::{Actor, Behaviour, Cast, YesNo};
