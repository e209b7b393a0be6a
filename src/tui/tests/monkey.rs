//! Any keys on any screen at any size: no panic, always a way out.

use super::scenes::{self, drawn};
use crate::app::{Effect, Key, Leave, Msg, Preset, Size, update};
use crate::journey::Finding;
use crate::tui::theme::Look;
use proptest::prelude::*;

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

/// Answers effects as the world might, at once.
fn answer(model: &mut crate::app::Model, effects: Vec<Effect>, findings: &[Finding]) {
    for effect in effects {
        match effect {
            Effect::RunChecks { run, evidence, .. } => {
                for finding in findings {
                    update(model, Msg::CheckStarted { run, check: finding.check });
                    update(model, Msg::CheckFound { run, finding: Box::new(finding.clone()) });
                }
                update(model, Msg::RunEnded { run, result: Ok(evidence) });
            }
            Effect::PreviewDeed(call) => {
                let preview = crate::journey::Preview {
                    deed: call.deed,
                    says: vec![],
                    requests: vec![],
                    bodies: vec![],
                    rows: vec![],
                    production: true,
                };
                update(model, Msg::Previewed { id: call.id, result: Ok(Box::new(preview)) });
            }
            Effect::OpenProfile(name) => {
                let known = model.profiles.iter().find(|known| known.name == name).cloned();
                if let Some(crate::app::ListedProfile { name, profile: Ok(profile), state }) = known {
                    update(model, Msg::Opened { name, result: Ok(Box::new((profile, state))) });
                }
            }
            Effect::LoadState(profile) => {
                update(model, Msg::StateRead { profile, state: Box::default() });
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_never_panic(
        begin in 0..scenes::ALL.len(),
        steps in proptest::collection::vec((key(), proptest::option::of(size())), 1..60),
        mono in any::<bool>(),
        ascii in any::<bool>(),
    ) {
        let (_, scene) = scenes::ALL[begin];
        let mut model = scene();
        let findings = scenes::findings();
        let (mut width, mut height) = (80, 24);
        for (key, resized) in steps {
            let effects = update(&mut model, Msg::Key(key));
            answer(&mut model, effects, &findings);
            if let Some((wide, high)) = resized {
                (width, height) = (wide, high);
            }
            drawn(&mut model, width, height, Look { mono, ascii });
        }
        let effects = update(&mut model, Msg::Key(Key::Ctrl('c')));
        prop_assert_eq!(effects.last(), Some(&Effect::Quit(Leave::Asked)));
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

/// What a burst costs is counted in frames, not in time: messages that change nothing seen ask for none.
#[test]
fn what_changes_nothing_draws_nothing() {
    let mut model = scenes::fillable(Preset::Filled);
    model.dirty = false;
    let nothing = [
        Msg::Now(scenes::now()),
        Msg::Tick,
        Msg::Saved(Ok(())),
        Msg::Timer(99),
        Msg::Key(Key::Char('Z')),
        Msg::RunEnded { run: 99, result: Ok(Box::default()) },
    ];
    for msg in nothing {
        update(&mut model, msg.clone());
        assert!(!model.dirty, "{msg:?}");
    }
    update(&mut model, Msg::Resized(Size { width: 81, height: 24 }));
    assert!(model.dirty);
}
