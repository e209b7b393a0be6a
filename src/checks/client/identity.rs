//! `client.identity`: the token names the client's owner as consumer. A service owner's token also has its code.

use super::exchange::any_grant;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop};
use crate::journey::{FieldId, Message, Role};
use crate::services::Claims;
use crate::values::OrgNumber;

pub(in crate::checks) async fn identity(context: &CheckContext<'_>) -> CheckResult {
    let owner = context.profile().client_owner().ok_or(Stop::Missing(FieldId::Organisation))?;
    context.organisation()?;
    let token = context.exchanged(&any_grant(context).await?).await?;
    Ok(judge(&token.claims, owner, context.profile().role))
}

fn judge(claims: &Claims, owner: &OrgNumber, role: Role) -> Judgement {
    match (&claims.consumer, &claims.org_code, role) {
        (None, _, _) => Judgement::fail(Message::IdentityNoConsumer),
        (Some(consumer), _, _) if consumer != owner => {
            Judgement::needs_you(Message::IdentityOther { consumer: consumer.clone(), owner: owner.clone() })
        }
        (Some(consumer), Some(code), Role::ServiceOwner) => {
            Judgement::pass(Message::IdentityServiceOwner { owner: consumer.clone(), code: code.clone() })
        }
        (Some(consumer), None, Role::ServiceOwner) => Judgement::warn(Message::IdentityNoOrgCode { owner: consumer.clone() }),
        (Some(consumer), _, Role::Sender | Role::Recipient) => Judgement::pass(Message::Identity { owner: consumer.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::token;
    use crate::journey::Verdict;

    fn organisation(digits: &str) -> OrgNumber {
        digits.parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"))
    }

    fn outcome(consumer: Option<&str>, code: Option<&str>, role: Role) -> (Verdict, &'static str) {
        let mut claims = token().claims;
        claims.consumer = consumer.map(organisation);
        claims.org_code = code.map(ToOwned::to_owned);
        let judged = judge(&claims, &organisation("991825827"), role);
        (judged.verdict, judged.message.id())
    }

    #[test]
    fn the_consumer_is_the_clients_owner() {
        assert_eq!(outcome(Some("991825827"), None, Role::Sender), (Verdict::Pass, "identity"));
        assert_eq!(outcome(Some("310400203"), None, Role::Sender), (Verdict::NeedsYou, "identity-other"));
        assert_eq!(outcome(None, None, Role::Sender), (Verdict::Fail, "identity-no-consumer"));
    }

    #[test]
    fn a_service_owner_without_its_code_is_warned() {
        assert_eq!(outcome(Some("991825827"), Some("digdir"), Role::ServiceOwner), (Verdict::Pass, "identity-service-owner"));
        assert_eq!(outcome(Some("991825827"), None, Role::ServiceOwner), (Verdict::Warn, "identity-no-org-code"));
    }
}
