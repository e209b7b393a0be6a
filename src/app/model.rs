//! Everything the wizard knows.

use super::reaction::Reaction;
use super::{Ids, Leave, Notice, Screen, Session, Size};
use crate::journey::ListedProfile;
use crate::text::Text;
use jiff::Timestamp;

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
    pub session: Option<Session>,
    /// The message line.
    pub notice: Option<Notice>,
    /// Turns while something runs.
    pub spin: usize,
    /// Whether the picture no longer shows what is so: set where a message has changed something, taken back by whoever draws.
    pub dirty: bool,
    /// Set once the program is on its way out.
    pub leaving: Option<Leave>,
    /// How far the top screen is scrolled, in lines.
    pub scroll: u16,
    pub(super) ids: Ids,
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
            session: None,
            notice: None,
            spin: 0,
            dirty: true,
            leaving: None,
            scroll: 0,
            ids: Ids::new(),
        }
    }

    /// The screen on top; none for Home.
    #[must_use]
    pub fn top(&self) -> Option<&Screen> {
        self.stack.last()
    }

    /// The names in use.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.profiles.iter().map(|listed| listed.name.as_str())
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

    /// Away from the top screen.
    pub(super) fn back(&mut self) -> Reaction {
        self.pop();
        Reaction::redraw()
    }

    /// Puts a profile into the list, in place of the one of its name.
    pub(super) fn list(&mut self, listed: ListedProfile) {
        match self.profiles.iter_mut().find(|other| other.name == listed.name) {
            Some(other) => *other = listed,
            None => self.profiles.push(listed),
        }
        self.profiles.sort_by(|one, other| one.name.cmp(&other.name));
    }

    /// Does something with the open profile that may need an id.
    pub(super) fn with_session<T>(&mut self, act: impl FnOnce(&mut Session, &mut Ids) -> T) -> Option<T> {
        self.session.as_mut().map(|session| act(session, &mut self.ids))
    }

    /// Whether an answer is being given.
    pub(super) fn is_answering(&self) -> bool {
        self.stack.iter().any(|screen| matches!(screen, Screen::Edit(_)))
    }

    /// Whether something turns: then the loop sends ticks, otherwise it sleeps.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.work().is_busy()) || self.stack.iter().any(Screen::is_busy)
    }

    /// The view says how far down the top screen goes; a scroll beyond is taken back, without a new picture.
    pub fn scrolls_to(&mut self, furthest: u16) {
        self.scroll = self.scroll.min(furthest);
    }
}
