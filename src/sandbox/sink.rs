//! The sandbox's own webhook: what a subscription of a practice setup points to.

use serde::{Deserialize, Serialize};

/// What it received.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {}
