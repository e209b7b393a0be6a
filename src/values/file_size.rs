//! How large a file is.

use serde::{Deserialize, Serialize};

/// The size of a file in bytes; `text` writes it as people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileSize(pub u64);
