//! One cause, one accusation: who accuses for what several checks meet.

use super::context::CheckContext;
use super::judgement::Judgement;
use super::key;
use super::problem::is_the_gateways;
use crate::journey::{Cause, CheckId, Role, Verdict};
use crate::services::Problem;

/// The check that accuses what is between us and every service, if that is why this call failed: the way there, a host that gives
/// no answer, the gateway.
pub(super) async fn in_between(context: &CheckContext<'_>, check: CheckId, problem: &Problem) -> Option<CheckId> {
    let asks_reach = context.board.contains(CheckId::KeyReach);
    let by = if problem.is_on_the_way() || (asks_reach && problem.is_no_answer() && key::explains(context.reached().await, problem)) {
        CheckId::KeyReach
    } else if is_the_gateways(problem) {
        CheckId::KeyGateway
    } else {
        return None;
    };
    if by == check { None } else { context.board.blamed(by).await }
}

/// The judgement; or skipped, where a check that asks the same service accuses for the same cause.
pub(super) async fn once(context: &CheckContext<'_>, check: CheckId, judged: Judgement) -> Judgement {
    if !accuses(&judged.verdict) {
        return judged;
    }
    if judged.message.cause().is_some_and(Cause::may_be_the_clocks)
        && let Some(root) = failed(context, CheckId::KeyClock).await
    {
        return Judgement::needs(root);
    }
    for other in ask_before(check, context.profile().role) {
        let Some(said) = context.board.posted(*other).await else { continue };
        if accuses(&said.verdict) && said.message.is_of_the_same_cause(&judged.message) {
            return Judgement::needs(*other);
        }
    }
    judged
}

async fn failed(context: &CheckContext<'_>, check: CheckId) -> Option<CheckId> {
    context.board.posted(check).await.filter(|said| said.verdict == Verdict::Fail).map(|_| check)
}

const fn accuses(verdict: &Verdict) -> bool {
    match verdict {
        Verdict::Fail | Verdict::NeedsYou | Verdict::Unknown => true,
        // What is awaited has its own end.
        Verdict::Waiting(_) | Verdict::Pass | Verdict::Warn | Verdict::Skipped(_) => false,
    }
}

/// The checks that ask the same service, or with the same token, and accuse before this one. None of them waits for this one.
const fn ask_before(check: CheckId, role: Role) -> &'static [CheckId] {
    match (check, role) {
        (CheckId::AccessPolicy, _) => &[CheckId::AccessResource],
        (CheckId::AccessSystemUser, _) => &[CheckId::AccessSystem],
        (CheckId::AccessServiceOwner | CheckId::IntegrateList, _) => &[CheckId::KeyGateway],
        (CheckId::AccessResourceConfig, _) => &[CheckId::KeyGateway, CheckId::AccessServiceOwner],
        (CheckId::AccessMembers | CheckId::IntegrateTransfer, _) => &[CheckId::AccessResource],
        (CheckId::EventsSubscription, Role::ServiceOwner) => &[CheckId::AccessServiceOwner],
        (CheckId::EventsSubscription, Role::Sender | Role::Recipient) => &[CheckId::IntegrateList],
        (
            CheckId::KeyReach
            | CheckId::KeyClock
            | CheckId::KeyGateway
            | CheckId::KeyScopes
            | CheckId::ClientKey
            | CheckId::ClientToken
            | CheckId::ClientScopes
            | CheckId::ClientExchange
            | CheckId::ClientIdentity
            | CheckId::AccessResource
            | CheckId::AccessSystem
            | CheckId::AccessSystemUserToken
            | CheckId::EventsEndpoint
            | CheckId::EventsValidated
            | CheckId::EventsReceived,
            _,
        ) => &[],
    }
}
