//! `admit`: organisations on and off the access list of the resource. The list and its connection to the resource are made where they are
//! missing. Whether the list is enforced is not changed here: `restrict-resource` does that.

mod plan;
mod undo;

pub(super) use plan::Plan;
pub(super) use undo::{preview_undo, undo};

use super::entries::kept;
use super::identity::TokenIdentity;
use super::owner::LISTS;
use super::party::Party;
use super::refusal;
use super::run::{DeedRun, DeedStop};
use crate::checks::Connection;
use crate::journey::{
    Cause, ChangeKind, ChangeLine, DeedId, DeedMessage, DeedOptions, Entry, EntryState, FieldId, JournalPlace, MustType, Preview,
};
use crate::services::{ListPlace, MOST_MEMBERS, Problem, Token, list_body, members_body};
use crate::values::{OrgNumber, Value};
use plan::Connected;
use serde::{Deserialize, Serialize};

/// What the file of an entry keeps: what was done to the list, so that it can be taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    owner: String,
    made: bool,
    connected: bool,
    added: Vec<OrgNumber>,
    removed: Vec<OrgNumber>,
}

pub(super) async fn preview(connection: &Connection, options: &DeedOptions) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let party = Party::of(profile)?;
    let token = TokenIdentity::Organisation.token(connection, &party, LISTS).await?;
    let plan = Plan::of(connection, &party, &token, options).await?;
    let shown = |says| Preview::new(DeedId::Admit, profile, says);
    let list = plan.place.id.clone();
    if plan.is_done() {
        let requests = vec![("GET".to_owned(), connection.services.members_address(&plan.place).to_string())];
        let says = vec![DeedMessage::WouldKeepList { list, count: plan.members.len() }];
        return Ok(Preview { requests, rows: rows(&plan), changes: changes(&plan), ..shown(says) });
    }
    let mut preview = shown(says(&plan, &party));
    if plan.exists && !is_ours(connection, &plan.place) {
        preview.says.push(DeedMessage::ListMadeElsewhere { list: list.clone() });
        preview.must_type.push(MustType::Id(list));
    }
    let (requests, bodies) = requests(connection, &plan, &party);
    Ok(Preview { requests, bodies, rows: rows(&plan), changes: changes(&plan), seen: Some(plan.seen()), ..preview })
}

pub(super) fn says(plan: &Plan, party: &Party) -> Vec<DeedMessage> {
    let (list, resource) = (plan.place.id.clone(), party.resource.clone());
    let mut says = Vec::new();
    if !plan.add.is_empty() {
        says.push(DeedMessage::WouldAdmit { organisations: plan.add.clone(), resource: resource.clone() });
    }
    if !plan.remove.is_empty() {
        says.push(DeedMessage::WouldTakeOff { organisations: plan.remove.clone(), resource: resource.clone() });
    }
    if !plan.exists {
        says.push(DeedMessage::WouldMakeList { list: list.clone() });
    }
    match &plan.connected {
        Connected::Yes => {}
        Connected::No => says.push(DeedMessage::WouldConnectList { list: list.clone(), resource: resource.clone() }),
        Connected::Only(actions) => says.push(DeedMessage::WouldWidenConnection { list: list.clone(), actions: actions.clone() }),
    }
    if !plan.others.is_empty() {
        says.push(DeedMessage::AlsoOnList { list, resources: plan.others.clone() });
    }
    says.push(if plan.is_enforced { DeedMessage::ListTakesMinutes } else { DeedMessage::ListNotEnforced { resource } });
    says
}

pub(super) type Requests = Vec<(String, String)>;

pub(super) fn requests(connection: &Connection, plan: &Plan, party: &Party) -> (Requests, Requests) {
    let services = &connection.services;
    let (list, members) = (services.list_address(&plan.place).to_string(), services.members_address(&plan.place).to_string());
    let (mut requests, mut bodies) = (vec![("GET".to_owned(), list.clone())], Vec::new());
    let mut send = |method: &str, address: String, body: String| {
        bodies.push((format!("{method} {address}"), body));
        requests.push((method.to_owned(), address));
    };
    if !plan.exists {
        send("PUT", list, list_body(&plan.name));
    }
    if plan.connected != Connected::Yes {
        send("PUT", services.list_connection_address(&plan.place, &party.resource).to_string(), "{}".to_owned());
    }
    for some in plan.add.chunks(MOST_MEMBERS) {
        send("POST", members.clone(), members_body(some));
    }
    for some in plan.remove.chunks(MOST_MEMBERS) {
        send("DELETE", members.clone(), members_body(some));
    }
    (requests, bodies)
}

fn rows(plan: &Plan) -> Vec<(&'static str, Value)> {
    vec![("list", Value::Text(plan.place.id.clone()))]
}

/// Each member, with what becomes of it.
pub(super) fn changes(plan: &Plan) -> Vec<ChangeLine> {
    let stays = plan.members.iter().filter(|member| !plan.remove.contains(member));
    lines(ChangeKind::Goes, &plan.remove).chain(lines(ChangeKind::Stays, stays)).chain(lines(ChangeKind::Added, &plan.add)).collect()
}

fn lines<'a>(kind: ChangeKind, organisations: impl IntoIterator<Item = &'a OrgNumber>) -> impl Iterator<Item = ChangeLine> {
    organisations.into_iter().map(move |organisation| ChangeLine::new(kind, organisation.to_string()))
}

/// Whether a deed of ours has made the list.
pub(super) fn is_ours(connection: &Connection, place: &ListPlace) -> bool {
    let profile = &connection.profile;
    let of_list = connection.journal.of(profile).entries.into_iter().filter(|entry| entry.deed == DeedId::Admit && entry.made == place.id);
    of_list.filter(Entry::stands).filter_map(|entry| kept::<Kept>(&entry).ok()).any(|kept| kept.made)
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let token = run.token(TokenIdentity::Organisation, &party, LISTS).await?;
    let phase = run.begin(DeedMessage::ReadingList);
    let plan = Plan::of(connection, &party, &token, run.options).await?;
    let list = plan.place.id.clone();
    run.end(phase, DeedMessage::ListRead { list: list.clone(), count: plan.members.len() });
    if plan.is_done() {
        run.answer(FieldId::AccessListId, list.clone());
        run.settle(DeedId::Admit, &list)?;
        return Ok(vec![DeedMessage::ListStands { list, count: plan.members.len() }]);
    }
    if run.options.agreed.saw_other(&plan.seen()) {
        return Err(DeedMessage::ListChangedSince { list }.into());
    }
    if plan.exists && !is_ours(connection, &plan.place) && !run.options.agreed.names(&list) {
        return Err(DeedMessage::ListNotFromHere { list }.into());
    }
    change(run, &party, &token, &plan).await?;
    let mut says = vec![DeedMessage::ListStands { list, count: plan.count() }];
    if !plan.is_enforced {
        says.push(DeedMessage::RestrictNext { resource: party.resource.clone() });
    }
    Ok(says)
}

pub(super) async fn change(run: &DeedRun<'_>, party: &Party, token: &Token, plan: &Plan) -> Result<(), DeedStop> {
    let place = &plan.place;
    let entry = run.begin_replacing(DeedId::Admit, JournalPlace::Registry, &place.id, &kept_with(run, plan))?;
    match sent(run, party, token, plan).await {
        Ok(()) => {
            run.answer(FieldId::AccessListId, place.id.clone());
            run.end_entry(entry, EntryState::Done)
        }
        Err(stop) => {
            // Some of it may be done, and undoing it takes back only what is there.
            run.end_entry(entry, EntryState::Done)?;
            Err(stop)
        }
    }
}

/// What the entry keeps: what this deed does, with what one that was killed before had begun to do.
fn kept_with(run: &DeedRun<'_>, plan: &Plan) -> Kept {
    let before = run.begun(DeedId::Admit, &plan.place.id).and_then(|entry| kept::<Kept>(entry).ok()).unwrap_or_default();
    let both = |before: Vec<OrgNumber>, now: &[OrgNumber]| {
        let new: Vec<_> = now.iter().filter(|organisation| !before.contains(organisation)).cloned().collect();
        [before, new].concat()
    };
    Kept {
        owner: plan.place.owner.clone(),
        made: before.made || !plan.exists,
        connected: before.connected || plan.connected == Connected::No,
        added: both(before.added, &plan.add),
        removed: both(before.removed, &plan.remove),
    }
}

async fn sent(run: &DeedRun<'_>, party: &Party, token: &Token, plan: &Plan) -> Result<(), DeedStop> {
    let (services, place) = (&run.connection.services, &plan.place);
    let list = || place.id.clone();
    if !plan.exists {
        let phase = run.begin(DeedMessage::MakingList { list: list() });
        services.put_access_list(token, place, &plan.name).await.map_err(|problem| refusal::any(&problem, LISTS))?;
        run.end(phase, DeedMessage::ListMade { list: list() });
    }
    if plan.connected != Connected::Yes {
        let phase = run.begin(DeedMessage::ConnectingList { list: list() });
        services.connect_list(token, place, &party.resource).await.map_err(|problem| refusal::any(&problem, LISTS))?;
        run.end(phase, DeedMessage::ListConnected { list: list() });
    }
    if !plan.add.is_empty() {
        let phase = run.begin(DeedMessage::AddingMembers { count: plan.add.len() });
        add(run, token, place, &plan.add).await?;
        run.end(phase, DeedMessage::MembersAdded { count: plan.add.len() });
    }
    if !plan.remove.is_empty() {
        let phase = run.begin(DeedMessage::RemovingMembers { count: plan.remove.len() });
        for some in plan.remove.chunks(MOST_MEMBERS) {
            services.remove_members(token, place, some).await.map_err(|problem| refusal::any(&problem, LISTS))?;
        }
        run.end(phase, DeedMessage::MembersRemoved { count: plan.remove.len() });
    }
    Ok(())
}

/// Adds members. If Altinn does not know one of them it takes none of the call, and does not say which one it is, so that each is then
/// tried alone.
async fn add(run: &DeedRun<'_>, token: &Token, place: &ListPlace, organisations: &[OrgNumber]) -> Result<(), DeedStop> {
    let services = &run.connection.services;
    let mut unknown = Vec::new();
    for some in organisations.chunks(MOST_MEMBERS) {
        match services.add_members(token, place, some).await {
            Ok(()) => {}
            Err(problem) if is_unknown(&problem) => {
                for one in some {
                    match services.add_members(token, place, std::slice::from_ref(one)).await {
                        Ok(()) => {}
                        Err(problem) if is_unknown(&problem) => unknown.push(one.clone()),
                        Err(problem) => return Err(refusal::any(&problem, LISTS)),
                    }
                }
            }
            Err(problem) => return Err(refusal::any(&problem, LISTS)),
        }
    }
    if unknown.is_empty() { Ok(()) } else { Err(DeedMessage::MembersUnknown { organisations: unknown }.into()) }
}

fn is_unknown(problem: &Problem) -> bool {
    problem.cause() == Some(Cause::PartyUnknown)
}
