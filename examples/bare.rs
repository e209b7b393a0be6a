//! The smallest terminal program with the wizard's libraries: ratatui, tokio with two workers, the event stream, and reqwest
//! linked. It fills one line with a word and ends on `q`. The benchmark compares the wizard's start with it.

use crossterm::event::{Event, EventStream, KeyCode};
use futures_util::StreamExt;
use ratatui::widgets::Paragraph;
use std::io;

fn main() -> io::Result<()> {
    // This links reqwest without building a client: building one takes longer than drawing a frame.
    std::hint::black_box(reqwest::Client::new as fn() -> reqwest::Client);
    let mut terminal = ratatui::try_init()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let result = runtime.block_on(async {
        let mut events = EventStream::new();
        terminal.draw(|frame| frame.render_widget(Paragraph::new("bare ".repeat(40)), frame.area()))?;
        while let Some(event) = events.next().await {
            match event? {
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Event::Resize(..) => {
                    terminal.draw(|frame| frame.render_widget(Paragraph::new("bare ".repeat(40)), frame.area()))?;
                }
                _ => {}
            }
        }
        Ok(())
    });
    ratatui::restore();
    result
}
