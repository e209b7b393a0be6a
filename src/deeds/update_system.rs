//! `update-system`: adds the resource and the client to a system that is there, and takes nothing away. What was there is kept first.

mod undo;

pub(super) use undo::{preview_undo, undo};

use super::entries::Replaced;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::vendor::{REGISTER, Vendor};
use crate::checks::Connection;
use crate::journey::{
    ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, FieldId, Journal, JournalPlace, MustType, Preview, Profile,
};
use crate::services::{SystemRecord, Token};
use crate::values::{SystemId, Value};

type Kept = Replaced<SystemRecord>;

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let vendor = Vendor::of(profile)?;
    let token = vendor.token(connection, REGISTER).await?;
    let (system, before) = found(connection, &vendor, &token).await?;
    let after = before.with(&vendor.party.resource, &vendor.client);
    let address = connection.services.system_address(&system).to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview::new(DeedId::UpdateSystem, profile, says);
    if after == before {
        return Ok(Preview { requests: vec![get], ..shown(vec![DeedMessage::WouldKeepSystem { system }]) });
    }
    let says = vec![DeedMessage::WouldAddToSystem { system: system.clone() }, DeedMessage::UsersNeedAsking];
    let mut preview = shown(says);
    if !is_ours(&system, &connection.journal, profile) {
        preview.says.push(DeedMessage::SystemMadeElsewhere { system: system.clone() });
        preview.must_type.push(MustType::Id(system.to_string()));
    }
    Ok(Preview {
        requests: vec![get, ("PUT".to_owned(), address.clone())],
        bodies: vec![(format!("PUT {address}"), after.body_text())],
        rows: vec![("system", Value::Text(system.to_string()))],
        changes: changes(&before, &after),
        seen: Some(before.text()),
        ..preview
    })
}

/// Each right and each client, with what becomes of it.
fn changes(before: &SystemRecord, after: &SystemRecord) -> Vec<ChangeLine> {
    let lines = |before: &[String], after: &[String]| {
        let gone = before.iter().filter(|one| !after.contains(one)).map(|one| ChangeLine::new(ChangeKind::Goes, one));
        let kind = |one| if before.contains(one) { ChangeKind::Stays } else { ChangeKind::Added };
        let kept = after.iter().map(|one| ChangeLine::new(kind(one), one));
        gone.chain(kept).collect::<Vec<_>>()
    };
    [lines(&before.resources(), &after.resources()), lines(&before.clients(), &after.clients())].concat()
}

fn is_ours(system: &SystemId, journal: &Journal, profile: &Profile) -> bool {
    journal.made_by(profile, DeedId::RegisterSystem, system.as_str()).is_some()
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let vendor = Vendor::of(&connection.profile)?;
    let token = vendor.token(connection, REGISTER).await?;
    let phase = run.begin(DeedMessage::LookingAtSystems);
    let (system, before) = found(connection, &vendor, &token).await?;
    run.end(phase, DeedMessage::SystemRead { system: system.clone() });
    let after = before.with(&vendor.party.resource, &vendor.client);
    if after == before {
        run.answer(FieldId::SystemId, system.to_string());
        run.settle(DeedId::UpdateSystem, system.as_str())?;
        return Ok(vec![DeedMessage::SystemStands { system }]);
    }
    if run.options.agreed.saw_other(&before.text()) {
        return Err(DeedMessage::SystemChangedSince { system }.into());
    }
    if !is_ours(&system, &connection.journal, &connection.profile) && !run.options.agreed.names(system.as_str()) {
        return Err(DeedMessage::SystemNotFromHere { system }.into());
    }
    let entry = put(run, &token, &system, Kept { before, after }).await?;
    let path = entry.kept.unwrap_or_default();
    Ok(vec![DeedMessage::SystemStands { system }, DeedMessage::KeptInFile { path, entry: entry.id }, DeedMessage::UsersNeedAskingNext])
}

async fn put(run: &DeedRun<'_>, token: &Token, system: &SystemId, kept: Kept) -> Result<Entry, DeedStop> {
    let entry = run.begin_replacing(DeedId::UpdateSystem, JournalPlace::Authentication, system.as_str(), &kept)?;
    let phase = run.begin(DeedMessage::AddingToSystem { system: system.clone() });
    if let Err(problem) = run.connection.services.replace_system(token, system, &kept.after).await {
        run.end_refused(entry, &problem)?;
        return Err(refusal::any(&problem, REGISTER));
    }
    run.answer(FieldId::SystemId, system.to_string());
    run.end_entry(entry.clone(), EntryState::Done)?;
    run.end(phase, DeedMessage::AddedToSystem { system: system.clone() });
    Ok(entry)
}

/// The system to change: the answer, else the one that our client stands in.
async fn found(connection: &Connection, vendor: &Vendor, token: &Token) -> Result<(SystemId, SystemRecord), DeedStop> {
    let services = &connection.services;
    let of_client = vendor.system_of_client(services, token).await?;
    let Some(answered) = connection.profile.system.id.clone() else {
        return of_client.ok_or_else(|| DeedMessage::NoSystemYet { client: vendor.client.clone() }.into());
    };
    if let Some((system, _)) = of_client.filter(|(system, _)| *system != answered) {
        return Err(DeedMessage::ClientInOtherSystem { client: vendor.client.clone(), system, answered }.into());
    }
    match vendor.record(services, token, &answered).await? {
        None => Err(DeedMessage::SystemNotThere { system: answered }.into()),
        Some(record) if record.is_deleted() => Err(DeedMessage::SystemIdUsed { system: answered }.into()),
        Some(record) => Ok((answered, record)),
    }
}
