//! The wizard without a terminal: messages in, effects out. Pure: no I/O, no clock, no async; time comes with messages.
//!
//! ```text
//! Msg ─▶ update(&mut Model, Msg) ─▶ Vec<Effect> ─▶ (tui runs them) ─▶ Msg
//! ```
//!
//! Every run of checks and every deed has an id. A result with an id that is no longer current came too late and is dropped.
//! One table ([`keymap`]) decides what a key does, what the footer shows and what help lists.
//!
//! ```text
//! update ─▶ keymap (a key is an action), actions (what it does on each screen)
//!              └────────────┬───────────────────┘
//!                           ▼
//!                   model: the screens above Home, the open profile
//!                     │                │
//!                     ▼                ▼
//!                  screens ───────▶ session: answers, findings, work, focus, sandbox
//! ```
//!
//! The code that handles a message returns whether anything on screen has changed. A frame is drawn only then.

mod actions;
mod effect;
mod here;
mod home;
mod ids;
mod key;
pub mod keymap;
mod model;
mod msg;
mod notice;
mod reaction;
pub mod screens;
pub mod session;
mod size;
mod start;
mod typed_secret;
mod update;

pub use effect::{DeedCall, Effect};
pub use home::HomeLine;
use ids::Ids;
pub use key::Key;
pub use keymap::Action;
pub use model::Model;
pub use msg::{Leave, Msg};
pub use notice::{Notice, WizardMessage};
pub use screens::Screen;
pub use session::{Item, Pane, Section, Session};
pub use size::Size;
pub use start::Start;
pub use typed_secret::TypedSecret;
pub use update::update;

#[cfg(test)]
mod tests;
