//! Withdraws a request for one more right that nobody has answered yet.

use crate::checks::Connection;
use crate::deeds::ask_system_user::system;
use crate::deeds::entries::to_undo;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::deeds::vendor::{READ_REQUESTS, REQUEST, Vendor};
use crate::deeds::{refusal, withdrawal};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    withdrawal::preview(entry, connection, DeedId::ChangeSystemUser, &connection.services.changes_address())
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let id = to_undo(entry)?;
    let connection = run.connection;
    let vendor = Vendor::of(&connection.profile)?;
    let phase = withdrawal::begin(run, id);
    let system = system(connection, &vendor).await?;
    let reading = vendor.token(connection, READ_REQUESTS).await?;
    let (party, reference) = (&vendor.party.organisation, connection.profile.external_ref());
    let found = connection.services.change_request(&reading, &system, party, reference).await;
    let found = found.map_err(|problem| refusal::any(&problem, READ_REQUESTS))?.filter(|found| found.id == id);
    withdrawal::not_accepted(found.map(|found| found.status), vendor.party.organisation.clone())?;
    let token = vendor.token(connection, REQUEST).await?;
    connection.services.delete_change_request(&token, id).await.map_err(|problem| refusal::any(&problem, REQUEST))?;
    withdrawal::end(run, phase, entry, id)
}
