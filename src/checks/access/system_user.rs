//! `access.system-user`: a system user acts for the party, or a request for one waits.

use super::reference::Reference;
use super::system_user_token::not_proven;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop};
use crate::journey::{CheckId, Message, Who};
use crate::services::{RequestStatus, SystemUser, SystemUserRequest};
use crate::values::OrgNumber;

/// The scope to look up system users with; requests need the other one (facts platform D.2).
const USERS: &str = "altinn:authentication/systemuser.request.write";
const REQUESTS: &str = "altinn:authentication/systemuser.request.read";

pub(in crate::checks) async fn system_user(context: &CheckContext<'_>) -> CheckResult {
    let party = context.organisation()?;
    let proven = context.connection.granted(&context.acting()?).await.ok().and_then(|token| token.claims.system_user);
    // A token for another party proves nothing about ours. `access.system-user-token` reports it.
    if let Some(user) = proven.filter(|user| user.party == *party) {
        return Ok(Judgement::pass(Message::SystemUserProven { party: user.party, user: user.id.to_string() }));
    }
    let Some(system) = context.system_id().await? else { return Err(Stop::Because(CheckId::AccessSystem)) };
    let external_ref = context.profile().external_ref();
    let services = &context.connection.services;
    let user = match context.exchanged_if_granted(USERS).await? {
        Some(token) => services.system_user(&token, &system, party, external_ref).await?,
        None => None,
    };
    let request = match (&user, context.exchanged_if_granted(REQUESTS).await?) {
        (Some(_), _) => None,
        (None, Some(token)) => services.system_user_request(&token, &system, party, external_ref).await?,
        // Without both scopes we may ask neither question. Only the system user's token can then prove something.
        (None, None) => return not_proven(context).await,
    };
    if user.is_none() && request.is_none() {
        // If the client's identity or the system is wrong there can be no system user, so that check is blamed.
        for check in [CheckId::ClientIdentity, CheckId::AccessSystem] {
            if let Some(root) = context.board.blamed(check).await {
                return Ok(Judgement::needs(root));
            }
        }
        let reference = Reference::ask(context, party).await;
        return Ok(judge_none(&reference, party));
    }
    Ok(judge(user.as_ref(), request.as_ref(), party))
}

/// Neither a system user nor a request has the answered reference: another one may have been asked for.
fn judge_none(reference: &Reference, party: &OrgNumber) -> Judgement {
    let party = party.clone();
    let judged = match reference {
        Reference::Other { reference, references } => {
            Judgement::needs_you(Message::SystemUserOtherReference { party, reference: reference.clone(), references: references.clone() })
        }
        Reference::Same { .. } | Reference::None | Reference::Untold => Judgement::needs_you(Message::SystemUserNone { party }),
    };
    judged.with_asked(vec![reference.answer()])
}

fn judge(user: Option<&SystemUser>, request: Option<&SystemUserRequest>, party: &OrgNumber) -> Judgement {
    let party = party.clone();
    match (user, request) {
        (Some(user), _) => Judgement::pass(Message::SystemUserGood { party, user: user.id.to_string() }),
        (None, None) => Judgement::needs_you(Message::SystemUserNone { party }),
        (None, Some(request)) => match request.status {
            RequestStatus::New => {
                let waiting = Judgement::waiting(Who::Approver, request.created, None, Message::SystemUserWaits { party });
                waiting.with_link(request.confirm_url.clone())
            }
            RequestStatus::Accepted => Judgement::needs_you(Message::SystemUserGone { party }),
            RequestStatus::Rejected => Judgement::needs_you(Message::SystemUserRejected { party }),
            RequestStatus::Denied => Judgement::needs_you(Message::SystemUserDenied { party }),
            RequestStatus::TimedOut => Judgement::needs_you(Message::SystemUserTimedOut { party }),
        }
        .with_asked(vec![Reference::Same { reference: request.external_ref.clone() }.answer()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Verdict, Waiting};
    use crate::values::Link;
    use jiff::Timestamp;
    use uuid::Uuid;

    fn judged(user: Option<SystemUser>, status: Option<RequestStatus>) -> Judgement {
        let party: OrgNumber = "991825827".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let request = status.map(|status| SystemUserRequest {
            id: Uuid::nil(),
            status,
            confirm_url: "https://am.ui.tt02.altinn.no/request?id=1".parse().ok(),
            created: Some(Timestamp::UNIX_EPOCH),
            external_ref: party.digits().to_owned(),
            resources: Vec::new(),
        });
        judge(user.as_ref(), request.as_ref(), &party)
    }

    #[test]
    fn a_new_request_waits_for_the_approver_with_the_link() {
        let found = judged(None, Some(RequestStatus::New));
        let waiting = Waiting { on: Who::Approver, since: Some(Timestamp::UNIX_EPOCH), until: None };
        assert_eq!(found.verdict, Verdict::Waiting(waiting));
        assert_eq!(found.link.as_ref().map(Link::as_str), Some("https://am.ui.tt02.altinn.no/request?id=1"));
    }

    #[test]
    fn each_way_a_request_can_end() {
        let cases = [
            (None, "system-user-none"),
            (Some(RequestStatus::Rejected), "system-user-rejected"),
            (Some(RequestStatus::Denied), "system-user-denied"),
            (Some(RequestStatus::TimedOut), "system-user-timed-out"),
            (Some(RequestStatus::Accepted), "system-user-gone"),
        ];
        for (status, id) in cases {
            let found = judged(None, status);
            assert_eq!((found.verdict, found.message.id()), (Verdict::NeedsYou, id));
        }
    }

    #[test]
    fn a_system_user_with_another_reference_is_named_by_it() {
        let party: OrgNumber = "991825827".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let other = Reference::Other { reference: "991825827".to_owned(), references: vec!["customer-42".to_owned()] };
        let judged = |reference: &Reference| judge_none(reference, &party).message.id();
        assert_eq!([judged(&other), judged(&Reference::None)], ["system-user-other-reference", "system-user-none"]);
        assert_eq!(judge_none(&Reference::Untold, &party).asked, [Reference::Untold.answer()]);
    }

    #[test]
    fn a_system_user_passes() {
        let party: OrgNumber = "991825827".parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"));
        let user = SystemUser { id: Uuid::nil(), external_ref: party.digits().to_owned(), party };
        assert_eq!(judged(Some(user), None).verdict, Verdict::Pass);
    }
}
