//! How a deed writes into the journal. The engine gives the way to the disk.

use crate::journey::Entry;
use std::fmt;
use std::sync::Arc;

type Write = dyn Fn(&Entry) -> Result<(), String> + Send + Sync;

/// Writes an entry to disk, or says why it could not. Without one the journal lives in memory only.
#[derive(Clone, Default)]
pub struct Journalling(Option<Arc<Write>>);

impl Journalling {
    #[must_use]
    pub fn to(write: impl Fn(&Entry) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(write)))
    }

    /// # Errors
    /// The system's own words about why the entry is not on disk.
    pub fn write(&self, entry: &Entry) -> Result<(), String> {
        self.0.as_ref().map_or(Ok(()), |write| write(entry))
    }
}

impl fmt::Debug for Journalling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Journalling(disk)" } else { "Journalling(memory)" })
    }
}
