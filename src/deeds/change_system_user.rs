//! `change-system-user`: asks for one more right for a system user that is there. New rights of a system do not reach its users by
//! themselves (facts platform D.1).

mod undo;

pub(super) use undo::{preview_undo, undo};

use super::ask_system_user::{approval_next, system};
use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::vendor::{READ_REQUESTS, REQUEST, Vendor};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, JournalPlace, Preview};
use crate::services::{NewChangeRequest, RequestStatus, SystemUser, SystemUserRequest, Token};
use crate::values::Value;
use uuid::Uuid;

enum Standing {
    /// What was approved for it has the resource.
    HasRight(SystemUser),
    /// A request for the resource waits for its answer.
    Waits(SystemUserRequest),
    Lacks(SystemUser),
}

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let vendor = Vendor::of(&connection.profile)?;
    let token = vendor.token(connection, REQUEST).await?;
    let (organisation, resource) = (vendor.party.organisation.clone(), vendor.party.resource.clone());
    let shown = |says| Preview::new(DeedId::ChangeSystemUser, &connection.profile, says);
    let address = connection.services.changes_address().to_string();
    Ok(match look(connection, &vendor, &token).await? {
        Standing::HasRight(_) => shown(vec![DeedMessage::UserHasRight { organisation, resource }]),
        Standing::Waits(found) => shown(vec![DeedMessage::WouldTakeUpRequest { organisation, request: found.id.to_string() }]),
        Standing::Lacks(user) => {
            let new = NewChangeRequest { id: Uuid::nil(), system_user: user.id, resource: resource.clone() };
            let says = vec![
                DeedMessage::WouldAskForRight { organisation: organisation.clone(), resource: resource.clone() },
                DeedMessage::OnlyWithAnswer { organisation: organisation.clone() },
            ];
            let rows = vec![
                ("system-user", Value::Text(user.id.to_string())),
                ("party", Value::from(&organisation)),
                ("right", Value::from(&resource)),
            ];
            let bodies = vec![(format!("POST {address}"), new.body())];
            Preview { requests: vec![("POST".to_owned(), address)], bodies, rows, ..shown(says) }
        }
    })
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let vendor = Vendor::of(&run.connection.profile)?;
    let (organisation, resource) = (vendor.party.organisation.clone(), vendor.party.resource.clone());
    let token = vendor.token(run.connection, REQUEST).await?;
    let phase = run.begin(DeedMessage::LookingForUser { organisation: organisation.clone() });
    match look(run.connection, &vendor, &token).await? {
        Standing::HasRight(user) => {
            run.end(phase, DeedMessage::UserFound { user: user.id.to_string() });
            if let Some(begun) = begun(run) {
                run.end_entry(begun, EntryState::Done)?;
            }
            Ok(vec![DeedMessage::UserHasRight { organisation, resource }])
        }
        Standing::Waits(found) => {
            run.end(phase, DeedMessage::RequestFound { request: found.id.to_string() });
            if let Some(begun) = begun(run).filter(|entry| entry.made == found.id.to_string()) {
                run.end_entry(Entry { link: found.confirm_url.clone(), ..begun }, EntryState::Done)?;
            }
            Ok(waits(run, &vendor, found))
        }
        Standing::Lacks(user) => {
            run.end(phase, DeedMessage::UserFound { user: user.id.to_string() });
            let made = ask(run, &token, &vendor, user.id).await?;
            Ok(waits(run, &vendor, made))
        }
    }
}

/// The entry that a kill has left open.
fn begun(run: &DeedRun<'_>) -> Option<Entry> {
    run.connection.journal.begun(&run.connection.profile, DeedId::ChangeSystemUser).cloned()
}

/// Makes the request under an id of ours, so that after a kill the same id makes no second one.
async fn ask(run: &DeedRun<'_>, token: &Token, vendor: &Vendor, user: Uuid) -> Result<SystemUserRequest, DeedStop> {
    let open = begun(run).and_then(|entry| entry.made.parse().ok());
    let new = NewChangeRequest { id: open.unwrap_or_else(Uuid::new_v4), system_user: user, resource: vendor.party.resource.clone() };
    let entry = run.resume_entry(DeedId::ChangeSystemUser, JournalPlace::Authentication, &new.id.to_string())?;
    let phase = run.begin(DeedMessage::AskingUser { organisation: vendor.party.organisation.clone() });
    match run.connection.services.request_change(token, &new).await {
        Ok(made) => {
            run.end_entry(Entry { link: made.confirm_url.clone(), ..entry }, EntryState::Done)?;
            run.end(phase, DeedMessage::UserAsked { request: new.id.to_string() });
            Ok(made)
        }
        Err(problem) => {
            run.end_refused(entry, &problem)?;
            Err(refusal::any(&problem, REQUEST))
        }
    }
}

fn waits(run: &mut DeedRun<'_>, vendor: &Vendor, request: SystemUserRequest) -> Vec<DeedMessage> {
    run.link = request.confirm_url;
    let organisation = vendor.party.organisation.clone();
    vec![DeedMessage::RequestStands { organisation, request: request.id.to_string() }, approval_next(run.connection, vendor)]
}

/// Altinn does not tell a vendor which rights a system user has, so what was approved for it is read instead.
async fn look(connection: &Connection, vendor: &Vendor, token: &Token) -> Result<Standing, DeedStop> {
    let services = &connection.services;
    let system = system(connection, vendor).await?;
    let (party, reference) = (&vendor.party.organisation, connection.profile.external_ref());
    let user = services.system_user(token, &system, party, reference).await.map_err(|problem| refusal::any(&problem, REQUEST))?;
    let user = user.ok_or_else(|| DeedMessage::NoUserToChange { organisation: party.clone() })?;
    let reading = vendor.token(connection, READ_REQUESTS).await?;
    let failed = |problem| refusal::any(&problem, READ_REQUESTS);
    let asks = |request: &SystemUserRequest| request.resources.iter().any(|id| id.eq_ignore_ascii_case(vendor.party.resource.as_str()));
    let change = services.change_request(&reading, &system, party, reference).await.map_err(failed)?;
    match change.filter(asks) {
        Some(change) if change.status == RequestStatus::New => return Ok(Standing::Waits(change)),
        Some(change) if change.status == RequestStatus::Accepted => return Ok(Standing::HasRight(user)),
        Some(_) | None => {}
    }
    let first = services.system_user_request(&reading, &system, party, reference).await.map_err(failed)?;
    let is_approved = first.is_some_and(|first| first.status == RequestStatus::Accepted && asks(&first));
    Ok(if is_approved { Standing::HasRight(user) } else { Standing::Lacks(user) })
}
