//! Puts back the settings that a resource had in Broker before. What had no setting cannot lose the one that it got (facts broker-api
//! 2.9), but for the party that must take part.

use super::{Kept, after, changes, read, seen};
use crate::checks::Connection;
use crate::deeds::entries::replaced;
use crate::deeds::identity::{SERVICE_OWNER, TokenIdentity};
use crate::deeds::owner;
use crate::deeds::party::Party;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::services::ConfigChange;
use crate::values::ResourceId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (resource, kept) = read_kept(entry)?;
    let back = back(&kept);
    let address = connection.services.config_address(&resource).to_string();
    let mut says = vec![DeedMessage::WouldPutConfigBack { resource }];
    if after(&kept.after, &back) != kept.before {
        says.push(DeedMessage::SomeSettingsStay);
    }
    Ok(Preview {
        requests: vec![("GET".to_owned(), address.clone()), ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), back.body())],
        changes: changes(&kept.after, &after(&kept.after, &back)),
        ..Preview::new(DeedId::ConfigureResource, &connection.profile, says)
    })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (resource, kept) = read_kept(entry)?;
    let party = Party { resource: resource.clone(), ..Party::of(&run.connection.profile)? };
    let token = TokenIdentity::Organisation.token(run.connection, &party, SERVICE_OWNER).await?;
    let back = back(&kept);
    let phase = run.begin(DeedMessage::ConfiguringResource { resource: resource.clone() });
    let now = read(run.connection, &party, &token).await?;
    if seen(now.as_ref()) != seen(Some(&after(&kept.after, &back))) {
        if seen(now.as_ref()) != seen(Some(&kept.after)) {
            return Err(DeedMessage::ConfigChangedSince { resource }.into());
        }
        let sent = run.connection.services.configure(&token, &resource, &back).await;
        sent.map_err(|problem| owner::refused(&problem, &party, SERVICE_OWNER))?;
    }
    run.undone(phase, entry, DeedMessage::ConfigPutBack { resource })
}

/// What puts back as much as can be put back.
fn back(kept: &Kept) -> ConfigChange {
    let Kept { before, after } = kept;
    let party = || before.required_party.clone().unwrap_or_default();
    ConfigChange {
        max_size: before.max_size.filter(|_| before.max_size != after.max_size),
        time_to_live: before.time_to_live.filter(|_| before.time_to_live != after.time_to_live),
        grace_period: before.grace_period.filter(|_| before.grace_period != after.grace_period),
        purges: before.purges.filter(|_| before.purges != after.purges),
        required_party: (before.required_party != after.required_party).then(party),
    }
}

fn read_kept(entry: &Entry) -> Result<(ResourceId, Kept), DeedStop> {
    let (resource, kept): (ResourceId, Kept) = replaced(entry)?;
    if back(&kept) == ConfigChange::default() { Err(DeedMessage::CannotBeUndone.into()) } else { Ok((resource, kept)) }
}
