//! The actions of the deed screen: the preview, doing the deed, and its result.

use super::letter;
use super::moving::{scroll, select};
use super::reading::{copy, open_link};
use crate::app::reaction::Reaction;
use crate::app::screens::{DeedResult, DeedScreen, Entry, Reading, Stage};
use crate::app::session::{DeedPhase, Session};
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::journey::{Agreed, DeedId, DeedOptions, EngineMessage, LetterAct, LetterKind, Outcome, Preview, Stopped, missing_members};
use crate::values::{Invalid, OrgNumber};

/// Opens the deed's screen and asks for its preview.
pub(in crate::app) fn begin(model: &mut Model, deed: DeedId) -> Reaction {
    if let Some(kind) = LetterKind::of(deed) {
        return letter::open(model, kind, LetterAct::Sent);
    }
    let id = model.ids.fresh();
    let Some(session) = &model.session else { return Reaction::none() };
    if deed == DeedId::Admit {
        let stage = Stage::Whom(Entry::new(joined(&missing_members(session.profile(), session.findings().all()))));
        model.push(Screen::Deed(DeedScreen { stage, ..DeedScreen::new(id, deed) }));
        return Reaction::redraw();
    }
    let effect = session.preview(id, deed, DeedOptions::default());
    model.push(Screen::Deed(DeedScreen::new(id, deed)));
    Reaction::redraw().with([effect])
}

fn joined(organisations: &[OrgNumber]) -> String {
    organisations.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let (Some(Screen::Deed(screen)), Some(session)) = (model.stack.last_mut(), &model.session) else { return Reaction::none() };
    match (&mut screen.stage, action) {
        (Stage::Whom(entry), Action::Choose) if entry.text().trim().is_empty() => {
            entry.refused = Some(Invalid::Empty);
            Reaction::redraw()
        }
        (Stage::Whom(entry), Action::Choose) => match DeedOptions::whom(entry.text()) {
            Ok(options) => {
                screen.options = options;
                shown_again(screen, session)
            }
            Err(invalid) => {
                entry.refused = Some(invalid);
                Reaction::redraw()
            }
        },
        (Stage::Which { preview, line }, Action::Choose) => {
            let Some(candidate) = preview.candidates.get(*line).cloned() else { return Reaction::none() };
            screen.options = std::mem::take(&mut screen.options).with_one(screen.deed, &candidate.id);
            if candidate.is_taken {
                screen.stage = Stage::Preview(preview.clone());
                return Reaction::redraw();
            }
            shown_again(screen, session)
        }
        (Stage::Which { preview, line }, Action::Up | Action::Down | Action::First | Action::Last) => {
            select(line, preview.candidates.len(), action)
        }
        (Stage::Preview(preview), Action::Size) => {
            screen.stage = Stage::Sizing { preview: preview.clone(), entry: Entry::new(String::new()) };
            Reaction::redraw()
        }
        (Stage::Sizing { entry, .. }, Action::Choose) => match entry.text().parse() {
            Ok(size) => {
                screen.options.size = Some(size);
                shown_again(screen, session)
            }
            Err(invalid) => {
                entry.refused = Some(invalid);
                Reaction::redraw()
            }
        },
        (Stage::Sizing { preview, .. }, Action::Back) => {
            screen.stage = Stage::Preview(preview.clone());
            Reaction::redraw()
        }
        (Stage::Preview(_), Action::Anew) => {
            screen.options.anew = !screen.options.anew;
            shown_again(screen, session)
        }
        (Stage::Preview(preview), Action::Choose) if !preview.must_type.is_empty() => {
            screen.stage = Stage::Typing { preview: preview.clone(), done: 0, entry: Entry::new(String::new()) };
            Reaction::redraw()
        }
        (Stage::Typing { preview, done, entry }, Action::Choose) => {
            let wanted = preview.must_type.get(*done).map(|must| must.word(session.name()));
            if let Some(wanted) = wanted.filter(|wanted| entry.text().trim() != *wanted) {
                return Reaction::say(WizardMessage::OtherWord { wanted: wanted.to_owned() });
            }
            *done += 1;
            *entry = Entry::new(String::new());
            if *done < preview.must_type.len() { Reaction::redraw() } else { perform(model) }
        }
        (Stage::Preview(_), Action::Choose) => perform(model),
        (Stage::Done(..), Action::Choose) => {
            // The result has been read, so the next deed that is due opens at once.
            let due = session.due();
            let closed = model.back();
            match due {
                Some(deed) => closed.then(begin(model, deed)),
                None => closed,
            }
        }
        (Stage::Stopped(..), Action::Choose) => model.back(),
        (_, Action::Back) => leave(model),
        (Stage::Preview(_) | Stage::Done(..), Action::Copy) => match screen.public_key() {
            Some(key) => Reaction::say(WizardMessage::PublicKeyCopied).with([Effect::Copy(key)]),
            None => copy(screen.to_copy(session.findings().evidence())),
        },
        (Stage::Done(..), Action::OpenLink) => open_link(model),
        (Stage::Done(..), Action::Code) => {
            let check = screen.deed.proof();
            model.push(Screen::Reading(Reading::Code(check)));
            Reaction::redraw()
        }
        (Stage::Preview(_), Action::Body) => {
            screen.bodies = !screen.bodies;
            model.scroll = 0;
            Reaction::redraw()
        }
        (_, _) => scroll(model, action),
    }
}

/// Asks for the preview of what is chosen now.
fn shown_again(screen: &mut DeedScreen, session: &Session) -> Reaction {
    screen.stage = Stage::Asking;
    Reaction::redraw().with([session.preview(screen.id, screen.deed, screen.options.clone())])
}

fn perform(model: &mut Model) -> Reaction {
    let id = model.ids.fresh();
    let (Some(Screen::Deed(screen)), Some(session)) = (model.stack.last_mut(), model.session.as_mut()) else { return Reaction::none() };
    let agreed = match &screen.stage {
        Stage::Preview(preview) | Stage::Typing { preview, .. } => preview.agreed(),
        Stage::Whom(_) | Stage::Which { .. } | Stage::Asking | Stage::Sizing { .. } => Agreed::default(),
        Stage::Running | Stage::Done(..) | Stage::Stopped(..) => Agreed::default(),
    };
    screen.id = id;
    screen.stage = Stage::Running;
    let options = DeedOptions { agreed, ..screen.options.clone() };
    Reaction::redraw().with(session.perform(id, screen.deed, options))
}

/// Closes the deed screen and cancels a preview or a deed that is still under way.
fn leave(model: &mut Model) -> Reaction {
    let Some(Screen::Deed(screen)) = model.top() else { return Reaction::none() };
    let (id, is_busy, now) = (screen.id, screen.is_busy(), model.now);
    let look = model.with_session(|session, ids| session.deed_left(ids, id, now)).flatten();
    model.back().with(is_busy.then_some(Effect::CancelDeed)).with(look)
}

fn screen(model: &mut Model, id: u64) -> Option<&mut DeedScreen> {
    model.stack.iter_mut().find_map(|screen| match screen {
        Screen::Deed(deed) if deed.id == id => Some(deed),
        _ => None,
    })
}

/// Shows the preview that was asked for, or why the deed cannot be done now.
pub(in crate::app) fn previewed(model: &mut Model, id: u64, result: Result<Box<Preview>, Box<Stopped>>) -> Reaction {
    let Some(screen) = screen(model, id) else { return Reaction::none() };
    screen.stage = match result {
        Ok(preview) if !preview.candidates.is_empty() && !screen.options.names_one() => {
            let line = preview.candidates.iter().position(|candidate| candidate.is_taken).unwrap_or(0);
            Stage::Which { preview, line }
        }
        Ok(preview) => Stage::Preview(preview),
        Err(stopped) => Stage::Stopped(Vec::new(), stopped),
    };
    Reaction::redraw()
}

pub(in crate::app) fn ended(model: &mut Model, id: u64, result: Result<Box<Outcome>, Box<Stopped>>) -> Reaction {
    let (evidence, is_done) = match &result {
        Ok(outcome) => (outcome.evidence.clone(), true),
        Err(stopped) => (stopped.evidence.clone(), false),
    };
    let now = model.now;
    let ended = model.with_session(|session, ids| session.deed_ended(ids, id, evidence, is_done, now)).flatten();
    let Some((phases, effects)) = ended else { return Reaction::none() };
    if let Some(noted) = noted(model, id) {
        return letter_ended(model, noted, phases, result).with(effects);
    }
    if let Some(screen) = screen(model, id) {
        screen.stage = match result {
            Ok(outcome) => Stage::Done(DeedResult { phases, says: outcome.says, link: outcome.link }),
            Err(stopped) => Stage::Stopped(phases, stopped),
        };
    }
    Reaction::redraw().with(effects)
}

/// The letter that this deed notes, and what is noted of it. None for any other deed.
fn noted(model: &Model, id: u64) -> Option<(DeedId, LetterAct)> {
    model.stack.iter().find_map(|screen| match screen {
        Screen::Letter(letter) if letter.noting == Some(id) => Some((letter.kind.deed(), letter.act)),
        Screen::Waiting(waiting) if waiting.noting == Some(id) => {
            let kind = model.session.as_ref()?.letter_of(waiting.check);
            Some((kind.unwrap_or(LetterKind::Scopes).deed(), LetterAct::Refused))
        }
        _ => None,
    })
}

/// Closes the letter and the wait that it was about. If it could not be noted, the deed's screen says why.
fn letter_ended(
    model: &mut Model,
    (deed, act): (DeedId, LetterAct),
    phases: Vec<DeedPhase>,
    result: Result<Box<Outcome>, Box<Stopped>>,
) -> Reaction {
    model.stack.retain(|screen| !matches!(screen, Screen::Letter(_) | Screen::Waiting(_)));
    match result {
        Ok(_) => Reaction::say(match act {
            LetterAct::Sent => WizardMessage::LetterNoted,
            LetterAct::Reminded => WizardMessage::ReminderNoted,
            LetterAct::Refused => WizardMessage::NoNoted,
        }),
        Err(stopped) => {
            let id = model.ids.fresh();
            model.push(Screen::Deed(DeedScreen { stage: Stage::Stopped(phases, stopped), ..DeedScreen::new(id, deed) }));
            Reaction::redraw()
        }
    }
}

/// A deed, or filling in the sandbox's answers, could not begin: its screen closes and the notice says why.
pub(in crate::app) fn not_begun(model: &mut Model, id: u64, message: EngineMessage) -> Reaction {
    let now = model.now;
    let was_filling = model.session.as_mut().is_some_and(|session| session.fill_not_begun(id));
    let had_screen = screen(model, id).is_some() || noted(model, id).is_some();
    if !was_filling && !had_screen {
        return Reaction::none();
    }
    let look = model.with_session(|session, ids| session.deed_left(ids, id, now)).flatten();
    model.stack.retain(|screen| match screen {
        Screen::Deed(deed) => deed.id != id,
        Screen::Letter(letter) => letter.noting != Some(id),
        Screen::Waiting(waiting) => waiting.noting != Some(id),
        _ => true,
    });
    Reaction::say(message).with(look)
}
