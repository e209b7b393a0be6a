//! Up and down: through lines that can be selected, and through what is only read.

use crate::app::reaction::Reaction;
use crate::app::{Action, Model};

const PAGE: u16 = 10;

/// Where a selection goes within `count` lines.
pub(super) fn moved(line: usize, count: usize, action: Action) -> usize {
    let last = count.saturating_sub(1);
    match action {
        Action::Up => line.saturating_sub(1),
        Action::Down => (line + 1).min(last),
        Action::First => 0,
        Action::Last => last,
        Action::PageUp => line.saturating_sub(usize::from(PAGE)),
        Action::PageDown => (line + usize::from(PAGE)).min(last),
        _ => line.min(last),
    }
}

/// Moves a selection within `count` lines.
pub(super) fn select(line: &mut usize, count: usize, action: Action) -> Reaction {
    let before = std::mem::replace(line, moved(*line, count, action));
    Reaction::redraw_if(*line != before)
}

/// Scrolls what is read; the view takes back what goes too far.
pub(super) fn scroll(model: &mut Model, action: Action) -> Reaction {
    model.scroll = match action {
        Action::Up => model.scroll.saturating_sub(1),
        Action::Down => model.scroll.saturating_add(1),
        Action::PageUp => model.scroll.saturating_sub(PAGE),
        Action::PageDown => model.scroll.saturating_add(PAGE),
        Action::First => 0,
        Action::Last => u16::MAX,
        _ => return Reaction::none(),
    };
    Reaction::redraw()
}
