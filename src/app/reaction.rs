//! What comes of a message: whether the picture has changed, what the message line says, what is to be done outside.

use super::{Effect, Notice};

/// Whoever handles a message says with it whether anything seen has changed: only then a frame is drawn.
#[derive(Debug, Default)]
#[must_use]
pub(in crate::app) struct Reaction {
    pub changed: bool,
    pub notice: Option<Notice>,
    pub effects: Vec<Effect>,
}

impl Reaction {
    /// Nothing that is seen has changed.
    pub const fn none() -> Self {
        Self { changed: false, notice: None, effects: Vec::new() }
    }

    pub const fn redraw() -> Self {
        Self::redraw_if(true)
    }

    pub const fn redraw_if(changed: bool) -> Self {
        Self { changed, notice: None, effects: Vec::new() }
    }

    /// Says something on the message line.
    pub fn say(notice: impl Into<Notice>) -> Self {
        Self { changed: true, notice: Some(notice.into()), effects: Vec::new() }
    }

    /// The same, and these effects.
    pub fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }

    /// This one and then the next.
    pub fn then(mut self, next: Self) -> Self {
        self.changed |= next.changed;
        self.notice = next.notice.or(self.notice);
        self.with(next.effects)
    }
}
