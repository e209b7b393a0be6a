//! A line of text being typed.

use crate::app::{Key, WizardMessage};
use crate::values::{Invalid, is_hidden, is_key_material};
use std::fmt;
use tui_input::{Input, InputRequest};

const LONGEST: usize = 4096;

/// A line of text being typed. `Debug` does not show the text, because someone may have pasted a secret.
#[derive(Clone)]
pub struct Entry {
    input: Input,
    /// What was left out of the last paste.
    pub remark: Option<WizardMessage>,
    pub refused: Option<Invalid>,
    /// Whether nothing has been typed yet and the cursor has not moved. A paste then replaces the whole text.
    untouched: bool,
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").finish_non_exhaustive()
    }
}

impl Entry {
    /// A line with this text and the cursor at its end.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { input: Input::new(text), remark: None, refused: None, untouched: true }
    }

    #[must_use]
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Whether nothing has been typed yet and the cursor has not moved.
    #[must_use]
    pub const fn is_untouched(&self) -> bool {
        self.untouched
    }

    /// The number of characters before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Types a character, moves the cursor or deletes. Returns whether the key is one of these.
    pub fn press(&mut self, key: Key) -> bool {
        let request = match key {
            Key::Char(c) if self.text().chars().count() < LONGEST => InputRequest::InsertChar(c),
            Key::Left => InputRequest::GoToPrevChar,
            Key::Right => InputRequest::GoToNextChar,
            Key::Home | Key::Ctrl('a') => InputRequest::GoToStart,
            Key::End | Key::Ctrl('e') => InputRequest::GoToEnd,
            Key::Backspace => InputRequest::DeletePrevChar,
            Key::Delete => InputRequest::DeleteNextChar,
            Key::Ctrl('w') => InputRequest::DeletePrevWord,
            Key::Ctrl('u') => InputRequest::DeleteLine,
            Key::Ctrl('k') => InputRequest::DeleteTillEnd,
            // A full line takes no more, which shows.
            Key::Char(_) => return true,
            _ => return false,
        };
        self.remark = None;
        self.refused = None;
        self.untouched = false;
        self.input.handle(request);
        true
    }

    /// Puts another text in place of this one, as if it had been typed.
    pub(super) fn replace(&mut self, text: String) {
        *self = Self { untouched: false, ..Self::new(text) };
    }

    /// Pastes the first line of a text. A text that looks like a private key is refused whole.
    pub fn paste(&mut self, text: &str) {
        if text.contains("-----BEGIN") || text.contains("\"d\":") || (text.trim().starts_with("MI") && is_key_material(text)) {
            self.refused = Some(Invalid::PrivateKeyPasted);
            return;
        }
        if self.untouched {
            self.input.reset();
        }
        let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
        let blank = |c: char| if c == '\t' { ' ' } else { c };
        for c in lines.first().copied().unwrap_or("").trim().chars().map(blank).filter(|c| !is_hidden(*c)) {
            self.press(Key::Char(c));
        }
        self.remark = (lines.len() > 1).then_some(WizardMessage::FirstLineOnly { lines: lines.len() });
    }
}
