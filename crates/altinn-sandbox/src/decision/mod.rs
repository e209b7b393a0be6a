//! The policy decision: whether a caller may do something with a resource (facts platform E.1; facts broker-api 1.4).

pub(crate) mod subject;

use crate::registry::combining::Decision;
use crate::registry::policy::{Policy, attribute};
use crate::registry::resource::AccessListMode;
use crate::shared::strictness::PackageAccess;
use crate::world::World;
use crate::world::memory::ResourceFacts;
pub use subject::Subject;
use uuid::Uuid;

/// The attribute that names a system user.
const SYSTEM_USER: &str = "urn:altinn:systemuser:uuid";
/// The authentication level of every token (`urn:altinn:authlevel`), raw Maskinporten tokens included (facts broker-api 1.4).
const LEVEL: i64 = 3;

/// Which of the decision point's two endpoints is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The external endpoint, which Broker asks. It considers what organisations have delegated to each other, and its answer
    /// demands a level of authentication.
    ByBroker,
    /// The internal endpoint, which Events asks.
    ByEvents,
}

/// What the decision point is asked. Several actions in one request are one decision: permission for any of them is enough.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub asked: Asker,
    pub subject: &'a Subject,
    /// The actions asked about. Access lists are checked for the first one only.
    pub actions: &'a [&'a str],
    pub resource: &'a str,
    /// The organisation on whose behalf it is done, as nine digits.
    pub party: Option<&'a str>,
}

/// Whether the answer is Permit.
#[must_use]
pub fn permits(world: &World, question: &Question<'_>) -> bool {
    let Some(resource) = world.memory.resource(question.resource, || facts(world, question.resource)) else { return false };
    let Some(policy) = resource.policy else { return false };
    let permitted = match by_policy(world, &policy, question) {
        Decision::Permit => true,
        Decision::NotApplicable => by_delegation(world, &policy, question),
        Decision::Deny | Decision::Indeterminate => false,
    };
    permitted
        && level_suffices(&policy, question)
        && match resource.access_list_mode {
            AccessListMode::Disabled => true,
            AccessListMode::Enabled => question.party.is_some_and(|party| {
                let action = Some(question.actions.first().copied().unwrap_or_default());
                let now = || world.registry.is_member(question.resource, party, action);
                world.memory.is_member(question.resource, party, action, now)
            }),
        }
}

fn facts(world: &World, id: &str) -> Option<ResourceFacts> {
    let resource = world.registry.resource(id)?;
    Some(ResourceFacts { access_list_mode: resource.access_list_mode, policy: resource.policy.clone() })
}

/// The decision by the policy's rules alone. Callers are systems and organisations, so they have no roles. A rule that names the
/// caller applies whatever the party is.
fn by_policy(world: &World, policy: &Policy, question: &Question<'_>) -> Decision {
    let mut attributes: Vec<(&str, String)> = Vec::new();
    match question.subject {
        Subject::SystemUser(id) => {
            attributes.push((SYSTEM_USER, id.to_string()));
            attributes.extend(packages(world, *id, question.party).into_iter().map(|package| (attribute::PACKAGE, package)));
        }
        Subject::Organisation { number, code } => {
            attributes.extend(number.clone().map(|number| (attribute::ORG_NUMBER, number)));
            attributes.extend(code.clone().map(|code| (attribute::ORG_CODE, code)));
        }
    }
    let attributes: Vec<(&str, &str)> = attributes.iter().map(|(kind, value)| (*kind, value.as_str())).collect();
    policy.decides(question.resource, &attributes, question.actions)
}

/// The access packages that a party has given its system user; empty if the sandbox is told to ignore packages.
fn packages(world: &World, id: Uuid, party: Option<&str>) -> Vec<String> {
    if world.package_access == PackageAccess::Off {
        return Vec::new();
    }
    let user = world.memory.system_user(id, || world.systems.user(id).cloned());
    let of_party = user.filter(|user| party == Some(user.party.as_str()));
    let given = of_party.map(|user| user.access_packages).unwrap_or_default();
    given.into_iter().map(|package| package.urn.rsplit(':').next().unwrap_or_default().to_owned()).collect()
}

/// Whether the party has delegated the resource to the caller. The policy must still have the action.
fn by_delegation(world: &World, policy: &Policy, question: &Question<'_>) -> bool {
    let Some(party) = question.party else { return false };
    let delegations = match question.subject {
        Subject::SystemUser(id) => {
            let user = world.memory.system_user(*id, || world.systems.user(*id).cloned());
            user.filter(|user| user.party == party).map(|user| user.delegations)
        }
        Subject::Organisation { number: Some(number), .. } if question.asked == Asker::ByBroker => {
            Some(world.memory.delegations(party, number, || world.systems.delegated(party, number)))
        }
        Subject::Organisation { .. } => None,
    };
    let mut of_resource = delegations.into_iter().flatten().filter(|delegation| delegation.resource == question.resource);
    of_resource.any(|delegation| {
        let has = |action: &&str| policy.names_action(action) && delegation.actions.iter().any(|given| given.eq_ignore_ascii_case(action));
        question.actions.iter().any(has)
    })
}

/// Whether the token's authentication level meets the level that the policy demands. Policies may demand a lower one of service
/// owners.
fn level_suffices(policy: &Policy, question: &Question<'_>) -> bool {
    let enough = |level: Option<i64>| level.is_some_and(|level| level <= LEVEL);
    let is_owner = matches!(question.subject, Subject::Organisation { code: Some(_), .. });
    question.asked == Asker::ByEvents
        || policy.minimum_level.is_none()
        || enough(policy.minimum_level)
        || (is_owner && enough(policy.minimum_level_of_owners))
}
