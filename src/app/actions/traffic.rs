//! The actions of the traffic: the list of calls, finding some of them by typing, and one call with its headers and bodies.

use super::moving::{moved, scroll};
use crate::app::reaction::Reaction;
use crate::app::screens::{Entry, Reading};
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::values::curl;

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    match action {
        Action::Back => model.back(),
        Action::Choose => {
            let selected = model.session.as_ref().and_then(|session| session.calls().selected()).map(|(number, _)| number);
            let Some(number) = selected else { return Reaction::none() };
            model.push(Screen::Reading(Reading::Exchange(number)));
            Reaction::redraw()
        }
        Action::Find => begin(model),
        Action::Copy => copy(model),
        _ => {
            model.with_session(|session, _| session.travel_calls(|line, count| moved(line, count, action)));
            Reaction::redraw()
        }
    }
}

/// One call: copied as a command, with a reference or a variable in each secret's place.
pub(super) fn exchange(model: &mut Model, number: u64, action: Action) -> Reaction {
    match action {
        Action::Back | Action::Choose => model.back(),
        Action::Copy => {
            let Some(session) = &model.session else { return Reaction::none() };
            let Some(call) = session.calls().of(number) else { return Reaction::none() };
            let made = curl(call, session.profile().api_key.as_ref());
            let says =
                if made.to_set.is_empty() { WizardMessage::CurlCopied } else { WizardMessage::CurlCopiedWith { variables: made.to_set } };
            Reaction::say(says).with([Effect::Copy(made.command)])
        }
        _ => scroll(model, action),
    }
}

fn begin(model: &mut Model) -> Reaction {
    let sought = model.session.as_ref().map(|session| session.calls().sought().to_owned());
    model.push(Screen::Sift(Entry::new(sought.unwrap_or_default())));
    Reaction::redraw()
}

/// While calls are found by typing: Enter keeps what is found, Esc shows all calls again.
pub(super) fn sift(model: &mut Model, action: Action) -> Reaction {
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

fn copy(model: &Model) -> Reaction {
    let calls = model.session.as_ref().map(|session| session.calls());
    calls.map_or(Reaction::none(), |calls| {
        let count = calls.fitting().count();
        Reaction::say(WizardMessage::CallsCopied { count }).with([Effect::Copy(calls.as_text())])
    })
}

fn seek(model: &mut Model, words: &str) {
    model.with_session(|session, _| session.seek_calls(words));
}
