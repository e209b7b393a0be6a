//! The message to send to the person who must act.

use super::*;

#[test]
fn the_message_to_send_names_what_is_asked_and_is_copied_whole() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    let message = Message::ScopesNotGranted { scopes: vec![crate::values::Scope::known("altinn:broker.write")] };
    run_ends(&mut model, vec![Finding { message, ..finding(CheckId::KeyScopes, Verdict::NeedsYou) }]);
    press(&mut model, "m");
    assert!(matches!(model.top(), Some(Screen::Reading(Reading::Letter(CheckId::KeyScopes)))));
    let effects = press(&mut model, "y");
    let [Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    for wanted in ["altinn:broker.write", "991 825 827", "TT02"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
}
