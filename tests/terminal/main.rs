//! The wizard as a person meets it: the real binary in a real terminal.

mod first_minute;
mod program;
mod restoring;
mod resuming;
