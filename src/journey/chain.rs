//! The questions that lead to a finding: what was asked before it, in the order in which each answer narrows down the cause.
//!
//! A check that fails says what is wrong at one place. What it is not, the checks before it have shown: that the gateway lets us
//! through, that the token is taken, that the policy gives the action. The chain ends with the finding, where it broke.

use super::{CheckId, Finding, Role, Skip, Verdict};

/// A question, and its answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChainLink<'a> {
    pub asked: CheckId,
    pub answer: &'a Finding,
}

/// The chain of a finding that accuses or waits, ending with itself. Empty where nothing was asked before it. `of` gives what was
/// found last; what was not asked, or does not apply, is left out.
#[must_use]
pub fn chain<'a>(finding: &'a Finding, role: Role, of: impl Fn(CheckId) -> Option<&'a Finding>) -> Vec<ChainLink<'a>> {
    match finding.outcome {
        Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) => {}
        Verdict::Pass | Verdict::Warn | Verdict::Unknown | Verdict::Skipped(_) => return Vec::new(),
    }
    let answered = |asked: &CheckId| {
        let answer = of(*asked)?;
        let is_answered = !matches!(answer.outcome, Verdict::Skipped(Skip::NotApplicable | Skip::Needs { .. } | Skip::SetAside { .. }));
        is_answered.then_some(ChainLink { asked: *asked, answer })
    };
    let mut links: Vec<ChainLink<'a>> = asked_before(finding.check, role).iter().filter_map(answered).collect();
    if !links.is_empty() {
        links.push(ChainLink { asked: finding.check, answer: finding });
    }
    links
}

/// What is asked before a check, the widest question first.
const fn asked_before(check: CheckId, role: Role) -> &'static [CheckId] {
    use CheckId as C;
    let is_owner = matches!(role, Role::ServiceOwner);
    match check {
        // Does the host answer, is our clock right, can the key sign?
        C::ClientToken => &[C::KeyReach, C::KeyClock, C::ClientKey],
        // MP-200, MP-250: is it the client's, and was it granted?
        C::ClientScopes => &[C::ClientToken, C::KeyScopes],
        C::KeyScopes => &[C::ClientToken, C::ClientScopes],
        // 401: which Maskinporten signed it, and when?
        C::ClientExchange => &[C::KeyGateway, C::KeyClock, C::ClientToken],
        C::ClientIdentity => &[C::ClientToken, C::ClientExchange],
        // MP-303: is the organisation right, is the client on the system, is the request approved and the reference the same?
        C::AccessSystem => &[C::ClientIdentity, C::AccessResource],
        C::AccessSystemUser => &[C::ClientIdentity, C::AccessResource, C::AccessSystem],
        C::AccessSystemUserToken => &[C::ClientIdentity, C::AccessResource, C::AccessSystem, C::AccessSystemUser],
        C::AccessServiceOwner => &[C::KeyGateway, C::ClientExchange, C::ClientIdentity],
        C::AccessResourceConfig => &[C::KeyGateway, C::ClientExchange, C::ClientIdentity, C::AccessResource, C::AccessServiceOwner],
        C::AccessMembers => &[C::ClientExchange, C::AccessResource],
        // BRO-00006 and the other 401s: the gateway, the token, whom it speaks for, the resource and who is on its list, the policy.
        C::IntegrateList if is_owner => &[C::KeyGateway, C::ClientExchange, C::AccessServiceOwner, C::AccessResourceConfig],
        C::IntegrateList => &[C::KeyGateway, C::ClientExchange, C::AccessSystemUserToken, C::AccessResource, C::AccessPolicy],
        C::IntegrateTransfer => &[C::IntegrateList],
        C::EventsSubscription if is_owner => &[C::ClientExchange, C::AccessPolicy, C::EventsEndpoint],
        C::EventsSubscription => &[C::AccessSystemUserToken, C::AccessPolicy, C::EventsEndpoint],
        C::EventsValidated => &[C::EventsEndpoint, C::EventsSubscription],
        // No event: is there a subscription, was it validated, was there anything to tell?
        C::EventsReceived => &[C::EventsSubscription, C::EventsValidated, C::IntegrateTransfer],
        C::KeyReach | C::KeyClock | C::KeyGateway | C::ClientKey | C::AccessResource | C::AccessPolicy | C::EventsEndpoint => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Message, Waiting, Who};

    fn found(check: CheckId, outcome: Verdict) -> Finding {
        Finding { outcome, message: Message::RowOk, ..Finding::passed(check, 0) }
    }

    #[test]
    fn each_question_is_of_the_role_and_asked_once() {
        for role in Role::ALL {
            for check in CheckId::ALL.iter().filter(|check| check.is_for(*role)) {
                let asked = asked_before(*check, *role);
                for (place, before) in asked.iter().enumerate() {
                    assert!(before.is_for(*role) && before != check, "{role}: {check} asks {before}");
                    assert!(!asked.iter().skip(place + 1).any(|other| other == before), "{role}: {check} asks {before} twice");
                }
            }
        }
    }

    #[test]
    fn the_chain_ends_where_it_broke_and_leaves_out_what_was_not_asked() {
        let identity = found(CheckId::ClientIdentity, Verdict::Pass);
        let system = found(CheckId::AccessSystem, Verdict::Skipped(Skip::Needs { check: CheckId::AccessSystemUserToken }));
        let user = found(CheckId::AccessSystemUser, Verdict::Waiting(Waiting { on: Who::Approver, since: None, until: None }));
        let known = [&identity, &system];
        let of = |check: CheckId| known.into_iter().find(|finding| finding.check == check);
        let asked: Vec<CheckId> = chain(&user, Role::Sender, of).iter().map(|link| link.asked).collect();
        assert_eq!(asked, [CheckId::ClientIdentity, CheckId::AccessSystemUser]);
        assert!(chain(&identity, Role::Sender, of).is_empty(), "what passes has no chain");
        assert!(chain(&user, Role::Sender, |_| None).is_empty(), "nothing was asked before");
    }
}
