//! Withdraws a request of ours that nobody has answered yet.

use super::request;
use crate::checks::Connection;
use crate::deeds::entries::to_undo;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::deeds::vendor::{READ_REQUESTS, REQUEST, Vendor};
use crate::deeds::{refusal, withdrawal};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    withdrawal::preview(entry, connection, DeedId::AskSystemUser, &connection.services.requests_address())
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let id = to_undo(entry)?;
    let connection = run.connection;
    let vendor = Vendor::of(&connection.profile)?;
    let phase = withdrawal::begin(run, id);
    let system = super::system(connection, &vendor).await?;
    let new = request(&vendor, &connection.profile, &system);
    let reading = vendor.token(connection, READ_REQUESTS).await?;
    let found = connection.services.system_user_request(&reading, &new.system, &new.party, new.external_ref.as_deref()).await;
    let found = found.map_err(|problem| refusal::any(&problem, READ_REQUESTS))?.filter(|found| found.id == id);
    withdrawal::not_accepted(found.map(|found| found.status), vendor.party.organisation.clone())?;
    let token = vendor.token(connection, REQUEST).await?;
    connection.services.delete_system_user_request(&token, id).await.map_err(|problem| refusal::any(&problem, REQUEST))?;
    withdrawal::end(run, phase, entry, id)
}
