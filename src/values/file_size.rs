//! The size of a file.

use serde::{Deserialize, Serialize};

/// The size of a file in bytes. `text` writes it for people, such as `64 KiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FileSize(pub u64);
