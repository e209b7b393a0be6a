//! What belongs to the user and not to a profile: `settings.toml` in the config folder.

use super::atomic::{self, Content};
use super::{Store, StoreProblem};
use crate::files::lock;
use crate::values::{Language, Theme};
use std::path::PathBuf;
use std::str::FromStr;

const LANGUAGE: &str = "language";

/// The content of `settings.toml`. What is set to something else than it can be is not set.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language to be spoken to (contract 2).
    pub language: Option<Language>,
    /// The colours of the wizard (contract 2).
    pub theme: Option<Theme>,
}

/// A setting, where the file has one that can be.
fn set<T: FromStr>(table: &toml::Table, name: &str) -> Option<T> {
    table.get(name)?.as_str()?.parse().ok()
}

impl Store {
    /// The user's settings. A file that cannot be read sets nothing, and is left as it is.
    #[must_use]
    pub fn settings(&self) -> Settings {
        match atomic::read(&self.settings_path()) {
            Ok(Content::Table(table)) => Settings { language: set(&table, LANGUAGE), theme: set(&table, "theme") },
            Ok(Content::Absent | Content::Broken) | Err(_) => Settings::default(),
        }
    }

    /// Saves the language to be spoken to; the other settings stay. Returns the new path of the file if it was broken and is set aside.
    ///
    /// # Errors
    /// The error says why it is not saved.
    pub fn keep_language(&self, language: Language) -> Result<Option<PathBuf>, StoreProblem> {
        let path = self.settings_path();
        let _lock = lock(&self.folders.config)?;
        let (mut table, aside) = match atomic::read(&path)? {
            Content::Table(table) => (table, None),
            Content::Absent => (toml::Table::new(), None),
            Content::Broken => (toml::Table::new(), Some(atomic::set_aside(&path)?)),
        };
        table.insert(LANGUAGE.to_owned(), language.name().into());
        atomic::write(&path, &table)?;
        Ok(aside)
    }

    fn settings_path(&self) -> PathBuf {
        self.folders.config.join("settings.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Folders;

    fn home() -> (tempfile::TempDir, Store) {
        let home = tempfile::tempdir().expect("a home");
        let store = Store::new(Folders::below(home.path()));
        std::fs::create_dir_all(&store.folders.config).expect("a folder");
        (home, store)
    }

    #[test]
    fn settings_are_read_if_there_are_some() {
        let (_home, store) = home();
        assert_eq!(store.settings(), Settings::default());
        for (content, language) in [
            ("language = \"nb\"\n", Some(Language::Bokmal)),
            ("language = \"nn\"\nother = 1\n", Some(Language::Nynorsk)),
            ("language = \"xx\"\n", None),
            ("other = 1\n", None),
            ("language = 1\n", None),
            ("language", None),
        ] {
            std::fs::write(store.settings_path(), content).expect("written");
            assert_eq!(store.settings().language, language, "{content}");
            assert_eq!(std::fs::read_to_string(store.settings_path()).expect("left as it is"), content);
        }
    }

    #[test]
    fn a_language_is_kept_beside_what_else_is_set() {
        let (_home, store) = home();
        assert_eq!(store.keep_language(Language::Nynorsk), Ok(None));
        assert_eq!(store.settings().language, Some(Language::Nynorsk));
        std::fs::write(store.settings_path(), "language = \"nn\"\nother = 1\n").expect("written");
        assert_eq!(store.keep_language(Language::English), Ok(None));
        let content = std::fs::read_to_string(store.settings_path()).expect("written");
        assert!(content.contains("language = \"en\"") && content.contains("other = 1"), "{content}");
    }

    #[test]
    fn broken_settings_are_set_aside_and_not_lost() {
        let (_home, store) = home();
        std::fs::write(store.settings_path(), "language").expect("written");
        let aside = store.keep_language(Language::Bokmal).expect("kept").expect("set aside");
        assert_eq!(std::fs::read_to_string(aside).expect("there"), "language");
        assert_eq!(store.settings().language, Some(Language::Bokmal));
    }
}
