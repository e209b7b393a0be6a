//! What there is of the list, and what is to be done to it.

use crate::checks::Connection;
use crate::deeds::owner::{self, LISTS};
use crate::deeds::party::Party;
use crate::deeds::refusal;
use crate::deeds::run::DeedStop;
use crate::journey::{Cause, DeedMessage, DeedOptions};
use crate::services::{AccessListMode, ListConnection, ListPlace, Problem, Token};
use crate::values::{Language, OrgNumber};

/// Whether the list is connected to the resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Connected {
    No,
    /// For these actions only. Filters keep events from the members (facts platform E.1).
    Only(Vec<String>),
    Yes,
}

#[derive(Debug, Clone)]
pub(in crate::deeds) struct Plan {
    pub(in crate::deeds) place: ListPlace,
    /// The name that a new list gets.
    pub(super) name: String,
    pub(in crate::deeds) exists: bool,
    pub(super) connected: Connected,
    /// The other resources that the list is connected to.
    pub(super) others: Vec<String>,
    /// Who is on the list.
    pub(super) members: Vec<OrgNumber>,
    /// Who is not on the list and shall be.
    pub(super) add: Vec<OrgNumber>,
    /// Who is on the list and shall not be.
    pub(super) remove: Vec<OrgNumber>,
    /// Whether only members may use the resource.
    pub(in crate::deeds) is_enforced: bool,
}

impl Plan {
    pub(in crate::deeds) async fn of(
        connection: &Connection,
        party: &Party,
        token: &Token,
        options: &DeedOptions,
    ) -> Result<Self, DeedStop> {
        let services = &connection.services;
        let failed = |problem: Problem| match problem.cause() {
            // With the scope in the token, an empty 403 says that the code is not the caller's.
            Some(Cause::ScopeMissing) => owner::no_code(party),
            _ => refusal::any(&problem, LISTS),
        };
        let resource = services.resource(&party.resource).await.map_err(failed)?;
        let Some(resource) = resource else { return Err(DeedMessage::ResourceNotThere { resource: party.resource.clone() }.into()) };
        let owner = owner::code_of(party, token, Some(&resource))?;
        let place = ListPlace { id: id(connection, party, token, &owner).await?, owner };
        let list = services.access_list(token, &place).await.map_err(failed)?;
        let exists = list.is_some();
        let (connections, members) = if exists {
            let both = tokio::join!(services.list_connections(token, &place), services.list_members(token, &place));
            (both.0.map_err(failed)?, both.1.map_err(failed)?)
        } else {
            (Vec::new(), Vec::new())
        };
        let is_here = |connection: &&ListConnection| connection.is_to(&party.resource);
        let connected = match connections.iter().find(is_here).map(ListConnection::actions) {
            None => Connected::No,
            Some([]) => Connected::Yes,
            Some(actions) => Connected::Only(actions.to_vec()),
        };
        let wanted = wanted(connection, options);
        Ok(Self {
            name: resource.titles.read_in(Language::Bokmal).unwrap_or(party.resource.as_str()).to_owned(),
            exists,
            connected,
            others: connections.iter().filter(|connection| !is_here(connection)).map(|connection| connection.resource.clone()).collect(),
            add: distinct(wanted).into_iter().filter(|organisation| !members.contains(organisation)).collect(),
            remove: distinct(options.remove.clone()).into_iter().filter(|organisation| members.contains(organisation)).collect(),
            members,
            is_enforced: resource.access_list_mode == AccessListMode::Enabled,
            place,
        })
    }

    /// How many are on the list once all is done.
    pub(in crate::deeds) fn count(&self) -> usize {
        (self.members.len() + self.add.len()).saturating_sub(self.remove.len())
    }

    pub(in crate::deeds) fn is_done(&self) -> bool {
        self.exists && self.connected == Connected::Yes && self.add.is_empty() && self.remove.is_empty()
    }

    /// What is there, as text, to tell whether it is still the same when the deed is done.
    pub(in crate::deeds) fn seen(&self) -> String {
        let members: Vec<_> = self.members.iter().map(OrgNumber::digits).collect();
        format!("{} {:?} {:?} {members:?}", self.exists, self.connected, self.others)
    }
}

/// Whom the user names, else those of whom the answers say that they take part.
fn wanted(connection: &Connection, options: &DeedOptions) -> Vec<OrgNumber> {
    if options.add.is_empty() && options.remove.is_empty() { connection.profile.takes_part() } else { options.add.clone() }
}

fn distinct(organisations: Vec<OrgNumber>) -> Vec<OrgNumber> {
    let mut all: Vec<OrgNumber> = Vec::new();
    for organisation in organisations {
        if !all.contains(&organisation) {
            all.push(organisation);
        }
    }
    all
}

/// The list's id: the answer, else that of the one list that is connected to the resource, else the resource's own id.
async fn id(connection: &Connection, party: &Party, token: &Token, owner: &str) -> Result<String, DeedStop> {
    if let Some(answered) = &connection.profile.access_list.id {
        return Ok(answered.clone());
    }
    let connected = connection.services.lists_of_resource(token, owner, &party.resource).await;
    let connected = connected.map_err(|problem| match problem.cause() {
        Some(Cause::ScopeMissing) => owner::no_code(party),
        _ => refusal::any(&problem, LISTS),
    })?;
    match connected.as_slice() {
        [] => Ok(party.resource.to_string()),
        [(list, _)] => Ok(list.id.clone()),
        several => Err(DeedMessage::SeveralLists { lists: several.iter().map(|(list, _)| list.id.clone()).collect() }.into()),
    }
}
