//! What there is of a policy and its list, and what is to be done to them.

use super::are_same;
use crate::checks::Connection;
use crate::deeds::identity::TokenIdentity;
use crate::deeds::owner::{self, LISTS, RESOURCES};
use crate::deeds::party::{self, Party};
use crate::deeds::run::DeedStop;
use crate::deeds::{admit, refusal, restrict_resource};
use crate::journey::{DeedId, DeedMessage, DeedOptions, PolicyAnswers, Profile};
use crate::services::{AccessListMode, NewPolicy, PolicyRule, Problem};
use crate::values::Approver;

pub(super) struct Plan {
    /// The file that lies there.
    pub(super) before: Option<String>,
    /// Its rules.
    pub(super) rules: Vec<PolicyRule>,
    pub(super) policy: NewPolicy,
    pub(super) are_approvers_proposed: bool,
    /// The resource, if its list is to be enforced before anybody can use it.
    pub(super) restricted: Option<restrict_resource::Kept>,
    /// Whether only those on a list may use the resource today.
    is_enforced: bool,
    /// The list, if only those on one are admitted.
    pub(super) list: Option<admit::Plan>,
}

impl Plan {
    pub(super) async fn of(connection: &Connection, party: &Party) -> Result<Self, DeedStop> {
        let (profile, services) = (&connection.profile, &connection.services);
        if let Some(field) = profile.lacks_for_policy() {
            return Err(party::missing(field));
        }
        let Some(record) = owner::record(connection, party).await? else {
            return Err(DeedMessage::ResourceNotThere { resource: party.resource.clone() }.into());
        };
        let (before, rules) = tokio::join!(services.policy(&party.resource), services.policy_rules(&party.resource));
        let failed = |problem: Problem| refusal::any(&problem, RESOURCES);
        let (before, rules) = (before.map_err(failed)?, rules.map_err(failed)?.unwrap_or_default());
        let (approvers, are_approvers_proposed) = approvers(profile, &rules);
        let owner = profile.acts_itself().then(|| party.organisation.clone());
        let owner_code = record.owner_code().filter(|_| owner.is_some());
        let is_enforced = record.access_list_mode() == AccessListMode::Enabled;
        // Without a policy nobody can use the resource, so that nobody loses access.
        let is_due = profile.admits_only_listed() && !is_enforced && before.is_none();
        let restricted =
            is_due.then(|| restrict_resource::Kept { after: record.with_access_list_mode(AccessListMode::Enabled), before: record });
        let list = if profile.admits_only_listed() { Some(list(connection, party, is_enforced || is_due).await?) } else { None };
        let policy = NewPolicy { resource: party.resource.clone(), approvers, owner, owner_code };
        Ok(Self { before, rules, policy, are_approvers_proposed, restricted, is_enforced, list })
    }

    pub(super) fn is_policy_due(&self) -> bool {
        self.before.is_none() || !are_same(&self.rules, &self.policy.rules())
    }

    pub(super) fn is_done(&self) -> bool {
        !self.is_policy_due() && self.restricted.is_none() && self.list.as_ref().is_none_or(admit::Plan::is_done)
    }

    /// Whether only those on a list may use the resource afterwards.
    pub(super) fn will_be_enforced(&self) -> bool {
        self.is_enforced || self.restricted.is_some()
    }

    /// Whether the list is not enforced although the answers want it: whoever uses the resource by now would lose access, which is a
    /// deed of its own.
    pub(super) fn is_restriction_left(&self, profile: &Profile) -> bool {
        profile.admits_only_listed() && !self.will_be_enforced()
    }

    /// Whether the policy that lies there is one of ours.
    pub(super) fn is_policy_ours(&self, connection: &Connection, party: &Party) -> bool {
        connection.journal.made_by(&connection.profile, DeedId::PublishPolicy, party.resource.as_str()).is_some()
    }

    /// Whether something is written over that was made elsewhere.
    pub(super) fn writes_on_others(&self, connection: &Connection, party: &Party) -> bool {
        let is_written = self.is_policy_due() || self.restricted.is_some();
        let is_ours = owner::has_made(connection, party) && (self.before.is_none() || self.is_policy_ours(connection, party));
        is_written && !is_ours
    }

    /// What is there, as text, to tell whether it is still the same when the deed is done.
    pub(super) fn seen(&self) -> String {
        let list = self.list.as_ref().map(admit::Plan::seen).unwrap_or_default();
        format!("{} {list} {}", self.is_enforced, self.before.as_deref().unwrap_or_default())
    }
}

/// Who may approve: as answered, else as the policy that is there says, else as proposed; and whether it is a proposal.
fn approvers(profile: &Profile, rules: &[PolicyRule]) -> (Vec<Approver>, bool) {
    if !profile.policy.approvers.is_empty() {
        return (profile.policy.approvers.clone(), false);
    }
    let mut known: Vec<Approver> = Vec::new();
    for approver in rules.iter().filter_map(PolicyRule::approver) {
        if !known.contains(&approver) {
            known.push(approver);
        }
    }
    if known.is_empty() { (PolicyAnswers::proposed_approvers(), true) } else { (known, true) }
}

async fn list(connection: &Connection, party: &Party, is_enforced: bool) -> Result<admit::Plan, DeedStop> {
    let token = TokenIdentity::Organisation.token(connection, party, LISTS).await?;
    let mut plan = admit::Plan::of(connection, party, &token, &DeedOptions::default()).await?;
    plan.is_enforced = is_enforced;
    Ok(plan)
}
