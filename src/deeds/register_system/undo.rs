//! Deletes a system of ours. Its id never comes back.

use crate::checks::Connection;
use crate::deeds::entries::to_undo;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::deeds::vendor::{REGISTER, Vendor};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::values::SystemId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let system: SystemId = to_undo(entry)?;
    let address = connection.services.system_address(&system).to_string();
    let says = vec![DeedMessage::WouldDeleteSystem { system }];
    Ok(Preview { requests: vec![("DELETE".to_owned(), address)], ..Preview::new(DeedId::RegisterSystem, &connection.profile, says) })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let system: SystemId = to_undo(entry)?;
    let vendor = Vendor::of(&run.connection.profile)?;
    let token = vendor.token(run.connection, REGISTER).await?;
    let services = &run.connection.services;
    let phase = run.begin(DeedMessage::DeletingSystem { system: system.clone() });
    let is_there = vendor.record(services, &token, &system).await?.is_some_and(|record| !record.is_deleted());
    if is_there && let Err(problem) = services.delete_system(&token, &system).await {
        // The register deletes a system without clients although it answers 400 (facts platform D.1).
        let is_deleted = vendor.record(services, &token, &system).await?.is_none_or(|record| record.is_deleted());
        if !is_deleted {
            return Err(refusal::any(&problem, REGISTER));
        }
    }
    run.undone(phase, entry, DeedMessage::SystemGone { system })
}
