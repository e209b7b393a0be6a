//! Moving up and down: selects another line in a list, or scrolls text.

use crate::app::reaction::Reaction;
use crate::app::{Action, Model};

const PAGE: u16 = 10;

/// The line that an action selects, out of `count` lines. Counts from 0.
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

/// Moves the selection in a list of `count` lines, and redraws if it moved.
pub(super) fn select(line: &mut usize, count: usize, action: Action) -> Reaction {
    let before = std::mem::replace(line, moved(*line, count, action));
    Reaction::redraw_if(*line != before)
}

/// Scrolls the text. How long it is only the view knows, so a scroll past the end is corrected there (`Model::scrolls_to`).
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
