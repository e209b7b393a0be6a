//! events

use serde::{Deserialize, Serialize};

/// What it knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {}
