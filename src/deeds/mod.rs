//! The deeds: what the program does for the user, one file each. Shown before done; in production only after the profile's
//! name or organisation was typed, which the fronts see to.

use crate::checks::Connection;
use crate::journey::{DeedId, Evidence};
use crate::values::Value;
use std::path::PathBuf;
use tokio::sync::mpsc;
use uuid::Uuid;

crate::phrases! {
    /// What deeds say: rows of the preview, phases, outcomes, refusals. Words in `assets/text/<language>/deeds.toml`.
    pub enum DeedMessage {
        NothingToDo = "nothing-to-do",
    }
}

/// How a deed is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedOptions {
    /// A file to send instead of a made-up one.
    pub file: Option<PathBuf>,
    /// A transfer to fetch although it is not a marked test.
    pub transfer: Option<Uuid>,
    /// Whether a fetched file is confirmed.
    pub confirm: bool,
}

/// What a deed would do, before it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// The deed.
    pub deed: DeedId,
    /// What it is about, in sentences, the first one first.
    pub says: Vec<DeedMessage>,
    /// The requests it makes: method, address.
    pub requests: Vec<(String, String)>,
    /// Labels (ids under `preview` in `deeds.toml`) with their values.
    pub rows: Vec<(&'static str, Value)>,
    /// Whether the profile's name must be typed first.
    pub production: bool,
}

/// How a deed goes on.
#[derive(Debug, Clone, PartialEq)]
pub enum DeedProgress {
    /// A phase began.
    Started(DeedMessage),
    /// The phase that began last is done.
    Done {
        /// What came of it.
        message: DeedMessage,
        /// How long it took, in milliseconds.
        took_ms: u64,
    },
    /// Bytes of the phase under way.
    Bytes {
        /// So far.
        done: u64,
        /// In all.
        total: u64,
    },
}

/// A deed that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What now exists, with its id, and what happens next.
    pub says: Vec<DeedMessage>,
    /// The evidence with what was done.
    pub evidence: Evidence,
}

/// A deed that stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// What is so, and what to do.
    pub message: DeedMessage,
    /// The service's own code.
    pub code: Option<String>,
    /// The evidence, with what had been done until then.
    pub evidence: Evidence,
}

/// What the deed would do. Asks the network only to show what is to be fetched.
///
/// # Errors
/// Why it cannot be done now.
pub async fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
    let _ = (deed, options);
    Err(Box::new(Stopped { message: DeedMessage::NothingToDo, code: None, evidence: connection.evidence.clone() }))
}

/// Does it. Dropping the future cancels; what had been made until then is in the last progress.
///
/// # Errors
/// Why it stopped.
pub async fn perform(
    deed: DeedId,
    connection: &Connection,
    options: &DeedOptions,
    progress: mpsc::UnboundedSender<DeedProgress>,
) -> Result<Outcome, Box<Stopped>> {
    let _ = (deed, options, progress);
    Err(Box::new(Stopped { message: DeedMessage::NothingToDo, code: None, evidence: connection.evidence.clone() }))
}
