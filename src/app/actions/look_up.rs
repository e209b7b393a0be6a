//! The actions of the screen that explains a code, a text or an id.

use super::moving::scroll;
use crate::app::reaction::Reaction;
use crate::app::screens::LookUp;
use crate::app::{Action, Model, Screen};

pub(super) fn open(model: &mut Model) -> Reaction {
    model.push(Screen::LookUp(LookUp::new()));
    Reaction::redraw()
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Choose => with_screen(model, LookUp::explain),
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

pub(super) fn paste(model: &mut Model, text: &str) -> Reaction {
    with_screen(model, |screen| screen.paste(text))
}

fn with_screen(model: &mut Model, change: impl FnOnce(&mut LookUp)) -> Reaction {
    model.scroll = 0;
    if let Some(Screen::LookUp(screen)) = model.stack.last_mut() {
        change(screen);
    }
    Reaction::redraw()
}
