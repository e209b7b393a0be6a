//! The ids of events that came, to recognise repeated deliveries.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many ids of kept events are remembered, the latest ones.
const REMEMBERED: usize = 4096;

#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<Ids>);

#[derive(Debug, Default)]
struct Ids {
    kept: HashSet<String>,
    /// The ids in `kept`, oldest first.
    order: VecDeque<String>,
    /// Events that came and are not kept yet.
    under_way: HashSet<String>,
}

/// What is known of an event that comes.
#[derive(Debug)]
pub(super) enum Coming<'a> {
    New(UnderWay<'a>),
    /// The same event is being kept at this moment, and may yet fail to be.
    UnderWay,
    Kept,
}

/// An event that came and is not kept yet. Dropped, it is forgotten, so that it may come again.
#[derive(Debug)]
pub(super) struct UnderWay<'a> {
    seen: &'a Seen,
    id: String,
}

impl Seen {
    pub(super) fn coming(&self, id: &str) -> Coming<'_> {
        self.with(|ids| {
            if ids.kept.contains(id) {
                return Coming::Kept;
            }
            let is_new = ids.under_way.insert(id.to_owned());
            if is_new { Coming::New(UnderWay { seen: self, id: id.to_owned() }) } else { Coming::UnderWay }
        })
    }

    fn with<T>(&self, act: impl FnOnce(&mut Ids) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl UnderWay<'_> {
    /// Remembers the event as kept.
    pub(super) fn kept(self) {
        self.seen.with(|ids| ids.remember(&self.id));
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.seen.with(|ids| ids.under_way.remove(&self.id));
    }
}

impl Ids {
    fn remember(&mut self, id: &str) {
        if self.order.len() == REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.kept.remove(&oldest);
        }
        self.order.push_back(id.to_owned());
        self.kept.insert(id.to_owned());
    }
}
