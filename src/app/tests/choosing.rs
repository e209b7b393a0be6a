//! Values are chosen from lists that services tell.

use super::*;
use crate::journey::{Choice, NoChoices};
use crate::values::Names;

fn told(values: &[(&str, &str)]) -> Vec<Choice> {
    values.iter().map(|(value, name)| Choice::new(*value, Names::everywhere(*name), None)).collect()
}

/// Opens the field and lets its list come.
fn list_comes(model: &mut Model, keys: &str, result: Result<Vec<Choice>, NoChoices>) {
    let asked = press(model, keys).into_iter().find_map(|effect| match effect {
        Effect::AskChoices { id, .. } => Some(id),
        _ => None,
    });
    update(model, Msg::Choices { id: asked.expect("the list is asked for"), result });
}

#[test]
fn a_list_is_narrowed_by_typing_and_enter_takes_what_fits() {
    let resources = || told(&[("acme-files", "Acme filutveksling"), ("toll-files", "Tolldata"), ("smart-files", "Smart")]);
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    list_comes(&mut model, "3e", Ok(resources()));
    assert_eq!(edited(&model).fitting().len(), 3, "before anything is typed all are there");
    press(&mut model, "^uDATA toll");
    assert_eq!(edited(&model).fitting().iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>(), ["toll-files"]);
    press(&mut model, "⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("toll-files"));
    // The list is kept while the profile is open.
    assert!(press(&mut model, "3e").iter().all(|effect| !matches!(effect, Effect::AskChoices { .. })));
    assert_eq!(edited(&model).fitting().len(), 3);
    press(&mut model, "^unot-listed⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("not-listed"), "what fits none is taken as it is typed");
    press(&mut model, "3e^uacme");
    press(&mut model, "⎋");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("not-listed"), "Esc keeps the old value");
}

#[test]
fn what_is_typed_can_be_kept_beside_what_fits_it() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    list_comes(&mut model, "3e", Ok(told(&[("acme-files", ""), ("acme-files-2", "")])));
    press(&mut model, "^uacme");
    assert_eq!(edited(&model).picked, Some(0));
    press(&mut model, "↑⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme"));
    press(&mut model, "3e^uacme-files-⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme-files-2"));
    press(&mut model, "3e^uacme-files-↓⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme-files-2"), "who goes down to the only one means it");
    press(&mut model, "3e^uacme-files⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("acme-files"), "a whole value is itself");
    press(&mut model, "3e^u");
    update(&mut model, Msg::Pasted("acme-files-".into()));
    assert_eq!(edited(&model).picked, None, "a pasted text is whole");
}

#[test]
fn while_the_list_is_on_its_way_one_types_and_a_late_list_is_dropped() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    let effects = press(&mut model, "3e^usmart-2");
    let Some(Effect::AskChoices { id, .. }) = effects.iter().find(|effect| matches!(effect, Effect::AskChoices { .. })) else {
        panic!("not asked: {effects:?}")
    };
    assert!(press(&mut model, "⏎").contains(&Effect::CancelChoices));
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("smart-2"));
    update(&mut model, Msg::Choices { id: *id, result: Ok(told(&[("late-files", "")])) });
    press(&mut model, "3e");
    assert!(edited(&model).lists.choices.is_empty());
}

#[test]
fn a_list_that_did_not_come_says_why_and_typing_works() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Tt02));
    run_finds(&mut model, &[]);
    let why = NoChoices::NotTold(Box::new(Message::NoAnswerTimeout { host: "platform".to_owned() }));
    list_comes(&mut model, "3e", Err(why.clone()));
    assert_eq!(edited(&model).lists.list, super::super::session::FieldList::NotTold(why));
    press(&mut model, "^utyped-files⏎");
    assert_eq!(answered(&model, FieldId::Resource).as_deref(), Some("typed-files"));
}

#[test]
fn one_more_of_several_is_chosen_beside_those_that_stand_there() {
    let mut model = opened(Environment::SANDBOX);
    run_finds(&mut model, &[]);
    list_comes(&mut model, "4e", Ok(told(&[("310 456 780", "Mottaker")])));
    assert_eq!(edited(&model).field, FieldId::TransferRecipients);
    press(&mut model, ", mott⏎");
    assert_eq!(answered(&model, FieldId::TransferRecipients).as_deref(), Some("991 825 827, 310 456 780"));
}
