//! The wizard without a terminal: messages in, effects out. Pure: no I/O, no clock, no async; time comes with messages.
//!
//! ```text
//! Msg ─▶ update(&mut Model, Msg) ─▶ Vec<Effect> ─▶ (tui runs them) ─▶ Msg
//! ```
//!
//! Every run of checks and every deed has an id; what comes back under an id that is no longer current is dropped.
//! One table ([`keymap`]) decides what a key does, what the footer shows and what help lists.

mod effect;
mod key;
pub mod keymap;
pub mod letter;
mod model;
mod msg;
mod notice;
mod profile_name;
pub mod screens;
mod session;
mod start;
mod update;

pub use effect::{DeedCall, Effect, Preset};
pub use key::Key;
pub use keymap::Action;
pub use letter::Letter;
pub use model::{Model, Size};
pub use msg::{Leave, ListedProfile, Msg, SavedState};
pub use notice::Notice;
pub use profile_name::{check_name, good_name};
pub use screens::Screen;
pub use session::Item;
pub use session::{Opened, Pane, Poll, Running, Shown};
pub use start::{Start, start};
pub use update::update;

#[cfg(test)]
mod tests;
