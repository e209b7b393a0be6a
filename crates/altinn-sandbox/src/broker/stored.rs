//! Where the bytes of a transfer are.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Where the bytes of a transfer are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stored {
    /// There are none.
    Nowhere,
    Kept,
    /// In a folder that goes with the sandbox.
    Large(PathBuf),
    /// Made up from the transfer's id whenever they are asked for.
    MadeUp,
}
