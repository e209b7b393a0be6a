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
//!   checks, deeds, store, report, receiver ─▶ services, keys ─▶ values
//!          │
//!          ▼
//!   journey, text (pure: roles, steps, fields, checks, findings, words) ─▶ values
//!
//!   crates/altinn-sandbox: a local Maskinporten and Altinn over real HTTP; uses nothing of this crate
//! ```
//!
//! * **values** hold only what is valid. **journey** says what must be true, for whom, in which order.
//! * **services** ask the real endpoints (or the sandbox: the seam is a URL, not a trait).
//! * **checks** ask one live question each and never change anything. **deeds** change things, when asked to.
//! * **app** is the wizard without a terminal: messages in, effects out. **tui** draws it and runs the effects.
//! * **text** turns typed messages into words; no sentence lives in code.

pub mod app;
pub mod checks;
pub mod cli;
pub mod deeds;
pub mod engine;
pub mod journey;
pub mod keys;
pub mod receiver;
pub mod report;
pub mod services;
pub mod store;
pub mod text;
pub mod tui;
pub mod values;
