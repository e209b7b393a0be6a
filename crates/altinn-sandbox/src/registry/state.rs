//! The state of the Resource Registry.

use super::access_list::{AccessList, Connection, Member};
use super::policy::Policy;
use super::resource::Resource;
use crate::clock;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RegistryState {
    resources: Vec<Resource>,
    lists: Vec<AccessList>,
    /// Earlier versions of resources, which can still be read by `versionId`.
    #[serde(default)]
    earlier: Vec<Resource>,
    /// How often any access list was changed.
    #[serde(default)]
    list_changes: u64,
    /// The ids of deleted resources, which cannot be used again.
    #[serde(default)]
    deleted: Vec<String>,
}

impl RegistryState {
    #[must_use]
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|resource| resource.identifier == id)
    }

    /// A version of a resource, the current one or an earlier one.
    #[must_use]
    pub fn version(&self, id: &str, version: u64) -> Option<&Resource> {
        self.resources.iter().chain(&self.earlier).find(|resource| resource.identifier == id && resource.version_id == version)
    }

    /// One version counter serves the whole registry.
    fn next_version(&self) -> u64 {
        1 + self.resources.iter().chain(&self.earlier).map(|resource| resource.version_id).max().unwrap_or_default()
    }

    pub fn resources(&self) -> impl Iterator<Item = &Resource> {
        self.resources.iter()
    }

    /// A resource's policy, if one was uploaded.
    #[must_use]
    pub fn policy(&self, id: &str) -> Option<&Policy> {
        self.resource(id).and_then(|resource| resource.policy.as_ref())
    }

    /// Stores a resource and replaces an older one with the same id. Keeps the older one's policy unless the new one has its own.
    pub fn put(&mut self, mut resource: Resource) {
        resource.version_id = self.next_version();
        match self.resources.iter_mut().find(|known| known.identifier == resource.identifier) {
            Some(known) => {
                resource.policy = resource.policy.or(known.policy.take());
                self.earlier.push(std::mem::replace(known, resource));
            }
            None => self.resources.push(resource),
        }
    }

    /// Sets a resource's policy.
    pub fn put_policy(&mut self, id: &str, policy: Policy) {
        if let Some(resource) = self.resources.iter_mut().find(|resource| resource.identifier == id) {
            resource.policy = Some(policy);
            resource.updated = clock::now();
        }
    }

    /// Whether an id is in use, or was: the id of a deleted resource can never be used again.
    #[must_use]
    pub fn has_used(&self, id: &str) -> bool {
        self.resource(id).is_some() || self.deleted.iter().any(|deleted| deleted == id)
    }

    /// Deletes a resource with its policy and its earlier versions.
    pub fn remove(&mut self, id: &str) {
        self.deleted.push(id.to_owned());
        self.resources.retain(|resource| resource.identifier != id);
        self.earlier.retain(|resource| resource.identifier != id);
    }

    /// Stores an access list.
    pub fn put_list(&mut self, list: AccessList) {
        self.lists.retain(|known| known.owner != list.owner || known.identifier != list.identifier);
        self.lists.push(list);
    }

    pub fn list_mut(&mut self, owner: &str, id: &str) -> Option<&mut AccessList> {
        self.lists.iter_mut().find(|list| list.owner == owner && list.identifier == id)
    }

    /// Counts a change of a list, which gives it a new version.
    pub(super) fn touch_list(&mut self, owner: &str, id: &str) -> Option<&mut AccessList> {
        let list = self.lists.iter_mut().find(|list| list.owner == owner && list.identifier == id)?;
        self.list_changes += 1;
        list.version = self.list_changes;
        list.updated = Some(clock::now());
        Some(list)
    }

    /// Deletes an access list and returns it; this counts as its last change.
    pub fn remove_list(&mut self, owner: &str, id: &str) -> Option<AccessList> {
        self.touch_list(owner, id)?;
        let at = self.lists.iter().position(|list| list.owner == owner && list.identifier == id)?;
        Some(self.lists.remove(at))
    }

    /// The access lists of an owner.
    pub fn lists_of<'a>(&'a self, owner: &'a str) -> impl Iterator<Item = &'a AccessList> {
        self.lists.iter().filter(move |list| list.owner == owner)
    }

    /// An organisation's memberships: one for each connection of each list that it is on.
    pub(crate) fn memberships<'a>(&'a self, organisation: &'a str) -> impl Iterator<Item = (&'a Member, &'a Connection)> {
        self.lists.iter().flat_map(move |list| {
            let members = list.members.iter().filter(move |member| member.organisation == organisation);
            members.flat_map(move |member| list.connections.iter().map(move |connection| (member, connection)))
        })
    }

    /// Whether an organisation is on a list connected to the resource. If an action is given, the connection must apply to it.
    #[must_use]
    pub fn is_member(&self, resource: &str, party: &str, action: Option<&str>) -> bool {
        self.lists.iter().any(|list| {
            list.members.iter().any(|member| member.organisation == party)
                && list.connections.iter().any(|connection| connection.resource == resource && connection.lets(action))
        })
    }
}
