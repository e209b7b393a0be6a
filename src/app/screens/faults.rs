//! How the sandbox misbehaves: every fault that it has, found by typing, set and taken back with Enter.

use super::Entry;
use crate::values::{Fault, FaultChange, Faults, Invalid, SetFault};

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
    pub(in crate::app) fn new(asking: u64) -> Self {
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
    pub(in crate::app) fn turned(&self) -> Option<FaultChange> {
        if let Some(setting) = self.setting() {
            return Some(FaultChange::Set(setting.to_owned()));
        }
        let name = self.selected()?.to_owned();
        Some(if self.is_set(&name) { FaultChange::Clear(name) } else { FaultChange::Set(name) })
    }
}
