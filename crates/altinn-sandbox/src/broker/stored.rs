//! Where the bytes of a transfer are stored.

use serde::{Deserialize, Serialize};
use std::path::PathBuf;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stored {
    /// No bytes were received, or they are deleted.
    Nowhere,
    Kept,
    /// In a file that is deleted with the sandbox.
    Large(PathBuf),
    /// Not stored: made anew from the transfer's id at each request.
    MadeUp,
}
