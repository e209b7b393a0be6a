//! Turns the terminal's events into messages.

use super::typing::Typing;
use crate::app::{Key, Msg, Size};
use crossterm::event::{Event, EventStream, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// A task that reads events until the reader is stopped. It puts them into a channel, so that the loop can take every event that
/// has come before it draws.
#[derive(Debug)]
pub struct KeyReader {
    task: JoinHandle<()>,
}

impl KeyReader {
    #[must_use]
    pub fn start(to: mpsc::Sender<Msg>) -> Self {
        Self { task: tokio::spawn(read(to)) }
    }

    /// Stops reading, so that another program can read the terminal.
    pub async fn stop(self) {
        self.task.abort();
        // The result is the error of the abort above.
        let _ = self.task.await;
    }
}

async fn read(to: mpsc::Sender<Msg>) {
    let mut typing = Typing::new(EventStream::new());
    loop {
        for msg in typing.next().await {
            let ends = matches!(msg, Msg::Leave(_));
            if to.send(msg).await.is_err() || ends {
                return;
            }
        }
    }
}

/// The message for an event; `None` for an event that the wizard does not use.
#[must_use]
pub fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Pasted(text)),
        Event::Resize(width, height) => Some(Msg::Resized(Size { width, height })),
        Event::Mouse(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

/// The key of a press, or of a repeat if repeating is harmless: a held Enter or Esc counts once. Windows also reports releases,
/// which are ignored.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(c) if event.modifiers.contains(KeyModifiers::CONTROL) && !event.modifiers.contains(KeyModifiers::ALT) => {
            Key::Ctrl(c.to_ascii_lowercase())
        }
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    };
    let repeats = event.kind == KeyEventKind::Repeat;
    let moves = !matches!(key, Key::Enter | Key::Esc | Key::Tab | Key::BackTab | Key::Ctrl(_));
    (!repeats || moves).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_is_no_key_and_a_held_enter_is_one() {
        let with = |code, kind| message(Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)));
        assert!(with(KeyCode::Char('a'), KeyEventKind::Release).is_none());
        assert!(with(KeyCode::Enter, KeyEventKind::Repeat).is_none());
        assert!(matches!(with(KeyCode::Down, KeyEventKind::Repeat), Some(Msg::Key(Key::Down))));
        let ctrl_c = message(Event::Key(KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL)));
        assert!(matches!(ctrl_c, Some(Msg::Key(Key::Ctrl('c')))));
    }
}
