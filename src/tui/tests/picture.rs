//! Checks that the picture of the README shows the real screen. `BROKER_SETUP_PICTURE=write cargo test picture` writes it again.

use super::scenes::{self, COLOUR, drawn};
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};
use std::fmt::Write;
use std::path::Path;

/// Width and height of a cell, in the picture's units.
const CELL: (usize, usize) = (9, 19);

#[test]
fn the_picture_shows_the_real_screen() {
    let svg = svg(&drawn(&mut scenes::failing(), 120, 34, COLOUR));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/picture.svg");
    if std::env::var_os("BROKER_SETUP_PICTURE").is_some() {
        std::fs::write(&path, &svg).expect("the picture is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == svg, "assets/picture.svg is old: BROKER_SETUP_PICTURE=write cargo test picture");
}

fn svg(buffer: &Buffer) -> String {
    let (width, height) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let mut out = String::new();
    let (wide, high) = (width * CELL.0 + 24, height * CELL.1 + 24);
    let _ = writeln!(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" font-size=\"15\"");
    let _ = writeln!(out, "     font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\">");
    let _ = writeln!(out, "<rect width=\"{wide}\" height=\"{high}\" rx=\"8\" fill=\"#1e1e2e\"/>");
    for row in 0..height {
        line(&mut out, buffer, row, width);
    }
    out.push_str("</svg>\n");
    out
}

/// Writes one row as runs of cells that have the same style.
fn line(out: &mut String, buffer: &Buffer, row: usize, width: usize) {
    let cell = |column: usize| &buffer.content()[row * width + column];
    let mut column = 0;
    while column < width {
        let style = cell(column).style();
        let end = (column..width).find(|other| cell(*other).style() != style).unwrap_or(width);
        let text: String = (column..end).map(|column| cell(column).symbol()).collect();
        let (x, y) = (12 + column * CELL.0, 12 + row * CELL.1);
        let reversed = style.add_modifier.contains(Modifier::REVERSED);
        if reversed {
            let _ =
                writeln!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"#cdd6f4\"/>", (end - column) * CELL.0, CELL.1);
        }
        if !text.trim().is_empty() {
            let fill = if reversed { "#1e1e2e" } else { colour(style.fg) };
            let weight = if style.add_modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
            let faint = if style.add_modifier.contains(Modifier::DIM) { " opacity=\"0.6\"" } else { "" };
            let length = (end - column) * CELL.0;
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
            let _ = writeln!(
                out,
                "<text x=\"{x}\" y=\"{}\" fill=\"{fill}\"{weight}{faint} textLength=\"{length}\" xml:space=\"preserve\">{escaped}</text>",
                y + 14
            );
        }
        column = end;
    }
}

fn colour(colour: Option<Color>) -> &'static str {
    match colour {
        Some(Color::Green) => "#a6e3a1",
        Some(Color::Red) => "#f38ba8",
        Some(Color::Magenta) => "#f5c2e7",
        Some(Color::Cyan) => "#94e2d5",
        _ => "#cdd6f4",
    }
}
