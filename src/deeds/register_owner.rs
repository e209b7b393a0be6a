//! `register-owner`: the organisation becomes a service owner in Broker, once in each environment, and its storage is waited for.

use super::identity::{SERVICE_OWNER, TokenIdentity};
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{Cause, DeedId, DeedMessage, EntryState, JournalPlace, Preview};
use crate::services::{ServiceOwner, Token, owner_body};
use crate::values::{Language, Value};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The pauses between looks at the storage, in seconds; the last one repeats.
const PAUSES: [u64; 5] = [1, 2, 5, 10, LONGEST_PAUSE];
const LONGEST_PAUSE: u64 = 15;
/// The longest name that Broker stores, in characters (facts broker-api 2.11).
const LONGEST_NAME: usize = 500;

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let party = Party::of(&connection.profile)?;
    let token = TokenIdentity::Organisation.token(connection, &party, SERVICE_OWNER).await?;
    let address = connection.services.service_owner_address().to_string();
    let get = ("GET".to_owned(), address.clone());
    let shown = |says| Preview::new(DeedId::RegisterOwner, &connection.profile, says);
    if let Some(owner) = found(connection, &token).await? {
        let says = if owner.has_storage() {
            DeedMessage::WouldKeepOwner { name: owner.name }
        } else {
            DeedMessage::WouldAwaitStorage { name: owner.name }
        };
        return Ok(Preview { requests: vec![get], ..shown(vec![says]) });
    }
    let name = proposed(connection, &party).await;
    let says = vec![DeedMessage::WouldRegisterOwner { organisation: party.organisation.clone() }, DeedMessage::StorageIsMade];
    Ok(Preview {
        requests: vec![get.clone(), ("POST".to_owned(), address.clone()), get],
        bodies: vec![(format!("POST {address}"), owner_body(&name))],
        rows: vec![("owner", Value::from(&party.organisation)), ("name", Value::Text(name))],
        ..shown(says)
    })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let token = TokenIdentity::Organisation.token(connection, &party, SERVICE_OWNER).await?;
    let phase = run.begin(DeedMessage::LookingAtOwner);
    let owner = found(connection, &token).await?;
    let (owner, said) = match owner {
        Some(owner) => {
            run.settle(DeedId::RegisterOwner, party.organisation.digits())?;
            let said = DeedMessage::OwnerFound { name: owner.name.clone() };
            (Some(owner), said)
        }
        None => (None, DeedMessage::OwnerUnknown),
    };
    run.end(phase, said);
    let name = match owner {
        Some(owner) => owner.name,
        None => register(run, &party, &token).await?,
    };
    await_storage(run, &party, name).await
}

async fn register(run: &DeedRun<'_>, party: &Party, token: &Token) -> Result<String, DeedStop> {
    let name = proposed(run.connection, party).await;
    let entry = run.resume_entry(DeedId::RegisterOwner, JournalPlace::Broker, party.organisation.digits())?;
    let phase = run.begin(DeedMessage::RegisteringOwner { name: name.clone() });
    match run.connection.services.register_owner(token, &name).await {
        Ok(()) => {}
        // Another program, or this one before a kill, was quicker.
        Err(problem) if problem.cause() == Some(Cause::ServiceOwnerExists) => {}
        Err(problem) => {
            run.end_refused(entry, &problem)?;
            return Err(refusal::any(&problem, SERVICE_OWNER));
        }
    }
    run.end_entry(entry, EntryState::Done)?;
    run.end(phase, DeedMessage::OwnerRegistered { name: name.clone() });
    Ok(name)
}

/// Looks until there is storage, or until it has taken so long that the user is better told to come back.
async fn await_storage(run: &DeedRun<'_>, party: &Party, name: String) -> Result<Vec<DeedMessage>, DeedStop> {
    let phase = run.begin(DeedMessage::AwaitingStorage);
    let deadline = Instant::now() + run.connection.services.patience().storage;
    let mut pauses = PAUSES.into_iter();
    loop {
        // A wait may outlast the token.
        let token = TokenIdentity::Organisation.token(run.connection, party, SERVICE_OWNER).await?;
        if found(run.connection, &token).await?.is_some_and(|owner| owner.has_storage()) {
            run.end(phase, DeedMessage::StorageReady);
            return Ok(vec![DeedMessage::OwnerStands { name }, DeedMessage::ConfigureNext]);
        }
        let pause = Duration::from_secs(pauses.next().unwrap_or(LONGEST_PAUSE));
        if Instant::now() + pause > deadline {
            return Ok(vec![DeedMessage::OwnerStands { name }, DeedMessage::StorageStillMade]);
        }
        sleep(pause).await;
    }
}

async fn found(connection: &Connection, token: &Token) -> Result<Option<ServiceOwner>, DeedStop> {
    connection.services.service_owner(token).await.map_err(|problem| refusal::any(&problem, SERVICE_OWNER))
}

/// The organisation's name in the list of service owners, else as its resource has it, else its number.
async fn proposed(connection: &Connection, party: &Party) -> String {
    let listed = connection.services.service_owners().await.unwrap_or_default();
    let own = listed.into_iter().find(|owner| owner.number.as_ref() == Some(&party.organisation));
    let names = match own.map(|owner| owner.names).filter(|names| !names.is_empty()) {
        Some(names) => names,
        None => connection.services.resource(&party.resource).await.ok().flatten().map(|resource| resource.owner_names).unwrap_or_default(),
    };
    // What Broker keeps does not depend on who reads this program's words.
    names.read_in(Language::Bokmal).unwrap_or(party.organisation.digits()).chars().take(LONGEST_NAME).collect()
}
