//! Reads the tables of a seed, and notes each line that is not what it should be. What stands in a wrong line is not repeated where
//! it may be a secret.

use super::refused::Report;
use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::ops::Range;
use std::str::FromStr;
use toml::de::{DeTable, DeValue};

/// A value, and the line that it stands in.
#[derive(Debug, Clone)]
pub(super) struct Placed<T> {
    pub(super) line: usize,
    pub(super) value: T,
}

/// Only the value: a seed whose lines have moved is still the same.
impl<T: Serialize> Serialize for Placed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

/// The text of a seed, to find lines in.
#[derive(Clone, Copy)]
pub(super) struct Source<'t>(pub(super) &'t str);

impl Source<'_> {
    /// The line of a byte, counted from 1.
    pub(super) fn line(self, at: usize) -> usize {
        let before = self.0.as_bytes().get(..at).unwrap_or_default();
        1 + before.iter().filter(|byte| **byte == b'\n').count()
    }
}

/// A field that a table may have: its name, and what it should hold, in words that follow "should be".
pub(super) type Field = (&'static str, &'static str);

/// A table of a seed.
pub(super) struct Fields<'r, 't> {
    table: &'r DeTable<'t>,
    source: Source<'t>,
    report: &'r Report,
    /// The line where it begins.
    pub(super) line: usize,
    /// What it describes, such as "a client".
    what: &'static str,
    known: &'static [Field],
}

impl<'r, 't> Fields<'r, 't> {
    /// Notes every name that is not known.
    pub(super) fn of(
        table: &'r DeTable<'t>,
        span: &Range<usize>,
        (what, known): (&'static str, &'static [Field]),
        (source, report): (Source<'t>, &'r Report),
    ) -> Self {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        for (key, _) in table {
            let name: &str = key.borrow();
            if !names.contains(&name) {
                let sentence = format!("There is no field `{}`; {what} has {}.", shown(name), names.join(", "));
                report.note(source.line(key.span().start), sentence);
            }
        }
        Self { table, source, report, line: source.line(span.start), what, known }
    }

    fn should_be(&self, name: &str) -> &'static str {
        self.known.iter().find(|(known, _)| *known == name).map_or("", |(_, should_be)| should_be)
    }

    fn value(&self, name: &str) -> Option<(usize, &'r DeValue<'t>)> {
        let (_, value) = self.table.iter().find(|(key, _)| Borrow::<str>::borrow(*key) == name)?;
        Some((self.source.line(value.span().start), value.get_ref()))
    }

    fn wrong(&self, line: usize, name: &str) {
        self.report.note(line, format!("`{name}` should be {}.", self.should_be(name)));
    }

    /// A value of its own type. `None` when it is missing, or wrong, which is noted.
    pub(super) fn read<T: FromStr>(&self, name: &str) -> Option<Placed<T>> {
        let (line, value) = self.value(name)?;
        let read = match value {
            DeValue::String(text) if !text.trim().is_empty() => text.trim().parse().ok(),
            _ => None,
        };
        if read.is_none() {
            self.wrong(line, name);
        }
        read.map(|value| Placed { line, value })
    }

    /// As [`Self::read`]; that it is missing is noted too.
    pub(super) fn needed<T: FromStr>(&self, name: &str) -> Option<Placed<T>> {
        if self.value(name).is_none() {
            self.report.note(self.line, format!("`{name}` is missing: {} needs {}.", self.what, self.should_be(name)));
        }
        self.read(name)
    }

    /// A list of values of one type; empty when it is missing. Wrong ones are noted.
    pub(super) fn list<T: FromStr>(&self, name: &str) -> Vec<Placed<T>> {
        let Some((line, value)) = self.value(name) else { return Vec::new() };
        let DeValue::Array(all) = value else {
            self.wrong(line, name);
            return Vec::new();
        };
        let read = |value: &toml::Spanned<DeValue<'_>>| {
            let line = self.source.line(value.span().start);
            let read = if let DeValue::String(text) = value.get_ref() { text.trim().parse().ok() } else { None };
            if read.is_none() {
                self.wrong(line, name);
            }
            read.map(|value| Placed { line, value })
        };
        all.iter().filter_map(read).collect()
    }

    pub(super) fn is_there(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// True or false, or what holds when nothing is said.
    pub(super) fn flag(&self, name: &str, otherwise: bool) -> bool {
        match self.value(name) {
            None => otherwise,
            Some((_, DeValue::Boolean(said))) => *said,
            Some((line, _)) => {
                self.wrong(line, name);
                otherwise
            }
        }
    }

    /// A date; written without quotes, as TOML has it, or as a text.
    pub(super) fn date(&self, name: &str) -> Option<jiff::civil::Date> {
        match self.value(name) {
            Some((line, DeValue::Datetime(date))) => {
                let read = date.to_string().parse().ok();
                if read.is_none() {
                    self.wrong(line, name);
                }
                read
            }
            _ => self.read(name).map(|placed| placed.value),
        }
    }

    /// The table below this one.
    pub(super) fn below(&self, name: &str, kind: (&'static str, &'static [Field])) -> Option<Self> {
        match self.value(name)? {
            (line, DeValue::Table(table)) => {
                let below = Fields::of(table, &(0..0), kind, (self.source, self.report));
                Some(Fields { line, ..below })
            }
            (line, _) => {
                self.wrong(line, name);
                None
            }
        }
    }

    /// The tables of a list, `[[name]]`.
    pub(super) fn all(&self, name: &str, kind: (&'static str, &'static [Field])) -> Vec<Self> {
        let Some((line, value)) = self.value(name) else { return Vec::new() };
        let DeValue::Array(all) = value else {
            self.wrong(line, name);
            return Vec::new();
        };
        let read = |value: &'r toml::Spanned<DeValue<'t>>| match value.get_ref() {
            DeValue::Table(table) => Some(Fields::of(table, &value.span(), kind, (self.source, self.report))),
            _ => {
                self.wrong(self.source.line(value.span().start), name);
                None
            }
        };
        all.iter().filter_map(read).collect()
    }
}

/// A text of the seed for a sentence: short, and on one line.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let plain: String = text.chars().map(|character| if character.is_control() { ' ' } else { character }).take(MOST).collect();
    if text.chars().count() > MOST { format!("{plain}…") } else { plain }
}
