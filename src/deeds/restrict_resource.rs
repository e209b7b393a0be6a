//! `restrict-resource`: only organisations on an access list may use the resource from then on. Nobody is locked out by mistake: a list
//! must be connected and have a member.

mod undo;

pub(super) use undo::{preview_undo, undo};

use super::entries::Replaced;
use super::identity::TokenIdentity;
use super::owner::{self, LISTS, RESOURCES};
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, JournalPlace, MustType, Preview};
use crate::services::{AccessListMember, AccessListMode, Problem, ResourceRecord, Token};
use crate::values::Value;

pub(super) type Kept = Replaced<ResourceRecord>;

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let party = Party::of(profile)?;
    let resource = party.resource.clone();
    let before = record(connection, &party).await?;
    let address = connection.services.resource_address(&resource).to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview::new(DeedId::RestrictResource, profile, says);
    if before.access_list_mode() == AccessListMode::Enabled {
        return Ok(Preview { requests: vec![get], ..shown(vec![DeedMessage::WouldKeepRestricted { resource }]) });
    }
    let members = members(connection, &party).await?;
    let after = before.with_access_list_mode(AccessListMode::Enabled);
    let mut preview = shown(vec![DeedMessage::WouldRestrict { resource: resource.clone(), count: members.len() }]);
    if !owner::has_made(connection, &party) {
        preview.says.push(DeedMessage::ResourceMadeElsewhere { resource: resource.clone() });
        preview.must_type.push(MustType::Id(resource.to_string()));
    }
    Ok(Preview {
        requests: vec![get, ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), after.text())],
        rows: vec![("admitted", Value::List(members.iter().map(|member| member.organisation.to_string()).collect()))],
        changes: changes(&before, &after),
        seen: Some(before.text()),
        ..preview
    })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let resource = party.resource.clone();
    let phase = run.begin(DeedMessage::ReadingResource { resource: resource.clone() });
    let before = record(connection, &party).await?;
    run.end(phase, DeedMessage::ResourceRead { resource: resource.clone() });
    if before.access_list_mode() == AccessListMode::Enabled {
        run.settle(DeedId::RestrictResource, resource.as_str())?;
        return Ok(vec![DeedMessage::RestrictionStands { resource }]);
    }
    members(connection, &party).await?;
    if run.options.agreed.saw_other(&before.text()) {
        return Err(DeedMessage::ResourceChangedSince { resource }.into());
    }
    if !owner::has_made(connection, &party) && !run.options.agreed.names(resource.as_str()) {
        return Err(DeedMessage::ResourceNotFromHere { resource }.into());
    }
    let after = before.with_access_list_mode(AccessListMode::Enabled);
    let token = run.token(TokenIdentity::Organisation, &party, RESOURCES).await?;
    let entry = put(run, &party, &token, &Kept { before, after }).await?;
    let path = entry.kept.unwrap_or_default();
    Ok(vec![DeedMessage::RestrictionStands { resource }, DeedMessage::KeptInFile { path, entry: entry.id }])
}

pub(super) async fn put(run: &DeedRun<'_>, party: &Party, token: &Token, kept: &Kept) -> Result<Entry, DeedStop> {
    let resource = &party.resource;
    let entry = run.begin_replacing(DeedId::RestrictResource, JournalPlace::Registry, resource.as_str(), kept)?;
    let phase = run.begin(DeedMessage::RestrictingResource { resource: resource.clone() });
    if let Err(problem) = run.connection.services.replace_resource(token, resource, &kept.after).await {
        run.end_refused(entry, &problem)?;
        return Err(owner::refused(&problem, party, RESOURCES));
    }
    run.end_entry(entry.clone(), EntryState::Done)?;
    run.end(phase, DeedMessage::ResourceRestricted { resource: resource.clone() });
    Ok(entry)
}

async fn record(connection: &Connection, party: &Party) -> Result<ResourceRecord, DeedStop> {
    let found = owner::record(connection, party).await?;
    found.ok_or_else(|| DeedMessage::ResourceNotThere { resource: party.resource.clone() }.into())
}

/// Who may use the resource once it is restricted. The stop says that this is nobody.
async fn members(connection: &Connection, party: &Party) -> Result<Vec<AccessListMember>, DeedStop> {
    let token = TokenIdentity::Organisation.token(connection, party, LISTS).await?;
    let code = owner::code(connection, party, &token).await?;
    let failed = |problem: Problem| refusal::any(&problem, LISTS);
    let mut members = connection.services.access_list_members(&token, &code, &party.resource).await.map_err(failed)?;
    members.sort_by(|one, other| one.organisation.cmp(&other.organisation));
    members.dedup_by(|one, other| one.organisation == other.organisation);
    if members.is_empty() { Err(DeedMessage::NobodyOnList { resource: party.resource.clone() }.into()) } else { Ok(members) }
}

pub(super) fn changes(before: &ResourceRecord, after: &ResourceRecord) -> Vec<ChangeLine> {
    let line = |kind, record: &ResourceRecord| ChangeLine::new(kind, format!("accessListMode {}", record.access_list_mode()));
    vec![line(ChangeKind::Goes, before), line(ChangeKind::Added, after)]
}
