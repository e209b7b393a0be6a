//! Who gets in: the policy decision (facts platform E.1; facts broker-api 1.4).

pub(crate) mod subject;

use crate::registry::combining::Decision;
use crate::registry::policy::{Policy, attribute};
use crate::registry::resource::AccessListMode;
use crate::shared::strictness::PackageAccess;
use crate::world::World;
use crate::world::memory::ResourceFacts;
pub use subject::Subject;
use uuid::Uuid;

/// A system user, as the decision point is told.
const SYSTEM_USER: &str = "urn:altinn:systemuser:uuid";
/// How every token here was authenticated: `urn:altinn:authlevel`; a raw Maskinporten token counts as much (facts broker-api 1.4).
const LEVEL: i64 = 3;

/// Which of the decision point's doors is asked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// The external one, as Broker does: it looks at what organisations delegate to each other, and its answer obliges to a level of
    /// authentication.
    ByBroker,
    /// The internal one, as Events does.
    ByEvents,
}

/// One decision. Several actions without a multi-request are one decision: either suffices.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    pub asked: Asker,
    pub subject: &'a Subject,
    /// For what; an access list is asked for the first.
    pub actions: &'a [&'a str],
    pub resource: &'a str,
    /// For which organisation, nine digits.
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

/// What the rules themselves say. Nobody who calls has a role; a rule that names the caller ignores the party.
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

/// The packages that a party has given its system user, where the platform looks at them at all.
fn packages(world: &World, id: Uuid, party: Option<&str>) -> Vec<String> {
    if world.package_access == PackageAccess::Off {
        return Vec::new();
    }
    let user = world.memory.system_user(id, || world.systems.user(id).cloned());
    let of_party = user.filter(|user| party == Some(user.party.as_str()));
    let given = of_party.map(|user| user.access_packages).unwrap_or_default();
    given.into_iter().map(|package| package.urn.rsplit(':').next().unwrap_or_default().to_owned()).collect()
}

/// Somebody acts by what the party delegated to it, and the policy must still know the action.
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

/// Whether the token is as well authenticated as a Permit obliges to; service owners may have a level of their own.
fn level_suffices(policy: &Policy, question: &Question<'_>) -> bool {
    let enough = |level: Option<i64>| level.is_some_and(|level| level <= LEVEL);
    let is_owner = matches!(question.subject, Subject::Organisation { code: Some(_), .. });
    question.asked == Asker::ByEvents
        || policy.minimum_level.is_none()
        || enough(policy.minimum_level)
        || (is_owner && enough(policy.minimum_level_of_owners))
}
