//! What the user has set for every profile, read once: it is needed before the first frame.

use crate::engine::{Engine, Settings};
use std::sync::OnceLock;

pub(super) fn of_this_process() -> &'static Settings {
    static SETTINGS: OnceLock<Settings> = OnceLock::new();
    SETTINGS.get_or_init(|| Engine::of_the_user().map(|engine| engine.settings()).unwrap_or_default())
}
