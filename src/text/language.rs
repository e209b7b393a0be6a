//! The files of one language, embedded, each read once when its first line is asked for.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The lines of a file, by dotted key.
pub(super) type Lines = BTreeMap<String, String>;

/// One language.
#[derive(Debug)]
pub(super) struct Language {
    files: [(&'static str, LazyLock<Lines>); 8],
}

impl Language {
    /// One line, as it is written: placeholders are not filled.
    pub(super) fn line(&self, file: &str, key: &str) -> Option<&str> {
        self.lines(file)?.get(key).map(String::as_str)
    }

    /// Every line of a file.
    pub(super) fn lines(&self, file: &str) -> Option<&Lines> {
        self.files.iter().find(|(name, _)| *name == file).map(|(_, lines)| &**lines)
    }

    /// The names of the files.
    #[cfg(test)]
    pub(super) fn files(&self) -> impl Iterator<Item = &'static str> {
        self.files.iter().map(|(name, _)| *name)
    }
}

macro_rules! files {
    ($folder:literal: $($name:literal),*) => {
        [$( ($name, LazyLock::new(|| read(include_str!(concat!("../../assets/text/", $folder, "/", $name, ".toml"))))) ),*]
    };
}

/// English, the language that every other is measured by.
pub(super) static ENGLISH: Language =
    Language { files: files!("en": "findings", "deeds", "invalid", "steps", "fields", "checks", "screens", "cli") };

/// A file that does not parse has no lines; a test reads every file.
fn read(source: &str) -> Lines {
    let mut lines = Lines::new();
    if let Ok(table) = source.parse::<toml::Table>() {
        flatten("", &table, &mut lines);
    }
    lines
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
