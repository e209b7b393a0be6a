//! Keys that work on every screen, and the footer.

use super::*;

#[test]
fn the_footer_shows_only_what_does_something() {
    let mut model = wizard();
    begin(&mut model, Environment::SANDBOX, vec![]);
    press(&mut model, "⏎");
    let keys: Vec<Key> = keymap::footer(&model).into_iter().map(|(key, _)| key).collect();
    assert!(!keys.contains(&Key::Char('c')), "there is nothing to check yet");
    for (key, label) in keymap::footer(&model) {
        assert!(keymap::action(&model, key).is_some(), "{label}");
    }
}

#[test]
fn ctrl_c_saves_and_quits_from_anywhere() {
    for keys in ["", "2e", "t", "?", "5d"] {
        let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
        press(&mut model, keys);
        let effects = press(&mut model, "^c");
        assert!(matches!(effects.as_slice(), [Effect::SaveState { .. }, Effect::Quit(Leave::Asked)]), "{keys}: {effects:?}");
    }
}
