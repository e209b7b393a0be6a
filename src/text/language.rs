//! The files of one language, embedded. A table of a file is read when its first line is asked for: the first frame needs few of
//! them.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

/// The lines of a table, by key.
type Lines = BTreeMap<String, String>;

/// A table as it is written, and its lines once they were asked for.
#[derive(Debug)]
struct Table {
    source: &'static str,
    lines: OnceLock<Lines>,
}

/// The tables of a file, by their dotted names.
type Tables = BTreeMap<String, Table>;

#[derive(Debug)]
pub(super) struct Language {
    files: [(&'static str, &'static str, LazyLock<Tables>); 9],
}

impl Language {
    /// One line, as it is written: placeholders are not filled.
    pub(super) fn line(&self, file: &str, key: &str) -> Option<&str> {
        let (_, _, tables) = self.files.iter().find(|(name, _, _)| *name == file)?;
        let (table, name) = key.rsplit_once('.').unwrap_or(("", key));
        tables.get(table)?.lines().get(name).map(String::as_str)
    }

    /// Every line of a file, by its whole key.
    #[cfg(test)]
    pub(super) fn lines(&self, file: &str) -> Option<Lines> {
        let (_, source, tables) = self.files.iter().find(|(name, _, _)| *name == file)?;
        let mut lines = Lines::new();
        flatten("", &source.parse().ok()?, &mut lines);
        // Read table by table it is the same.
        let name = |table: &str, key: &str| if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        let each = tables.iter().flat_map(|(table, read)| read.lines().iter().map(move |(key, line)| (name(table, key), line.clone())));
        assert_eq!(each.collect::<Lines>(), lines, "{file}.toml");
        Some(lines)
    }

    /// The names of the files.
    #[cfg(test)]
    pub(super) fn files(&self) -> impl Iterator<Item = &'static str> {
        self.files.iter().map(|(name, _, _)| *name)
    }
}

impl Table {
    /// A table that does not parse has no lines; a test reads every file as a whole.
    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| {
            let mut lines = Lines::new();
            if let Ok(table) = self.source.parse::<toml::Table>() {
                flatten("", &table, &mut lines);
            }
            lines
        })
    }
}

macro_rules! files {
    ($folder:literal: $($name:literal),*) => {
        [$( {
            const SOURCE: &str = include_str!(concat!("../../assets/text/", $folder, "/", $name, ".toml"));
            ($name, SOURCE, LazyLock::new(|| tables(SOURCE)))
        } ),*]
    };
}

/// English, the language that every other is measured by.
pub(super) static ENGLISH: Language =
    Language { files: files!("en": "findings", "deeds", "invalid", "steps", "fields", "checks", "screens", "cli", "engine") };

/// Cuts a file at its headings: lines that begin with `[`. No line of a text does; a test compares.
fn tables(source: &'static str) -> Tables {
    let mut tables = Tables::new();
    let (mut name, mut from, mut at) = (String::new(), 0, 0);
    for line in source.split_inclusive('\n') {
        let heading = line.strip_prefix('[').and_then(|rest| rest.trim_end().strip_suffix(']'));
        if let Some(heading) = heading {
            tables.insert(name, Table { source: source.get(from..at).unwrap_or_default(), lines: OnceLock::new() });
            name = heading.trim_matches('"').to_owned();
            from = at + line.len();
        }
        at += line.len();
    }
    tables.insert(name, Table { source: source.get(from..).unwrap_or_default(), lines: OnceLock::new() });
    tables
}

fn flatten(prefix: &str, table: &toml::Table, lines: &mut Lines) {
    for (name, value) in table {
        let key = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            toml::Value::Table(inner) => flatten(&key, inner, lines),
            toml::Value::String(text) => {
                lines.insert(key, text.trim_end().to_owned());
            }
            other => {
                lines.insert(key, other.to_string());
            }
        }
    }
}
