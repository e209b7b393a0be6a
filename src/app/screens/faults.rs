//! How the sandbox misbehaves: every fault that it has, found by typing, set and taken back with Enter.

use super::{Entry, Screen, moved};
use crate::app::{Action, Effect, Model, Notice};
use crate::values::{Fault, FaultChange, Faults, Invalid, SetFault};

/// How many lines a page is.
const PAGE: usize = 10;

/// The faults, and what is typed to find one.
#[derive(Debug)]
pub struct FaultsScreen {
    /// The question under way; none once it is answered.
    pub asking: Option<u64>,
    /// What stands in the line: words to look for, or a whole setting as `--fault` takes it.
    pub entry: Entry,
    /// The selected line of those that fit.
    pub line: usize,
    /// What the sandbox told; none until it has.
    pub told: Option<Faults>,
    /// Why the sandbox did not take the last change.
    pub refused: Option<Invalid>,
}

impl FaultsScreen {
    fn new(asking: u64) -> Self {
        Self { asking: Some(asking), entry: Entry::new(String::new()), line: 0, told: None, refused: None }
    }

    #[must_use]
    pub fn set(&self) -> &[SetFault] {
        self.told.as_ref().map_or(&[], |told| &told.set)
    }

    /// The faults that have every typed word in their name or in what they do; those that are set first.
    #[must_use]
    pub fn fitting(&self) -> Vec<&Fault> {
        let words: Vec<String> = self.entry.text().split_whitespace().map(str::to_lowercase).collect();
        let fits = |fault: &&Fault| {
            let told = format!("{} {}", fault.name, fault.does).to_lowercase();
            words.iter().all(|word| told.contains(word.as_str()))
        };
        let known = self.told.as_ref().map_or(&[][..], |told| &told.known);
        let (set, clear): (Vec<&Fault>, Vec<&Fault>) = known.iter().filter(fits).partition(|fault| self.is_set(&fault.name));
        set.into_iter().chain(clear).collect()
    }

    /// Whether a fault of this name is set.
    #[must_use]
    pub fn is_set(&self, name: &str) -> bool {
        self.set().iter().any(|set| set.name == name)
    }

    /// The name of the selected fault.
    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.fitting().get(self.line).map(|fault| fault.name.as_str())
    }

    /// What stands in the line, where it is a whole setting: a value, a service or a number of times makes it one.
    #[must_use]
    pub fn setting(&self) -> Option<&str> {
        let typed = self.entry.text().trim();
        typed.contains(['=', '@', ':']).then_some(typed)
    }

    /// The line that is typed in; with each key the list begins again at its top.
    pub(super) fn typing(&mut self) -> &mut Entry {
        self.line = 0;
        self.refused = None;
        &mut self.entry
    }

    /// What Enter asks for: the typed setting, or the selected fault the other way round.
    fn turned(&self) -> Option<FaultChange> {
        if let Some(setting) = self.setting() {
            return Some(FaultChange::Set(setting.to_owned()));
        }
        let name = self.selected()?.to_owned();
        Some(if self.is_set(&name) { FaultChange::Clear(name) } else { FaultChange::Set(name) })
    }
}

/// Shows the screen, and asks what there is.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let id = model.fresh_id();
    let Some(opened) = &model.opened else { return Vec::new() };
    let effect = Effect::AskFaults { id, profile: Box::new(opened.profile.clone()) };
    model.push(Screen::Faults(FaultsScreen::new(id)));
    vec![effect]
}

pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Faults(screen)) = model.stack.last_mut() else { return Vec::new() };
    let count = screen.fitting().len();
    let change = match action {
        Action::Choose => screen.turned(),
        Action::Once => screen.selected().map(|name| FaultChange::Set(format!("{name}:1"))),
        Action::ClearAll => Some(FaultChange::ClearAll),
        Action::PageUp => {
            screen.line = screen.line.saturating_sub(PAGE);
            None
        }
        Action::PageDown => {
            screen.line = (screen.line + PAGE).min(count.saturating_sub(1));
            None
        }
        Action::Back => {
            model.pop();
            return Vec::new();
        }
        _ => {
            screen.line = moved(screen.line, count, action);
            None
        }
    };
    change.map_or_else(Vec::new, |change| self::change(model, change))
}

fn change(model: &mut Model, change: FaultChange) -> Vec<Effect> {
    let id = model.fresh_id();
    let (Some(opened), Some(Screen::Faults(screen))) = (&model.opened, model.stack.last_mut()) else { return Vec::new() };
    screen.asking = Some(id);
    screen.refused = None;
    vec![Effect::ChangeFaults { id, profile: Box::new(opened.profile.clone()), change }]
}

/// Asks again after a run what is set: a fault for the next call is gone by then.
pub(super) fn ask_again(model: &mut Model) -> Vec<Effect> {
    let id = model.fresh_id();
    let Some(opened) = model.opened.as_mut().filter(|opened| !opened.faults.is_empty()) else { return Vec::new() };
    opened.asks_faults = Some(id);
    vec![Effect::AskFaults { id, profile: Box::new(opened.profile.clone()) }]
}

/// What there is and what is set was told, or could not be asked.
pub(in crate::app) fn told(model: &mut Model, id: u64, result: Result<Faults, Notice>) -> Vec<Effect> {
    if let Some(opened) = model.opened.as_mut().filter(|opened| opened.asks_faults == Some(id)) {
        opened.asks_faults = None;
        if let Ok(faults) = result {
            opened.faults = names(&faults.set);
        }
        return Vec::new();
    }
    let Some(screen) = answered(model, id) else { return Vec::new() };
    match result {
        Ok(faults) => {
            screen.told = Some(faults);
            keep_in_mind(model);
        }
        Err(notice) => {
            model.pop();
            model.notice = Some(notice);
        }
    }
    Vec::new()
}

/// What is set now was told, or why nothing changed. The cursor stays on its fault although the set ones stand first.
pub(in crate::app) fn changed(model: &mut Model, id: u64, result: Result<Result<Vec<SetFault>, Invalid>, Notice>) -> Vec<Effect> {
    let Some(screen) = answered(model, id) else { return Vec::new() };
    match result {
        Ok(Ok(set)) => {
            let selected = screen.selected().map(str::to_owned);
            if screen.setting().is_some() {
                screen.entry = Entry::new(String::new());
            }
            if let Some(told) = &mut screen.told {
                told.set = set;
            }
            let line = screen.fitting().iter().position(|fault| Some(&fault.name) == selected.as_ref());
            screen.line = line.unwrap_or(0);
            keep_in_mind(model);
        }
        Ok(Err(invalid)) => screen.refused = Some(invalid),
        Err(notice) => model.notice = Some(notice),
    }
    Vec::new()
}

/// The screen that waits for this answer; an answer that nobody waits for changes nothing.
fn answered(model: &mut Model, id: u64) -> Option<&mut FaultsScreen> {
    model.dirty = false;
    let screen = match model.stack.last_mut() {
        Some(Screen::Faults(screen)) if screen.asking == Some(id) => screen,
        _ => return None,
    };
    model.dirty = true;
    screen.asking = None;
    Some(screen)
}

/// The checklist says that the sandbox misbehaves: else its findings would be a riddle.
fn keep_in_mind(model: &mut Model) {
    let Some(Screen::Faults(screen)) = model.stack.last() else { return };
    let set = names(screen.set());
    if let Some(opened) = &mut model.opened {
        opened.faults = set;
    }
}

fn names(set: &[SetFault]) -> Vec<String> {
    set.iter().map(|set| set.name.clone()).collect()
}
