//! `ask-system-user`: makes the request that a person at the party answers. A request that waits already is taken up and not made
//! twice; one that was answered no, or has run out, is deleted and made anew.

mod undo;

pub(super) use undo::{preview_undo, undo};

use super::refusal;
use super::run::{DeedRun, DeedStop};
use super::vendor::{READ_REQUESTS, REGISTER, REQUEST, Vendor};
use crate::checks::Connection;
use crate::journey::{DeedId, DeedMessage, Entry, EntryState, Journal, JournalPlace, MustType, Preview, Profile};
use crate::services::{NewSystemUserRequest, RequestStatus, SystemUser, SystemUserRequest, Token};
use crate::values::{SystemId, Value};

/// What there is of the system user.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// It acts for the party already.
    There(SystemUser),
    /// The request waits for its answer.
    Waits(SystemUserRequest),
    /// An earlier request stands in the way: as long as it is there, Altinn makes no new one (facts platform D.2).
    InTheWay(SystemUserRequest),
    Missing,
}

/// A request that stands in the way is deleted without a question only if it is ours, and was answered no or has run out.
fn is_ours_to_delete(request: &SystemUserRequest, journal: &Journal, profile: &Profile) -> bool {
    let is_over = match request.status {
        RequestStatus::Rejected | RequestStatus::Denied | RequestStatus::TimedOut => true,
        RequestStatus::New | RequestStatus::Accepted => false,
    };
    is_over && journal.made_by(profile, DeedId::AskSystemUser, &request.id.to_string()).is_some()
}

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let vendor = Vendor::of(profile)?;
    let system = system(connection, &vendor).await?;
    let token = vendor.token(connection, REQUEST).await?;
    let new = request(&vendor, profile, &system);
    let address = connection.services.requests_address().to_string();
    let party = vendor.party.organisation.clone();
    let standing = look(connection, &vendor, &token, &new).await?;
    let shown = |says| Preview::new(DeedId::AskSystemUser, profile, says);
    let mut rows = vec![("system", Value::Text(system.to_string())), ("party", Value::from(&party)), ("right", Value::from(&new.resource))];
    rows.extend(new.external_ref.as_ref().map(|reference| ("external-ref", Value::Text(reference.clone()))));
    let post = ("POST".to_owned(), address.clone());
    let bodies = vec![(format!("POST {address}"), new.body())];
    let nothing_else = DeedMessage::OnlyWithAnswer { organisation: party.clone() };
    Ok(match standing {
        Standing::There(user) => shown(vec![DeedMessage::UserThere { organisation: party, user: user.id.to_string() }]),
        Standing::Waits(found) => {
            Preview { rows, ..shown(vec![DeedMessage::WouldTakeUpRequest { organisation: party, request: found.id.to_string() }]) }
        }
        Standing::Missing => {
            let says = vec![DeedMessage::WouldAskUser { system, organisation: party }, nothing_else];
            Preview { requests: vec![post], bodies, rows, ..shown(says) }
        }
        Standing::InTheWay(found) => {
            let id = found.id.to_string();
            let delete = ("DELETE".to_owned(), format!("{address}/{id}"));
            let mut preview = shown(vec![would_ask_again(&found, &vendor), nothing_else]);
            if !is_ours_to_delete(&found, &connection.journal, profile) {
                preview.says.push(DeedMessage::RequestMadeElsewhere { request: id.clone() });
                preview.must_type.push(MustType::Id(id));
            }
            Preview { requests: vec![delete, post], bodies, rows, ..preview }
        }
    })
}

fn would_ask_again(found: &SystemUserRequest, vendor: &Vendor) -> DeedMessage {
    let (organisation, request) = (vendor.party.organisation.clone(), found.id.to_string());
    match found.status {
        RequestStatus::TimedOut => DeedMessage::WouldAskAfterTimeout { organisation, request },
        RequestStatus::Rejected | RequestStatus::Denied => DeedMessage::WouldAskAfterNo { organisation, request },
        RequestStatus::Accepted | RequestStatus::New => DeedMessage::WouldAskAfterGone { organisation, request },
    }
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let vendor = Vendor::of(&connection.profile)?;
    let organisation = vendor.party.organisation.clone();
    let system = system(connection, &vendor).await?;
    let token = vendor.token(connection, REQUEST).await?;
    let new = request(&vendor, &connection.profile, &system);
    let phase = run.begin(DeedMessage::LookingForUser { organisation: organisation.clone() });
    match look(connection, &vendor, &token, &new).await? {
        Standing::There(user) => {
            run.end(phase, DeedMessage::UserFound { user: user.id.to_string() });
            // The system user has the id of the request that it was made by.
            settle(run, &user.id.to_string(), None)?;
            Ok(vec![DeedMessage::UserThere { organisation, user: user.id.to_string() }])
        }
        Standing::Waits(found) => {
            run.end(phase, DeedMessage::RequestFound { request: found.id.to_string() });
            settle(run, &found.id.to_string(), Some(&found))?;
            Ok(waits(run, &vendor, found))
        }
        Standing::Missing => {
            run.end(phase, DeedMessage::NoRequestFound);
            ask(run, &vendor, &token, &new).await
        }
        Standing::InTheWay(found) => {
            let id = found.id.to_string();
            run.end(phase, DeedMessage::RequestFound { request: id.clone() });
            let agreed = run.options.agreed.names(&id);
            if !agreed && !is_ours_to_delete(&found, &connection.journal, &connection.profile) {
                return Err(DeedMessage::RequestNotOurs { request: id }.into());
            }
            delete(run, &token, &found).await?;
            ask(run, &vendor, &token, &new).await
        }
    }
}

/// After a kill nobody knew whether the request was made. Now it is known.
fn settle(run: &DeedRun<'_>, made: &str, found: Option<&SystemUserRequest>) -> Result<(), DeedStop> {
    let Some(begun) = run.connection.journal.begun(&run.connection.profile, DeedId::AskSystemUser) else { return Ok(()) };
    let link = found.and_then(|found| found.confirm_url.clone());
    run.end_entry(Entry { made: made.to_owned(), link, ..begun.clone() }, EntryState::Done)
}

async fn delete(run: &DeedRun<'_>, token: &Token, found: &SystemUserRequest) -> Result<(), DeedStop> {
    let id = found.id.to_string();
    let phase = run.begin(DeedMessage::DeletingRequest { request: id.clone() });
    run.connection.services.delete_system_user_request(token, found.id).await.map_err(|problem| refusal::any(&problem, REQUEST))?;
    if let Some(entry) = run.connection.journal.made_by(&run.connection.profile, DeedId::AskSystemUser, &id) {
        run.end_entry(entry.clone(), EntryState::Undone)?;
    }
    run.end(phase, DeedMessage::RequestDeleted { request: id });
    Ok(())
}

async fn ask(run: &mut DeedRun<'_>, vendor: &Vendor, token: &Token, new: &NewSystemUserRequest) -> Result<Vec<DeedMessage>, DeedStop> {
    let organisation = vendor.party.organisation.clone();
    let entry = run.resume_entry(DeedId::AskSystemUser, JournalPlace::Authentication, "")?;
    let phase = run.begin(DeedMessage::AskingUser { organisation: organisation.clone() });
    let made = match run.connection.services.request_system_user(token, new).await {
        Ok(made) => made,
        Err(problem) => {
            run.end_refused(entry, &problem)?;
            return Err(refusal::any(&problem, REQUEST));
        }
    };
    let id = made.id.to_string();
    run.end_entry(Entry { made: id.clone(), link: made.confirm_url.clone(), ..entry }, EntryState::Done)?;
    run.end(phase, DeedMessage::UserAsked { request: id.clone() });
    match made.status {
        RequestStatus::New => Ok(waits(run, vendor, made)),
        RequestStatus::Accepted => Ok(vec![DeedMessage::UserThere { organisation, user: id }]),
        RequestStatus::Rejected | RequestStatus::Denied | RequestStatus::TimedOut => {
            Err(DeedMessage::RequestNotOurs { request: id }.into())
        }
    }
}

fn waits(run: &mut DeedRun<'_>, vendor: &Vendor, request: SystemUserRequest) -> Vec<DeedMessage> {
    run.link = request.confirm_url;
    let organisation = vendor.party.organisation.clone();
    vec![DeedMessage::RequestStands { organisation, request: request.id.to_string() }, approval_next(run.connection, vendor)]
}

/// Who opens the link. In a test environment that is mostly the user.
pub(super) fn approval_next(connection: &Connection, vendor: &Vendor) -> DeedMessage {
    let organisation = vendor.party.organisation.clone();
    if connection.profile.environment.is_production() {
        DeedMessage::ApproverOpensNext { organisation }
    } else {
        DeedMessage::ApproveItNext { organisation }
    }
}

fn request(vendor: &Vendor, profile: &Profile, system: &SystemId) -> NewSystemUserRequest {
    NewSystemUserRequest {
        system: system.clone(),
        party: vendor.party.organisation.clone(),
        external_ref: profile.external_ref().map(ToOwned::to_owned),
        resource: vendor.party.resource.clone(),
    }
}

/// The system: the answer, else the vendor's own that our client stands in.
pub(super) async fn system(connection: &Connection, vendor: &Vendor) -> Result<SystemId, DeedStop> {
    if let Some(answered) = &connection.profile.system.id {
        return Ok(answered.clone());
    }
    let token = vendor.token(connection, REGISTER).await?;
    let found = vendor.system_of_client(&connection.services, &token).await?;
    found.map(|(id, _)| id).ok_or_else(|| DeedMessage::NoSystemYet { client: vendor.client.clone() }.into())
}

async fn look(connection: &Connection, vendor: &Vendor, token: &Token, new: &NewSystemUserRequest) -> Result<Standing, DeedStop> {
    let services = &connection.services;
    let reference = new.external_ref.as_deref();
    let user = services.system_user(token, &new.system, &new.party, reference).await;
    if let Some(user) = user.map_err(|problem| refusal::any(&problem, REQUEST))? {
        return Ok(Standing::There(user));
    }
    let reading = vendor.token(connection, READ_REQUESTS).await?;
    let found = services.system_user_request(&reading, &new.system, &new.party, reference).await;
    Ok(match found.map_err(|problem| refusal::any(&problem, READ_REQUESTS))? {
        None => Standing::Missing,
        Some(found) if found.status == RequestStatus::New => Standing::Waits(found),
        Some(found) => Standing::InTheWay(found),
    })
}
