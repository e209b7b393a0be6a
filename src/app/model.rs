//! The state of the whole wizard.

use super::reaction::Reaction;
use super::{Ids, Leave, Notice, Screen, Session, Size};
use crate::journey::{EngineMessage, GuidePage, ListedProfile};
use crate::text::Text;
use crate::values::natural_order;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// The wizard's state. The screens are a stack above Home, which is shown when the stack is empty.
#[derive(Debug)]
pub struct Model {
    pub text: Text,
    pub size: Size,
    /// The time of the last [`super::Msg::Now`], since the wizard reads no clock.
    pub now: Timestamp,
    /// The folder that relative paths start from.
    pub folder: PathBuf,
    /// The folder that `~` stands for.
    pub home_folder: Option<PathBuf>,
    pub profiles: Vec<ListedProfile>,
    /// The selected line of Home, from 0.
    pub home: usize,
    /// The screens above Home, the topmost last.
    pub stack: Vec<Screen>,
    pub session: Option<Session>,
    /// The message line.
    pub notice: Option<Notice>,
    /// Why something that was answered or found is not on disk. It stays until it is.
    pub unkept: Vec<EngineMessage>,
    /// Counts ticks while something runs, to turn the spinner.
    pub spin: usize,
    /// Whether the screen must be drawn again. Set when a message has changed something that is shown; cleared by the code that
    /// draws.
    pub dirty: bool,
    /// Set once the program is about to end.
    pub leaving: Option<Leave>,
    /// How far the top screen is scrolled, in lines.
    pub scroll: u16,
    pub(super) ids: Ids,
    /// The guides that have opened by themselves for profiles that were closed since, by the profile's name.
    pub(super) guided: HashMap<String, HashSet<GuidePage>>,
}

impl Model {
    #[must_use]
    pub fn new(text: Text, size: Size, now: Timestamp) -> Self {
        Self {
            text,
            size,
            now,
            folder: PathBuf::new(),
            home_folder: None,
            profiles: Vec::new(),
            home: 0,
            stack: Vec::new(),
            session: None,
            notice: None,
            unkept: Vec::new(),
            spin: 0,
            dirty: true,
            leaving: None,
            scroll: 0,
            ids: Ids::new(),
            guided: HashMap::new(),
        }
    }

    /// The top screen. None if Home is shown.
    #[must_use]
    pub fn top(&self) -> Option<&Screen> {
        self.stack.last()
    }

    /// The names of all profiles.
    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.profiles.iter().map(|listed| listed.name.as_str())
    }

    pub fn push(&mut self, screen: Screen) {
        self.scroll = 0;
        self.stack.push(screen);
    }

    pub fn pop(&mut self) -> Option<Screen> {
        self.scroll = 0;
        self.stack.pop()
    }

    /// Closes the top screen.
    pub(super) fn back(&mut self) -> Reaction {
        self.pop();
        Reaction::redraw()
    }

    /// Puts a profile into the list, sorted by name. It replaces one with the same name.
    pub(super) fn list(&mut self, listed: ListedProfile) {
        match self.profiles.iter_mut().find(|other| other.name == listed.name) {
            Some(other) => *other = listed,
            None => self.profiles.push(listed),
        }
        self.profiles.sort_unstable_by(|one, other| natural_order(&one.name, &other.name));
    }

    /// Calls `act` with the open profile and the source of new ids. None if no profile is open.
    pub(super) fn with_session<T>(&mut self, act: impl FnOnce(&mut Session, &mut Ids) -> T) -> Option<T> {
        self.session.as_mut().map(|session| act(session, &mut self.ids))
    }

    /// Whether an answer is being edited.
    pub(super) fn is_answering(&self) -> bool {
        self.stack.iter().any(|screen| matches!(screen, Screen::Edit(_)))
    }

    /// Whether something is under way and the spinner turns. The loop sends ticks only then, and sleeps otherwise.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.work().is_busy()) || self.stack.iter().any(Screen::is_busy)
    }

    /// Called by the view with the furthest the top screen can scroll. A scroll beyond that is set back without drawing again.
    pub fn scrolls_to(&mut self, furthest: u16) {
        self.scroll = self.scroll.min(furthest);
    }
}
