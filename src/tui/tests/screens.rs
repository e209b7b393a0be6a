//! Snapshots of every screen at 80x24 and 120x40, and at 60x18, where only one pane fits.

use super::scenes::{self, ALL, COLOUR, TOKEN, drawn, text};
use crate::app::{Key, Msg, update};
use crate::text::Text;
use crate::values::Language;

/// Those that are read in bokmål too: what a service owner publishes, what is sent and heard of, and what is looked up.
const IN_BOKMAL: [&str; 14] = [
    "token",
    "token_asking",
    "token_refused",
    "token_pasted",
    "looked_up",
    "looking_up_what_is_new",
    "looking_up_whatever",
    "publishing_resource",
    "publishing_policy",
    "admitting_whom",
    "admitting",
    "sending_a_size",
    "going_on",
    "polling",
];

/// Those that are read in nynorsk: the first screens, what a check finds, a guide, a deed before it is done, and the last page. That nothing
/// is cut on any other is held by `languages`.
const IN_NYNORSK: [&str; 7] = ["home_first", "home", "empty_sandbox", "failing", "guide_client", "publishing_policy", "ready"];

fn snapshots(width: u16, height: u16) {
    snapshots_in(Language::English, "", width, height, |_| true);
}

fn snapshots_in(language: Language, suffix: &str, width: u16, height: u16, is_read: impl Fn(&str) -> bool) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (name, scene) in ALL.iter().filter(|(name, _)| is_read(name)) {
            let mut model = scene();
            model.text = Text::new(language);
            let picture = text(&drawn(&mut model, width, height, COLOUR));
            insta::assert_snapshot!(format!("{name}_{width}x{height}{suffix}"), picture);
        }
    });
}

#[test]
fn at_80_by_24_in_bokmal() {
    snapshots_in(Language::Bokmal, "_nb", 80, 24, |name| IN_BOKMAL.contains(&name));
}

#[test]
fn at_80_by_24_in_nynorsk() {
    snapshots_in(Language::Nynorsk, "_nn", 80, 24, |name| IN_NYNORSK.contains(&name));
}

#[test]
fn at_80_by_24() {
    snapshots(80, 24);
}

#[test]
fn at_120_by_40() {
    snapshots(120, 40);
}

#[test]
fn at_60_by_18_with_one_pane() {
    snapshots(60, 18);
}

/// An approval link is as long as Altinn's are.
#[test]
fn the_qr_code_of_an_approval_fits_the_smallest_usual_window() {
    let code = ALL.iter().find(|(name, _)| *name == "code").map(|(_, scene)| text(&drawn(&mut scene(), 80, 24, COLOUR)));
    let code = code.unwrap_or_default();
    assert!(code.contains('▀') && code.lines().last().is_some_and(|keys| keys.contains("Esc")), "{code}");
}

#[test]
fn a_pasted_or_typed_token_is_not_drawn() {
    let mut pasted = scenes::looking_up_a_secret();
    let mut typed = scenes::looking_up();
    TOKEN.chars().for_each(|c| drop(update(&mut typed, Msg::Key(Key::Char(c)))));
    let mut read = scenes::token_pasting();
    for model in [&mut pasted, &mut typed, &mut read] {
        for (width, height) in [(60, 18), (80, 24), (120, 40)] {
            let picture = text(&drawn(model, width, height, COLOUR));
            assert!(!picture.contains("eyJ") && !picture.contains(TOKEN.split_at(90).1), "{picture}");
        }
    }
}
