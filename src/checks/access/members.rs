//! `access.members`: who is on the resource's access list. Does not apply to a resource without one.

use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message};
use crate::services::{AccessListMember, AccessListMode};

/// The scope to read access lists with. The role needs it for nothing else (facts platform E.2).
const LISTS: &str = "altinn:resourceregistry/accesslist.read";

pub(in crate::checks) async fn members(context: &CheckContext<'_>) -> CheckResult {
    let id = context.resource_id()?;
    let Some(resource) = context.resource().await? else { return Err(Stop::Because(CheckId::AccessResource)) };
    if resource.access_list_mode == AccessListMode::Disabled {
        return Ok(Judgement::not_applicable(Message::MembersNoList));
    }
    let Some(token) = context.exchanged_if_granted(LISTS).await? else {
        return Ok(Judgement::warn(Message::MembersMayNotAsk { scope: crate::values::Scope::known(LISTS) }));
    };
    let code = token.claims.org_code.clone().or(resource.owner_code).unwrap_or_default();
    Ok(judge(&context.connection.services.access_list_members(&token, &code, id).await?))
}

fn judge(members: &[AccessListMember]) -> Judgement {
    if members.is_empty() {
        return Judgement::needs_you(Message::MembersNone);
    }
    let rows = members.iter().map(|member| {
        let message = match member.actions.as_slice() {
            [] => Message::RowMember { list: member.list.clone() },
            actions => Message::RowMemberFor { list: member.list.clone(), actions: actions.to_vec() },
        };
        row(Mark::Pass, member.organisation.to_string(), message)
    });
    Judgement::pass(Message::Members { count: members.len() }).with_rows(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Verdict;

    #[test]
    fn an_empty_list_lets_nobody_in() {
        assert_eq!(judge(&[]).verdict, Verdict::NeedsYou);
        let member = "310400203".parse().map(|organisation| AccessListMember {
            list: "prov".to_owned(),
            organisation,
            actions: vec!["read".to_owned()],
        });
        let judged = member.map(|member| judge(&[member]));
        assert!(judged.is_ok_and(|judged| judged.verdict == Verdict::Pass && judged.rows.len() == 1));
    }
}
