//! Lets all in again whom the policy lets in, if nobody has changed the resource since.

use super::{Kept, changes, record};
use crate::checks::Connection;
use crate::deeds::entries::replaced;
use crate::deeds::identity::TokenIdentity;
use crate::deeds::owner::{self, RESOURCES};
use crate::deeds::party::Party;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::values::ResourceId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (resource, kept): (ResourceId, Kept) = replaced(entry)?;
    let address = connection.services.resource_address(&resource).to_string();
    let says = vec![DeedMessage::WouldLiftRestriction { resource }];
    Ok(Preview {
        requests: vec![("GET".to_owned(), address.clone()), ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), kept.before.text())],
        changes: changes(&kept.after, &kept.before),
        ..Preview::new(DeedId::RestrictResource, &connection.profile, says)
    })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (resource, kept): (ResourceId, Kept) = replaced(entry)?;
    let party = Party { resource: resource.clone(), ..Party::of(&run.connection.profile)? };
    let token = TokenIdentity::Organisation.token(run.connection, &party, RESOURCES).await?;
    let phase = run.begin(DeedMessage::LiftingRestriction { resource: resource.clone() });
    let now = record(run.connection, &party).await?;
    if now != kept.before {
        if now != kept.after {
            return Err(DeedMessage::ResourceChangedSince { resource }.into());
        }
        let sent = run.connection.services.replace_resource(&token, &resource, &kept.before).await;
        sent.map_err(|problem| owner::refused(&problem, &party, RESOURCES))?;
    }
    run.undone(phase, entry, DeedMessage::RestrictionLifted { resource })
}
