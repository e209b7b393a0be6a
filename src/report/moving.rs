//! How far a file on its way is: a bar, and the words beside it.

use super::Glyphs;
use crate::journey::Moved;

/// The cells of a bar.
const CELLS: usize = 20;

/// `████████░░░░░░░░░░░░  43 %`.
#[must_use]
pub fn bar(moved: Moved, glyphs: Glyphs) -> String {
    let part = percent(moved.done, moved.total);
    let full = usize::try_from(part).unwrap_or(0) * CELLS / 100;
    format!("{}{} {part:>3} %", glyphs.either("█", "#").repeat(full), glyphs.either("░", "-").repeat(CELLS - full))
}

/// How much is done, from 0 to 100; 100 if there is nothing to do.
fn percent(done: u64, total: u64) -> u64 {
    done.min(total).saturating_mul(100).checked_div(total).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_of_zero_bytes_is_100_percent() {
        assert_eq!([percent(0, 0), percent(1, 3), percent(5, 3)], [100, 33, 100]);
    }

    #[test]
    fn a_bar_is_as_wide_at_any_time() {
        let bar = |done| bar(Moved { done, total: 50_000_000_000, rate: None }, Glyphs::Ascii);
        assert_eq!(bar(0), "--------------------   0 %");
        assert_eq!(bar(21_500_000_000), "########------------  43 %");
        assert_eq!(bar(50_000_000_000), "#################### 100 %");
    }
}
