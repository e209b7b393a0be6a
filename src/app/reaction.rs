//! The result of handling a message: whether to redraw, what the message line says, and the effects to run.

use super::{Effect, Notice};

/// The result of handling a message. A frame is drawn only if `changed` is set.
#[derive(Debug, Default)]
#[must_use]
pub(in crate::app) struct Reaction {
    pub changed: bool,
    pub notice: Option<Notice>,
    pub effects: Vec<Effect>,
}

impl Reaction {
    pub const fn none() -> Self {
        Self { changed: false, notice: None, effects: Vec::new() }
    }

    pub const fn redraw() -> Self {
        Self::redraw_if(true)
    }

    pub const fn redraw_if(changed: bool) -> Self {
        Self { changed, notice: None, effects: Vec::new() }
    }

    pub fn say(notice: impl Into<Notice>) -> Self {
        Self { changed: true, notice: Some(notice.into()), effects: Vec::new() }
    }

    /// Adds effects.
    pub fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// Joins two reactions. The effects keep their order, and the later notice wins.
    pub fn then(mut self, next: Self) -> Self {
        self.changed |= next.changed;
        self.notice = next.notice.or(self.notice);
        self.with(next.effects)
    }
}
