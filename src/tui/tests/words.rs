//! Every word the wizard can say is there.

use crate::app::{WizardMessage, keymap, letter};
use crate::journey::{DeedId, Environment, Mark, PublishedEnvironment, Role, StepState, Who};
use crate::text::Text;

fn has(key: &str) -> bool {
    Text::english().find("screens", key, &[]).is_some()
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
                assert!(has(key), "screens.toml has no {key}");
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
    keys.extend(Who::ALL.iter().map(|who| format!("who.{who}")));
    keys.extend(Mark::ALL.iter().map(|mark| format!("verdict.{mark}")));
    keys.extend(StepState::ALL.iter().flat_map(|state| [format!("state.{state}"), format!("state-about.{state}")]));
    keys.extend(Role::ALL.iter().flat_map(|role| ["name", "we", "does", "about"].map(|part| format!("role.{role}.{part}"))));
    keys.extend(Role::ALL.iter().map(|role| format!("ready.{role}")));
    keys.extend(DeedId::ALL.iter().flat_map(|deed| Role::ALL.iter().map(move |role| format!("deed.{deed}.{role}"))));
    keys.extend(letter::KINDS.iter().flat_map(|kind| ["to", "subject", "body"].map(|part| format!("letter.{kind}.{part}"))));
    for named in PublishedEnvironment::ALL {
        keys.extend(["start", "about", "more"].map(|part| format!("home.{part}-{named}")));
        keys.push(format!("environment.{}", Environment::Named(*named)));
    }
    for key in keys {
        assert!(has(&key), "screens.toml has no {key}");
    }
}
