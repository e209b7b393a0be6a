//! `ask-scopes`, `ask-access`, `ask-approver`, `ask-counterpart`: letters to the people who must act. The user sends them; the deed
//! writes them, and notes the day on which they were sent, so that the checks know whom one waits for.

use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{
    DeedId, DeedMessage, DeedOptions, Entry, EntryState, JournalPlace, Letter, LetterAct, LetterGround, LetterKind, Preview, Role,
};
use jiff::Zoned;
use jiff::civil::Date;

/// Shows the letter. Makes no calls.
pub(super) fn preview(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Preview, DeedStop> {
    let letter = written(deed, connection, options)?;
    let says = match options.letter.act.unwrap_or(LetterAct::Sent) {
        LetterAct::Sent => match answered_on(connection, letter.kind) {
            Some(day) => vec![DeedMessage::LetterAskedBefore { day }],
            None => vec![DeedMessage::LetterYoursToSend],
        },
        LetterAct::Reminded => vec![DeedMessage::LetterReminds],
        LetterAct::Refused => vec![DeedMessage::NoWouldBeNoted],
    };
    Ok(Preview { letter: Some(Box::new(letter)), ..Preview::new(deed, &connection.profile, says) })
}

/// The letter, if it can be written and the act is about one that was sent.
fn written(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Result<Letter, DeedStop> {
    let profile = &connection.profile;
    let Some(kind) = LetterKind::of(deed).filter(|_| deed.is_for(profile.role)) else {
        return Err(DeedMessage::LetterNotForOwner.into());
    };
    let needs_letter = matches!(options.letter.act, Some(LetterAct::Reminded | LetterAct::Refused));
    if needs_letter && asked_on(connection, kind).is_none() {
        return Err(DeedMessage::NotAskedYet.into());
    }
    Letter::new(kind, ground(connection), &options.letter).map_err(|field| DeedMessage::FieldMissing { field: field.to_string() }.into())
}

/// The day on which this was asked for. None while there is something in the letter that no earlier one has asked for.
fn answered_on(connection: &Connection, kind: LetterKind) -> Option<Date> {
    let grows = kind == LetterKind::Scopes && !ground(connection).unasked_scopes().is_empty();
    asked_on(connection, kind).filter(|_| !grows)
}

fn ground(connection: &Connection) -> LetterGround<'_> {
    let profile = &connection.profile;
    let transfer = connection.evidence.transfer.as_ref().map(|transfer| transfer.id).filter(|_| profile.role != Role::Recipient);
    LetterGround { profile, findings: &connection.findings, journal: &connection.journal, transfer }
}

/// The day on which the letter was sent first: as the user says, else as the journal has it.
fn asked_on(connection: &Connection, kind: LetterKind) -> Option<Date> {
    let profile = &connection.profile;
    let answered = kind.field().and_then(|field| profile.answer(field)?.parse().ok());
    // The test that has come or gone since then was the counterpart's answer.
    let tested = connection.evidence.transfer.as_ref().map(|transfer| transfer.at).filter(|_| kind == LetterKind::Counterpart);
    let entry = connection.journal.asked_since(profile, kind.deed(), tested).filter(|entry| entry.state == EntryState::Done);
    answered.or_else(|| entry.map(|entry| entry.at.to_zoned(jiff::tz::TimeZone::system()).date()))
}

pub(super) fn perform(run: &DeedRun<'_>, deed: DeedId) -> Result<Vec<DeedMessage>, DeedStop> {
    let letter = written(deed, run.connection, run.options)?;
    match run.options.letter.act.unwrap_or(LetterAct::Sent) {
        LetterAct::Sent => sent(run, &letter),
        LetterAct::Reminded => {
            note(run, &letter)?;
            Ok(vec![DeedMessage::ReminderNoted])
        }
        LetterAct::Refused => refused(run, letter.kind),
    }
}

fn sent(run: &DeedRun<'_>, letter: &Letter) -> Result<Vec<DeedMessage>, DeedStop> {
    let before = answered_on(run.connection, letter.kind);
    let day = before.unwrap_or_else(|| Zoned::now().date());
    let entry = match (before, left_open(run, letter.kind)) {
        (Some(_), None) => None,
        (Some(_), Some(left)) => Some(left),
        (None, _) => Some(begun(run, letter)?),
    };
    // A kill may have come between the entry and the answer.
    let field = letter.kind.field().filter(|field| run.connection.profile.answer(*field).is_none());
    if let Some(field) = field {
        run.answer(field, day.to_string());
    }
    if let Some(entry) = entry {
        run.end_entry(entry, EntryState::Done)?;
    }
    Ok(vec![if before.is_some() { DeedMessage::LetterAskedBefore { day } } else { DeedMessage::LetterNoted { day } }])
}

fn note(run: &DeedRun<'_>, letter: &Letter) -> Result<(), DeedStop> {
    let entry = begun(run, letter)?;
    run.end_entry(entry, EntryState::Done)
}

/// The letter's entry in the journal. One that a kill has left open is taken up.
fn begun(run: &DeedRun<'_>, letter: &Letter) -> Result<Entry, DeedStop> {
    let made = letter.mail().map(ToString::to_string).unwrap_or_default();
    let scopes = letter.scopes().to_vec();
    match left_open(run, letter.kind) {
        Some(entry) => Ok(Entry { made, scopes, ..entry }),
        None => Ok(Entry { scopes, ..run.begin_entry(letter.kind.deed(), JournalPlace::Letter, &made)? }),
    }
}

fn left_open(run: &DeedRun<'_>, kind: LetterKind) -> Option<Entry> {
    let latest = run.connection.journal.latest(&run.connection.profile, kind.deed());
    latest.filter(|entry| entry.state == EntryState::Begun).cloned()
}

/// Ends the wait for every letter of this kind. The reason stays with the last one.
fn refused(run: &DeedRun<'_>, kind: LetterKind) -> Result<Vec<DeedMessage>, DeedStop> {
    let reason = run.options.letter.reason.clone().unwrap_or_default();
    let profile = &run.connection.profile;
    let of_kind = run.connection.journal.entries.iter().filter(|entry| entry.deed == kind.deed() && entry.is_of(profile));
    let mut open: Vec<Entry> = of_kind.filter(|entry| entry.stands()).cloned().collect();
    if open.is_empty() && run.connection.journal.said_no(profile, kind.deed()).is_none() {
        // The day was answered by hand, so that the journal has no letter.
        open.push(run.begin_entry(kind.deed(), JournalPlace::Letter, "")?);
    }
    forget(run, kind);
    let count = open.len();
    for (index, entry) in open.into_iter().enumerate() {
        let reason = (index + 1 == count && !reason.is_empty()).then(|| reason.clone());
        run.end_entry(Entry { reason, ..entry }, EntryState::Refused)?;
    }
    Ok(vec![DeedMessage::NoNoted { reason }])
}

/// Takes the day of the letter out of the answers.
fn forget(run: &DeedRun<'_>, kind: LetterKind) {
    if let Some(field) = kind.field().filter(|field| run.connection.profile.answer(*field).is_some()) {
        run.answer(field, String::new());
    }
}

pub(super) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    if !entry.stands() {
        return Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into());
    }
    Ok(Preview::new(entry.deed, &connection.profile, vec![DeedMessage::LetterWouldBeForgotten]))
}

/// Takes back the note that a letter was sent. The day stays while another letter of this kind waits for its answer.
pub(super) fn undo(run: &DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    if !entry.stands() {
        return Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into());
    }
    let profile = &run.connection.profile;
    let is_other = |other: &&Entry| other.id != entry.id && other.deed == entry.deed && other.stands() && other.is_of(profile);
    if let Some(kind) = LetterKind::of(entry.deed)
        && !run.connection.journal.entries.iter().any(|other| is_other(&other))
    {
        forget(run, kind);
    }
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![DeedMessage::LetterForgotten])
}
