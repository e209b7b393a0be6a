//! # broker-setup
//!
//! Takes an organisation from nothing to a working, proven connection to Altinn Broker, in one terminal.
//!
//! The architecture on one page. Arrows read "may use"; `tests/architecture.rs` holds the code to it.
//!
//! ```text
//! main ─▶ cli ─▶ tui ─▶ app (pure: Model, Msg, update, Effect)
//!          │      │
//!          ▼      ▼
//!         engine: one way to work on a connection, for every front ─▶ crates/altinn-sandbox, which uses nothing of this crate
//!          │
//!          ▼
//!   checks, deeds, store, receiver ─▶ services, keys ─▶ files ─▶ values
//!          │
//!          ▼
//!   journey, text, report (pure: roles, steps, fields, checks, findings, words) ─▶ values
//! ```
//!
//! * **values** hold only what is valid. **journey** says what must be true, for whom, in which order.
//! * **services** ask the real endpoints (or the sandbox: the seam is a URL, not a trait).
//! * **checks** ask one live question each and never change anything. **deeds** change things, when asked to.
//! * **files** makes and reads every file: what is made is the user's alone, what is read cannot make the program wait.
//! * **store** changes what is kept under a lock, so that two programs on one profile lose nothing of each other.
//! * **engine** alone opens profiles, connections and the sandbox, runs checks and deeds, and keeps what came of them.
//! * **app** is the wizard without a terminal: messages in, effects out. **tui** draws it and runs the effects.
//! * **text** turns typed messages into words; no sentence lives in code.

pub mod app;
pub mod checks;
pub mod cli;
pub mod deeds;
pub mod engine;
pub mod files;
pub mod journey;
pub mod keys;
pub mod receiver;
pub mod report;
pub mod services;
pub mod store;
pub mod text;
pub mod tui;
pub mod values;
