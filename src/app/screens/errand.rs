//! Something to do in a portal: what to paste there, in which order, and what to bring back.

use crate::journey::{Errand, Next};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrandScreen {
    pub errand: Errand,
    /// The thing left to do that it belongs to.
    pub next: Next,
}
