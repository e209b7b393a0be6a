//! `register-system`: registers the system in the system register, in the name of the client's owner. Where our client stands in a
//! system already, that one is kept: a client can be in one system only.

mod proposal;
mod undo;

pub(super) use undo::{preview_undo, undo};

use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::vendor::{REGISTER, Vendor};
use crate::checks::Connection;
use crate::journey::{Cause, DeedId, DeedMessage, EntryState, FieldId, JournalPlace, Preview};
use crate::services::{NewSystem, Problem, Services, Token};
use crate::values::{SystemId, Value};

/// What the register has of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// A system with our client and the resource.
    Kept(SystemId),
    /// A system with our client, without the resource.
    WithoutResource(SystemId),
    /// None with our client. This id is free.
    Free(SystemId),
}

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let vendor = Vendor::of(&connection.profile)?;
    let token = vendor.token(connection, REGISTER).await?;
    let services = &connection.services;
    let address = services.register_address().to_string();
    let get = ("GET".to_owned(), address.clone());
    let id = match look(connection, &vendor, &token).await? {
        Standing::Kept(system) => {
            let says = vec![DeedMessage::WouldKeepSystem { system }];
            return Ok(Preview { requests: vec![get], ..Preview::new(DeedId::RegisterSystem, &connection.profile, says) });
        }
        Standing::WithoutResource(system) => {
            let (client, resource) = (vendor.client.clone(), vendor.party.resource.clone());
            let says = vec![DeedMessage::WouldTakeSystem { system: system.clone(), client, resource }, DeedMessage::OrNewClient { system }];
            return Ok(Preview { requests: vec![get], ..Preview::new(DeedId::RegisterSystem, &connection.profile, says) });
        }
        Standing::Free(id) => id,
    };
    let new = proposal::system(connection, &vendor, id).await;
    let says = vec![
        DeedMessage::WouldRegister { system: new.id.clone() },
        DeedMessage::RegisterGivesNothing { organisation: vendor.party.organisation.clone() },
    ];
    let rows = vec![
        ("system", Value::Text(new.id.to_string())),
        ("name", Value::Text(new.name.nb.clone())),
        ("vendor", Value::from(&vendor.owner)),
        ("right", Value::from(&new.resource)),
        ("client", Value::from(&new.client)),
    ];
    let requests = vec![get, ("POST".to_owned(), address.clone())];
    let bodies = vec![(format!("POST {address}"), new.body())];
    Ok(Preview { requests, bodies, rows, ..Preview::new(DeedId::RegisterSystem, &connection.profile, says) })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let vendor = Vendor::of(&run.connection.profile)?;
    let token = vendor.token(run.connection, REGISTER).await?;
    let phase = run.begin(DeedMessage::LookingAtSystems);
    let standing = look(run.connection, &vendor, &token).await?;
    match standing {
        Standing::Kept(system) => {
            run.end(phase, DeedMessage::SystemFound { system: system.clone() });
            run.answer(FieldId::SystemId, system.to_string());
            run.settle(DeedId::RegisterSystem, system.as_str())?;
            Ok(stands(system))
        }
        Standing::WithoutResource(system) => {
            run.end(phase, DeedMessage::SystemFound { system: system.clone() });
            run.answer(FieldId::SystemId, system.to_string());
            Ok(vec![DeedMessage::SystemTaken { system }, DeedMessage::AddResourceNext { resource: vendor.party.resource }])
        }
        Standing::Free(id) => {
            run.end(phase, DeedMessage::SystemIdFree { system: id.clone() });
            let new = proposal::system(run.connection, &vendor, id).await;
            register(run, &vendor, &token, &new).await?;
            Ok(stands(new.id))
        }
    }
}

fn stands(system: SystemId) -> Vec<DeedMessage> {
    vec![DeedMessage::SystemStands { system }, DeedMessage::AskUserNext]
}

async fn register(run: &DeedRun<'_>, vendor: &Vendor, token: &Token, new: &NewSystem) -> Result<(), DeedStop> {
    let entry = run.resume_entry(DeedId::RegisterSystem, JournalPlace::Authentication, new.id.as_str())?;
    let phase = run.begin(DeedMessage::Registering { system: new.id.clone() });
    match run.connection.services.register_system(token, new).await {
        Ok(_) => {}
        // Another program, or this one before a kill, was quicker.
        Err(problem) if is_there_already(&problem) && stands_now(&run.connection.services, vendor, token, new).await => {}
        Err(problem) => {
            run.end_refused(entry, &problem)?;
            return Err(refusal::any(&problem, REGISTER));
        }
    }
    run.answer(FieldId::SystemId, new.id.to_string());
    run.end_entry(entry, EntryState::Done)?;
    run.end(phase, DeedMessage::Registered { system: new.id.clone() });
    Ok(())
}

fn is_there_already(problem: &Problem) -> bool {
    matches!(problem.cause(), Some(Cause::SystemIdUsed | Cause::SystemClientTaken))
}

async fn stands_now(services: &Services, vendor: &Vendor, token: &Token, new: &NewSystem) -> bool {
    let found = services.system_record(token, &new.id).await.ok().flatten();
    found.is_some_and(|record| !record.is_deleted() && record.has_client(&vendor.client) && record.has_resource(&new.resource))
}

/// Looks for the system of our client, else for an id that is free.
async fn look(connection: &Connection, vendor: &Vendor, token: &Token) -> Result<Standing, DeedStop> {
    let services = &connection.services;
    let answered = connection.profile.system.id.clone();
    if let Some(id) = answered.as_ref().filter(|id| id.vendor_digits() != vendor.owner.digits()) {
        return Err(DeedMessage::SystemOfOther { system: id.clone(), owner: vendor.owner.clone() }.into());
    }
    if let Some((system, record)) = vendor.system_of_client(services, token).await? {
        return match answered {
            Some(answered) if answered != system => {
                Err(DeedMessage::ClientInOtherSystem { client: vendor.client.clone(), system, answered }.into())
            }
            _ if record.has_resource(&vendor.party.resource) => Ok(Standing::Kept(system)),
            _ => Ok(Standing::WithoutResource(system)),
        };
    }
    match answered {
        Some(system) => match vendor.record(services, token, &system).await? {
            None => Ok(Standing::Free(system)),
            Some(record) if record.is_deleted() => Err(DeedMessage::SystemIdUsed { system }.into()),
            Some(_) => Err(DeedMessage::SystemWithoutClient { system, client: vendor.client.clone() }.into()),
        },
        None => {
            for system in proposal::ids(vendor, connection.profile.role) {
                if vendor.record(services, token, &system).await?.is_none() {
                    return Ok(Standing::Free(system));
                }
            }
            Err(DeedMessage::NoSystemIdFree.into())
        }
    }
}
