//! What a terminal shows after it has read the bytes: no colours in the look without colours, a visible selection, only ASCII in
//! the look for ASCII.

use super::scenes::{ALL, COLOUR, drawn};
use crate::report::Glyphs;
use crate::tui::theme::Look;
use crate::values::Theme;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZero;
use std::rc::Rc;

/// A terminal in memory, which ratatui writes to and the test reads.
#[derive(Clone)]
struct MemoryTerminal(Rc<RefCell<vt100::Parser>>);

impl Write for MemoryTerminal {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("some cells")
}

/// The cells that a terminal shows for a scene: text, whether it has a colour, whether it is inverse.
fn seen(scene: fn() -> crate::app::Model, look: Look) -> Vec<(String, bool, bool)> {
    crossterm::style::force_color_output(true);
    let (width, height) = (80, 24);
    let memory = MemoryTerminal(Rc::new(RefCell::new(vt100::Parser::new(cells(height), cells(width), 0))));
    let viewport = TerminalOptions { viewport: Viewport::Fixed(Rect::new(0, 0, width, height)) };
    let mut terminal = Terminal::with_options(CrosstermBackend::new(memory.clone()), viewport).expect("a terminal");
    let mut model = scene();
    drawn(&mut model, width, height, look);
    terminal
        .draw(|frame| {
            crate::tui::view::view(frame, &model, look);
        })
        .expect("a frame");
    let parser = memory.0.borrow();
    let screen = parser.screen();
    let places = (0..height).flat_map(|row| (0..width).map(move |column| (row, column)));
    places
        .filter_map(|(row, column)| screen.cell(row, column))
        .map(|cell| {
            let coloured = cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default;
            (cell.contents().to_owned(), coloured, cell.inverse())
        })
        .collect()
}

#[test]
fn without_colour_no_cell_has_one_and_the_selection_is_still_seen() {
    for (name, scene) in ALL {
        let cells = seen(*scene, Look { theme: Theme::Mono, glyphs: Glyphs::Unicode });
        assert!(cells.iter().all(|(_, coloured, _)| !coloured), "{name}");
    }
    for name in ["home", "roles", "failing"] {
        let scene = ALL.iter().find(|(known, _)| *known == name).map(|(_, scene)| *scene).expect("a scene");
        for look in [COLOUR, Look { theme: Theme::Mono, glyphs: Glyphs::Unicode }] {
            assert!(seen(scene, look).iter().filter(|(_, _, inverse)| *inverse).count() > 10, "{name}: no line is selected");
        }
    }
}

#[test]
fn in_ascii_every_cell_is_ascii() {
    for (name, scene) in ALL {
        for (content, _, _) in seen(*scene, Look { theme: Theme::Terminal, glyphs: Glyphs::Ascii }) {
            assert!(content.is_ascii(), "{name}: {content:?}");
        }
    }
}
