//! Takes a subscription of ours away again.

use super::{SUBSCRIBE, SUBSCRIPTIONS, TokenIdentity};
use crate::checks::Connection;
use crate::deeds::party::Party;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, Preview};
use crate::services::Problem;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let id = subscription(entry)?;
    let address = format!("{}{SUBSCRIPTIONS}/{id}", connection.services.endpoints().platform);
    let says = vec![DeedMessage::WouldUnsubscribe { subscription: id.to_string() }];
    Ok(Preview { requests: vec![("DELETE".to_owned(), address)], ..Preview::new(DeedId::Subscribe, &connection.profile, says) })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let id = subscription(entry)?;
    let party = Party::of(&run.connection.profile)?;
    let identity = TokenIdentity::that_subscribes(run.connection.profile.role);
    let token = run.token(identity, &party, SUBSCRIBE).await?;
    let phase = run.begin(DeedMessage::Unsubscribing);
    match run.connection.services.unsubscribe(&token, id).await {
        Ok(()) => {}
        // Somebody has taken it away already.
        Err(Problem::Refused(refusal)) if refusal.status == 404 => {}
        Err(problem) => return Err(refusal::any(&problem, SUBSCRIBE)),
    }
    let gone = DeedMessage::Unsubscribed { subscription: id.to_string() };
    run.end(phase, gone.clone());
    run.record(|evidence| evidence.subscriptions.retain(|known| known.id != id));
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![gone])
}

/// The id of an entry that was written before the answer came is not known.
fn subscription(entry: &Entry) -> Result<i64, DeedStop> {
    if entry.state == EntryState::Undone {
        return Err(DeedMessage::UndoneAlready { made: entry.made.clone() }.into());
    }
    entry.made.parse().map_err(|_| DeedMessage::CannotBeUndone.into())
}
