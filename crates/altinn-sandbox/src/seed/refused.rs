//! Why a seed is refused: its wrong lines.

use std::cell::RefCell;
use std::fmt;
use std::path::{Path, PathBuf};

/// A line of a seed, counted from 1, and a sentence that says what it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WrongLine {
    pub line: usize,
    pub sentence: String,
}

/// A seed that cannot be used. Nothing of it was taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SeedRefused {
    #[error("{} cannot be read: {}", named(.0), .1)]
    Unread(PathBuf, String),
    #[error("{}", written(.0, .1))]
    Wrong(PathBuf, Vec<WrongLine>),
}

fn written(file: &Path, wrong: &[WrongLine]) -> String {
    let lines = wrong.iter().map(|wrong| format!("{}, line {}: {}", named(file), wrong.line, wrong.sentence));
    lines.collect::<Vec<_>>().join("\n")
}

/// The file's name in sentences.
pub(super) fn named(file: &Path) -> String {
    if file == Path::new("-") { "standard input".to_owned() } else { file.display().to_string() }
}

/// Collects the wrong lines of a seed.
#[derive(Debug, Default)]
pub(super) struct Report(RefCell<Vec<WrongLine>>);

impl Report {
    pub(super) fn note(&self, line: usize, sentence: impl fmt::Display) {
        self.0.borrow_mut().push(WrongLine { line, sentence: sentence.to_string() });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// The wrong lines from top to bottom.
    pub(super) fn sorted(self) -> Vec<WrongLine> {
        let mut wrong = self.0.into_inner();
        wrong.sort_unstable();
        wrong.dedup();
        wrong
    }
}
