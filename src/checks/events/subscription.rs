//! `events.subscription`: there is a subscription with matching filters, one for each event type that is wanted.

use super::endpoint::address;
use super::matching::WantedSubscription;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message, Role, Row};
use crate::services::Subscription;
use crate::values::{EventType, ResourceFilter, SubjectFilter};
use futures_util::future::join;

/// The subscriptions of our two identities. Events shows an identity only its own (facts platform F.1), so both are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct SubscriptionLists {
    /// Made by the identity that the role subscribes with: the system user, or the service owner.
    pub(super) own: Vec<Subscription>,
    /// Made by the organisation itself, for a sender or recipient.
    pub(super) other: Vec<Subscription>,
}

/// Asks for both lists at once. The other identity's list only helps to explain things, so an error there leaves it empty.
pub(in crate::checks) async fn list(context: &CheckContext<'_>) -> Result<SubscriptionLists, Stop> {
    let services = &context.connection.services;
    let own = async {
        let token = context.exchanged(&context.own()?).await?;
        Ok::<_, Stop>(services.subscriptions(&token).await?)
    };
    let other = async {
        match context.profile().role {
            Role::ServiceOwner => Vec::new(),
            Role::Sender | Role::Recipient => {
                let plain = context.connection.plain(&context.connection.role_scope());
                match context.exchanged(&plain).await {
                    Ok(token) => services.subscriptions(&token).await.unwrap_or_default(),
                    Err(_) => Vec::new(),
                }
            }
        }
    };
    let (own, other) = join(own, other).await;
    Ok(SubscriptionLists { own: own?, other })
}

/// The subscription that the answers ask for.
pub(super) fn wanted(context: &CheckContext<'_>) -> Result<WantedSubscription, Stop> {
    Ok(WantedSubscription {
        endpoint: address(context)?,
        resource: ResourceFilter::of(context.resource_id()?).as_str().to_owned(),
        subject: SubjectFilter::of(context.organisation()?).as_str().to_owned(),
        types: context.profile().events.types.clone(),
    })
}

pub(in crate::checks) async fn subscription(context: &CheckContext<'_>) -> CheckResult {
    let wanted = wanted(context)?;
    let judged = judge(&wanted, &context.subscriptions().await?);
    // Altinn makes no subscription for an address it refuses, so `events.endpoint` is blamed if it found that.
    if !judged.verdict.lets_through()
        && let Some(root) = context.board.blamed(CheckId::EventsEndpoint).await
    {
        return Ok(Judgement::needs(root));
    }
    Ok(judged)
}

impl SubscriptionLists {
    /// The matching subscription for an event type: the role's own, else the other identity's.
    pub(super) fn find(&self, wanted: &WantedSubscription, event_type: Option<&EventType>) -> Option<(&Subscription, SubscriptionOwner)> {
        let fitting = |list: &'_ [Subscription]| list.iter().position(|subscription| wanted.fits(subscription, event_type));
        let own = fitting(&self.own).and_then(|at| self.own.get(at)).map(|found| (found, SubscriptionOwner::Role));
        own.or_else(|| fitting(&self.other).and_then(|at| self.other.get(at)).map(|found| (found, SubscriptionOwner::Other)))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SubscriptionOwner {
    /// The identity that the role subscribes with.
    Role,
    /// The organisation itself, without a system user.
    Other,
}

fn judge(wanted: &WantedSubscription, lists: &SubscriptionLists) -> Judgement {
    let each = wanted.each();
    let found: Vec<_> = each.iter().map(|event_type| (*event_type, lists.find(wanted, *event_type))).collect();
    let missing = found.iter().filter(|(_, found)| found.is_none()).count();
    let mut rows: Vec<Row> = found.iter().map(|(event_type, found)| line(*event_type, *found)).collect();
    let faults: Vec<Row> = faults(wanted, lists);
    let faulty = !faults.is_empty();
    rows.extend(faults);
    let elsewhere = found.iter().any(|(_, found)| matches!(found, Some((_, SubscriptionOwner::Other))));
    let judged = if missing == 0 && elsewhere {
        Judgement::warn(Message::SubscriptionOtherIdentity)
    } else if missing == 0 {
        Judgement::pass(Message::SubscriptionGood { count: each.len() })
    } else if missing < each.len() {
        Judgement::needs_you(Message::SubscriptionPartly { found: each.len() - missing, all: each.len() })
    } else if faulty {
        Judgement::needs_you(Message::SubscriptionFaulty)
    } else {
        Judgement::needs_you(Message::SubscriptionNone)
    };
    judged.with_rows(rows)
}

fn line(event_type: Option<&EventType>, found: Option<(&Subscription, SubscriptionOwner)>) -> Row {
    let subject = event_type.map(ToString::to_string).unwrap_or_default();
    match found {
        None => row(Mark::NeedsYou, subject, Message::RowNotSubscribed),
        Some((subscription, SubscriptionOwner::Role)) => {
            row(Mark::Pass, subject, Message::RowSubscribed { number: subscription.id.into() })
        }
        Some((subscription, SubscriptionOwner::Other)) => {
            let consumer = subscription.consumer.clone();
            row(Mark::Warn, subject, Message::RowSubscribedByOther { number: subscription.id.into(), consumer })
        }
    }
}

/// A row for each subscription that seems meant for us but does not match.
fn faults(wanted: &WantedSubscription, lists: &SubscriptionLists) -> Vec<Row> {
    let all = lists.own.iter().chain(&lists.other);
    all.filter_map(|subscription| Some(row(Mark::Warn, subscription.id.to_string(), wanted.fault(subscription)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::matching::tests::{good, wanted};
    use super::*;
    use crate::journey::Verdict;

    fn outcome(types: &[&str], own: Vec<Subscription>, other: Vec<Subscription>) -> (Verdict, &'static str) {
        let judged = judge(&wanted(types), &SubscriptionLists { own, other });
        (judged.verdict, judged.message.id())
    }

    fn of_type(name: &str) -> Subscription {
        Subscription { type_filter: Some(format!("no.altinn.broker.{name}")), ..good() }
    }

    #[test]
    fn one_for_all_types_or_one_for_each() {
        assert_eq!(outcome(&[], vec![good()], vec![]), (Verdict::Pass, "subscription-good"));
        assert_eq!(outcome(&[], vec![], vec![]), (Verdict::NeedsYou, "subscription-none"));
        let both = vec![of_type("published"), of_type("uploadfailed")];
        assert_eq!(outcome(&["published", "uploadfailed"], both, vec![]), (Verdict::Pass, "subscription-good"));
        assert_eq!(outcome(&["published", "uploadfailed"], vec![of_type("published")], vec![]), (Verdict::NeedsYou, "subscription-partly"));
    }

    #[test]
    fn a_subscription_of_our_other_identity_is_a_warning() {
        assert_eq!(outcome(&[], vec![], vec![good()]), (Verdict::Warn, "subscription-other-identity"));
    }

    #[test]
    fn old_filters_are_named() {
        assert_eq!(outcome(&[], vec![of_type("Published")], vec![]), (Verdict::NeedsYou, "subscription-faulty"));
    }
}
