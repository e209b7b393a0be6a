//! The screen that explains a code, a text or an id. A pasted text is read whole and shown nowhere.

use super::Entry;
use crate::journey::{Explained, UnknownRefusal, explained, is_code_or_id, may_hold_secret};

/// What is longer is read at once instead of being put into the line. In characters.
const SHORT: usize = 64;

/// What was found for the last text.
#[derive(Debug)]
pub struct LookedUp {
    pub found: Explained,
    /// How many lines were pasted and are not shown.
    pub unshown: usize,
}

impl LookedUp {
    #[must_use]
    pub const fn is_nothing(&self) -> bool {
        self.found.topics.is_empty() && self.found.unknown.is_none()
    }
}

#[derive(Debug)]
pub struct LookUp {
    pub entry: Entry,
    /// Whether something in the line was pasted.
    has_pasted: bool,
    /// None before the first text.
    pub answer: Option<LookedUp>,
}

impl LookUp {
    pub(in crate::app) fn new() -> Self {
        Self { entry: Entry::new(String::new()), has_pasted: false, answer: None }
    }

    /// With the explanation of this id.
    pub(in crate::app) fn about(id: &str) -> Self {
        let mut screen = Self::new();
        screen.look_up(id, 0);
        screen
    }

    /// Whether dots stand for what is in the line: it may hold a secret. What was pasted is shown only where it is a code or an id.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        let text = self.entry.text();
        !is_code_or_id(text) && (self.has_pasted || may_hold_secret(text))
    }

    /// What the last text said that is not in the catalogue, about which a message to the service desk is there to copy.
    #[must_use]
    pub fn unknown(&self) -> Option<&UnknownRefusal> {
        self.answer.as_ref()?.found.unknown.as_ref()
    }

    /// The line to type into. What is typed on is another text, so that nothing was known of the one before is said no more.
    pub(super) fn typing(&mut self) -> &mut Entry {
        self.has_pasted &= !self.entry.text().is_empty();
        self.answer.take_if(|answer| answer.is_nothing());
        &mut self.entry
    }

    /// Takes a pasted text. A short one goes into the line, where a line break after it is Enter; any other is explained at once, whole.
    pub(in crate::app) fn paste(&mut self, text: &str) {
        let pasted = text.trim();
        let is_short = pasted.chars().count() <= SHORT && !pasted.contains(['\n', '\r']) && !may_hold_secret(pasted);
        if !is_short {
            let whole = format!("{}{pasted}", self.entry.text());
            return self.look_up(&whole, pasted.lines().filter(|line| !line.trim().is_empty()).count());
        }
        self.typing().paste(pasted);
        self.has_pasted = true;
        if text.ends_with(['\n', '\r']) {
            self.explain();
        }
    }

    /// Explains what is in the line.
    pub(in crate::app) fn explain(&mut self) {
        let text = self.entry.text().to_owned();
        if !text.trim().is_empty() {
            self.look_up(&text, 0);
        }
    }

    /// Clears the line, but for a text that nothing is known of: it can be mended.
    fn look_up(&mut self, text: &str, unshown: usize) {
        let answer = LookedUp { found: explained(text), unshown };
        if unshown > 0 || self.is_masked() || !answer.is_nothing() {
            self.entry = Entry::new(String::new());
            self.has_pasted = false;
        }
        self.answer = Some(answer);
    }
}
