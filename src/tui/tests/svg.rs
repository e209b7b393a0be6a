//! A drawn screen as SVG: each row as runs of cells that have the same style.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;

/// Width and height of a cell, in the picture's units.
const CELL: (usize, usize) = (9, 19);

/// How far a row's letters stand above its lower edge.
const BELOW: usize = 5;

/// Around the screen.
const MARGIN: usize = 12;

/// The styles by short names: many pictures are kept. No name is the style of plain text.
const STYLES: &str = "text{fill:#cdd6f4}.b{font-weight:bold}.d{opacity:.6}.g{fill:#a6e3a1}.r{fill:#f38ba8}.m{fill:#f5c2e7}\
                      .c{fill:#94e2d5}.v{fill:#1e1e2e}rect{fill:#cdd6f4}rect.v{fill:#1e1e2e}rect.p{fill:#a11d33}";

pub fn svg(buffer: &Buffer) -> String {
    let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (wide, high) = (width * CELL.0 + 2 * MARGIN, height * CELL.1 + 2 * MARGIN);
    let mut out = String::new();
    let _ =
        writeln!(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" font-size=\"15\" xml:space=\"preserve\"");
    let _ = writeln!(out, "     font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\">");
    let _ = writeln!(out, "<style>{STYLES}</style>");
    let _ = writeln!(out, "<rect width=\"{wide}\" height=\"{high}\" rx=\"8\" class=\"v\"/>");
    for (row, cells) in buffer.content().chunks(width).enumerate() {
        let mut column = 0;
        for run in cells.chunk_by(|one, other| one.style() == other.style()) {
            put(&mut out, run, (column, row));
            column += run.len();
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Writes a run of cells that begins there.
fn put(out: &mut String, run: &[Cell], (column, row): (usize, usize)) {
    let style = run.first().map(Cell::style).unwrap_or_default();
    let y = MARGIN + row * CELL.1;
    if let Some(ground) = ground(style) {
        let (x, length) = (MARGIN + column * CELL.0, run.len() * CELL.0);
        let _ = writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{length}\" height=\"{}\"{ground}/>", CELL.1);
    }
    let class = class(style);
    let text: String = run.iter().map(Cell::symbol).collect();
    // What stands behind a gap is placed anew, so that columns hold where a letter is a little wider than a cell.
    for (at, words) in apart(&text) {
        let (x, length) = (MARGIN + (column + at) * CELL.0, words.chars().count() * CELL.0);
        let escaped = words.replace('&', "&amp;").replace('<', "&lt;");
        let _ = writeln!(out, "<text x=\"{x}\" y=\"{}\"{class} textLength=\"{length}\">{escaped}</text>", y + CELL.1 - BELOW);
    }
}

/// What of a line stands between gaps of two blanks and more, each with its column.
fn apart(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut column = 0;
    line.split("  ").filter_map(move |part| {
        let (at, words) = (column + part.chars().take_while(|c| *c == ' ').count(), part.trim_matches(' '));
        column += part.chars().count() + 2;
        (!words.is_empty()).then_some((at, words))
    })
}

/// The class of what is behind the letters, where it is not the screen itself: the selection, or the header of production.
fn ground(style: Style) -> Option<&'static str> {
    match style.bg {
        _ if style.add_modifier.contains(Modifier::REVERSED) => Some(""),
        Some(Color::Red) => Some(" class=\"p\""),
        _ => None,
    }
}

fn class(style: Style) -> String {
    let has = |modifier| style.add_modifier.contains(modifier);
    let colour = match style.fg {
        _ if has(Modifier::REVERSED) => Some("v"),
        Some(Color::Green) => Some("g"),
        Some(Color::Red) => Some("r"),
        Some(Color::Magenta) => Some("m"),
        Some(Color::Cyan) => Some("c"),
        _ => None,
    };
    let names = [colour, has(Modifier::BOLD).then_some("b"), has(Modifier::DIM).then_some("d")];
    let names = names.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if names.is_empty() { names } else { format!(" class=\"{names}\"") }
}
