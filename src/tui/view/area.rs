//! Divides an area of the screen into two. ratatui's `Layout` solves equations for that, which was an eighth of all work before the first
//! frame.

use ratatui::layout::Rect;

/// The first rows, and those below them.
pub(super) fn first_rows(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

/// The rows above, and the last rows.
pub(super) fn last_rows(area: Rect, rows: u16) -> (Rect, Rect) {
    first_rows(area, area.height.saturating_sub(rows))
}

/// The first columns, and those to the right of them.
pub(super) fn first_columns(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    (Rect { width: columns, ..area }, Rect { x: area.x + columns, width: area.width - columns, ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_parts_are_the_whole_area_however_small_it_is() {
        let area = Rect::new(2, 3, 10, 4);
        assert_eq!(first_rows(area, 1), (Rect::new(2, 3, 10, 1), Rect::new(2, 4, 10, 3)));
        assert_eq!(last_rows(area, 1), (Rect::new(2, 3, 10, 3), Rect::new(2, 6, 10, 1)));
        assert_eq!(first_columns(area, 3), (Rect::new(2, 3, 3, 4), Rect::new(5, 3, 7, 4)));
        assert_eq!(first_rows(area, 9), (area, Rect::new(2, 7, 10, 0)));
        assert_eq!(last_rows(area, 9), (Rect::new(2, 3, 10, 0), area));
        assert_eq!(first_columns(area, 99), (area, Rect::new(12, 3, 0, 4)));
    }
}
