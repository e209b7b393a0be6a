//! `client.identity`: the token speaks for the client's owner, and for a service owner says which one it is.

use super::exchange::any_grant;
use crate::checks::asking::Asking;
use crate::checks::judged::{Asked, Judged, Stop};
use crate::journey::{FieldId, Message, Role};
use crate::services::Claims;
use crate::values::OrgNumber;

pub(in crate::checks) async fn identity(asking: &Asking<'_>) -> Asked {
    let owner = asking.profile().client_owner().ok_or(Stop::Missing(FieldId::Organisation))?;
    asking.organisation()?;
    let token = asking.exchanged(&any_grant(asking).await?).await?;
    Ok(judge(&token.claims, owner, asking.profile().role))
}

fn judge(claims: &Claims, owner: &OrgNumber, role: Role) -> Judged {
    match (&claims.consumer, &claims.org_code, role) {
        (None, _, _) => Judged::fail(Message::IdentityNoConsumer),
        (Some(consumer), _, _) if consumer != owner => {
            Judged::needs_you(Message::IdentityOther { consumer: consumer.clone(), owner: owner.clone() })
        }
        (Some(consumer), Some(code), Role::ServiceOwner) => {
            Judged::pass(Message::IdentityServiceOwner { owner: consumer.clone(), code: code.clone() })
        }
        (Some(consumer), None, Role::ServiceOwner) => Judged::warn(Message::IdentityNoOrgCode { owner: consumer.clone() }),
        (Some(consumer), _, Role::Sender | Role::Recipient) => Judged::pass(Message::Identity { owner: consumer.clone() }),
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
