//! `access.members`: who is on the resource's access list, and who is missing. Does not apply to a resource without one.

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message, Profile};
use crate::services::{AccessListMember, AccessListMode, Token};
use crate::values::{OrgNumber, ResourceId, Scope};

/// The scopes to read access lists with, the one that the role needs for nothing else first (facts platform E.2).
const LISTS: [&str; 2] = ["altinn:resourceregistry/accesslist.read", "altinn:resourceregistry/accesslist.write"];

pub(in crate::checks) async fn members(context: &CheckContext<'_>) -> CheckResult {
    let id = context.resource_id()?;
    let Some(resource) = context.resource().await? else { return Err(Stop::Because(CheckId::AccessResource)) };
    let is_enforced = resource.access_list_mode == AccessListMode::Enabled;
    if !is_enforced && !context.profile().admits_only_listed() {
        return Ok(Judgement::not_applicable(Message::MembersNoList));
    }
    let Some(token) = token(context).await? else {
        return Ok(Judgement::warn(Message::MembersMayNotAsk { scope: Scope::known(LISTS[1]) }));
    };
    let code = token.claims.org_code.clone().or(resource.owner_code).unwrap_or_default();
    let members = context.connection.services.access_list_members(&token, &code, id).await?;
    Ok(judge(&members, context.profile(), id, is_enforced))
}

async fn token(context: &CheckContext<'_>) -> Result<Option<Token>, Stop> {
    for scope in LISTS {
        if let Some(token) = context.exchanged_if_granted(scope).await? {
            return Ok(Some(token));
        }
    }
    Ok(None)
}

fn judge(members: &[AccessListMember], profile: &Profile, resource: &ResourceId, is_enforced: bool) -> Judgement {
    if members.is_empty() {
        return Judgement::needs_you(Message::MembersNone);
    }
    let mut rows: Vec<_> = members.iter().map(|member| row(Mark::Pass, member.organisation.to_string(), on_list(member))).collect();
    let is_on = |organisation: &OrgNumber| members.iter().any(|member| member.organisation == *organisation);
    let missing: Vec<OrgNumber> = profile.takes_part().into_iter().filter(|organisation| !is_on(organisation)).collect();
    rows.extend(missing.iter().map(|organisation| row(Mark::NeedsYou, organisation.to_string(), Message::RowNotMember)));
    let judged = if !missing.is_empty() {
        Judgement::needs_you(Message::MembersLack { organisations: missing })
    } else if is_enforced {
        Judgement::pass(Message::Members { count: members.len() })
    } else {
        Judgement::needs_you(Message::MembersNotEnforced { resource: resource.clone() })
    };
    judged.with_rows(rows)
}

fn on_list(member: &AccessListMember) -> Message {
    match member.actions.as_slice() {
        [] => Message::RowMember { list: member.list.clone() },
        actions => Message::RowMemberFor { list: member.list.clone(), actions: actions.to_vec() },
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::journey::{Environment, FieldId, Role, Verdict};

    fn judged(members: &[&str], recipients: &str, is_enforced: bool) -> Judgement {
        let mut profile = Profile::new(Role::ServiceOwner, Environment::SANDBOX);
        profile.set(FieldId::TransferRecipients, recipients).unwrap();
        let member = |number: &&str| AccessListMember {
            list: "prov".to_owned(),
            organisation: number.parse().unwrap(),
            actions: vec!["read".to_owned()],
        };
        judge(&members.iter().map(member).collect::<Vec<_>>(), &profile, &"prov-filer".parse().unwrap(), is_enforced)
    }

    #[test]
    fn an_empty_list_lets_nobody_in() {
        assert_eq!(judged(&[], "", true).verdict, Verdict::NeedsYou);
        let one = judged(&["310400203"], "", true);
        assert!(one.verdict == Verdict::Pass && one.rows.len() == 1);
    }

    #[test]
    fn who_takes_part_and_is_not_on_it_is_named() {
        let lacks = judged(&["310400203"], "310400300, 310400203", true);
        assert_eq!(lacks.message, Message::MembersLack { organisations: vec!["310400300".parse().unwrap()] });
        assert_eq!(lacks.rows.len(), 2);
    }

    #[test]
    fn a_list_that_is_not_enforced_lets_all_in() {
        assert!(matches!(judged(&["310400203"], "310400203", false).message, Message::MembersNotEnforced { .. }));
    }
}
