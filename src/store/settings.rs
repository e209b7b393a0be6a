//! What belongs to the user and not to a profile: `settings.toml` in the config folder.

use super::Store;
use super::atomic::{self, Content};
use serde::Deserialize;

/// The content of `settings.toml`.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Settings {
    /// The language to be spoken to, by its tag, such as `nb` (contract 2).
    pub language: Option<String>,
}

impl Store {
    /// The user's settings. A file that cannot be read sets nothing, and is left as it is.
    #[must_use]
    pub fn settings(&self) -> Settings {
        match atomic::read(&self.folders.config.join("settings.toml")) {
            Ok(Content::Table(table)) => table.try_into().unwrap_or_default(),
            Ok(Content::Absent | Content::Broken) | Err(_) => Settings::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Folders;

    #[test]
    fn settings_are_read_if_there_are_some() {
        let home = tempfile::tempdir().expect("a home");
        let store = Store::new(Folders::below(home.path()));
        assert_eq!(store.settings(), Settings::default());
        let file = store.folders.config.join("settings.toml");
        std::fs::create_dir_all(&store.folders.config).expect("a folder");
        for (content, language) in
            [("language = \"nb\"\n", Some("nb")), ("other = 1\n", None), ("language = 1\n", None), ("language", None)]
        {
            std::fs::write(&file, content).expect("written");
            assert_eq!(store.settings().language.as_deref(), language, "{content}");
            assert_eq!(std::fs::read_to_string(&file).expect("left as it is"), content);
        }
    }
}
