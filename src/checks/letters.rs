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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Keeping;
    use crate::journey::{
        DeedId, Entry, EntryState, Environment, Evidence, Journal, JournalPlace, Profile, PublishedEnvironment, Role, Who,
    };
    use crate::services::Trace;
    use std::path::Path;

    async fn connection(entry: Option<EntryState>, answers: &[(FieldId, &str)]) -> Connection {
        let mut profile = Profile::new(Role::Recipient, Environment::Named(PublishedEnvironment::Tt02));
        for (field, text) in answers {
            assert_eq!(profile.set(*field, text), Ok(()), "{field}");
        }
        let of = |state| {
            let entry =
                Entry::begun("a".to_owned(), DeedId::AskCounterpart, JournalPlace::Letter, String::new(), &profile, Timestamp::UNIX_EPOCH);
            Entry { reason: (state == EntryState::Refused).then(|| "not now".to_owned()), ..entry.with_state(state) }
        };
        let journal = Journal { entries: entry.map(of).into_iter().collect() };
        let opened = Connection::open(profile.clone(), Path::new("."), None, Evidence::default(), Trace::default()).await;
        opened.unwrap_or_else(|_| unreachable!("TT02 has addresses")).with_journal(journal, Keeping::default())
    }

    fn none_received() -> Judgement {
        Judgement::needs_you(Message::TransferNoneReceived)
    }

    #[tokio::test]
    async fn who_was_asked_is_waited_for() {
        let before = with_letters(none_received(), &connection(None, &[]).await);
        assert_eq!(before.verdict, Verdict::NeedsYou);
        let after = with_letters(none_received(), &connection(Some(EntryState::Done), &[]).await);
        let waiting = Waiting { on: Who::Sender, since: Some(Timestamp::UNIX_EPOCH), until: None };
        assert_eq!(after.verdict, Verdict::Waiting(waiting));
        let lacks = || Judgement::needs_you(Message::PolicyLacks { resource: "smart-files".to_owned(), actions: vec!["read".to_owned()] });
        let asked = with_letters(lacks(), &connection(None, &[(FieldId::AccessRequested, "2026-11-20")]).await);
        assert!(matches!(asked.verdict, Verdict::Waiting(waiting) if waiting.on == Who::ServiceOwner && waiting.since.is_some()));
    }

    #[tokio::test]
    async fn a_no_needs_the_user_again_and_says_why() {
        let judged = with_letters(none_received(), &connection(Some(EntryState::Refused), &[]).await);
        assert_eq!(judged.verdict, Verdict::NeedsYou);
        assert!(judged.rows.iter().any(|row| matches!(&row.message, Message::RowSaidNo { reason, .. } if reason == "not now")));
    }
}
