//! Random keys on every screen at random sizes: nothing panics, and Ctrl-C always quits.

use super::scenes::{self, drawn};
use crate::app::{Effect, Key, Leave, Msg, Size, update};
use crate::journey::{FillPreset, Finding, ListedProfile};
use crate::report::Glyphs;
use crate::tui::theme::Look;
use crate::values::Theme;
use proptest::prelude::*;
use std::collections::VecDeque;

fn key() -> impl Strategy<Value = Key> {
    prop_oneof![
        3 => Just(Key::Enter),
        2 => Just(Key::Down),
        2 => Just(Key::Up),
        1 => Just(Key::Left),
        1 => Just(Key::Right),
        1 => Just(Key::Tab),
        1 => Just(Key::Esc),
        1 => Just(Key::PageDown),
        1 => Just(Key::End),
        1 => Just(Key::Backspace),
        1 => Just(Key::Ctrl('r')),
        6 => proptest::char::range('a', 'z').prop_map(Key::Char),
        2 => proptest::char::range('0', '9').prop_map(Key::Char),
        1 => Just(Key::Char('æ')),
        1 => Just(Key::Char('四')),
        1 => Just(Key::Char('?')),
    ]
}

fn size() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![(1_u16..=30, 1_u16..=15), (30_u16..=100, 10_u16..=30), (1_u16..=250, 1_u16..=250)]
}

/// The messages that could follow from these effects. They come at once, where the real ones take time.
fn answers(model: &crate::app::Model, effects: Vec<Effect>, findings: &[Finding]) -> Vec<Msg> {
    let mut messages = Vec::new();
    for effect in effects {
        match effect {
            Effect::RunChecks { run, profile, evidence, .. } => {
                for finding in findings {
                    messages.push(Msg::CheckStarted { run, check: finding.check });
                    messages.push(Msg::CheckFound { run, finding: Box::new(finding.clone().made_with(&profile)) });
                }
                messages.push(Msg::RunEnded { run, result: Ok(evidence) });
            }
            Effect::PreviewDeed(call) => {
                let preview = crate::journey::Preview {
                    deed: call.deed,
                    says: vec![],
                    requests: vec![],
                    bodies: vec![],
                    rows: vec![],
                    changes: Vec::new(),
                    must_type: vec![crate::journey::MustType::ProfileName],
                    letter: None,
                    seen: None,
                    candidates: Vec::new(),
                };
                messages.push(Msg::Previewed { id: call.id, result: Ok(Box::new(preview)) });
            }
            Effect::OpenProfile(name) => {
                let known = model.profiles.iter().find(|known| known.name == name).cloned();
                if let Some(ListedProfile { name, profile: Ok(profile), state }) = known {
                    messages.push(Msg::Opened { name, result: Ok(Box::new((profile, state))) });
                }
            }
            Effect::LoadState(profile) => messages.push(Msg::StateRead { profile, state: Box::default() }),
            Effect::AskFaults { id, .. } => messages.push(Msg::FaultsTold { id, result: Ok(Box::default()) }),
            Effect::SetTimer { id, .. } => messages.push(Msg::Timer(id)),
            _ => {}
        }
    }
    messages
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_never_panic(
        begin in 0..scenes::ALL.len(),
        steps in proptest::collection::vec((key(), proptest::option::of(size())), 1..60),
        theme in proptest::sample::select(Theme::ALL),
        ascii in any::<bool>(),
    ) {
        let (_, scene) = scenes::ALL[begin];
        let mut model = scene();
        let findings = scenes::findings();
        let (mut width, mut height) = (80, 24);
        for (key, resized) in steps {
            let effects = update(&mut model, Msg::Key(key));
            for msg in answers(&model, effects, &findings) {
                update(&mut model, msg);
            }
            if let Some(session) = model.session.as_ref().filter(|session| !session.is_checking()) {
                prop_assert_eq!(session.next(), session.left_to_do());
            }
            if let Some((wide, high)) = resized {
                (width, height) = (wide, high);
            }
            drawn(&mut model, width, height, Look { theme, glyphs: if ascii { Glyphs::Ascii } else { Glyphs::Unicode } });
        }
        let effects = update(&mut model, Msg::Key(Key::Ctrl('c')));
        prop_assert_eq!(effects.last(), Some(&Effect::Quit(Leave::Asked)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// A message that changes the picture must set `dirty`; otherwise the change would not be drawn.
    #[test]
    fn whatever_changes_the_picture_is_marked(
        begin in 0..scenes::ALL.len(),
        keys in proptest::collection::vec(key(), 1..30),
    ) {
        let (_, scene) = scenes::ALL[begin];
        let mut model = scene();
        let findings = scenes::findings();
        let mut picture = scenes::painted(&mut model, scenes::COLOUR);
        let mut queue: VecDeque<Msg> = keys.into_iter().map(Msg::Key).collect();
        // Without a limit this would not end: a check that waits is run again and again.
        let mut left = 150;
        while let Some(msg) = queue.pop_front().filter(|_| left > 0) {
            left -= 1;
            model.dirty = false;
            let effects = update(&mut model, msg.clone());
            let now = scenes::painted(&mut model, scenes::COLOUR);
            prop_assert!(model.dirty || now == picture, "{msg:?} changes the picture unsaid");
            picture = now;
            answers(&model, effects, &findings).into_iter().rev().for_each(|msg| queue.push_front(msg));
        }
    }
}

#[test]
fn every_scene_is_drawn_at_every_small_size() {
    for (_, scene) in scenes::ALL {
        let mut model = scene();
        for width in [1, 2, 3, 5, 10, 39, 40, 41, 59, 60, 71, 72, 73, 200] {
            for height in [1, 2, 3, 5, 11, 12, 13, 60] {
                drawn(&mut model, width, height, scenes::COLOUR);
            }
        }
    }
}

/// Messages that change nothing visible must not cause a frame, so that a burst of them costs little.
#[test]
fn what_changes_nothing_draws_nothing() {
    let mut model = scenes::fillable(FillPreset::Filled);
    model.dirty = false;
    let nothing = [
        Msg::Now(scenes::now()),
        Msg::Tick,
        Msg::Timer(99),
        Msg::RunEnded { run: 99, result: Ok(Box::default()) },
        // The first line is selected already.
        Msg::Key(Key::Up),
    ];
    for msg in nothing {
        update(&mut model, msg.clone());
        assert!(!model.dirty, "{msg:?}");
    }
    update(&mut model, Msg::Resized(Size { width: 81, height: 24 }));
    assert!(model.dirty);
}
