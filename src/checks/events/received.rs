//! `events.received`: an event has arrived at our receiver, at the sandbox's sink, or at the user's own application.

use super::endpoint::address;
use super::matching::WantedSubscription;
use super::polling;
use super::subscription::{SubscriptionLists, SubscriptionOwner, wanted};
use super::validated::fitting;
use crate::checks::context::CheckContext;
use crate::checks::judgement::{CheckResult, Judgement, Stop, answer, row};
use crate::journey::{
    ChainAnswer, ChainQuestion, CheckId, EventFit, Evidence, FieldId, Mark, Message, Profile, ReceivedBy, ReceivedEvent, Row, Who,
    next_delivery,
};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

/// Events caches for an hour that nobody subscribes (facts platform F.2), so the first event may be lost for that long.
const CACHE: SignedDuration = SignedDuration::from_hours(1);
/// Events shows an event half a minute after its registration (facts platform F.1), and Broker takes a moment to publish it.
const SHOWS_AFTER: SignedDuration = SignedDuration::from_secs(40);
/// So many events that are not the one are shown.
const SHOWN: usize = 3;
/// An event that arrived before one of these answers changed went to another address, or was of another subscription.
const WEBHOOK: [FieldId; 2] = [FieldId::EventsEndpoint, FieldId::EventsTypes];

pub(in crate::checks) async fn received(context: &CheckContext<'_>) -> CheckResult {
    if context.profile().events.is_polled() {
        return polled(context).await;
    }
    if context.is_loopback() && context.profile().events.endpoint.is_some() {
        learn_from_sink(context).await?;
    }
    let evidence = context.evidence();
    let wanted = wanted(context)?;
    let expected = ExpectedEvent { wanted: &wanted, since: evidence.changed(&WEBHOOK) };
    if let Some(judged) = judge_arrived(&evidence, &expected, context.profile().events.received_by_application) {
        return Ok(judged);
    }
    let lists = context.subscriptions().await?;
    let subscriptions = fitting(&wanted, &lists);
    if subscriptions.is_empty() {
        return Err(Stop::Because(CheckId::EventsSubscription));
    }
    if let Some(root) = context.board.blamed(CheckId::EventsValidated).await {
        return Ok(Judgement::needs(root));
    }
    let subscribed = subscriptions.iter().filter_map(|subscription| subscription.created).max();
    let transferred = evidence.transfer.as_ref().map(|transfer| transfer.at);
    let mut rows = others(&evidence, &expected);
    let next_try = transferred.filter(|at| Some(*at) > subscribed).and_then(|at| next_delivery(at, context.now));
    rows.extend(next_try.map(|at| row(Mark::Waiting, "", Message::RowNextTry { at })));
    let sent = Sent { was_any: transferred > subscribed, next_try };
    Ok(judge_none(subscribed, transferred, context.now).with_rows(rows).with_asked(asked(&wanted, &lists, sent)))
}

/// What Altinn has had to deliver since the subscription was made.
#[derive(Debug, Clone, Copy)]
struct Sent {
    was_any: bool,
    next_try: Option<Timestamp>,
}

/// What is asked where the subscription is there and validated, and yet nothing came: does it take the event, whose is it, and does
/// Altinn still try?
fn asked(wanted: &WantedSubscription, lists: &SubscriptionLists, sent: Sent) -> Vec<ChainAnswer> {
    let filter = match wanted.types.as_slice() {
        [] => answer(ChainQuestion::SubscriptionFilter, Mark::Pass, Message::AnswerFilterAll),
        types => {
            let types = types.iter().map(ToString::to_string).collect();
            answer(ChainQuestion::SubscriptionFilter, Mark::Warn, Message::AnswerFilterTypes { types })
        }
    };
    let owned = wanted.each().into_iter().find_map(|event_type| lists.find(wanted, event_type));
    let identity = owned.map(|(subscription, owner)| {
        let consumer = subscription.consumer.clone();
        let (mark, message) = match owner {
            SubscriptionOwner::Role => (Mark::Pass, Message::AnswerIdentityRole { consumer }),
            SubscriptionOwner::Other => (Mark::Warn, Message::AnswerIdentityOther { consumer }),
        };
        answer(ChainQuestion::SubscriptionIdentity, mark, message)
    });
    let (mark, delivery) = match (sent.was_any, sent.next_try) {
        (false, _) => (Mark::NeedsYou, Message::AnswerNothingToDeliver),
        (true, Some(at)) => (Mark::Waiting, Message::AnswerDeliveryTried { at }),
        (true, None) => (Mark::NeedsYou, Message::AnswerDeliveryOver),
    };
    [Some(filter), identity, Some(answer(ChainQuestion::EventDelivery, mark, delivery))].into_iter().flatten().collect()
}

/// Asks Altinn for events, and judges by what it tells.
async fn polled(context: &CheckContext<'_>) -> CheckResult {
    let grant = polling::grant(context.connection).ok_or(Stop::Missing(FieldId::Organisation))?;
    let token = context.exchanged(&grant).await?;
    let events = polling::ask(context.connection, &token, context.resource_id()?, context.organisation()?).await?;
    context.learn(|evidence| evidence.add_events(events));
    Ok(judge_polled(&context.evidence(), context.profile(), context.now))
}

fn judge_polled(evidence: &Evidence, profile: &Profile, now: Timestamp) -> Judgement {
    let is_ours = |event: &&ReceivedEvent| EventFit::of(event, profile, evidence).is_some_and(EventFit::is_received);
    let polled = evidence.events.iter().filter(|event| event.by == ReceivedBy::Poll);
    if let Some(last) = polled.clone().rfind(is_ours) {
        return Judgement::pass(Message::EventPolled { at: last.at }).with_rows(vec![line(last)]);
    }
    if let Some(day) = profile.events.received_by_application {
        return Judgement::pass(Message::EventTold { day });
    }
    let transferred = evidence.transfer.as_ref().map(|transfer| transfer.at);
    let until = transferred.and_then(|at| at.checked_add(SHOWS_AFTER).ok()).filter(|until| now < *until);
    match until {
        Some(until) => Judgement::waiting(Who::AltinnEvents, transferred, Some(until), Message::EventShowsSoon { until }),
        None => Judgement::needs_you(Message::EventNonePolled),
    }
}

/// The latest events that came and are not the one, each with what differs.
fn others(evidence: &Evidence, expected: &ExpectedEvent<'_>) -> Vec<Row> {
    let webhooks = evidence.events.iter().rev().filter(|event| event.by != ReceivedBy::Poll);
    webhooks.take(SHOWN).map(|event| row(Mark::Warn, event.id.clone(), expected.difference(event))).collect()
}

/// Adds the events at the sandbox's sink to the evidence. Only the sandbox can list the events it got, so a webhook elsewhere is
/// not asked.
async fn learn_from_sink(context: &CheckContext<'_>) -> Result<(), Stop> {
    let endpoint = address(context)?;
    let platform = &context.connection.services.endpoints().platform;
    if endpoint.origin() != platform.origin() {
        return Ok(());
    }
    let events = context.connection.services.sink_events(&endpoint).await?;
    context.learn(|evidence| evidence.add_events(events));
    Ok(())
}

/// The event that proves the subscription. The sandbox's sink and our receiver take those of every subscription that leads there.
struct ExpectedEvent<'a> {
    wanted: &'a WantedSubscription,
    /// When the answers about the webhook were last changed.
    since: Option<Timestamp>,
}

impl ExpectedEvent<'_> {
    /// Why an event that came is not the one.
    fn difference(&self, event: &ReceivedEvent) -> Message {
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        if !event.resource.as_ref().is_some_and(|resource| resource.eq_ignore_ascii_case(&self.wanted.resource)) {
            Message::RowEventOtherResource { given: given(&event.resource) }
        } else if event.subject.as_ref() != Some(&self.wanted.subject) {
            Message::RowEventOtherParty { given: given(&event.subject) }
        } else if self.since.is_some_and(|since| event.at < since) {
            Message::RowEventBefore { at: event.at }
        } else {
            Message::RowEventOtherType { given: event.event_type.as_ref().map(ToString::to_string).unwrap_or_default() }
        }
    }

    fn fits(&self, event: &ReceivedEvent) -> bool {
        let is_of_type = match &event.event_type {
            Some(event_type) => self.wanted.types.is_empty() || self.wanted.types.contains(event_type),
            None => false,
        };
        // That Altinn answers a question does not show that it reaches the webhook.
        event.by != ReceivedBy::Poll
            && is_of_type
            && event.resource.as_ref().is_some_and(|resource| resource.eq_ignore_ascii_case(&self.wanted.resource))
            && event.subject.as_ref() == Some(&self.wanted.subject)
            && self.since.is_none_or(|since| event.at >= since)
    }
}

fn judge_arrived(evidence: &Evidence, expected: &ExpectedEvent<'_>, day_answered: Option<Date>) -> Option<Judgement> {
    let Some(last) = evidence.events.iter().rfind(|event| expected.fits(event)) else {
        return day_answered.map(|day| Judgement::pass(Message::EventTold { day }));
    };
    let at = last.at;
    let message = match last.by {
        ReceivedBy::Receiver => Message::EventAtReceiver { at },
        ReceivedBy::Sink => Message::EventAtSink { at },
        ReceivedBy::Application => Message::EventAtApplication { at },
        ReceivedBy::Poll => Message::EventPolled { at },
    };
    Some(Judgement::pass(message).with_rows(vec![line(last)]))
}

fn line(event: &ReceivedEvent) -> Row {
    let subject = event.event_type.as_ref().map_or_else(|| event.id.clone(), ToString::to_string);
    match event.transfer {
        Some(transfer) => row(Mark::Pass, subject, Message::RowEventAbout { transfer: transfer.to_string() }),
        None => row(Mark::Pass, subject, Message::RowEvent),
    }
}

fn judge_none(subscribed: Option<Timestamp>, transferred: Option<Timestamp>, now: Timestamp) -> Judgement {
    let since = subscribed.max(transferred);
    let until = since.and_then(|since| since.checked_add(CACHE).ok());
    match until.filter(|until| now < *until) {
        Some(until) if transferred > subscribed || subscribed.is_none() => {
            Judgement::waiting(Who::AltinnEvents, since, Some(until), Message::EventAwaited { until })
        }
        Some(until) => Judgement::waiting(Who::AltinnEvents, since, Some(until), Message::EventNeedsTransfer { until }),
        None => Judgement::needs_you(Message::EventNone),
    }
}

#[cfg(test)]
mod tests {
    use super::super::matching::tests::{good, wanted};
    use super::*;
    use crate::journey::Verdict;

    #[test]
    fn a_missing_event_is_asked_for_its_filter_its_identity_and_its_delivery() {
        let ids = |types: &[&str], lists: &SubscriptionLists, was_any, next_try| {
            asked(&wanted(types), lists, Sent { was_any, next_try }).iter().map(|answer| answer.message.id()).collect::<Vec<_>>()
        };
        let own = SubscriptionLists { own: vec![good()], other: vec![] };
        let other = SubscriptionLists { own: vec![], other: vec![good()] };
        let at = Some(Timestamp::UNIX_EPOCH);
        assert_eq!(ids(&[], &own, true, at), ["answer-filter-all", "answer-identity-role", "answer-delivery-tried"]);
        assert_eq!(ids(&[], &other, true, None), ["answer-filter-all", "answer-identity-other", "answer-delivery-over"]);
        let none = SubscriptionLists { own: vec![], other: vec![] };
        assert_eq!(ids(&["published"], &none, false, None), ["answer-filter-types", "answer-nothing-to-deliver"]);
    }

    fn event(by: ReceivedBy) -> ReceivedEvent {
        let wanted = wanted(&[]);
        ReceivedEvent {
            id: "1".to_owned(),
            event_type: "no.altinn.broker.published".parse().ok(),
            transfer: None,
            resource: Some(wanted.resource),
            subject: Some(wanted.subject),
            at: Timestamp::UNIX_EPOCH,
            by,
            body: None,
        }
    }

    fn arrived(event: ReceivedEvent, types: &[&str], since: Option<Timestamp>) -> Option<&'static str> {
        let evidence = Evidence { events: vec![event], ..Evidence::default() };
        judge_arrived(&evidence, &ExpectedEvent { wanted: &wanted(types), since }, None).map(|judged| judged.message.id())
    }

    #[test]
    fn the_place_where_an_event_arrived_is_named() {
        for (by, id) in [
            (ReceivedBy::Receiver, "event-at-receiver"),
            (ReceivedBy::Sink, "event-at-sink"),
            (ReceivedBy::Application, "event-at-application"),
        ] {
            assert_eq!(arrived(event(by), &[], None), Some(id));
        }
        let wanted = wanted(&[]);
        let expected = ExpectedEvent { wanted: &wanted, since: None };
        let judged = judge_arrived(&Evidence::default(), &expected, Some(jiff::civil::date(2026, 11, 20)));
        assert_eq!(judged.map(|judged| (judged.verdict, judged.message.id())), Some((Verdict::Pass, "event-told")));
        assert_eq!(judge_arrived(&Evidence::default(), &expected, None), None);
    }

    #[test]
    fn an_event_of_another_subscription_proves_nothing() {
        let ours = || event(ReceivedBy::Sink);
        assert_eq!(arrived(ours(), &["published"], None), Some("event-at-sink"));
        assert_eq!(arrived(ours(), &["uploadfailed"], None), None);
        assert_eq!(arrived(ReceivedEvent { resource: Some("urn:altinn:resource:other".to_owned()), ..ours() }, &[], None), None);
        let other_party = Some("urn:altinn:organization:identifier-no:310400203".to_owned());
        assert_eq!(arrived(ReceivedEvent { subject: other_party, ..ours() }, &[], None), None);
        assert_eq!(arrived(ReceivedEvent { resource: None, subject: None, event_type: None, ..ours() }, &[], None), None);
        // Since then the webhook has another address.
        assert_eq!(arrived(ours(), &[], Timestamp::from_second(1).ok()), None);
    }

    #[test]
    fn none_yet_waits_an_hour_at_most() {
        let at = |minutes| Timestamp::UNIX_EPOCH.checked_add(SignedDuration::from_mins(minutes)).ok();
        let name = |subscribed, transferred, now| {
            let judged = judge_none(subscribed, transferred, now);
            (judged.verdict.name(), judged.message.id())
        };
        let now = at(20).unwrap_or_default();
        assert_eq!(name(at(0), at(10), now), ("waiting", "event-awaited"));
        assert_eq!(name(at(10), at(0), now), ("waiting", "event-needs-transfer"));
        assert_eq!(name(at(10), None, now), ("waiting", "event-needs-transfer"));
        assert_eq!(name(at(0), at(10), at(200).unwrap_or_default()), ("needs-you", "event-none"));
    }
}
