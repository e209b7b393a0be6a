//! Whether a seed fits together and into a world. What the world has of it already is left out.

use super::Seed;
use super::entries::{SeededClient, SeededOrganisation, SeededResource, SeededScope, SeededSystem, SeededSystemUser};
use super::fields::{Placed, shown};
use super::known_here::KnownHere;
use super::names::{ResourceId, ScopeName};
use super::refused::Report;
use crate::known;
use crate::maskinporten::scopes::prefix;
use crate::values::OrgNumber;
use crate::world::World;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// The most keys of a client (facts platform B.2).
const KEYS_MOST: usize = 5;

/// The entries of a seed that a world does not have yet.
#[derive(Default)]
pub(super) struct New<'s> {
    pub(super) organisations: Vec<&'s SeededOrganisation>,
    pub(super) scopes: Vec<&'s SeededScope>,
    pub(super) clients: Vec<&'s SeededClient>,
    pub(super) resources: Vec<&'s SeededResource>,
    pub(super) systems: Vec<&'s SeededSystem>,
    pub(super) system_users: Vec<&'s SeededSystemUser>,
}

/// The name under which a world remembers an entry: what it is, and its id.
pub(super) trait Entry: Serialize {
    fn key(&self) -> String;
    fn line(&self) -> usize;

    /// As it was written, without its lines.
    fn written(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

macro_rules! entries {
    ($($entry:ty: $what:literal, $id:ident;)*) => {$(
        impl Entry for $entry {
            fn key(&self) -> String {
                format!("{} {}", $what, serde_json::to_value(&self.$id).ok().and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default())
            }

            fn line(&self) -> usize {
                self.$id.line
            }
        }
    )*};
}

entries! {
    SeededOrganisation: "organisation", number;
    SeededScope: "scope", name;
    SeededClient: "client", id;
    SeededResource: "resource", id;
    SeededSystem: "system", id;
}

impl Entry for SeededSystemUser {
    fn key(&self) -> String {
        format!("system user of {} for {}, {}", self.system.value.0, self.party.value.digits(), self.reference())
    }

    fn line(&self) -> usize {
        self.system.line
    }
}

/// What a world does not have yet. Whatever does not fit is noted.
pub(super) fn fitting<'s>(seed: &'s Seed, world: &World, report: &Report) -> New<'s> {
    let fit = Fit { here: KnownHere { seed, world }, report };
    let new = New {
        organisations: fit.missing(&seed.organisations),
        scopes: fit.missing(&seed.scopes),
        clients: fit.missing(&seed.clients),
        resources: fit.missing(&seed.resources),
        systems: fit.missing(&seed.systems),
        system_users: fit.missing(&seed.system_users),
    };
    fit.prefixes(&new);
    new.organisations.iter().for_each(|entry| fit.organisation(entry));
    new.scopes.iter().for_each(|entry| fit.scope(entry));
    new.clients.iter().for_each(|entry| fit.client(entry));
    new.resources.iter().for_each(|entry| fit.resource(entry));
    new.systems.iter().for_each(|entry| fit.system(entry));
    fit.clients_of_systems();
    new.system_users.iter().for_each(|entry| fit.system_user(entry));
    new
}

struct Fit<'a> {
    here: KnownHere<'a>,
    report: &'a Report,
}

impl Fit<'_> {
    /// The entries that the world does not have yet. One that it has otherwise, and one that the seed has twice, is noted.
    fn missing<'s, E: Entry>(&self, entries: &'s [E]) -> Vec<&'s E> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut is_new = |entry: &&'s E| {
            if let Some(first) = seen.insert(entry.key(), entry.line()) {
                self.report.note(entry.line(), format!("The {} stands in line {first} already.", shown(&entry.key())));
                return false;
            }
            let Some(before) = self.here.world.seeded.get(&entry.key()) else { return true };
            let differs = differing(before, &entry.written());
            if !differs.is_empty() {
                let key = shown(&entry.key());
                let sentence = format!(
                    "This world got the {key} from a seed with another {}. Write it as it was, or begin a new world with --fresh.",
                    differs.join(", ")
                );
                self.report.note(entry.line(), sentence);
            }
            false
        };
        entries.iter().filter(|entry| is_new(entry)).collect()
    }

    fn organisation(&self, entry: &SeededOrganisation) {
        let number = &entry.number.value;
        let is_digdir = number.digits() == known::DIGDIR.number;
        let known = self.here.world.organisations.by_number(number).map(|known| known.name.as_str());
        match (known.or(is_digdir.then_some(known::DIGDIR.name)), &entry.name) {
            (Some(known), Some(name)) if name.value != known => {
                self.report.note(name.line, format!("This organisation is in every sandbox, and is called {known}; leave `name` out."));
            }
            (None, None) => self.report.note(entry.number.line, "`name` is missing: an organisation needs its name, as a text."),
            (Some(_), _) | (None, Some(_)) => {}
        }
        let Some(code) = &entry.org_code else { return };
        let taken = self.here.world.organisations.by_code(&code.value.0).is_some_and(|other| other.number != *number)
            || (!is_digdir && Some(code.value.0.as_str()) == known::DIGDIR.code)
            || code.value.0 == known::TEST_OWNER.0;
        let twice = self.here.seed.organisations.iter().any(|other| {
            other.number.value != *number && other.org_code.as_ref().is_some_and(|its| its.value == code.value && its.line < code.line)
        });
        if taken || twice {
            self.report.note(code.line, format!("Another service owner has the code {}.", code.value.0));
        }
        if known.is_some() && self.here.world.organisations.code_of(number) != Some(&code.value.0) {
            self.report.note(code.line, "This organisation is in every sandbox; leave `org_code` out.");
        }
    }

    /// A prefix of scopes has one owner.
    fn prefixes(&self, new: &New<'_>) {
        let mut owners: BTreeMap<String, OrgNumber> = self.here.world.maskinporten.prefixes.clone();
        if let Ok(digdir) = known::SCOPE_OWNER.parse::<OrgNumber>() {
            owners.extend(known::scopes().map(|scope| (prefix(scope).to_owned(), digdir.clone())));
        }
        let of_organisations = new
            .organisations
            .iter()
            .flat_map(|entry| entry.prefixes.iter().map(|prefix| (prefix.value.0.as_str(), &entry.number.value, prefix.line)));
        let of_scopes = new.scopes.iter().map(|entry| (prefix(&entry.name.value.0), &entry.owner.value, entry.name.line));
        for (prefix, owner, line) in of_organisations.chain(of_scopes) {
            let first = owners.entry(prefix.to_owned()).or_insert_with(|| owner.clone());
            if first != owner {
                self.report.note(line, format!("The prefix {prefix} belongs to organisation {first}."));
            }
        }
    }

    fn scope(&self, entry: &SeededScope) {
        let ScopeName(name) = &entry.name.value;
        self.organisation_is_there(&entry.owner);
        if known::scopes().any(|known| known == name) {
            self.report.note(entry.name.line, format!("{name} is in every sandbox; leave this [[scope]] out."));
        }
        if known::FOREIGN_SCOPES.contains(&name.as_str()) {
            self.report.note(entry.name.line, format!("{name} is no scope of Maskinporten."));
        }
        let is_known = self.here.world.maskinporten.added.iter().any(|known| known.name == *name);
        if is_known {
            self.report.note(entry.name.line, format!("This world has {name} already. Begin a new world with --fresh."));
        }
    }

    fn client(&self, entry: &SeededClient) {
        self.organisation_is_there(&entry.organisation);
        if self.here.world.maskinporten.clients.iter().any(|known| known.id == entry.id.value) {
            self.report.note(entry.id.line, format!("This world has a client {} already.", shown(&entry.id.value.to_string())));
        }
        let mut kids = HashSet::new();
        for key in entry.keys.iter().filter(|key| !kids.insert(&key.kid.value)) {
            self.report.note(key.kid.line, format!("The client has a key {} already.", shown(&key.kid.value.0)));
        }
        if let Some(key) = entry.keys.get(KEYS_MOST) {
            self.report.note(key.kid.line, format!("A client has at most {KEYS_MOST} keys."));
        }
        let other = entry.certificate.as_ref().filter(|certificate| {
            let certified = crate::signing::enterprise::Certified::read(&certificate.value);
            certified.is_none_or(|certified| certified.organisation != entry.organisation.value.digits())
        });
        if let Some(other) = other {
            self.report.note(other.line, format!("This certificate should be of organisation {}.", entry.organisation.value));
        }
    }

    fn resource(&self, entry: &SeededResource) {
        let ResourceId(id) = &entry.id.value;
        if self.here.world.registry.has_used(id) {
            self.report.note(entry.id.line, format!("This world has, or had, a resource {id} already."));
        }
        if self.organisation_is_there(&entry.owner) && self.here.code_of(&entry.owner.value).is_none() {
            let sentence = format!("A resource belongs to a service owner: organisation {} needs an `org_code`.", entry.owner.value);
            self.report.note(entry.owner.line, sentence);
        }
    }

    fn system(&self, entry: &SeededSystem) {
        let (id, vendor) = (&entry.id.value.0, &entry.vendor.value);
        self.organisation_is_there(&entry.vendor);
        if id.split('_').next() != Some(vendor.digits()) {
            self.report.note(entry.id.line, format!("The id should begin with the vendor's number: {}_.", vendor.digits()));
        }
        if self.here.world.systems.system(id).is_some() {
            self.report.note(entry.id.line, format!("This world has, or had, a system {} already.", shown(id)));
        }
        for client in &entry.clients {
            let id = shown(&client.value.to_string());
            match self.here.client(&client.value) {
                None => self.report.note(client.line, format!("The client {id} is not there: add a [[client]] with this id.")),
                Some(owner) if owner != vendor => {
                    self.report.note(client.line, format!("The client {id} belongs to organisation {owner}, not to the vendor."));
                }
                Some(_) => {}
            }
        }
        for right in &entry.rights {
            self.right_can_be_given(right);
        }
    }

    /// A client stands in one system only (facts platform D.1).
    fn clients_of_systems(&self) {
        let mut places: BTreeMap<String, &str> = BTreeMap::new();
        let seeded: HashSet<&str> = self.here.seed.systems.iter().map(|system| system.id.value.0.as_str()).collect();
        for system in self.here.world.systems.systems.iter().filter(|system| !system.is_deleted && !seeded.contains(system.id.as_str())) {
            places.extend(system.client_ids.iter().map(|client| (client.to_ascii_lowercase(), system.id.as_str())));
        }
        for system in &self.here.seed.systems {
            for client in &system.clients {
                let id = client.value.to_string().to_ascii_lowercase();
                if let Some(first) = places.insert(id.clone(), &system.id.value.0) {
                    self.report.note(client.line, format!("A client stands in one system only, and {} stands in {first}.", shown(&id)));
                }
            }
        }
    }

    fn system_user(&self, entry: &SeededSystemUser) {
        self.organisation_is_there(&entry.party);
        let Some(rights) = self.here.rights_of(&entry.system.value) else {
            let id = shown(&entry.system.value.0);
            return self.report.note(entry.system.line, format!("The system {id} is not there: add a [[system]] with this id."));
        };
        let is_there = self.here.world.systems.users.iter().any(|user| {
            !user.is_deleted
                && user.system_id == entry.system.value.0
                && user.party == entry.party.value.digits()
                && user.external_ref == entry.reference()
        });
        if is_there {
            self.report.note(entry.system.line, "This world has this system user already.");
        }
        for right in &entry.rights {
            if rights.contains(&right.value.0) {
                self.right_can_be_given(right);
            } else {
                self.report.note(right.line, format!("The system has no right to {}.", right.value.0));
            }
        }
    }

    /// Notes a resource that is not there, or that no system user can get.
    fn right_can_be_given(&self, right: &Placed<ResourceId>) {
        let id = &right.value.0;
        let sentence = match self.here.resource(&right.value) {
            None => format!("The resource {id} is not there: add a [[resource]] with this id."),
            Some(known) if !known.is_delegable => format!("The resource {id} is not delegable, so no system user can get it."),
            Some(known) if known.actions.is_empty() => {
                format!("No system user can get the resource {id}: its policy gives nothing to a role or a package.")
            }
            Some(_) => return,
        };
        self.report.note(right.line, sentence);
    }

    fn organisation_is_there(&self, number: &Placed<OrgNumber>) -> bool {
        let is_there = self.here.has_organisation(&number.value);
        if !is_there {
            let sentence = format!("Organisation {} is not there: add an [[organisation]] with this number.", number.value);
            self.report.note(number.line, sentence);
        }
        is_there
    }
}

/// The members that two entries have otherwise.
fn differing(before: &Value, now: &Value) -> Vec<String> {
    let members = now.as_object().into_iter().flatten();
    members.filter(|(name, value)| before.get(name.as_str()) != Some(value)).map(|(name, _)| format!("`{name}`")).collect()
}
