//! Everything the wizard knows.

use super::{Leave, ListedProfile, Notice, Opened, Screen};
use crate::text::Text;
use jiff::Timestamp;

/// The terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u16,
    pub height: u16,
}

impl Size {
    /// Under this many columns one pane is shown at a time.
    const TWO_PANES: u16 = 72;

    /// Whether there is room for both panes.
    #[must_use]
    pub const fn has_two_panes(self) -> bool {
        self.width >= Self::TWO_PANES
    }

    /// Whether there is room for anything but one sentence.
    #[must_use]
    pub const fn is_enough(self) -> bool {
        self.width >= 40 && self.height >= 12
    }
}

/// The wizard's state. Home lies under everything; the screens above it are a stack.
#[derive(Debug)]
pub struct Model {
    pub text: Text,
    pub size: Size,
    /// The time as last told.
    pub now: Timestamp,
    /// The profiles on disk.
    pub profiles: Vec<ListedProfile>,
    /// The line selected on Home.
    pub home: usize,
    /// The screens above Home, the topmost last.
    pub stack: Vec<Screen>,
    /// The profile that is open.
    pub opened: Option<Opened>,
    /// The message line.
    pub notice: Option<Notice>,
    /// Turns while something runs.
    pub spin: usize,
    /// Whether the picture no longer shows what is so.
    pub dirty: bool,
    /// Set once the program is on its way out.
    pub leaving: Option<Leave>,
    /// How far the top screen is scrolled, in lines.
    pub scroll: u16,
    ids: u64,
}

impl Model {
    /// An empty wizard.
    #[must_use]
    pub const fn new(text: Text, size: Size, now: Timestamp) -> Self {
        Self {
            text,
            size,
            now,
            profiles: Vec::new(),
            home: 0,
            stack: Vec::new(),
            opened: None,
            notice: None,
            spin: 0,
            dirty: true,
            leaving: None,
            scroll: 0,
            ids: 0,
        }
    }

    /// An id that was never used.
    pub const fn fresh_id(&mut self) -> u64 {
        self.ids += 1;
        self.ids
    }

    /// The screen on top; none for Home.
    #[must_use]
    pub fn top(&self) -> Option<&Screen> {
        self.stack.last()
    }

    /// The names in use.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.profiles.iter().map(|known| known.name.as_str())
    }

    /// Puts a screen on top.
    pub fn push(&mut self, screen: Screen) {
        self.scroll = 0;
        self.stack.push(screen);
    }

    /// Takes the top screen away.
    pub fn pop(&mut self) -> Option<Screen> {
        self.scroll = 0;
        self.stack.pop()
    }

    /// Whether something turns: then the loop sends ticks, otherwise it sleeps.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        let runs = self.opened.as_ref().is_some_and(|opened| opened.run.is_some() || opened.filling.is_some());
        runs || self.stack.iter().any(Screen::is_busy)
    }

    /// The view says how far down the top screen goes; a scroll beyond is taken back, without a new picture.
    pub fn scrolls_to(&mut self, furthest: u16) {
        self.scroll = self.scroll.min(furthest);
    }
}
