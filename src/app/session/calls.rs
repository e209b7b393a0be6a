//! The network calls of this session, the newest last. The oldest are dropped beyond a limit, to bound the memory they take.

use crate::values::{Body, Call, Held, NamedPart};
use std::collections::VecDeque;

const MOST: usize = 500;

#[derive(Debug, Default)]
pub struct Calls {
    /// Each with its number, by which it is found again while others come.
    calls: VecDeque<(u64, Call)>,
    /// The number of the next call.
    next: u64,
    /// The words that each shown call has.
    sought: String,
    /// The number of the selected call. None while nothing was selected: then it is the newest.
    selected: Option<u64>,
}

impl Calls {
    #[must_use]
    pub fn count(&self) -> usize {
        self.calls.len()
    }

    /// The words that calls are found by, empty if all are shown.
    #[must_use]
    pub fn sought(&self) -> &str {
        &self.sought
    }

    pub(in crate::app) fn seek(&mut self, words: &str) {
        words.clone_into(&mut self.sought);
    }

    /// A call by its number. None if it was dropped.
    #[must_use]
    pub fn of(&self, number: u64) -> Option<&Call> {
        self.calls.iter().find(|(known, _)| *known == number).map(|(_, call)| call)
    }

    /// The calls with every word in their method, address, status or bodies, the newest first, each with its number.
    pub fn fitting(&self) -> impl Iterator<Item = (u64, &Call)> {
        let words: Vec<String> = self.sought.split_whitespace().map(str::to_lowercase).collect();
        self.calls.iter().rev().filter(move |(_, call)| fits(call, &words)).map(|(number, call)| (*number, call))
    }

    /// The selected call among the fitting ones: the newest if none of them was selected.
    #[must_use]
    pub fn selected(&self) -> Option<(u64, &Call)> {
        let fitting = |(number, _): &(u64, &Call)| Some(*number) == self.selected;
        self.fitting().find(fitting).or_else(|| self.fitting().next())
    }

    /// Selects another one of the fitting calls. `moved` takes the selected line and the number of lines, and returns the new line.
    pub(in crate::app) fn travel(&mut self, moved: impl FnOnce(usize, usize) -> usize) {
        let numbers: Vec<u64> = self.fitting().map(|(number, _)| number).collect();
        let line = numbers.iter().position(|number| Some(*number) == self.selected).unwrap_or(0);
        self.selected = numbers.get(moved(line, numbers.len())).copied();
    }

    /// The fitting calls as text, one a line, the oldest first: for a mail to somebody who helps.
    #[must_use]
    pub fn as_text(&self) -> String {
        let line =
            |(_, call): (u64, &Call)| format!("{:.3} {} {} {} {} ms\n", call.at, call.method, call.address(), call.ended(), call.took_ms);
        let mut lines: Vec<String> = self.fitting().map(line).collect();
        lines.reverse();
        lines.concat()
    }

    pub(super) fn add(&mut self, call: Call) {
        if self.calls.len() == MOST {
            self.calls.pop_front();
        }
        self.calls.push_back((self.next, call));
        self.next += 1;
    }
}

fn fits(call: &Call, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let all = format!("{} {} {} {} {}", call.method, call.address(), call.ended(), written(&call.sent.body), written(&call.answered.body));
    let all = all.to_lowercase();
    words.iter().all(|word| all.contains(word.as_str()))
}

/// The text of a body.
fn written(body: &Body) -> String {
    let field = |field: &NamedPart| match &field.holds {
        Held::Text(text) => format!("{} {text}", field.name),
        Held::Secret(_) => field.name.clone(),
    };
    match body {
        Body::Text { text, .. } => text.to_string(),
        Body::Form(fields) => fields.iter().map(field).collect::<Vec<_>>().join(" "),
        Body::Empty | Body::Bytes { .. } | Body::NotKept => String::new(),
    }
}
