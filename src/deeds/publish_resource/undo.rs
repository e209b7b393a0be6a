//! Deletes a resource that was made here, which production does not allow, or puts back one that was changed.

use super::Kept;
use crate::checks::Connection;
use crate::deeds::entries::{kept, to_undo};
use crate::deeds::identity::TokenIdentity;
use crate::deeds::owner::{self, RESOURCES};
use crate::deeds::party::Party;
use crate::deeds::publish_resource::changes;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::services::Problem;
use crate::values::ResourceId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (resource, kept) = read(entry, connection)?;
    let address = connection.services.resource_address(&resource).to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview::new(DeedId::PublishResource, &connection.profile, vec![says]);
    Ok(match kept {
        None => Preview { requests: vec![get, ("DELETE".to_owned(), address)], ..shown(DeedMessage::WouldDeleteResource { resource }) },
        Some(Kept { before, after }) => Preview {
            requests: vec![get, ("PUT".to_owned(), address.clone())],
            bodies: vec![(format!("PUT {address}"), before.text())],
            changes: changes(&after, &before),
            ..shown(DeedMessage::WouldPutResourceBack { resource })
        },
    })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (resource, kept) = read(entry, run.connection)?;
    let party = Party { resource: resource.clone(), ..Party::of(&run.connection.profile)? };
    let services = &run.connection.services;
    let token = TokenIdentity::Organisation.token(run.connection, &party, RESOURCES).await?;
    let failed = |problem: Problem| owner::refused(&problem, &party, RESOURCES);
    let phase = run.begin(DeedMessage::PuttingResourceBack { resource: resource.clone() });
    let now = owner::record(run.connection, &party).await?;
    let said = match kept {
        None => {
            if now.is_some() {
                services.delete_resource(&token, &resource).await.map_err(failed)?;
            }
            DeedMessage::ResourceDeleted { resource }
        }
        Some(Kept { before, after }) => {
            if now.as_ref() != Some(&before) {
                if now != Some(after) {
                    return Err(DeedMessage::ResourceChangedSince { resource }.into());
                }
                services.replace_resource(&token, &resource, &before).await.map_err(failed)?;
            }
            DeedMessage::ResourcePutBack { resource }
        }
    };
    run.undone(phase, entry, said)
}

/// What the entry has made, and what it kept if the resource was there before.
fn read(entry: &Entry, connection: &Connection) -> Result<(ResourceId, Option<Kept>), DeedStop> {
    let resource = to_undo(entry)?;
    if entry.kept.is_some() {
        return Ok((resource, Some(kept(entry)?)));
    }
    // In production the registry deletes nothing (facts platform E).
    let is_final = connection.profile.environment.is_production();
    if is_final { Err(DeedMessage::CannotBeUndone.into()) } else { Ok((resource, None)) }
}
