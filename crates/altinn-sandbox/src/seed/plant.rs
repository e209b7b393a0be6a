//! Adds to a world what fits into it.

use super::entries::{SeededClient, SeededKey, SeededOrganisation, SeededResource, SeededScope, SeededSystem, SeededSystemUser};
use super::fit::{Entry, New};
use super::refused::named;
use crate::broker::seed::configure;
use crate::clock;
use crate::known;
use crate::maskinporten::scopes::{Scope, prefix};
use crate::maskinporten::state::{Client, RegisteredKey, Registration};
use crate::registry::resource::{AccessListMode, Resource};
use crate::registry::seed::described;
use crate::systems::seed::{granted, registered};
use crate::systems::{Delegation, Right};
use crate::world::World;
use crate::world::organisations::Organisation;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::path::{Path, PathBuf};

/// What a world got from a seed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planted {
    file: PathBuf,
    counts: [(usize, &'static str, &'static str); 6],
}

/// Says it in one sentence.
impl std::fmt::Display for Planted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let new: Vec<String> = self
            .counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, several)| format!("{count} {}", if *count == 1 { one } else { several }))
            .collect();
        let file = named(&self.file);
        if new.is_empty() { write!(f, "This world has all of {file} already.") } else { write!(f, "New from {file}: {}.", new.join(", ")) }
    }
}

pub(super) fn plant(file: &Path, new: &New<'_>, world: &mut World) -> Planted {
    new.organisations.iter().for_each(|entry| organisation(world, entry));
    new.scopes.iter().for_each(|entry| scope(world, entry));
    new.organisations.iter().for_each(|entry| grants(world, entry));
    new.clients.iter().for_each(|entry| client(world, entry));
    new.resources.iter().for_each(|entry| resource(world, entry));
    new.systems.iter().for_each(|entry| system(world, entry));
    new.system_users.iter().for_each(|entry| system_user(world, entry));
    Planted {
        file: file.to_owned(),
        counts: [
            (new.organisations.len(), "organisation", "organisations"),
            (new.scopes.len(), "scope", "scopes"),
            (new.clients.len(), "client", "clients"),
            (new.resources.len(), "resource", "resources"),
            (new.systems.len(), "system", "systems"),
            (new.system_users.len(), "system user", "system users"),
        ],
    }
}

fn remember(world: &mut World, entry: &impl Entry) {
    world.seeded.insert(entry.key(), entry.written());
}

fn organisation(world: &mut World, entry: &SeededOrganisation) {
    let number = &entry.number.value;
    let is_known = world.organisations.by_number(number).is_some() || number.digits() == known::DIGDIR.number;
    if let (false, Some(name)) = (is_known, &entry.name) {
        let org_code = entry.org_code.as_ref().map(|code| code.value.0.clone());
        world.organisations.all.push(Organisation { number: number.clone(), name: name.value.clone(), org_code });
    }
    let owned = entry.prefixes.iter().map(|prefix| (prefix.value.0.clone(), number.clone()));
    world.maskinporten.prefixes.extend(owned);
    remember(world, entry);
}

fn scope(world: &mut World, entry: &SeededScope) {
    let (name, owner) = (entry.name.value.0.clone(), &entry.owner.value);
    if !known::scopes().any(|known| prefix(known) == prefix(&name)) {
        world.maskinporten.prefixes.insert(prefix(&name).to_owned(), owner.clone());
    }
    world.maskinporten.added.push(Scope { name, owner: owner.digits().to_owned(), is_public: !entry.needs_grant });
    remember(world, entry);
}

/// Grants scopes, and adds those that nobody has named yet.
fn grants(world: &mut World, entry: &SeededOrganisation) {
    let state = &mut world.maskinporten;
    for scope in &entry.scopes {
        let name = &scope.value.0;
        if !state.scopes().iter().any(|known| known.name == *name) {
            let owner = state.owner_of(name).to_owned();
            state.added.push(Scope { name: name.clone(), owner, is_public: false });
        }
        let granted = state.granted.entry(entry.number.value.clone()).or_default();
        if !granted.contains(name) {
            granted.push(name.clone());
        }
        state.requested.retain(|request| request.organisation != entry.number.value || request.scope != *name);
    }
}

fn client(world: &mut World, entry: &SeededClient) {
    let name = entry.name.as_ref().map_or_else(|| entry.id.value.to_string(), |name| name.value.clone());
    world.maskinporten.clients.push(Client {
        id: entry.id.value.clone(),
        organisation: entry.organisation.value.clone(),
        scopes: entry.scopes.iter().map(|scope| scope.value.0.clone()).collect(),
        keys: entry.keys.iter().map(registered_key).collect(),
        certificates: entry.certificate.iter().map(|certificate| certificate.value.clone()).collect(),
        registration: Registration::called(&name),
    });
    remember(world, entry);
}

fn registered_key(key: &SeededKey) -> RegisteredKey {
    let at_midnight = |date: Date| date.to_zoned(TimeZone::UTC).ok().map(|start| start.timestamp());
    let posted = key.posted.and_then(at_midnight).unwrap_or_else(Timestamp::now);
    RegisteredKey { kid: key.kid.value.0.clone(), n: key.n.clone(), e: key.e.clone(), posted }
}

fn resource(world: &mut World, entry: &SeededResource) {
    let (id, owner) = (entry.id.value.0.clone(), &entry.owner.value);
    let code = world.organisations.code_of(owner).unwrap_or_default().to_owned();
    let name = world.organisations.by_number(owner).map_or(known::DIGDIR.name, |owner| &owner.name).to_owned();
    let title = entry.title.as_ref().map_or(id.as_str(), |title| title.value.as_str());
    world.registry.put(Resource {
        identifier: id.clone(),
        version_id: 0,
        owner: Some(owner.digits().to_owned()),
        owner_code: Some(code.clone()),
        resource_type: entry.resource_type.to_owned(),
        delegable: entry.delegable,
        access_list_mode: AccessListMode::Disabled,
        described: described((title, title), (&name, owner.digits(), &code)),
        policy: Some(entry.policy.rules(&code)),
        updated: clock::now(),
    });
    if entry.in_broker {
        configure(world, &id, (owner.digits(), &name));
    }
    remember(world, entry);
}

fn system(world: &mut World, entry: &SeededSystem) {
    let id = &entry.id.value.0;
    let name = entry.name.as_ref().map_or(id.as_str(), |name| name.value.as_str());
    let rights = entry.rights.iter().map(|right| Right::to(&right.value.0)).collect();
    let clients = entry.clients.iter().map(|client| client.value.to_string()).collect();
    world.systems.systems.push(registered((id, entry.vendor.value.digits()), (name, name), rights, clients));
    remember(world, entry);
}

fn system_user(world: &mut World, entry: &SeededSystemUser) {
    let Some(system) = world.systems.system(&entry.system.value.0).cloned() else { return };
    let of_system = || system.rights.iter().flat_map(|right| &right.resource).map(|resource| resource.value.clone()).collect();
    let rights: Vec<String> =
        if entry.rights.is_empty() { of_system() } else { entry.rights.iter().map(|right| right.value.0.clone()).collect() };
    let given = rights.iter().map(|id| Delegation { resource: id.clone(), actions: delegable(world, id) });
    let delegations = given.filter(|given| !given.actions.is_empty()).collect();
    granted(world, &system, entry.party.value.digits(), entry.reference(), delegations);
    remember(world, entry);
}

/// The actions of a resource that can be given to a system user.
fn delegable(world: &World, id: &str) -> Vec<String> {
    world.registry.policy(id).map(|policy| policy.delegable_actions()).unwrap_or_default()
}
