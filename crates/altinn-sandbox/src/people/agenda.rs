//! Requests and letters that a person is already working on.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Ids of what a person is already working on, so that asking twice does not start it twice.
#[derive(Debug, Default)]
pub struct Agenda {
    under_way: Mutex<HashSet<Uuid>>,
}

impl Agenda {
    pub(crate) fn takes_up(&self, id: Uuid) -> bool {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).insert(id)
    }

    pub(crate) fn is_done_with(&self, id: Uuid) {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    }
}
