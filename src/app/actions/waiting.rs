//! The actions of the screen about a wait: they said yes, they said no, remind them.

use super::letter;
use super::moving::{moved, scroll};
use super::reading::{copy, open_link, show};
use crate::app::reaction::Reaction;
use crate::app::screens::{Entry, Reading, WaitingChoice, WaitingScreen};
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::journey::{CheckId, LetterAct};
use crate::values::Invalid;

/// Opens the screen. A reminder that is due is selected.
pub(super) fn open(model: &mut Model, check: CheckId) -> Reaction {
    let now = model.now;
    let Some(session) = &model.session else { return Reaction::none() };
    let is_due = session.letter_of(check).is_some_and(|kind| session.is_reminder_due(kind, now));
    let choices = session.waiting_choices(check);
    let remind = choices.iter().position(|choice| *choice == WaitingChoice::Remind).filter(|_| is_due);
    model.push(Screen::Waiting(WaitingScreen::new(check, remind.unwrap_or(0))));
    Reaction::redraw()
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let (Some(Screen::Waiting(screen)), Some(session)) = (model.stack.last_mut(), &model.session) else { return Reaction::none() };
    if screen.reason.is_some() {
        return match action {
            Action::Choose => said_no(model),
            Action::Back => {
                if screen.name.take().is_none() {
                    screen.reason = None;
                }
                Reaction::redraw()
            }
            _ => Reaction::none(),
        };
    }
    let choices = session.waiting_choices(screen.check);
    match action {
        Action::Up | Action::Down | Action::First | Action::Last if !choices.is_empty() => {
            screen.line = moved(screen.line, choices.len(), action);
            Reaction::redraw()
        }
        Action::Choose => match choices.get(screen.line).copied() {
            Some(choice) => choose(model, choice),
            None => model.back(),
        },
        Action::Check => look(model),
        Action::Copy => copy(model.link_here()),
        Action::OpenLink => open_link(model),
        Action::Letter => letter::open_here(model),
        Action::Explain => show(model, Reading::Explain),
        Action::Code => show(model, Reading::Code),
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

fn choose(model: &mut Model, choice: WaitingChoice) -> Reaction {
    match choice {
        WaitingChoice::Approve => open_link(model),
        WaitingChoice::SaidYes => {
            model.pop();
            look(model)
        }
        WaitingChoice::SaidNo => {
            if let Some(Screen::Waiting(screen)) = model.stack.last_mut() {
                screen.reason = Some(Entry::new(String::new()));
            }
            Reaction::redraw()
        }
        WaitingChoice::Remind => of_letter(model, LetterAct::Reminded),
        WaitingChoice::Write => of_letter(model, LetterAct::Sent),
    }
}

fn of_letter(model: &mut Model, act: LetterAct) -> Reaction {
    model.letter_here().map_or(Reaction::none(), |kind| letter::open(model, kind, act))
}

/// Runs all checks: whatever the answer was, the services know it.
fn look(model: &mut Model) -> Reaction {
    let run: Option<Vec<Effect>> = model.with_session(|session, ids| session.check_anew(ids));
    Reaction::redraw().with(run.unwrap_or_default())
}

/// Keeps the reason, and ends the wait. In production the profile's name is typed first, as for every deed.
fn said_no(model: &mut Model) -> Reaction {
    let (id, kind) = (model.ids.fresh(), model.letter_here());
    let (Some(Screen::Waiting(screen)), Some(session), Some(kind)) = (model.stack.last_mut(), model.session.as_mut(), kind) else {
        return Reaction::none();
    };
    let Some(entry) = screen.reason.as_mut().filter(|_| screen.noting.is_none()) else { return Reaction::none() };
    let reason = entry.text().trim().to_owned();
    if reason.is_empty() {
        entry.refused = Some(Invalid::Empty);
        return Reaction::redraw();
    }
    if session.profile().environment.is_production() {
        match &screen.name {
            None => {
                screen.name = Some(Entry::new(String::new()));
                return Reaction::redraw();
            }
            Some(name) if name.text().trim() != session.name() => {
                return Reaction::say(WizardMessage::OtherWord { wanted: session.name().to_owned() });
            }
            Some(_) => {}
        }
    }
    screen.noting = Some(id);
    Reaction::redraw().with(session.note_letter(id, kind, LetterAct::Refused, Some(reason)))
}
