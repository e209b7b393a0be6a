//! Takes back what was done to a list: members that came go, those who went come back, and a list that was made goes if nobody is left
//! on it.

use super::{Kept, add, lines};
use crate::checks::Connection;
use crate::deeds::entries::{kept, to_undo};
use crate::deeds::identity::TokenIdentity;
use crate::deeds::owner::LISTS;
use crate::deeds::party::Party;
use crate::deeds::refusal;
use crate::deeds::run::{DeedRun, DeedStop};
use crate::journey::{ChangeKind, DeedId, DeedMessage, Entry, Preview};
use crate::services::{ListPlace, MOST_MEMBERS, Problem};
use crate::values::OrgNumber;

pub(in crate::deeds) fn preview_undo(entry: &Entry, connection: &Connection) -> Result<Preview, DeedStop> {
    let (place, kept) = read(entry)?;
    let party = Party::of(&connection.profile)?;
    let services = &connection.services;
    let members = services.members_address(&place).to_string();
    let mut requests = vec![("GET".to_owned(), members.clone())];
    let mut send = |wanted: bool, method: &str, address: String| requests.extend(wanted.then(|| (method.to_owned(), address)));
    send(!kept.added.is_empty(), "DELETE", members.clone());
    send(!kept.removed.is_empty(), "POST", members);
    send(kept.connected, "DELETE", services.list_connection_address(&place, &party.resource).to_string());
    send(kept.made, "DELETE", services.list_address(&place).to_string());
    let mut says = vec![DeedMessage::WouldPutListBack { list: place.id.clone() }];
    if kept.made {
        says.push(DeedMessage::ListGoesIfEmpty { list: place.id });
    }
    let changes = lines(ChangeKind::Goes, &kept.added).chain(lines(ChangeKind::Added, &kept.removed)).collect();
    Ok(Preview { requests, changes, ..Preview::new(DeedId::Admit, &connection.profile, says) })
}

pub(in crate::deeds) async fn undo(run: &mut DeedRun<'_>, entry: &Entry) -> Result<Vec<DeedMessage>, DeedStop> {
    let (place, kept) = read(entry)?;
    let party = Party::of(&run.connection.profile)?;
    let token = TokenIdentity::Organisation.token(run.connection, &party, LISTS).await?;
    let services = &run.connection.services;
    let failed = |problem: Problem| refusal::any(&problem, LISTS);
    let phase = run.begin(DeedMessage::PuttingListBack { list: place.id.clone() });
    if services.access_list(&token, &place).await.map_err(failed)?.is_some() {
        let members = services.list_members(&token, &place).await.map_err(failed)?;
        let goes: Vec<OrgNumber> = kept.added.iter().filter(|organisation| members.contains(organisation)).cloned().collect();
        for some in goes.chunks(MOST_MEMBERS) {
            services.remove_members(&token, &place, some).await.map_err(failed)?;
        }
        let back: Vec<OrgNumber> = kept.removed.iter().filter(|organisation| !members.contains(organisation)).cloned().collect();
        add(run, &token, &place, &back).await?;
        let connections = services.list_connections(&token, &place).await.map_err(failed)?;
        let (here, others): (Vec<_>, Vec<_>) = connections.iter().partition(|connection| connection.is_to(&party.resource));
        if kept.connected && !here.is_empty() {
            services.disconnect_list(&token, &place, &party.resource).await.map_err(failed)?;
        }
        let is_empty = members.len() == goes.len() && back.is_empty();
        if kept.made && is_empty && others.is_empty() && (kept.connected || here.is_empty()) {
            services.delete_access_list(&token, &place).await.map_err(failed)?;
        }
    }
    run.undone(phase, entry, DeedMessage::ListPutBack { list: place.id })
}

fn read(entry: &Entry) -> Result<(ListPlace, Kept), DeedStop> {
    let id = to_undo(entry)?;
    let kept: Kept = kept(entry)?;
    Ok((ListPlace { owner: kept.owner.clone(), id }, kept))
}
