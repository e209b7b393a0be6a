//! Reads the source of a guide's page. A page is blocks, each of one kind:
//!
//! ```text
//! # Title                             of a page that is no step
//! A paragraph, which may go on
//! on the next line.
//! You need :: a label and its text
//! 1. What to do. [deed send-test]     numbered anew; what it names is in brackets at its end
//! > A note.
//! {tt02 sender} 1. Only in TT02, only for a sender.
//! ```
//!
//! The words in braces name roles, environments, who runs the system, and steps. Of each kind that is named, one must be the
//! reader's. An errand among them says that the line belongs to the page of that errand too.

use crate::journey::{Acting, Errand, GuideMark, PublishedEnvironment, Role, StepId};

/// Whom a block is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Condition {
    pub roles: Vec<Role>,
    pub environments: Vec<PublishedEnvironment>,
    pub acting: Vec<Acting>,
    pub steps: Vec<StepId>,
    /// The errands whose pages have the line too.
    pub errands: Vec<Errand>,
    /// Words that name nothing. A test finds them.
    pub unknown: Vec<String>,
}

impl Condition {
    fn read(words: &str) -> Self {
        let mut read = Self::default();
        for word in words.split_whitespace() {
            if let Ok(role) = word.parse() {
                read.roles.push(role);
            } else if let Ok(environment) = word.parse() {
                read.environments.push(environment);
            } else if let Ok(acting) = word.parse() {
                read.acting.push(acting);
            } else if let Ok(step) = word.parse() {
                read.steps.push(step);
            } else if let Ok(errand) = word.parse() {
                read.errands.push(errand);
            } else {
                read.unknown.push(word.to_owned());
            }
        }
        read
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Paragraph,
    Labelled,
    Action,
    Note,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    pub condition: Condition,
    pub kind: Kind,
    /// The words, without signs and marks. Of a label and its text both, with ` :: ` between them.
    pub text: String,
    /// What an action names, as written.
    pub marks: Vec<String>,
}

impl Block {
    /// What an action names.
    pub fn named(&self) -> Vec<GuideMark> {
        self.marks.iter().filter_map(|mark| GuideMark::read(mark)).collect()
    }

    fn read(source: &str) -> Self {
        let (condition, rest) = match source.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((words, rest)) => (Condition::read(words), rest.trim_start()),
            None => (Condition::default(), source),
        };
        let (kind, rest) = kind(rest);
        let (text, marks) = if kind == Kind::Action { with_marks(rest) } else { (rest.to_owned(), Vec::new()) };
        Self { condition, kind, text, marks }
    }
}

fn kind(source: &str) -> (Kind, &str) {
    if let Some(rest) = source.strip_prefix("# ") {
        (Kind::Title, rest)
    } else if let Some(rest) = source.strip_prefix("1. ") {
        (Kind::Action, rest)
    } else if let Some(rest) = source.strip_prefix("> ") {
        (Kind::Note, rest)
    } else if source.contains(" :: ") {
        (Kind::Labelled, source)
    } else {
        (Kind::Paragraph, source)
    }
}

/// An action's text, and the marks in brackets at its end.
fn with_marks(source: &str) -> (String, Vec<String>) {
    let mut text = source.trim_end();
    let mut marks = Vec::new();
    while let Some((before, mark)) = text.strip_suffix(']').and_then(|open| open.rsplit_once('[')) {
        marks.insert(0, mark.to_owned());
        text = before.trim_end();
    }
    (text.to_owned(), marks)
}

/// The blocks of a page, in order.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let mut blocks: Vec<String> = Vec::new();
    let mut continues = false;
    for line in source.lines().map(str::trim) {
        let begins = ["# ", "1. ", "> ", "{"].iter().any(|sign| line.starts_with(sign)) || line.contains(" :: ");
        match blocks.last_mut() {
            _ if line.is_empty() => continues = false,
            Some(block) if continues && !begins => {
                block.push(' ');
                block.push_str(line);
            }
            _ => {
                blocks.push(line.to_owned());
                continues = true;
            }
        }
    }
    blocks.iter().map(|block| Block::read(block)).collect()
}
