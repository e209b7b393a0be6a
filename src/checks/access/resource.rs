//! `access.resource`: the resource exists, is of the right type, and belongs to us if we are its service owner.

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{Acting, CheckId, FieldId, Mark, Message, Role, Row};
use crate::services::{AccessListMode, Resource};
use crate::values::{Names, OrgNumber, ResourceId};

pub(in crate::checks) async fn resource(context: &CheckContext<'_>) -> CheckResult {
    let id = context.resource_id()?;
    let profile = context.profile();
    // When a vendor runs the system no other check asks for the organisation, and without it the access list's row has no party to
    // name.
    if profile.acting == Acting::ByVendor && profile.organisation.is_none() {
        return Ok(Judgement::needs_you(Message::FieldMissing { field: FieldId::Organisation.to_string() }));
    }
    let found: Result<Option<Resource>, Stop> = context.resource().await;
    let found = found?;
    let mut judged = judge(found.as_ref(), id, profile.role, profile.organisation.as_ref());
    if found.is_none() && profile.role == Role::ServiceOwner {
        judged.rows.extend(would_own(context).await);
    }
    // If the client belongs to another organisation than answered, that is why the resource is not ours. `client.identity` reports
    // it.
    if matches!(judged.message, Message::ResourceNotYours { .. })
        && context.board.blamed(CheckId::ClientIdentity).await == Some(CheckId::ClientIdentity)
    {
        return Ok(Judgement::needs(CheckId::ClientIdentity));
    }
    Ok(judged)
}

fn judge(found: Option<&Resource>, id: &ResourceId, role: Role, organisation: Option<&OrgNumber>) -> Judgement {
    let resource = id.clone();
    let is_owner = role == Role::ServiceOwner;
    let Some(found) = found else {
        let message = if is_owner { Message::ResourceNotPublished { resource } } else { Message::ResourceMissing { resource } };
        return Judgement::needs_you(message).with_code(Some("http-404".to_owned()));
    };
    let other_owner = found.owner.as_ref().filter(|owner| is_owner && organisation.is_some_and(|ours| ours != *owner));
    let kind = found.resource_type.clone();
    let judged = match (kind.as_str(), other_owner) {
        (_, Some(owner)) => Judgement::needs_you(Message::ResourceNotYours { resource, owner: owner.clone() }),
        ("BrokerService" | "GenericAccessResource", None) if !found.delegable && is_owner => {
            Judgement::needs_you(Message::ResourceNotDelegableOwner { resource })
        }
        ("BrokerService" | "GenericAccessResource", None) if !found.delegable => {
            Judgement::needs_you(Message::ResourceNotDelegable { resource })
        }
        ("BrokerService", None) => sound(found, resource),
        // Broker's own test resources have this type and work, so it is only a warning (facts platform E).
        ("GenericAccessResource", None) => Judgement::warn(Message::ResourceGeneric { resource }),
        _ => Judgement::needs_you(Message::ResourceWrongType { resource, kind }),
    };
    judged.with_rows(rows(found, organisation))
}

fn sound(found: &Resource, resource: ResourceId) -> Judgement {
    let ending = found.status.as_deref().filter(|status| ["deprecated", "withdrawn"].iter().any(|s| status.eq_ignore_ascii_case(s)));
    match (ending, found.access_list_mode) {
        (Some(status), _) => Judgement::warn(Message::ResourceEnding { resource, status: status.to_owned() }),
        (None, AccessListMode::Enabled) => Judgement::pass(Message::ResourceGoodWithList { resource }),
        (None, AccessListMode::Disabled) => Judgement::pass(Message::ResourceGood { resource }),
    }
}

/// The organisation as the list of service owners names it, since a resource that it publishes gets that name. None if it is not there.
async fn would_own(context: &CheckContext<'_>) -> Option<Row> {
    let organisation = context.profile().organisation.as_ref()?;
    // Without the list there is less to propose, and no more.
    let listed = context.connection.services.service_owners().await.ok()?;
    let own = listed.into_iter().find(|owner| owner.number.as_ref() == Some(organisation))?;
    Some(row(Mark::Pass, own.code, Message::RowWouldOwn { names: own.names }))
}

fn rows(found: &Resource, organisation: Option<&OrgNumber>) -> Vec<Row> {
    let titles = Some(&found.titles).filter(|titles| !titles.is_empty());
    let title = titles.map(|titles| row(Mark::Pass, &found.id, Message::RowTitle { names: titles.clone() }));
    let owner = owner(found);
    let contact = found.contact.iter().map(|contact| row(Mark::Pass, contact, Message::RowContact));
    let list = organisation.filter(|_| found.access_list_mode == AccessListMode::Enabled);
    let list = list.map(|party| row(Mark::Pass, party.to_string(), Message::RowAccessList));
    title.into_iter().chain(owner).chain(contact).chain(list).collect()
}

/// Who owns it. The row is of the owner's code, since its name differs from language to language.
fn owner(found: &Resource) -> Option<Row> {
    let code = found.owner_code.as_deref().unwrap_or_default();
    let names = if found.owner_names.is_empty() { Names::everywhere(code) } else { found.owner_names.clone() };
    let message = match &found.owner {
        _ if found.owner_names.is_empty() && code.is_empty() => return None,
        Some(number) => Message::RowOwner { owner: number.clone(), names },
        None => Message::RowOwnerUnnumbered { names },
    };
    Some(row(Mark::Pass, code, message))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::journey::Verdict;

    pub(in crate::checks::access) fn sample() -> Resource {
        Resource {
            id: "acme-files".to_owned(),
            titles: Names::everywhere("Files"),
            resource_type: "BrokerService".to_owned(),
            delegable: true,
            status: Some("Active".to_owned()),
            owner: "991825827".parse().ok(),
            owner_code: Some("acme".to_owned()),
            owner_names: Names::everywhere("Acme"),
            contact: None,
            access_list_mode: AccessListMode::Disabled,
        }
    }

    fn outcome(found: Option<&Resource>, role: Role, organisation: &str) -> (Verdict, &'static str) {
        let id = "acme-files".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let judged = judge(found, &id, role, organisation.parse().ok().as_ref());
        (judged.verdict, judged.message.id())
    }

    #[test]
    fn each_way_a_resource_can_be() {
        let sender = |resource: Resource| outcome(Some(&resource), Role::Sender, "310400203");
        assert_eq!(sender(sample()), (Verdict::Pass, "resource-good"));
        assert_eq!(sender(Resource { access_list_mode: AccessListMode::Enabled, ..sample() }), (Verdict::Pass, "resource-good-with-list"));
        assert_eq!(sender(Resource { delegable: false, ..sample() }), (Verdict::NeedsYou, "resource-not-delegable"));
        assert_eq!(sender(Resource { resource_type: "GenericAccessResource".to_owned(), ..sample() }), (Verdict::Warn, "resource-generic"));
        assert_eq!(sender(Resource { resource_type: "AltinnApp".to_owned(), ..sample() }), (Verdict::NeedsYou, "resource-wrong-type"));
        assert_eq!(sender(Resource { status: Some("Withdrawn".to_owned()), ..sample() }), (Verdict::Warn, "resource-ending"));
        assert_eq!(outcome(None, Role::Sender, "310400203"), (Verdict::NeedsYou, "resource-missing"));
    }

    #[test]
    fn a_service_owner_is_judged_as_the_owner() {
        assert_eq!(outcome(None, Role::ServiceOwner, "991825827"), (Verdict::NeedsYou, "resource-not-published"));
        assert_eq!(outcome(Some(&sample()), Role::ServiceOwner, "991825827"), (Verdict::Pass, "resource-good"));
        assert_eq!(outcome(Some(&sample()), Role::ServiceOwner, "310400203"), (Verdict::NeedsYou, "resource-not-yours"));
    }
}
