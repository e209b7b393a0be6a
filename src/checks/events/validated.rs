//! `events.validated`: the webhook has answered Altinn's validation event.

use super::matching::WantedSubscription;
use super::subscription::{SubscriptionLists, wanted};
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, row};
use crate::journey::{CheckId, Mark, Message, Row, Who, next_validation};
use crate::services::Subscription;
use jiff::{SignedDuration, Timestamp};

/// How long Altinn may still try: its last retry comes some eight minutes after the first try (facts platform F.2).
const TRIES_LAST: SignedDuration = SignedDuration::from_mins(10);

pub(in crate::checks) async fn validated(context: &CheckContext<'_>) -> CheckResult {
    let wanted = wanted(context)?;
    judge(&wanted, &context.subscriptions().await?, context.now)
}

/// The matching subscriptions of either identity, at most one for each event type.
pub(super) fn fitting<'a>(wanted: &WantedSubscription, lists: &'a SubscriptionLists) -> Vec<&'a Subscription> {
    wanted.each().into_iter().filter_map(|event_type| lists.find(wanted, event_type)).map(|(found, _)| found).collect()
}

fn judge(wanted: &WantedSubscription, lists: &SubscriptionLists, now: Timestamp) -> CheckResult {
    let found = fitting(wanted, lists);
    if found.is_empty() {
        return Err(Stop::Because(CheckId::EventsSubscription));
    }
    let mut rows: Vec<Row> = found.iter().map(|subscription| line(subscription)).collect();
    let open: Vec<_> = found.iter().filter(|subscription| !subscription.validated).collect();
    let latest = open.iter().filter_map(|subscription| subscription.created).max();
    let until = latest.and_then(|created| created.checked_add(TRIES_LAST).ok());
    let next_try = latest.and_then(|created| next_validation(created, now));
    rows.extend(next_try.map(|at| row(Mark::Waiting, "", Message::RowNextTry { at })));
    let judged = match (open.is_empty(), until.filter(|until| now < *until)) {
        (true, _) => Judgement::pass(Message::Validated),
        (false, Some(until)) => Judgement::waiting(Who::AltinnEvents, latest, Some(until), Message::ValidationTried { until }),
        (false, None) => {
            Judgement::needs_you(Message::NotValidated { endpoint: wanted.endpoint.host_str().unwrap_or_default().to_owned() })
        }
    };
    Ok(judged.with_rows(rows))
}

fn line(subscription: &Subscription) -> Row {
    let number = subscription.id.to_string();
    if subscription.validated {
        row(Mark::Pass, number, Message::RowValidated)
    } else {
        row(Mark::NeedsYou, number, Message::RowNotValidated)
    }
}

#[cfg(test)]
mod tests {
    use super::super::matching::tests::{good, wanted};
    use super::*;
    use crate::journey::Verdict;

    fn outcome(validated: bool, now: Timestamp) -> Verdict {
        let lists = SubscriptionLists { own: vec![Subscription { validated, ..good() }], other: vec![] };
        judge(&wanted(&[]), &lists, now).map_or(Verdict::Unknown, |judged| judged.verdict)
    }

    #[test]
    fn altinn_tries_for_some_minutes() {
        let later = Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_hours(1)).unwrap_or(Timestamp::MAX);
        assert_eq!(outcome(true, later), Verdict::Pass);
        assert!(matches!(outcome(false, Timestamp::UNIX_EPOCH), Verdict::Waiting(waiting) if waiting.on == Who::AltinnEvents));
        assert_eq!(outcome(false, later), Verdict::NeedsYou);
    }

    #[test]
    fn without_a_subscription_the_subscription_check_is_blamed() {
        let lists = SubscriptionLists { own: vec![], other: vec![] };
        assert_eq!(judge(&wanted(&[]), &lists, Timestamp::UNIX_EPOCH), Err(Stop::Because(CheckId::EventsSubscription)));
    }
}
