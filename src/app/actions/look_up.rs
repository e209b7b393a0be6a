//! The actions of the screen that explains a code, a text or an id.

use super::moving::scroll;
use crate::app::reaction::Reaction;
use crate::app::screens::LookUp;
use crate::app::{Action, Effect, Model, Screen, WizardMessage};

pub(super) fn open(model: &mut Model) -> Reaction {
    model.push(Screen::LookUp(LookUp::new()));
    Reaction::redraw()
}

/// Opens the screen with what this id means.
pub(super) fn open_about(model: &mut Model, id: &str) -> Reaction {
    model.push(Screen::LookUp(LookUp::about(id)));
    Reaction::redraw()
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Choose => with_screen(model, LookUp::explain),
        Action::Copy => copy_letter(model),
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

/// Copies the message to the service desk.
fn copy_letter(model: &Model) -> Reaction {
    let Some(Screen::LookUp(screen)) = model.top() else { return Reaction::none() };
    let letter = screen.unknown().map(|unknown| model.text.service_desk_letter(unknown).join("\n"));
    letter.map_or(Reaction::none(), |letter| Reaction::say(WizardMessage::LetterCopied).with([Effect::Copy(letter)]))
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
