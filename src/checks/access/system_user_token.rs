//! `access.system-user-token`: Maskinporten issues a token for the system user. This proves most of step 3.

use super::reference::Reference;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop};
use crate::checks::problem::said;
use crate::checks::tokens::TokenProblem;
use crate::journey::{Cause, CheckId, Message};
use crate::services::{Problem, Refusal, SystemUserClaim};
use crate::values::OrgNumber;

pub(in crate::checks) async fn system_user_token(context: &CheckContext<'_>) -> CheckResult {
    let organisation = context.organisation()?;
    let problem = match context.connection.granted(&context.acting()?).await {
        Ok(token) => return Ok(judge(token.claims.system_user.as_ref(), organisation)),
        Err(TokenProblem::NoClient) => return Err(Stop::Because(CheckId::ClientToken)),
        Err(TokenProblem::Grant(problem) | TokenProblem::Exchange(problem)) => problem,
    };
    let Problem::Refused(refusal) = &problem else { return Err(Stop::Problem(problem)) };
    if refusal.cause.is_about_the_scope() {
        return Err(Stop::Told { by: CheckId::ClientScopes, problem });
    }
    if !refusal.cause.is_about_the_system_user() {
        return Err(Stop::Told { by: CheckId::ClientToken, problem });
    }
    // The request itself was not understood, which says nothing about any system user.
    if refusal.cause == Cause::AuthorizationDetails {
        return Err(Stop::Problem(problem));
    }
    // Maskinporten's refusal does not say what is missing. If one of these checks knows the cause, it reports it and this one is
    // skipped.
    for check in [CheckId::ClientIdentity, CheckId::AccessResource, CheckId::AccessSystem, CheckId::AccessSystemUser] {
        let root = context.board.blamed(check).await.filter(|root| *root != CheckId::AccessSystemUserToken);
        if let Some(root) = root {
            return Ok(Judgement::needs(root));
        }
    }
    Ok(refused(refusal, organisation).with_asked(vec![Reference::ask(context, organisation).await.answer()]))
}

/// The result of a check that only a system user's token could have proven. Blames that token's check, or `client.scopes` if
/// Maskinporten refused the scope.
pub(super) async fn not_proven(context: &CheckContext<'_>) -> CheckResult {
    match context.connection.granted(&context.acting()?).await {
        Err(TokenProblem::Grant(problem)) if problem.cause().is_some_and(Cause::is_about_the_scope) => {
            Err(Stop::Told { by: CheckId::ClientScopes, problem })
        }
        Ok(_) | Err(_) => Ok(Judgement::needs(CheckId::AccessSystemUserToken)),
    }
}

fn refused(refusal: &Refusal, party: &OrgNumber) -> Judgement {
    let judged = Judgement::needs_you(Message::SystemUserTokenRefused { party: party.clone() });
    judged.with_code(refusal.code.clone()).with_rows(said(refusal))
}

fn judge(claim: Option<&SystemUserClaim>, organisation: &OrgNumber) -> Judgement {
    match claim {
        None => Judgement::fail(Message::SystemUserTokenWithout),
        Some(claim) if claim.party != *organisation => {
            Judgement::fail(Message::SystemUserTokenOther { party: claim.party.clone(), organisation: organisation.clone() })
        }
        Some(claim) => Judgement::pass(Message::SystemUserTokenGood { party: organisation.clone(), system: claim.system_id.clone() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::grants::samples::refused_grant;
    use crate::journey::Verdict;
    use uuid::Uuid;

    fn organisation(digits: &str) -> OrgNumber {
        digits.parse().unwrap_or_else(|invalid| unreachable!("{invalid:?}"))
    }

    #[test]
    fn the_token_acts_for_our_organisation() {
        let ours = organisation("991825827");
        let claim = |party: &str| SystemUserClaim { id: Uuid::nil(), party: organisation(party), system_id: "991825827_files".to_owned() };
        assert_eq!(judge(Some(&claim("991825827")), &ours).verdict, Verdict::Pass);
        assert_eq!(judge(Some(&claim("310400203")), &ours).message.id(), "system-user-token-other");
        assert_eq!(judge(None, &ours).message.id(), "system-user-token-without");
    }

    #[test]
    fn mp_303_needs_you_and_other_refusals_are_not_about_the_system_user() {
        let mp_303 = refused_grant(Some("MP-303"), Some("Invalid authorization details values"));
        let judged = refused(&mp_303, &organisation("991825827"));
        assert_eq!((judged.verdict, judged.code.as_deref()), (Verdict::NeedsYou, Some("MP-303")));
        assert!(mp_303.cause.is_about_the_system_user());
        assert!(!refused_grant(Some("MP-100"), Some("Client not found")).cause.is_about_the_system_user());
    }
}
