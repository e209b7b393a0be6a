//! Tests that `screens.ftl` has every line that the wizard uses.

use crate::app::screens::WaitingChoice;
use crate::app::{WizardMessage, keymap};
use crate::journey::{PublishedEnvironment, Role, StepState};
use crate::text::Text;
use crate::values::{Language, NoAnswer};

fn has(key: &str) -> bool {
    Text::new(Language::English).find("screens", key, &[]).is_some()
}

#[test]
fn every_literal_key_of_the_view_has_words() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui/view");
    let mut keys = 0;
    for entry in std::fs::read_dir(folder).expect("the view").flatten() {
        let source = std::fs::read_to_string(entry.path()).expect("a source");
        for call in [".say(\"", ".say_with(\"", ".counted(\""] {
            for rest in source.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or("");
                keys += 1;
                assert!(has(key), "screens.ftl has no {key}");
            }
        }
    }
    assert!(keys > 40, "the keys are found at all");
}

#[test]
fn every_made_key_has_words() {
    let mut keys: Vec<String> = keymap::labels().iter().flat_map(|label| [format!("keys.{label}")]).collect();
    keys.extend(keymap::general_labels().iter().map(|label| format!("keys-long.{label}")));
    keys.extend(WizardMessage::ALL.iter().map(|(id, _)| format!("notice.{id}")));
    keys.extend(StepState::ALL.iter().map(|state| format!("state-about.{state}")));
    keys.extend(Role::ALL.iter().flat_map(|role| ["we", "does", "about"].map(|part| format!("role.{role}.{part}"))));
    keys.extend(Role::ALL.iter().map(|role| format!("ready.{role}")));
    keys.extend(WaitingChoice::ALL.iter().map(|choice| format!("waiting.{choice}")));
    keys.extend(Language::ALL.iter().map(|language| format!("letter.title-{language}")));
    keys.extend(NoAnswer::ALL.iter().map(|why| format!("exchange.unanswered-{why}")));
    for named in PublishedEnvironment::ALL {
        keys.extend(["start", "about", "more"].map(|part| format!("home.{part}-{named}")));
    }
    for key in keys {
        assert!(has(&key), "screens.ftl has no {key}");
    }
}
