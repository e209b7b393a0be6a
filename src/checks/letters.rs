//! What letters change in a finding: who was asked is waited for, and a no is shown with its reason.

use super::Connection;
use super::judgement::{Judgement, row};
use crate::journey::{FieldId, LetterKind, Mark, Message, Verdict, Waiting};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The judgement as it is for a user who has sent the letter that it asks for, or has had a no to it.
pub(super) fn with_letters(judged: Judgement, connection: &Connection) -> Judgement {
    let Some(kind) = LetterKind::for_message(&judged.message).filter(|_| !judged.verdict.lets_through()) else { return judged };
    let (profile, journal) = (&connection.profile, &connection.journal);
    if let Some(no) = journal.said_no(profile, kind.deed()) {
        let reason = no.reason.clone().unwrap_or_default();
        let day = no.at.to_zoned(TimeZone::system()).date();
        let mut rows = vec![row(Mark::NeedsYou, "", Message::RowSaidNo { day, reason })];
        rows.extend(judged.rows);
        return Judgement { rows, ..judged };
    }
    let is_awaited = match kind {
        // These see by themselves what is done about the letter.
        LetterKind::Access | LetterKind::Counterpart => judged.verdict == Verdict::NeedsYou,
        // Their checks know whom they wait for.
        LetterKind::Scopes | LetterKind::Approver => false,
    };
    if !is_awaited || !kind.is_asked(profile, journal) {
        return judged;
    }
    let noted = journal.asked(profile, kind.deed()).map(|entry| entry.at);
    let since = noted.or_else(|| kind.field().and_then(|field| answered(connection, field)));
    let waiting = Waiting { on: kind.receiver(profile.role), since, until: None };
    Judgement { verdict: Verdict::Waiting(waiting), ..judged }
}

/// The beginning of a day that the user has answered.
fn answered(connection: &Connection, field: FieldId) -> Option<Timestamp> {
    let day: Date = connection.profile.answer(field)?.parse().ok()?;
    Some(day.to_zoned(TimeZone::system()).ok()?.timestamp())
}
