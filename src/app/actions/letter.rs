//! The actions of a letter's screen. The program sends nothing: it copies, saves and opens the letter, and notes that the user has
//! sent it.

use super::moving::scroll;
use super::{reading, role};
use crate::app::reaction::Reaction;
use crate::app::screens::{Entry, LetterLine, LetterScreen, Reading};
use crate::app::{Action, Effect, Model, Screen, WizardMessage};
use crate::journey::{FieldId, LetterAct, LetterAddress, LetterKind};
use crate::text::LetterWords;
use crate::values::{Invalid, MailAddress};

/// Opens a letter, or the field that it lacks.
pub(super) fn open(model: &mut Model, kind: LetterKind, act: LetterAct) -> Reaction {
    let Some(session) = &model.session else { return Reaction::none() };
    if let Err(missing) = session.letter(kind, act) {
        return role::edit_field(model, missing);
    }
    model.push(Screen::Letter(LetterScreen::new(kind, act)));
    Reaction::redraw()
}

/// Opens the letter of the finding that the keys are about: a reminder, if the first one was sent.
pub(super) fn open_here(model: &mut Model) -> Reaction {
    let Some(kind) = model.letter_here() else { return Reaction::none() };
    let act = model.session.as_ref().map_or(LetterAct::Sent, |session| session.letter_act(kind));
    open(model, kind, act)
}

pub(super) fn act(model: &mut Model, action: Action) -> Reaction {
    let Some(Screen::Letter(screen)) = model.stack.last_mut() else { return Reaction::none() };
    let kind = screen.kind;
    if screen.typing.is_some() {
        return match action {
            Action::Choose => accept(model),
            Action::Back => stop_typing(model),
            _ => Reaction::none(),
        };
    }
    match action {
        Action::Choose => sent(model),
        Action::Copy => words(model)
            .map_or(Reaction::none(), |(words, _)| Reaction::say(WizardMessage::LetterCopied).with([Effect::Copy(words.whole())])),
        Action::Save => save(model, kind),
        Action::OpenLink => open_mail(model),
        Action::Language => {
            model.with_session(|session, _| session.turn_letter_language(kind));
            Reaction::redraw()
        }
        Action::Address => {
            let known = words(model).and_then(|(_, to)| to).map(|to| to.to_string());
            type_line(model, LetterLine::Address, known.unwrap_or_default())
        }
        Action::Edit => type_contact(model, FieldId::ContactName),
        Action::Explain => reading::show(model, Reading::Explain),
        Action::Code => reading::show(model, Reading::Code),
        Action::Back => model.back(),
        _ => scroll(model, action),
    }
}

/// The letter in words, and its mail address.
fn words(model: &Model) -> Option<(LetterWords, Option<MailAddress>)> {
    let (Some(Screen::Letter(screen)), Some(session)) = (model.top(), &model.session) else { return None };
    let letter = session.letter(screen.kind, screen.act).ok()?;
    Some((LetterWords::of(&letter, session.letter_language(screen.kind)), letter.mail().cloned()))
}

fn save(model: &Model, kind: LetterKind) -> Reaction {
    let (Some((words, _)), Some(session)) = (words(model), &model.session) else { return Reaction::none() };
    let name = format!("{}-{kind}", session.name());
    Reaction::none().with([Effect::SaveLetter { name, text: words.whole() }])
}

/// Opens the letter in a mail program; or the owner's page, where the letter is pasted.
fn open_mail(model: &Model) -> Reaction {
    let (Some(Screen::Letter(screen)), Some(session)) = (model.top(), &model.session) else { return Reaction::none() };
    let Ok(letter) = session.letter(screen.kind, screen.act) else { return Reaction::none() };
    let words = LetterWords::of(&letter, session.letter_language(screen.kind));
    match &letter.to {
        Some(LetterAddress::Page(page)) => {
            Reaction::say(WizardMessage::LetterCopied).with([Effect::Copy(words.whole()), Effect::OpenLink(page.to_string())])
        }
        Some(LetterAddress::Mail(_) | LetterAddress::Other(_)) | None => {
            Reaction::none().with([Effect::OpenLink(words.mailto(letter.mail().map(MailAddress::as_str)))])
        }
    }
}

fn type_line(model: &mut Model, line: LetterLine, text: String) -> Reaction {
    let Some(Screen::Letter(screen)) = model.stack.last_mut() else { return Reaction::none() };
    screen.typing = Some((line, Entry::new(text)));
    Reaction::redraw()
}

fn type_contact(model: &mut Model, field: FieldId) -> Reaction {
    let known = model.session.as_ref().and_then(|session| session.profile().answer(field));
    type_line(model, LetterLine::Contact(field), known.unwrap_or_default())
}

fn stop_typing(model: &mut Model) -> Reaction {
    if let Some(Screen::Letter(screen)) = model.stack.last_mut() {
        screen.typing = None;
    }
    Reaction::redraw()
}

/// Takes the line that was typed.
fn accept(model: &mut Model) -> Reaction {
    let now = model.now;
    let (Some(Screen::Letter(screen)), Some(session)) = (model.stack.last_mut(), model.session.as_mut()) else { return Reaction::none() };
    let (kind, Some((line, entry))) = (screen.kind, &mut screen.typing) else { return Reaction::none() };
    let (line, text) = (*line, entry.text().trim().to_owned());
    let taken: Result<Vec<Effect>, Invalid> = match line {
        LetterLine::Address if text.is_empty() => {
            session.address_letter(kind, None);
            Ok(Vec::new())
        }
        LetterLine::Address => text.parse().map(|to| {
            session.address_letter(kind, Some(to));
            Vec::new()
        }),
        LetterLine::Contact(field) => session.answer(field, &text, now).map(|accepted| accepted.effects).map_err(|problem| problem.invalid),
        LetterLine::ProfileName if text == session.name() => return note(model),
        LetterLine::ProfileName => return Reaction::none(),
    };
    match taken {
        Err(invalid) => {
            entry.refused = Some(invalid);
            Reaction::redraw()
        }
        Ok(effects) => {
            let went_on = match line.next() {
                Some(LetterLine::Contact(field)) => type_contact(model, field),
                Some(LetterLine::Address | LetterLine::ProfileName) | None => stop_typing(model),
            };
            went_on.with(effects)
        }
    }
}

/// The user has sent it. In production the profile's name is typed first.
fn sent(model: &mut Model) -> Reaction {
    let is_production = model.session.as_ref().is_some_and(|session| session.profile().environment.is_production());
    if is_production { type_line(model, LetterLine::ProfileName, String::new()) } else { note(model) }
}

fn note(model: &mut Model) -> Reaction {
    let id = model.ids.fresh();
    let (Some(Screen::Letter(screen)), Some(session)) = (model.stack.last_mut(), model.session.as_mut()) else { return Reaction::none() };
    if screen.noting.is_some() {
        return Reaction::none();
    }
    screen.typing = None;
    screen.noting = Some(id);
    Reaction::redraw().with(session.note_letter(id, screen.kind, screen.act, None))
}
