//! How a deed goes, and how it ends.

use super::{DeedMessage, Entry, Evidence, FieldId};
use crate::values::Link;

/// How far a file on its way is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Bytes so far.
    pub done: u64,
    /// Bytes in total.
    pub total: u64,
    /// Bytes a second, over the last seconds. None until that can be told.
    pub rate: Option<u64>,
}

impl Moved {
    /// How long the rest takes at this rate, in seconds. None where nothing moves, or nothing is left.
    #[must_use]
    pub fn left(&self) -> Option<u64> {
        let rate = self.rate.filter(|rate| *rate > 0)?;
        let left = self.total.saturating_sub(self.done);
        (left > 0).then(|| left.div_ceil(rate))
    }
}

/// The progress of a deed.
#[derive(Debug, Clone, PartialEq)]
pub enum DeedProgress {
    Started(DeedMessage),
    /// The latest phase is done.
    Done {
        /// The result of the phase.
        message: DeedMessage,
        took_ms: u64,
    },
    /// How far the file of the current phase is.
    Moved(Moved),
    /// The deed has made something. This is the evidence from now on. It is on disk already, unless the disk has refused it: whoever
    /// gets it takes it in, and saves it with the rest.
    Recorded(Box<Evidence>),
    /// The deed gives an answer to a field, such as the kid of the key that it has made. It is kept as evidence is.
    Answered {
        field: FieldId,
        text: String,
    },
    /// The journal has this entry now. It is on disk already.
    Noted(Box<Entry>),
}

/// The result of a deed that was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Sentences about what now exists, with its id, and what comes next.
    pub says: Vec<DeedMessage>,
    /// A page that somebody must open next.
    pub link: Option<Link>,
    /// The evidence, with what the deed has made.
    pub evidence: Evidence,
}

/// The result of a deed that stopped.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// What is wrong, and what to do.
    pub message: DeedMessage,
    /// The service's own code, such as `BRO-00006`.
    pub code: Option<String>,
    /// The evidence, with what the deed had made before it stopped.
    pub evidence: Evidence,
}
