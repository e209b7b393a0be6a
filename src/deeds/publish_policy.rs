//! `publish-policy`: who may approve, whether the owner acts itself, and whom the resource admits. Where only those on a list are
//! admitted, the list is enforced at once while nobody can lose access, and made.

mod plan;
mod undo;

pub(super) use undo::{preview_undo, undo};

use super::identity::TokenIdentity;
use super::owner::{self, LISTS, RESOURCES};
use super::party::Party;
use super::run::{DeedRun, DeedStop};
use super::{admit, restrict_resource};
use crate::checks::Connection;
use crate::journey::{ChangeKind, ChangeLine, DeedId, DeedMessage, Entry, EntryState, FieldId, JournalPlace, MustType, Preview};
use crate::services::{PolicyRule, Token};
use crate::values::Value;
use plan::Plan;
use serde::{Deserialize, Serialize};

/// What the file of an entry keeps: the policy that was there, and what the rules were after.
#[derive(Serialize, Deserialize)]
struct Kept {
    before: String,
    before_rules: Vec<PolicyRule>,
    after_rules: Vec<PolicyRule>,
}

pub(super) async fn preview(connection: &Connection) -> Result<Preview, DeedStop> {
    let profile = &connection.profile;
    let party = Party::of(profile)?;
    let plan = Plan::of(connection, &party).await?;
    let address = connection.services.policy_address(&party.resource).to_string();
    let shown = |says| Preview::new(DeedId::PublishPolicy, profile, says);
    let resource = party.resource.clone();
    if plan.is_done() {
        let requests = vec![("GET".to_owned(), address)];
        return Ok(Preview { requests, ..shown(vec![DeedMessage::WouldKeepPolicy { resource }]) });
    }
    let mut preview = shown(says(connection, &plan, &party));
    if plan.writes_on_others(connection, &party) {
        preview.must_type.push(MustType::Id(resource.to_string()));
    }
    if let Some(list) = plan.list.as_ref().filter(|list| list.exists && !list.is_done() && !admit::is_ours(connection, &list.place)) {
        preview.says.push(DeedMessage::ListMadeElsewhere { list: list.place.id.clone() });
        preview.must_type.push(MustType::Id(list.place.id.clone()));
    }
    let (requests, bodies) = requests(connection, &plan, &party, &address);
    Ok(Preview { requests, bodies, rows: rows(&plan), changes: changes(&plan), seen: Some(plan.seen()), ..preview })
}

/// The policy in words.
fn says(connection: &Connection, plan: &Plan, party: &Party) -> Vec<DeedMessage> {
    let resource = || party.resource.clone();
    let approvers = plan.policy.approvers.iter().map(ToString::to_string).collect();
    let mut says = Vec::new();
    if plan.is_policy_due() {
        says.push(match plan.before {
            None => DeedMessage::PolicyStaysForGood { resource: resource() },
            Some(_) => DeedMessage::WouldReplacePolicy { resource: resource() },
        });
    }
    says.push(DeedMessage::MayApprove { approvers });
    says.push(match &plan.policy.owner {
        Some(organisation) => DeedMessage::OwnerMayActForAny { organisation: organisation.clone() },
        None => DeedMessage::OwnerMayNotAct { organisation: party.organisation.clone() },
    });
    says.push(if plan.will_be_enforced() {
        DeedMessage::OnlyListedMayUse { resource: resource() }
    } else {
        DeedMessage::AnyMayUse { resource: resource() }
    });
    if let Some(list) = plan.list.as_ref().filter(|list| !list.is_done()) {
        says.extend(admit::says(list, party));
    }
    if plan.is_restriction_left(&connection.profile) {
        says.push(DeedMessage::RestrictAfterwards { resource: resource() });
    }
    if !owner::has_made(connection, party) {
        says.push(DeedMessage::ResourceMadeElsewhere { resource: resource() });
        says.push(DeedMessage::RulesInStudio);
    } else if plan.is_policy_due() && plan.before.is_some() && !plan.is_policy_ours(connection, party) {
        says.push(DeedMessage::PolicyMadeElsewhere { resource: resource() });
    }
    says
}

fn requests(connection: &Connection, plan: &Plan, party: &Party, address: &str) -> (admit::Requests, admit::Requests) {
    let (mut requests, mut bodies) = (vec![("GET".to_owned(), address.to_owned())], Vec::new());
    if let Some(kept) = &plan.restricted {
        let resource = connection.services.resource_address(&party.resource);
        requests.push(("PUT".to_owned(), resource.to_string()));
        bodies.push((format!("PUT {resource}"), kept.after.text()));
    }
    if plan.is_policy_due() {
        requests.push(("PUT".to_owned(), address.to_owned()));
        bodies.push((format!("PUT {address}"), plan.policy.text()));
    }
    if let Some(list) = plan.list.as_ref().filter(|list| !list.is_done()) {
        let (more, sent) = admit::requests(connection, list, party);
        requests.extend(more);
        bodies.extend(sent);
    }
    (requests, bodies)
}

fn rows(plan: &Plan) -> Vec<(&'static str, Value)> {
    let approvers: Vec<String> = plan.policy.approvers.iter().map(ToString::to_string).collect();
    let approve = if plan.are_approvers_proposed { Value::Proposed(approvers.join(", ")) } else { Value::List(approvers) };
    let mut rows = vec![("resource", Value::from(&plan.policy.resource)), ("may-approve", approve)];
    rows.extend(plan.policy.owner.as_ref().map(|owner| ("acts-itself", Value::from(owner))));
    rows.extend(plan.list.as_ref().map(|list| ("list", Value::Text(list.place.id.clone()))));
    rows
}

/// Each subject with its actions: what stays, what goes, what is new; then the mode and the members of the list.
fn changes(plan: &Plan) -> Vec<ChangeLine> {
    let mut lines = if plan.is_policy_due() { rule_changes(&plan.rules, &plan.policy.rules()) } else { Vec::new() };
    lines.extend(plan.restricted.iter().flat_map(|kept| restrict_resource::changes(&kept.before, &kept.after)));
    lines.extend(plan.list.iter().filter(|list| !list.is_done()).flat_map(admit::changes));
    lines
}

fn rule_changes(before: &[PolicyRule], after: &[PolicyRule]) -> Vec<ChangeLine> {
    let line = |kind, rule: &PolicyRule| {
        let of_kind = rule.subject_type.rsplit(':').next().unwrap_or_default();
        ChangeLine::new(kind, format!("{of_kind} {} {}", rule.subject, rule.action))
    };
    let is_in = |rules: &[PolicyRule], rule: &PolicyRule| rules.iter().any(|other| other.is_same(rule));
    let old = before.iter().map(|rule| line(if is_in(after, rule) { ChangeKind::Stays } else { ChangeKind::Goes }, rule));
    let new = after.iter().filter(|rule| !is_in(before, rule)).map(|rule| line(ChangeKind::Added, rule));
    old.chain(new).collect()
}

pub(super) async fn perform(run: &mut DeedRun<'_>) -> Result<Vec<DeedMessage>, DeedStop> {
    let connection = run.connection;
    let party = Party::of(&connection.profile)?;
    let resource = party.resource.clone();
    let phase = run.begin(DeedMessage::ReadingPolicy { resource: resource.clone() });
    let plan = Plan::of(connection, &party).await?;
    run.end(phase, DeedMessage::PolicyRead { resource: resource.clone() });
    agreed(run, &plan, &party)?;
    let mut says = vec![DeedMessage::PolicyStands { resource: resource.clone() }];
    if plan.is_policy_due() || plan.restricted.is_some() {
        let token = run.token(TokenIdentity::Organisation, &party, RESOURCES).await?;
        if let Some(kept) = &plan.restricted {
            restrict_resource::put(run, &party, &token, kept).await?;
        }
        if plan.is_policy_due() {
            let entry = put(run, &party, &token, &plan).await?;
            says.extend(entry.kept.map(|path| DeedMessage::KeptInFile { path, entry: entry.id }));
        }
    }
    settle(run, &plan, &party)?;
    if let Some(list) = &plan.list {
        let id = list.place.id.clone();
        if list.is_done() {
            run.answer(FieldId::AccessListId, id.clone());
            run.settle(DeedId::Admit, &id)?;
        } else {
            let token = run.token(TokenIdentity::Organisation, &party, LISTS).await?;
            admit::change(run, &party, &token, list).await?;
        }
        says.push(DeedMessage::ListStands { list: id, count: list.count() });
    }
    says.push(if plan.is_restriction_left(&connection.profile) {
        DeedMessage::RestrictNext { resource }
    } else {
        DeedMessage::PolicyTakesMinutes
    });
    Ok(says)
}

/// Whether what is there is what the user has seen, and the user has named what was made elsewhere.
fn agreed(run: &DeedRun<'_>, plan: &Plan, party: &Party) -> Result<(), DeedStop> {
    let (connection, agreed) = (run.connection, &run.options.agreed);
    if agreed.saw_other(&plan.seen()) {
        return Err(DeedMessage::PolicyChangedSince { resource: party.resource.clone() }.into());
    }
    if plan.writes_on_others(connection, party) && !agreed.names(party.resource.as_str()) {
        return Err(DeedMessage::PolicyNotFromHere { resource: party.resource.clone() }.into());
    }
    match &plan.list {
        Some(list) if list.exists && !list.is_done() && !admit::is_ours(connection, &list.place) && !agreed.names(&list.place.id) => {
            Err(DeedMessage::ListNotFromHere { list: list.place.id.clone() }.into())
        }
        Some(_) | None => Ok(()),
    }
}

async fn put(run: &DeedRun<'_>, party: &Party, token: &Token, plan: &Plan) -> Result<Entry, DeedStop> {
    let resource = &party.resource;
    let entry = match &plan.before {
        None => run.resume_entry(DeedId::PublishPolicy, JournalPlace::Registry, resource.as_str())?,
        Some(before) => {
            let kept = Kept { before: before.clone(), before_rules: plan.rules.clone(), after_rules: plan.policy.rules() };
            run.begin_replacing(DeedId::PublishPolicy, JournalPlace::Registry, resource.as_str(), &kept)?
        }
    };
    let phase = run.begin(DeedMessage::PublishingPolicy { resource: resource.clone() });
    if let Err(problem) = run.connection.services.put_policy(token, resource, &plan.policy.text()).await {
        run.end_refused(entry, &problem)?;
        return Err(owner::refused(&problem, party, RESOURCES));
    }
    run.end_entry(entry.clone(), EntryState::Done)?;
    run.end(phase, DeedMessage::PolicyPublished { resource: resource.clone() });
    Ok(entry)
}

/// After a kill nobody knew whether the policy was published, or the list enforced. Where it was, it is known now.
fn settle(run: &DeedRun<'_>, plan: &Plan, party: &Party) -> Result<(), DeedStop> {
    if !plan.is_policy_due() {
        run.settle(DeedId::PublishPolicy, party.resource.as_str())?;
    }
    if plan.restricted.is_none() { run.settle(DeedId::RestrictResource, party.resource.as_str()) } else { Ok(()) }
}

/// Whether both let the same subjects do the same.
fn are_same(one: &[PolicyRule], other: &[PolicyRule]) -> bool {
    let are_in = |some: &[PolicyRule], all: &[PolicyRule]| some.iter().all(|rule| all.iter().any(|known| known.is_same(rule)));
    are_in(one, other) && are_in(other, one)
}
