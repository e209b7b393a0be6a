//! The questions that lead to a finding: what was asked before it, in the order in which each answer narrows down the cause.
//!
//! A check that fails says what is wrong at one place. What it is not, the checks before it have shown: that the gateway lets us
//! through, that the token is taken, that the policy gives the action. What no check of its own asks, the failing check asks itself,
//! and keeps the answer with its finding. The chain ends with the finding, where it broke.

use super::{CheckId, Finding, Mark, Message, Role, Skip, Verdict};
use serde::{Deserialize, Serialize};

crate::choice! {
    /// A question of a chain that is no check: the check that fails asks it.
    pub enum ChainQuestion {
        /// MP-200: has Altinn granted the scope that is not on the client?
        ScopeGranted = "scope-granted",
        /// 401: which environment has signed the token?
        TokenSigner = "token-signer",
        /// MP-303: does the external reference match?
        ExternalReference = "external-reference",
        /// BRO-00006: has the service owner configured the resource in Broker?
        ResourceConfigured = "resource-configured",
        /// BRO-00006: is there an access list, and are we on it?
        AccessList = "access-list",
        /// BRO-00006: did something change in the last ten minutes?
        ChangedLately = "changed-lately",
        /// No event: does the subscription take the events of the test?
        SubscriptionFilter = "subscription-filter",
        /// No event: which of our identities owns the subscription?
        SubscriptionIdentity = "subscription-identity",
        /// No event: does Altinn still try to deliver it?
        EventDelivery = "event-delivery",
    }
}

/// What a chain asks: a check, or a question of the failing check's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Check(CheckId),
    Question(ChainQuestion),
}

/// The answer to a question of a chain, kept with the finding of the check that asked it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainAnswer {
    pub asked: ChainQuestion,
    /// Unknown where no call that we may make can tell.
    pub mark: Mark,
    pub message: Message,
}

/// A question, and its answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ChainLink<'a> {
    Check(&'a Finding),
    /// Asked by the check where the chain broke.
    Question {
        by: CheckId,
        answer: &'a ChainAnswer,
    },
}

impl Asked {
    /// The check that asks it, where one does.
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        match self {
            Self::Check(check) => Some(check),
            Self::Question(_) => None,
        }
    }
}

impl ChainLink<'_> {
    #[must_use]
    pub const fn mark(&self) -> Mark {
        match self {
            Self::Check(finding) => finding.outcome.mark(),
            Self::Question { answer, .. } => answer.mark,
        }
    }
}

impl Finding {
    /// The questions of its chain that no call can answer. Its words then name each cause that is left, and the one action that
    /// settles it.
    pub fn open_questions(&self) -> impl Iterator<Item = ChainQuestion> {
        self.asked.iter().filter(|answer| answer.mark == Mark::Unknown).map(|answer| answer.asked)
    }
}

/// Whether a verdict is the end of a chain: it accuses or waits.
#[must_use]
pub const fn has_chain(outcome: &Verdict) -> bool {
    match outcome {
        Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) => true,
        Verdict::Pass | Verdict::Warn | Verdict::Unknown | Verdict::Skipped(_) => false,
    }
}

/// The chain of a finding that accuses or waits, ending with itself. Empty where nothing was asked before it. `of` gives what was
/// found last; what was not asked, or does not apply, is left out.
#[must_use]
pub fn chain<'a>(finding: &'a Finding, role: Role, of: impl Fn(CheckId) -> Option<&'a Finding>) -> Vec<ChainLink<'a>> {
    if !has_chain(&finding.outcome) {
        return Vec::new();
    }
    let answered = |check: CheckId| {
        let answer = of(check)?;
        let is_answered = !matches!(answer.outcome, Verdict::Skipped(Skip::NotApplicable | Skip::Needs { .. } | Skip::SetAside { .. }));
        is_answered.then_some(ChainLink::Check(answer))
    };
    let own = |question: ChainQuestion| {
        let answer = finding.asked.iter().find(|answer| answer.asked == question)?;
        Some(ChainLink::Question { by: finding.check, answer })
    };
    let link = |asked: &Asked| match asked {
        Asked::Check(check) => answered(*check),
        Asked::Question(question) => own(*question),
    };
    let mut links: Vec<ChainLink<'a>> = asked_before(finding.check, role).iter().filter_map(link).collect();
    if !links.is_empty() {
        links.push(ChainLink::Check(finding));
    }
    links
}

/// What is asked before a check, the widest question first.
#[must_use]
pub const fn asked_before(check: CheckId, role: Role) -> &'static [Asked] {
    use Asked::{Check, Question};
    use ChainQuestion as Q;
    use CheckId as C;
    let is_owner = matches!(role, Role::ServiceOwner);
    match check {
        // Does the host answer, is our clock right, can the key sign?
        C::ClientToken => &[Check(C::KeyReach), Check(C::KeyClock), Check(C::ClientKey)],
        // MP-200, MP-250: is it the client's, and was it granted?
        C::ClientScopes => &[Check(C::ClientToken), Check(C::KeyScopes), Question(Q::ScopeGranted)],
        C::KeyScopes => &[Check(C::ClientToken), Check(C::ClientScopes)],
        // 401: the gateway, the clock, the client, or which environment signed the token?
        C::ClientExchange => &[Check(C::KeyGateway), Check(C::KeyClock), Check(C::ClientToken), Question(Q::TokenSigner)],
        C::ClientIdentity => &[Check(C::ClientToken), Check(C::ClientExchange)],
        // MP-303: is the organisation right, is the client on the system, is the request approved and the reference the same?
        C::AccessSystem => &[Check(C::ClientIdentity), Check(C::AccessResource)],
        C::AccessSystemUser => {
            &[Check(C::ClientIdentity), Check(C::AccessResource), Check(C::AccessSystem), Question(Q::ExternalReference)]
        }
        C::AccessSystemUserToken => &[
            Check(C::ClientIdentity),
            Check(C::AccessResource),
            Check(C::AccessSystem),
            Check(C::AccessSystemUser),
            Question(Q::ExternalReference),
        ],
        C::AccessServiceOwner => &[Check(C::KeyGateway), Check(C::ClientExchange), Check(C::ClientIdentity)],
        C::AccessResourceConfig => &[
            Check(C::KeyGateway),
            Check(C::ClientExchange),
            Check(C::ClientIdentity),
            Check(C::AccessResource),
            Check(C::AccessServiceOwner),
        ],
        C::AccessMembers => &[Check(C::ClientExchange), Check(C::AccessResource)],
        C::IntegrateList if is_owner => {
            &[Check(C::KeyGateway), Check(C::ClientExchange), Check(C::AccessServiceOwner), Check(C::AccessResourceConfig)]
        }
        // An empty 401: the gateway, the token, or Broker? BRO-00006: whom does the token speak for, is the resource configured, does
        // the policy give the action, is there a list, did something change a moment ago?
        C::IntegrateList => &[
            Check(C::KeyGateway),
            Check(C::ClientExchange),
            Question(Q::TokenSigner),
            Check(C::AccessSystemUserToken),
            Check(C::AccessResource),
            Question(Q::ResourceConfigured),
            Check(C::AccessPolicy),
            Question(Q::AccessList),
            Question(Q::ChangedLately),
        ],
        C::IntegrateTransfer => &[Check(C::IntegrateList)],
        C::EventsSubscription if is_owner => &[Check(C::ClientExchange), Check(C::AccessPolicy), Check(C::EventsEndpoint)],
        C::EventsSubscription => &[Check(C::AccessSystemUserToken), Check(C::AccessPolicy), Check(C::EventsEndpoint)],
        C::EventsValidated => &[Check(C::EventsEndpoint), Check(C::EventsSubscription)],
        // No event: is there a subscription, was it validated, was there anything to tell that it takes, whose is it, and does Altinn
        // still try?
        C::EventsReceived => &[
            Check(C::EventsSubscription),
            Check(C::EventsValidated),
            Check(C::IntegrateTransfer),
            Question(Q::SubscriptionFilter),
            Question(Q::SubscriptionIdentity),
            Question(Q::EventDelivery),
        ],
        C::KeyReach | C::KeyClock | C::KeyGateway | C::ClientKey | C::AccessResource | C::AccessPolicy | C::EventsEndpoint => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Waiting, Who};

    fn found(check: CheckId, outcome: Verdict) -> Finding {
        Finding { outcome, message: Message::RowOk, ..Finding::passed(check, 0) }
    }

    fn answer(asked: ChainQuestion, mark: Mark) -> ChainAnswer {
        ChainAnswer { asked, mark, message: Message::RowOk }
    }

    #[test]
    fn each_question_is_of_the_role_and_asked_once() {
        for role in Role::ALL {
            for check in CheckId::ALL.iter().filter(|check| check.is_for(*role)) {
                let asked = asked_before(*check, *role);
                for (place, before) in asked.iter().enumerate() {
                    let is_of_role = before.check().is_none_or(|before| before.is_for(*role) && before != *check);
                    assert!(is_of_role, "{role}: {check} asks {before:?}");
                    assert!(!asked.iter().skip(place + 1).any(|other| other == before), "{role}: {check} asks {before:?} twice");
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
        assert_eq!(chain(&user, Role::Sender, of), [ChainLink::Check(&identity), ChainLink::Check(&user)]);
        assert!(chain(&identity, Role::Sender, of).is_empty(), "what passes has no chain");
        assert!(chain(&user, Role::Sender, |_| None).is_empty(), "nothing was asked before");
    }

    /// The trees of the field: which questions follow each refusal, in which order.
    #[test]
    fn each_refusal_has_its_questions() {
        let names = |check: CheckId, role: Role| -> Vec<&str> {
            let name = |asked: &Asked| match asked {
                Asked::Check(check) => check.name(),
                Asked::Question(question) => question.name(),
            };
            asked_before(check, role).iter().map(name).collect()
        };
        let is_asked_in_order = |check, role, wanted: &[&str]| {
            let asked = names(check, role);
            let places: Vec<_> = wanted.iter().map(|name| asked.iter().position(|other| other == name)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{check}: {asked:?} lacks some of {wanted:?}");
        };
        let mp_303 = ["client.identity", "access.system", "access.system-user", "external-reference"];
        let bro_00006 =
            ["access.system-user-token", "access.resource", "resource-configured", "access.policy", "access-list", "changed-lately"];
        let no_event = ["events.subscription", "events.validated", "subscription-filter", "subscription-identity", "event-delivery"];
        for role in [Role::Sender, Role::Recipient] {
            is_asked_in_order(CheckId::AccessSystemUserToken, role, &mp_303);
            is_asked_in_order(CheckId::IntegrateList, role, &bro_00006);
            is_asked_in_order(CheckId::IntegrateList, role, &["key.gateway", "client.exchange", "token-signer"]);
        }
        for role in Role::ALL {
            is_asked_in_order(CheckId::ClientScopes, *role, &["client.token", "key.scopes", "scope-granted"]);
            is_asked_in_order(CheckId::ClientExchange, *role, &["key.gateway", "client.token", "token-signer"]);
            is_asked_in_order(CheckId::EventsReceived, *role, &no_event);
        }
        for question in ChainQuestion::ALL {
            let is_asked = |check: &CheckId, role: &Role| asked_before(*check, *role).contains(&Asked::Question(*question));
            assert!(CheckId::ALL.iter().any(|check| Role::ALL.iter().any(|role| is_asked(check, role))), "nobody asks {question}");
        }
    }

    #[test]
    fn a_question_of_the_check_itself_is_a_link_with_its_answer() {
        let reference = answer(ChainQuestion::ExternalReference, Mark::NeedsYou);
        let user = Finding { asked: vec![reference.clone()], ..found(CheckId::AccessSystemUser, Verdict::NeedsYou) };
        let links = chain(&user, Role::Sender, |_| None);
        let asked = ChainLink::Question { by: CheckId::AccessSystemUser, answer: &reference };
        assert_eq!(links, [asked, ChainLink::Check(&user)]);
        assert_eq!(links.iter().map(ChainLink::mark).collect::<Vec<_>>(), [Mark::NeedsYou, Mark::NeedsYou]);
        assert_eq!(user.open_questions().count(), 0);
        let open = Finding { asked: vec![answer(ChainQuestion::ExternalReference, Mark::Unknown)], ..user };
        assert_eq!(open.open_questions().collect::<Vec<_>>(), [ChainQuestion::ExternalReference]);
    }
}
