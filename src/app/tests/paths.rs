//! Paths are looked at while they are typed.

use super::*;
use crate::values::{FileSize, Holds, PathLook, There};

fn seen(model: &mut Model, typed: &str, there: There, goes_on: &[&str]) -> Vec<Effect> {
    let goes_on = goes_on.iter().map(|path| (*path).to_owned()).collect();
    update(model, Msg::PathSeen { typed: typed.to_owned(), look: PathLook { there, goes_on } })
}

/// A production profile with the private key being edited; relative paths start in `/home/ola`.
fn typing_the_key(keys: &str) -> (Model, Vec<Effect>) {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    model.folder = "/home/ola".into();
    model.home_folder = Some("/home/ola".into());
    press(&mut model, "2e⇥⇥⇥");
    assert_eq!(edited(&model).field, FieldId::ClientKey);
    let effects = press(&mut model, keys);
    (model, effects)
}

#[test]
fn a_path_is_looked_at_while_it_is_typed_and_tab_lets_it_go_on() {
    let (mut model, effects) = typing_the_key("^ukey");
    let looked: Vec<_> = effects.iter().filter(|effect| matches!(effect, Effect::LookAtPath { .. })).collect();
    assert_eq!(looked.len(), 1, "one look at a time: {looked:?}");
    assert!(!edited(&model).is_masked(), "a path is no secret");
    let again = seen(&mut model, "k", There::Nothing, &["keys/"]);
    assert!(matches!(&again[..], [Effect::LookAtPath { typed, path }] if typed == "key" && path == "key"), "{again:?}");
    seen(&mut model, "key", There::Nothing, &["keys/"]);
    let effects = press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.text(), "file:keys/");
    assert!(matches!(&effects[..], [Effect::LookAtPath { path, .. }] if path == "keys/"), "{effects:?}");
    // Pressed before it is known how it goes on, it goes on when it is.
    press(&mut model, "⇥");
    seen(&mut model, "file:keys/", There::Folder, &["keys/my key.pem"]);
    assert_eq!(edited(&model).entry.text(), "file:keys/my key.pem");
    seen(&mut model, "file:keys/my key.pem", There::File { size: FileSize(1704), holds: Holds::PrivateKey }, &["keys/my key.pem"]);
    let effects = press(&mut model, "⏎");
    assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some("file:/home/ola/keys/my key.pem"), "{effects:?}");
}

#[test]
fn where_several_paths_fit_tab_goes_as_far_as_it_can() {
    let (mut model, _) = typing_the_key("^uk");
    seen(&mut model, "k", There::Nothing, &["keys-a/", "keys-b/"]);
    press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.text(), "file:keys-");
    seen(&mut model, "file:keys-", There::Nothing, &["keys-a/", "keys-b/"]);
    press(&mut model, "⇥");
    assert_eq!(edited(&model).entry.remark, Some(WizardMessage::SeveralFit));
    assert_eq!(edited(&model).entry.text(), "file:keys-");
}

#[test]
fn a_path_is_kept_from_the_shells_folder_on_however_it_was_typed() {
    for (typed, kept) in [
        ("key.pem", "file:/home/ola/key.pem"),
        ("'my key.pem'", "file:/home/ola/my key.pem"),
        ("file:/keys/x.pem", "file:/keys/x.pem"),
        ("~/x.pem", "file:/home/ola/x.pem"),
        ("file:~/keys/x.pem", "file:/home/ola/keys/x.pem"),
        ("~kari/x.pem", "file:~kari/x.pem"),
        ("env:KEY", "env:KEY"),
    ] {
        let (mut model, _) = typing_the_key(&format!("^u{typed}"));
        press(&mut model, "⏎");
        assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some(kept), "{typed}");
    }
    let (mut model, _) = typing_the_key("⏎");
    assert_eq!(answered(&model, FieldId::ClientKey).as_deref(), Some("file:key.pem"), "what is not touched stays as it is");
    press(&mut model, "4e⇥");
    assert_eq!(edited(&model).field, FieldId::TransferFile);
    press(&mut model, "invoice.xml⏎");
    assert_eq!(answered(&model, FieldId::TransferFile).as_deref(), Some("/home/ola/invoice.xml"));
}

#[test]
fn what_may_be_a_secret_is_never_looked_at_as_a_path() {
    let mut model = opened(Environment::Named(PublishedEnvironment::Prod));
    press(&mut model, "1e⇥⇥");
    assert_eq!(edited(&model).field, FieldId::ApiKey);
    let effects = press(&mut model, "^u3f9c8b7a");
    assert!(edited(&model).is_masked() && !effects.iter().any(|effect| matches!(effect, Effect::LookAtPath { .. })));
    let (mut model, _) = typing_the_key("^u");
    update(&mut model, Msg::Pasted("MIIEvQIBADANBgkq".repeat(20)));
    assert!(edited(&model).entry.refused.is_some() && edited(&model).entry.text().is_empty());
}
