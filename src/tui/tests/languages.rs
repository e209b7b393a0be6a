//! Every screen in every language: nothing is cut.

use super::scenes::{ALL, COLOUR, drawn, text};
use crate::app::{Model, Notice, WizardMessage, keymap};
use crate::journey::EngineMessage;
use crate::journey::samples::samples;
use crate::text::Text;
use crate::values::Language;
use std::collections::BTreeSet;

fn picture(scene: fn() -> Model, language: Language, (width, height): (u16, u16)) -> String {
    let mut model = scene();
    model.text = Text::new(language);
    text(&drawn(&mut model, width, height, COLOUR))
}

/// The words of a picture that end in the sign of a cut, which stands right behind the last letter that was kept.
fn with_sign_of_cut(picture: &str) -> Vec<&str> {
    picture.split_whitespace().filter(|word| word.chars().count() > 1 && word.ends_with('…') && !is_link(word)).collect()
}

/// A link has one line, so that the terminal can open it; `x` shows a longer one whole.
fn is_link(word: &str) -> bool {
    word.starts_with("https://")
}

/// The words of a picture, without those that a dialog over them cuts: they touch its border.
fn words(picture: &str) -> BTreeSet<&str> {
    let whole =
        picture.lines().map(without_hint).flat_map(str::split_whitespace).filter(|word| !word.contains(['│', '─', '╭', '╮', '╰', '╯']));
    let words = whole.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic)).collect()
}

/// A line without the hint at its end that more can be scrolled to, which a large window has not.
fn without_hint(line: &str) -> &str {
    let is_hint = |at: usize| line[at..].chars().nth(2).is_some_and(|c| c.is_ascii_digit());
    line.rfind(['↓', '↑']).filter(|at| is_hint(*at)).map_or(line, |at| &line[..at])
}

/// The words that a large window does not have, while it has a longer word that begins so: cut without a sign.
fn cut_off<'a>(picture: &'a str, of_large_window: &str) -> Vec<&'a str> {
    let whole = words(of_large_window);
    let is_cut = |word: &&str| !whole.contains(word) && whole.iter().any(|long| long.starts_with(*word));
    words(picture).into_iter().filter(is_cut).collect()
}

#[test]
fn nothing_is_cut_in_any_language() {
    let mut amiss = Vec::new();
    for language in Language::ALL {
        for (name, scene) in ALL {
            let large = picture(*scene, *language, (240, 150));
            for (width, height) in [(80, 24), (120, 40)] {
                let picture = picture(*scene, *language, (width, height));
                let cut = [with_sign_of_cut(&picture), cut_off(&picture, &large)].concat();
                if !cut.is_empty() {
                    amiss.push(format!("{language} {name} {width}x{height}: {cut:?}\n{picture}"));
                }
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n\n"));
}

/// The text on one line, so that a comparison does not depend on where it was wrapped.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn home(language: Language) -> Model {
    let scene = ALL.iter().find(|(name, _)| *name == "home").map(|(_, scene)| scene).expect("a scene of Home");
    let mut model = scene();
    model.text = Text::new(language);
    model
}

/// The message line has few rows, and what does not fit is left out without a sign.
#[test]
fn every_message_fits_its_rows_in_every_language() {
    let mut amiss = Vec::new();
    for language in Language::ALL {
        let words = Text::new(*language);
        let engine =
            samples::<EngineMessage>(EngineMessage::ALL).into_iter().map(|message| (words.engine(&message), Notice::from(message)));
        let wizard = samples::<WizardMessage>(WizardMessage::ALL).into_iter();
        let wizard = wizard.map(|message| {
            let said = words.line("screens", &format!("notice.{}", message.id()), &message.values());
            (said, Notice::from(message))
        });
        let all: Vec<_> = engine.chain(wizard).collect();
        assert!(all.len() > 80, "the messages have samples");
        for (said, notice) in all {
            let mut model = home(*language);
            model.notice = Some(notice);
            let picture = text(&drawn(&mut model, 80, 24, COLOUR));
            if !flat(&picture).contains(&flat(&said)) {
                amiss.push(format!("{language}: {said}\n{picture}"));
            }
        }
    }
    assert!(amiss.is_empty(), "{}", amiss.join("\n\n"));
}

/// Keys that do not fit into the footer are in the help alone. On Home, where one begins, all fit.
#[test]
fn home_shows_all_its_keys_in_every_language() {
    for language in Language::ALL {
        let mut model = home(*language);
        let picture = flat(&text(&drawn(&mut model, 80, 24, COLOUR)));
        for (_, label) in keymap::footer(&model) {
            let said = model.text.line("screens", &format!("keys.{label}"), &[]);
            assert!(picture.contains(&said), "{language}: {said}\n{picture}");
        }
    }
}

#[test]
fn a_cut_is_seen() {
    assert_eq!(with_sign_of_cut("│ ✓ 5 Hendelsesabonnem… ◂│ … venter"), ["Hendelsesabonnem…"]);
    assert_eq!(cut_off("│ neste hend │ hen│ hendelse", "│ neste hendelse, hendelser │"), ["hend"]);
}
