//! The pictures that are kept show the real screens: the one of the README, and each screen in bokmål (`docs/screens.md`).
//! `BROKER_SETUP_PICTURE=write cargo test picture` writes them again.

use super::scenes::{self, ALL, COLOUR, drawn};
use super::svg::svg;
use crate::text::Text;
use crate::values::Language;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A path in the repository.
fn kept_at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Holds, or writes again, what is kept of a picture. Returns whether it is as it should be.
fn is_kept(path: &str, svg: &str) -> bool {
    if std::env::var_os("BROKER_SETUP_PICTURE").is_some() {
        std::fs::write(kept_at(path), svg).expect("the picture is written");
    }
    std::fs::read_to_string(kept_at(path)).is_ok_and(|kept| kept == svg)
}

#[test]
fn the_picture_shows_the_real_screen() {
    let svg = svg(&drawn(&mut scenes::failing(), 120, 34, COLOUR));
    assert!(is_kept("assets/picture.svg", &svg), "assets/picture.svg is old: BROKER_SETUP_PICTURE=write cargo test picture");
}

#[test]
fn the_pictures_in_bokmal_show_the_real_screens() {
    let old = ALL.iter().filter(|(name, scene)| {
        let mut model = scene();
        model.text = Text::new(Language::Bokmal);
        !is_kept(&format!("docs/screens/{name}.svg"), &svg(&drawn(&mut model, 120, 40, COLOUR)))
    });
    let old: Vec<_> = old.map(|(name, _)| name).collect();
    assert!(old.is_empty(), "docs/screens is old: BROKER_SETUP_PICTURE=write cargo test picture\n{old:?}");
    let files = std::fs::read_dir(kept_at("docs/screens")).expect("the pictures").flatten();
    let files: BTreeSet<_> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(files, ALL.iter().map(|(name, _)| format!("{name}.svg")).collect(), "a picture of no scene");
}

#[test]
fn the_page_of_the_screens_shows_each_in_the_order_in_which_a_user_meets_them() {
    let page = std::fs::read_to_string(kept_at("docs/screens.md")).expect("the page");
    let shown: Vec<_> = page.split("(screens/").skip(1).filter_map(|rest| rest.split_once(".svg)")).map(|(name, _)| name).collect();
    assert_eq!(shown, ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>());
}
