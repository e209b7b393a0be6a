//! Looking again: whether what is left may come by itself, and how long to wait before the next look.

use super::{Environment, Finding, Message, Verdict, Who};
use jiff::Timestamp;
use std::time::Duration;

/// How long to wait before the next look: 30 s, doubled each time up to 5 min. In the sandbox 1 s up to 30 s, because the people it
/// plays answer within seconds (contract 6).
#[must_use]
pub fn pause(environment: &Environment, looks: u32) -> Duration {
    let (first, last) = if environment.is_loopback() { (1, 30) } else { (30, 300) };
    let doubled = 1_u64.checked_shl(looks.min(16)).unwrap_or(u64::MAX);
    Duration::from_secs(doubled.saturating_mul(first).min(last))
}

/// Whether something is left that may come without anybody acting: a service was not asked, or is waited for.
#[must_use]
pub fn may_come_by_itself(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| match &finding.outcome {
        // Altinn is waited for in vain as long as nothing is sent.
        Verdict::Waiting(_) if matches!(finding.message, Message::EventNeedsTransfer { .. }) => false,
        Verdict::Waiting(waiting) => is_a_service(waiting.on),
        Verdict::Unknown => true,
        Verdict::Pass | Verdict::Warn | Verdict::NeedsYou | Verdict::Fail | Verdict::Skipped(_) => false,
    })
}

/// From when the service may be asked again that was asked too often, where that is all there is to wait for.
#[must_use]
pub fn may_be_asked_at(findings: &[Finding]) -> Option<Timestamp> {
    let open = findings.iter().filter(|finding| may_come_by_itself(std::slice::from_ref(finding)));
    let until = open.map(|finding| match finding.message {
        Message::RateLimited { until } => Some(until),
        _ => None,
    });
    until.collect::<Option<Vec<_>>>().and_then(|until| until.into_iter().min())
}

/// When the last test file went through, as the checks have seen it.
#[must_use]
pub fn last_test(findings: &[Finding]) -> Option<Timestamp> {
    findings.iter().find_map(|finding| match &finding.message {
        Message::TransferPublished { at }
        | Message::TransferConfirmed { at }
        | Message::TransferPurged { at }
        | Message::TransferOld { at } => Some(*at),
        _ => None,
    })
}

const fn is_a_service(who: Who) -> bool {
    match who {
        Who::AltinnEvents | Who::AltinnBroker | Who::Propagation => true,
        Who::You
        | Who::ServiceDesk
        | Who::Digdir
        | Who::ServiceOwner
        | Who::Approver
        | Who::Vendor
        | Who::Sender
        | Who::Recipient
        | Who::Network => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{CheckId, PublishedEnvironment, Waiting};

    fn found(outcome: Verdict, message: Message) -> Finding {
        Finding { outcome, message, ..Finding::passed(CheckId::EventsReceived, 1) }
    }

    fn waits(on: Who) -> Verdict {
        Verdict::Waiting(Waiting { on, since: None, until: None })
    }

    #[test]
    fn the_pause_grows_to_five_minutes_and_in_the_sandbox_to_half_a_minute() {
        let pauses = |environment: &Environment| [0, 1, 2, 3, 4, 60].map(|looks| pause(environment, looks).as_secs());
        assert_eq!(pauses(&Environment::Named(PublishedEnvironment::Tt02)), [30, 60, 120, 240, 300, 300]);
        assert_eq!(pauses(&Environment::SANDBOX), [1, 2, 4, 8, 16, 30]);
    }

    #[test]
    fn a_service_comes_by_itself_and_a_person_does_not() {
        let comes = |outcome| may_come_by_itself(&[found(outcome, Message::RowOk)]);
        assert!(comes(waits(Who::Propagation)) && comes(waits(Who::AltinnEvents)) && comes(Verdict::Unknown));
        assert!(!comes(waits(Who::Approver)) && !comes(Verdict::NeedsYou) && !comes(Verdict::Fail) && !comes(Verdict::Pass));
        let nothing_sent = Message::EventNeedsTransfer { until: Timestamp::UNIX_EPOCH };
        assert!(!may_come_by_itself(&[found(waits(Who::AltinnEvents), nothing_sent)]));
    }

    #[test]
    fn what_was_asked_too_often_alone_is_asked_again_in_its_time() {
        let until = Timestamp::UNIX_EPOCH;
        let limited = || found(Verdict::Unknown, Message::RateLimited { until });
        assert_eq!(may_be_asked_at(&[limited(), found(Verdict::Pass, Message::RowOk)]), Some(until));
        assert_eq!(may_be_asked_at(&[limited(), found(waits(Who::Propagation), Message::RowOk)]), None);
        assert_eq!(may_be_asked_at(&[]), None);
    }
}
