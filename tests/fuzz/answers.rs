//! Answers files: those of the kit's kind, changed.

use crate::dice::Dice;
use crate::mutation;
use broker_setup::engine::{AnswersRequest, Engine, Folders};
use broker_setup::journey::{FieldId, Profile};
use broker_setup::text::Text;
use broker_setup::values::Language;
use std::path::PathBuf;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

const GOOD: &str = "role = \"sender\"\norganisation = \"310400203\"\nresource = \"prov-filutveksling\"\napi_key = \"file:api-key.txt\"\n\
    [client]\nid = \"5a0c0002-7d1e-4f6a-9b1c-000000000002\"\nauth = \"certificate\"\ncertificate = \"file:sender.p12\"\n\
    key_posted = 2026-11-28\n[environment]\nplatform = \"http://127.0.0.1:1/\"\nmaskinporten = \"http://127.0.0.1:1/\"\n\
    [transfer]\nrecipients = [\"310400300\"]\n[events]\nendpoint = \"http://127.0.0.1:1/sandbox/sink/sender\"\n";
const VALUES: &[&str] = &[
    "\"\"",
    "\"certificate\"",
    "\"cmd:x\"",
    "\"file:~\"",
    "\"env:A\"",
    "1",
    "-1",
    "1e9",
    "true",
    "[]",
    "[\"a\", \"b\"]",
    "{}",
    "{a = 1}",
    "2026-11-28",
    "2026-11-28T00:00:00Z",
    "'''\n'''",
    "\"0192:310400203\"",
    "\"\\u202e\"",
    "\"https://x\"",
    "\"\\u0000\"",
    "99999999999999999999",
];

/// The text of a file.
pub fn file(dice: &mut Dice) -> Vec<u8> {
    match dice.below(3) {
        0 => mutation::of(GOOD.as_bytes(), &[], dice),
        1 => named(dice).into_bytes(),
        _ => mutation::of(named(dice).as_bytes(), &[GOOD.as_bytes().to_vec()], dice),
    }
}

/// Fields by their names, with values of every kind.
fn named(dice: &mut Dice) -> String {
    let lines = (0..=dice.below(6)).map(|_| format!("{} = {}\n", dice.one(FieldId::ALL).name(), dice.one(VALUES)));
    format!("role = \"recipient\"\n{}", lines.collect::<String>())
}

pub struct Reader {
    engine: Engine,
    runtime: Runtime,
    folder: TempDir,
}

impl Reader {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { config: folder.path().join("config"), state: folder.path().join("state") };
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Self { engine: Engine::new(folders), runtime, folder }
    }

    /// What is taken can be written and read again; what is refused is refused in words.
    pub fn read(&self, text: &[u8]) {
        let file: PathBuf = self.folder.path().join("answers.toml");
        std::fs::write(&file, text).unwrap();
        let request = AnswersRequest { file: Some(file), ..AnswersRequest::default() };
        match self.runtime.block_on(self.engine.answers(&request)) {
            Ok(chosen) => {
                let stored = toml::to_string(&chosen.profile).unwrap();
                assert_eq!(toml::from_str::<Profile>(&stored).as_ref(), Ok(&chosen.profile), "{}", String::from_utf8_lossy(text));
            }
            Err(problem) => assert!(!Text::new(Language::English).answers(&problem).is_empty()),
        }
    }
}
