//! Each key on each screen: one of the footer does something, and one that does nothing says so.

use super::scenes::{self, painted};
use crate::app::{Key, Model, Msg, Notice, keymap, update};
use ratatui::buffer::Buffer;

fn keys() -> Vec<Key> {
    let named = [
        Key::Enter,
        Key::Esc,
        Key::Tab,
        Key::BackTab,
        Key::Up,
        Key::Down,
        Key::Left,
        Key::Right,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Backspace,
        Key::Delete,
    ];
    let printed = ('a'..='z').chain("QGN?/ 0159+æ".chars()).map(Key::Char);
    let controlled = "acelrsuwxz".chars().map(Key::Ctrl);
    named.into_iter().chain(printed).chain(controlled).collect()
}

/// At the end of a list or a text there is nowhere to go, and a blank at the end of a line does not show.
const fn moves(key: Key) -> bool {
    matches!(
        key,
        Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::Tab
            | Key::BackTab
            | Key::Backspace
            | Key::Delete
            | Key::Char(' ')
            | Key::Char('j' | 'k' | 'h' | 'l' | 'g' | 'G')
            | Key::Ctrl('a' | 'e' | 'k' | 'u' | 'w')
    )
}

/// Whether pressing the key has an effect, or changes this picture.
fn does_something(scene: fn() -> Model, before: &Buffer, key: Key) -> bool {
    let mut model = scene();
    let noticed = model.notice.clone();
    // Most keys do it without a look at the picture, which takes far longer.
    if !update(&mut model, Msg::Key(key)).is_empty() || (model.notice.is_some() && model.notice != noticed) {
        return true;
    }
    let mut model = scene();
    // As drawing does: the window's height limits the scrolling.
    let _ = painted(&mut model, scenes::COLOUR);
    let effects = update(&mut model, Msg::Key(key));
    !effects.is_empty() || painted(&mut model, scenes::COLOUR) != *before
}

#[test]
fn every_key_of_the_footer_does_something() {
    for (name, scene) in scenes::ALL {
        for (key, label) in keymap::footer(&scene()) {
            let mut model = scene();
            let before = painted(&mut model, scenes::COLOUR);
            update(&mut model, Msg::Key(key));
            assert!(does_something(*scene, &before, key), "{name}: {key:?} ({label}) does nothing");
            assert!(!matches!(model.notice, Some(Notice::Unused { .. })), "{name}: {key:?} ({label}) is unused");
        }
    }
}

#[test]
fn no_key_stays_silent() {
    let keys = keys();
    let mut silent = Vec::new();
    for (name, scene) in scenes::ALL {
        let before = painted(&mut scene(), scenes::COLOUR);
        for key in keys.iter().filter(|key| !moves(**key) && !does_something(*scene, &before, **key)) {
            silent.push(format!("{name}: {key:?}"));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}
