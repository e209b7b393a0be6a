//! Writes the whole way as one printable page.

use super::wrap::{LongWords, wrap};
use super::{Paper, line};
use crate::journey::{Acting, Environment, Itinerary, Role};
use crate::text::{LegWords, Text};
use unicode_width::UnicodeWidthStr;

/// The widths of the columns, in terminal cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WayColumns {
    pub turn: usize,
    pub who: usize,
    pub what: usize,
    pub takes: usize,
}

/// The columns as narrow as their words allow. What is done gets the rest of `width`, and is wrapped.
#[must_use]
pub fn way_columns(legs: &[LegWords], width: usize) -> WayColumns {
    let widest = |column: fn(&LegWords) -> &str| legs.iter().map(|leg| column(leg).width()).max().unwrap_or(0);
    let (turn, who, takes) = (widest(|leg| &leg.turn), widest(|leg| &leg.who), widest(|leg| &leg.takes));
    let what = width.saturating_sub(turn + who + takes + 3 * GAP).max(16);
    WayColumns { turn, who, what, takes }
}

/// Between two columns.
const GAP: usize = 2;

/// A leg as lines of columns: turn, who, what, takes. Only the first line has all four.
#[must_use]
pub fn way_lines(leg: &LegWords, columns: WayColumns) -> Vec<[String; 4]> {
    let padded = |text: &str, width: usize| format!("{text}{}", " ".repeat((width + GAP).saturating_sub(text.width())));
    let wrapped = wrap(&leg.what, columns.what, LongWords::Whole).into_iter().enumerate();
    let row = |(index, what): (usize, String)| match index {
        0 => {
            let takes = format!("{}{}", " ".repeat(columns.takes.saturating_sub(leg.takes.width())), leg.takes);
            [padded(&leg.turn, columns.turn), padded(&leg.who, columns.who), padded(&what, columns.what), takes]
        }
        _ => [padded("", columns.turn), padded("", columns.who), what, String::new()],
    };
    wrapped.map(row).collect()
}

/// The whole way on one page: the title, the total, each leg, and what to know beside it.
#[must_use]
pub fn way(way: &Itinerary, role: Role, environment: &Environment, acting: Acting, words: &Text, paper: Paper) -> String {
    let legs = words.way_legs(way);
    let columns = way_columns(&legs, paper.width);
    let mut out = line(&words.way_title(role, environment, acting), 0, paper);
    out.push_str(&line(&words.way_total(way), 0, paper));
    for leg in &legs {
        if !leg.turn.is_empty() {
            out.push('\n');
        }
        for row in way_lines(leg, columns) {
            out.push_str(row.concat().trim_end());
            out.push('\n');
        }
    }
    out.push('\n');
    for note in words.way_notes() {
        out.push_str(&line(&note, 0, paper));
    }
    paper.glyphs.written(&out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{PublishedEnvironment, itinerary};
    use crate::report::Glyphs;
    use crate::values::Language;

    #[test]
    fn every_way_is_one_page_of_80_columns() {
        for language in Language::ALL {
            let words = Text::new(*language);
            for (role, named) in Role::ALL.iter().flat_map(|role| PublishedEnvironment::ALL.iter().map(move |named| (*role, *named))) {
                for acting in Acting::ALL {
                    let environment = Environment::Named(named);
                    let page =
                        way(&itinerary(role, &environment, *acting), role, &environment, *acting, &words, Paper::new(80, Glyphs::Unicode));
                    assert!(page.lines().count() <= 60, "{page}");
                    assert!(page.lines().all(|line| line.width() <= 80), "{page}");
                    assert!(!page.contains("leg-") && !page.contains("{$"), "{page}");
                }
            }
        }
    }
}
