//! The actions while calls are found by typing. Enter keeps what is found, Esc shows all calls again.

use crate::app::reaction::Reaction;
use crate::app::screens::Entry;
use crate::app::{Action, Effect, Model, Screen, WizardMessage};

pub(super) fn begin(model: &mut Model) -> Reaction {
    let sought = model.session.as_ref().map(|session| session.calls().sought().to_owned());
    model.push(Screen::Sift(Entry::new(sought.unwrap_or_default())));
    Reaction::redraw()
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    if action == Action::Back {
        seek(model, "");
    }
    model.back()
}

/// Takes what stands in the line of text.
pub(super) fn typed(model: &mut Model) {
    if let Some(Screen::Sift(entry)) = model.top() {
        let words = entry.text().to_owned();
        seek(model, &words);
    }
}

pub(super) fn copy(model: &Model) -> Reaction {
    let calls = model.session.as_ref().map(|session| session.calls());
    calls.map_or(Reaction::none(), |calls| {
        let count = calls.fitting().count();
        Reaction::say(WizardMessage::CallsCopied { count }).with([Effect::Copy(calls.as_text())])
    })
}

fn seek(model: &mut Model, words: &str) {
    model.with_session(|session, _| session.seek_calls(words));
}
