//! Takes a subscription of ours away again.

use super::{SUBSCRIBE, TokenIdentity};
use crate::checks::Connection;
use crate::deeds::entries::to_undo;
use crate::deeds::party::Party;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, Preview};

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let id: i64 = to_undo(entry)?;
    let id = id.to_string();
    let address = connection.services.subscription_address(&id).to_string();
    let says = vec![DeedMessage::WouldUnsubscribe { subscription: id }];
    Ok(Preview { requests: vec![("DELETE".to_owned(), address)], ..Preview::new(DeedId::Subscribe, &connection.profile, says) })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let id: i64 = to_undo(entry)?;
    let party = Party::of(&run.connection.profile)?;
    let identity = TokenIdentity::that_subscribes(run.connection.profile.role);
    let token = run.token(identity, &party, SUBSCRIBE).await?;
    let phase = run.begin(DeedMessage::Unsubscribing);
    run.connection.services.unsubscribe(&token, id).await.map_err(|problem| refusal::any(&problem, SUBSCRIBE))?;
    let gone = DeedMessage::Unsubscribed { subscription: id.to_string() };
    run.end(phase, gone.clone());
    run.record(|evidence| evidence.subscriptions.retain(|known| known.id != id));
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![gone])
}
