//! The actions of the screen that tells what is in a token.

use super::look_up;
use super::moving::scroll;
use crate::app::reaction::Reaction;
use crate::app::screens::{Entry, Reading, TokenScreen};
use crate::app::{Action, Effect, Model, Screen, TypedSecret};
use crate::journey::{TokenAnswer, WantedToken};

/// Shows the screen, and asks for the token that the profile's integration would use.
pub(super) fn open(model: &mut Model) -> Reaction {
    let id = model.ids.fresh();
    let Some(session) = &model.session else { return Reaction::none() };
    let screen = TokenScreen::new(id, WantedToken::of_role(session.profile(), false));
    let effect = session.look_at_token(id, &screen.wanted);
    model.push(Screen::Token(screen));
    Reaction::redraw().with([effect])
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Token(screen)) = model.stack.last_mut() else { return Reaction::none() };
    if let Some(entry) = &screen.entry {
        let typed = entry.text().to_owned();
        return match action {
            Action::Choose => inspect(model, &typed),
            Action::Back => {
                screen.entry = None;
                Reaction::redraw()
            }
            _ => Reaction::none(),
        };
    }
    match action {
        Action::Exchange => {
            screen.wanted.exchange = !screen.wanted.exchange;
            fetch(model)
        }
        Action::Fetch => fetch(model),
        Action::Inspect => {
            screen.entry = Some(Entry::new(String::new()));
            Reaction::redraw()
        }
        Action::Explain => explain(model),
        Action::Traffic => {
            model.push(Screen::Reading(Reading::Traffic));
            Reaction::redraw()
        }
        Action::Back => {
            let asked = screen.asking.is_some().then_some(Effect::CancelToken);
            model.back().with(asked)
        }
        _ => scroll(model, action),
    }
}

/// Asks for the token anew.
fn fetch(model: &mut Model) -> Reaction {
    let id = model.ids.fresh();
    let (Some(Screen::Token(screen)), Some(session)) = (model.stack.last_mut(), &model.session) else { return Reaction::none() };
    screen.ask(id, false);
    let effect = session.look_at_token(id, &screen.wanted);
    model.scroll = 0;
    Reaction::redraw().with([effect])
}

/// Has a token read that was typed or pasted. Nothing of it stays here.
pub(super) fn inspect(model: &mut Model, text: &str) -> Reaction {
    if text.trim().is_empty() {
        return Reaction::none();
    }
    let id = model.ids.fresh();
    let (Some(Screen::Token(screen)), Some(session)) = (model.stack.last_mut(), &model.session) else { return Reaction::none() };
    screen.ask(id, true);
    let effect = Effect::InspectToken { id, profile: Box::new(session.profile().clone()), text: TypedSecret::new(text) };
    model.scroll = 0;
    Reaction::redraw().with([effect])
}

/// Opens the finding of the check that looks at what is wrong; before that check has found it too, what the check is.
fn explain(model: &mut Model) -> Reaction {
    let (Some(Screen::Token(screen)), Some(session)) = (model.top(), &model.session) else { return Reaction::none() };
    let Some(check) = screen.check(session.profile(), model.now) else { return Reaction::none() };
    if session.finding(check).is_some_and(|finding| !finding.outcome.lets_through()) {
        model.push(Screen::Reading(Reading::Explain(check)));
        return Reaction::redraw();
    }
    let cause = match &screen.answer {
        Some(TokenAnswer::Refused(refusal)) => refusal.why.words(),
        Some(TokenAnswer::Told(_) | TokenAnswer::None(_) | TokenAnswer::NoClient | TokenAnswer::NotOpened(_)) | None => check.name(),
    };
    look_up::open_about(model, cause)
}

/// The answer to a question has come. Dropped if the screen was closed or has asked again.
pub(in crate::app) fn told(model: &mut Model, id: u64, answer: TokenAnswer) -> Reaction {
    let waits = model.stack.iter_mut().find_map(|screen| match screen {
        Screen::Token(screen) if screen.asking == Some(id) => Some(screen),
        _ => None,
    });
    let Some(screen) = waits else { return Reaction::none() };
    screen.asking = None;
    screen.answer = Some(answer);
    Reaction::redraw()
}
