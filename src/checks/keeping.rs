//! How what a deed leaves on this machine comes to the disk. The engine gives the way.

use crate::journey::{Entry, Evidence, FieldId};
use std::fmt;
use std::sync::Arc;

/// What a deed leaves, as it is left.
#[derive(Debug, Clone, Copy)]
pub enum Kept<'a> {
    Answer { field: FieldId, text: &'a str },
    Evidence(&'a Evidence),
    Entry(&'a Entry),
}

type Keep = dyn Fn(Kept<'_>) -> Result<(), String> + Send + Sync;

/// Keeps one after the other, each on disk before the next: an entry is never done there before what its deed has answered and found.
/// Without a way it all lives in memory only.
#[derive(Clone, Default)]
pub struct Keeping(Option<Arc<Keep>>);

impl Keeping {
    #[must_use]
    pub fn to(keep: impl Fn(Kept<'_>) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(keep)))
    }

    /// # Errors
    /// The system's own words about why it is not on disk.
    pub fn keep(&self, kept: Kept<'_>) -> Result<(), String> {
        self.0.as_ref().map_or(Ok(()), |keep| keep(kept))
    }
}

impl fmt::Debug for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Keeping(disk)" } else { "Keeping(memory)" })
    }
}
