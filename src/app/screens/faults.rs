//! The screen of the sandbox's faults. The user finds a fault by typing, and sets or clears it with Enter.

use super::Entry;
use crate::text::Text;
use crate::values::{Fault, FaultChange, Faults, Invalid, SetFault};

#[derive(Debug)]
pub struct FaultsScreen {
    /// The id of the question to the sandbox that has no answer yet.
    pub asking: Option<u64>,
    /// The line of text: words to search for, or a whole setting as `--fault` takes it (`slow@broker=3:2`).
    pub entry: Entry,
    /// The selected line among the faults that fit, from 0.
    pub line: usize,
    /// The sandbox's answer. None until it has come.
    pub told: Option<Faults>,
    /// Why the sandbox refused the last change.
    pub refused: Option<Invalid>,
    /// The words in which a fault is searched for.
    text: Text,
}

impl FaultsScreen {
    pub(in crate::app) fn new(asking: u64, text: Text) -> Self {
        Self { asking: Some(asking), entry: Entry::new(String::new()), line: 0, told: None, refused: None, text }
    }

    #[must_use]
    pub fn set(&self) -> &[SetFault] {
        self.told.as_ref().map_or(&[], |told| &told.set)
    }

    /// The faults with every typed word in their name or description. Those that are set come first.
    #[must_use]
    pub fn fitting(&self) -> Vec<&Fault> {
        let words: Vec<String> = self.entry.text().split_whitespace().map(str::to_lowercase).collect();
        let fits = |fault: &&Fault| {
            let description = format!("{} {}", fault.name, self.text.fault(fault)).to_lowercase();
            words.iter().all(|word| description.contains(word.as_str()))
        };
        let known = self.told.as_ref().map_or(&[][..], |told| &told.known);
        let (set, clear): (Vec<&Fault>, Vec<&Fault>) = known.iter().filter(fits).partition(|fault| self.is_set(&fault.name));
        set.into_iter().chain(clear).collect()
    }

    #[must_use]
    pub fn is_set(&self, name: &str) -> bool {
        self.set().iter().any(|set| set.name == name)
    }

    #[must_use]
    pub fn selected(&self) -> Option<&str> {
        self.fitting().get(self.line).map(|fault| fault.name.as_str())
    }

    /// The typed text, if it is a whole setting: it then has a value (`=`), a service (`@`) or a number of times (`:`).
    #[must_use]
    pub fn setting(&self) -> Option<&str> {
        let typed = self.entry.text().trim();
        typed.contains(['=', '@', ':']).then_some(typed)
    }

    /// The line to type into. Typing changes the list, so its first line is selected again.
    pub(super) fn typing(&mut self) -> &mut Entry {
        self.line = 0;
        self.refused = None;
        &mut self.entry
    }

    /// What Enter changes: it sets what was typed, else it sets or clears the selected fault. None when no fault fits.
    pub(in crate::app) fn turned(&self) -> Option<FaultChange> {
        if let Some(setting) = self.setting() {
            return Some(FaultChange::Set(setting.to_owned()));
        }
        let name = self.selected()?.to_owned();
        Some(if self.is_set(&name) { FaultChange::Clear(name) } else { FaultChange::Set(name) })
    }
}
