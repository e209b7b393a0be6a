//! Who gets in: the policy decision (platform facts, E.1; broker-api facts, 1.4).

use super::memory::ResourceFacts;
use super::registry::{AccessListMode, Policy, attribute};
use super::{Caller, World};
use uuid::Uuid;

/// Who asks, as the decision point is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A system user: its id and nothing else.
    SystemUser(Uuid),
    /// An organisation by what its token says. Neither is in a raw Maskinporten token, so that one is nobody.
    Organisation {
        /// `urn:altinn:orgNumber`.
        number: Option<String>,
        /// `urn:altinn:org`.
        code: Option<String>,
    },
}

impl From<&Caller> for Subject {
    fn from(caller: &Caller) -> Self {
        match &caller.system_user {
            Some(user) => Self::SystemUser(user.id),
            None => Self::Organisation {
                number: caller.org_number.as_ref().map(|number| number.digits().to_owned()),
                code: caller.org_code.clone(),
            },
        }
    }
}

/// One decision. Several actions without a multi-request are one decision: either suffices.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// Who asks.
    pub subject: &'a Subject,
    /// For what; an access list is asked for the first.
    pub actions: &'a [&'a str],
    /// The resource's id.
    pub resource: &'a str,
    /// For which organisation, nine digits.
    pub party: Option<&'a str>,
}

/// Whether the answer is Permit.
#[must_use]
pub fn permits(world: &World, question: &Question<'_>) -> bool {
    let Some(resource) = world.memory.resource(question.resource, || facts(world, question.resource)) else { return false };
    let Some(policy) = resource.policy else { return false };
    let permitted = match question.subject {
        Subject::SystemUser(id) => delegated(world, &policy, *id, question),
        Subject::Organisation { number, code } => named(&policy, number.as_deref(), code.as_deref(), question),
    };
    permitted
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

/// A system user acts by what its party delegated to it, and the policy must still know the action.
fn delegated(world: &World, policy: &Policy, id: Uuid, question: &Question<'_>) -> bool {
    let Some(user) = world.memory.system_user(id, || world.systems.user(id).cloned()) else { return false };
    let for_party = question.party == Some(user.party.as_str());
    for_party
        && question.actions.iter().any(|action| {
            policy.names_action(action)
                && user.delegations.iter().any(|delegation| {
                    delegation.resource == question.resource && delegation.actions.iter().any(|delegated| delegated == action)
                })
        })
}

/// An organisation acts by a rule that names its number or its code; such a rule ignores the party, and a role never counts.
fn named(policy: &Policy, number: Option<&str>, code: Option<&str>, question: &Question<'_>) -> bool {
    policy.rules.iter().any(|rule| {
        rule.actions.iter().any(|action| question.actions.contains(&action.as_str()))
            && rule.subjects.iter().any(|alternative| {
                !alternative.is_empty()
                    && alternative.iter().all(|subject| match subject.kind.as_str() {
                        attribute::ORG_NUMBER => number.is_some_and(|number| number == subject.value),
                        attribute::ORG_CODE => code.is_some_and(|code| code.eq_ignore_ascii_case(&subject.value)),
                        _ => false,
                    })
            })
    })
}
