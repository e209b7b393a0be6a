//! Puts a system back as it was before we added to it, if nobody has changed it since.

use super::{Kept, changes};
use crate::checks::Connection;
use crate::deeds::entries::replaced;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::deeds::vendor::{REGISTER, Vendor};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::values::SystemId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (system, kept): (SystemId, Kept) = replaced(entry)?;
    let address = connection.services.system_address(&system).to_string();
    let says = vec![DeedMessage::WouldPutSystemBack { system }];
    Ok(Preview {
        requests: vec![("GET".to_owned(), address.clone()), ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), kept.before.body_text())],
        changes: changes(&kept.after, &kept.before),
        ..Preview::new(DeedId::UpdateSystem, &connection.profile, says)
    })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (system, kept): (SystemId, Kept) = replaced(entry)?;
    let vendor = Vendor::of(&run.connection.profile)?;
    let token = vendor.token(run.connection, REGISTER).await?;
    let services = &run.connection.services;
    let phase = run.begin(DeedMessage::PuttingSystemBack { system: system.clone() });
    let now = vendor.record(services, &token, &system).await?;
    if now.as_ref() != Some(&kept.before) {
        if now.as_ref() != Some(&kept.after) {
            return Err(DeedMessage::SystemChangedSince { system }.into());
        }
        services.replace_system(&token, &system, &kept.before).await.map_err(|problem| refusal::any(&problem, REGISTER))?;
    }
    run.undone(phase, entry, DeedMessage::SystemPutBack { system })
}
