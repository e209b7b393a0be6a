//! Puts back the policy that was there before, if nobody has changed it since. There is no way to take a policy away.

use super::{Kept, are_same, rule_changes};
use crate::checks::Connection;
use crate::deeds::entries::replaced;
use crate::deeds::identity::TokenIdentity;
use crate::deeds::owner::{self, RESOURCES};
use crate::deeds::party::Party;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{DeedId, DeedMessage, Entry, Preview};
use crate::values::ResourceId;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (resource, kept): (ResourceId, Kept) = replaced(entry)?;
    let address = connection.services.policy_address(&resource).to_string();
    Ok(Preview {
        requests: vec![("GET".to_owned(), address.clone()), ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), kept.before)],
        changes: rule_changes(&kept.after_rules, &kept.before_rules),
        ..Preview::new(DeedId::PublishPolicy, &connection.profile, vec![DeedMessage::WouldPutPolicyBack { resource }])
    })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (resource, kept): (ResourceId, Kept) = replaced(entry)?;
    let party = Party { resource: resource.clone(), ..Party::of(&run.connection.profile)? };
    let services = &run.connection.services;
    let token = TokenIdentity::Organisation.token(run.connection, &party, RESOURCES).await?;
    let phase = run.begin(DeedMessage::PuttingPolicyBack { resource: resource.clone() });
    let now = services.policy_rules(&resource).await.map_err(|problem| refusal::any(&problem, RESOURCES))?.unwrap_or_default();
    if !are_same(&now, &kept.before_rules) {
        if !are_same(&now, &kept.after_rules) {
            return Err(DeedMessage::PolicyChangedSince { resource }.into());
        }
        let sent = services.put_policy(&token, &resource, &kept.before).await;
        sent.map_err(|problem| owner::refused(&problem, &party, RESOURCES))?;
    }
    run.undone(phase, entry, DeedMessage::PolicyPutBack { resource })
}
