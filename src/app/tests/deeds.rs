//! Deeds.

use super::*;

#[test]
fn production_wants_the_profiles_name_typed() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "5d");
    let Some(Screen::Deed(deed)) = model.top() else { panic!("no deed") };
    let preview = Preview { deed: DeedId::Subscribe, says: vec![], requests: vec![], bodies: vec![], rows: vec![], production: true };
    let id = deed.id;
    update(&mut model, Msg::Previewed { id, result: Ok(Box::new(preview)) });
    assert!(press(&mut model, "⏎smar⏎").is_empty());
    assert!(matches!(model.top(), Some(Screen::Deed(deed)) if matches!(deed.stage, Stage::Typing(..))));
    let effects = press(&mut model, "t⏎");
    assert!(matches!(effects.as_slice(), [Effect::PerformDeed(_)]));
}
