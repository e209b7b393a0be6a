//! Withdraws a request for one more right that nobody has answered yet.

use crate::checks::Connection;
use crate::deeds::ask_system_user::system;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::deeds::vendor::{READ_REQUESTS, REQUEST, Vendor, undoable};
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, Preview};
use crate::services::RequestStatus;
use uuid::Uuid;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let id = id(entry)?;
    let address = format!("{}/{id}", connection.services.changes_address());
    let says = vec![DeedMessage::WouldWithdraw { request: id.to_string() }];
    Ok(Preview { requests: vec![("DELETE".to_owned(), address)], ..Preview::new(DeedId::ChangeSystemUser, &connection.profile, says) })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let id = id(entry)?;
    let connection = run.connection;
    let vendor = Vendor::of(&connection.profile)?;
    let phase = run.begin(DeedMessage::Withdrawing { request: id.to_string() });
    let system = system(connection, &vendor).await?;
    let reading = vendor.token(connection, READ_REQUESTS).await?;
    let (party, reference) = (&vendor.party.organisation, connection.profile.external_ref());
    let found = connection.services.change_request(&reading, &system, party, reference).await;
    let found = found.map_err(|problem| refusal::any(&problem, READ_REQUESTS))?.filter(|found| found.id == id);
    if found.is_some_and(|found| found.status == RequestStatus::Accepted) {
        return Err(DeedMessage::RequestAccepted { organisation: vendor.party.organisation }.into());
    }
    let token = vendor.token(connection, REQUEST).await?;
    connection.services.delete_change_request(&token, id).await.map_err(|problem| refusal::any(&problem, REQUEST))?;
    let gone = DeedMessage::Withdrawn { request: id.to_string() };
    run.end(phase, gone.clone());
    run.end_entry(entry.clone(), EntryState::Undone)?;
    Ok(vec![gone])
}

fn id(entry: &Entry) -> Result<Uuid, DeedStop> {
    undoable(entry)?;
    entry.made.parse().map_err(|_| DeedMessage::CannotBeUndone.into())
}
