//! Takes what arrives: keeps it, shows it with its fields checked, lets the receiver answer, and sends it on.

use super::super::console::Console;
use super::super::end::Stop;
use super::super::progress::ProgressLine;
use crate::engine::{Arrival, ChosenAnswers, Engine, Forwarded, Forwarding};
use crate::journey::{DeedId, EngineMessage, EventFit, Evidence, ReceivedEvent, TransferFit, next_delivery};
use crate::values::Value;
use futures_util::StreamExt;
use futures_util::future::BoxFuture;
use futures_util::stream::FuturesUnordered;
use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

/// How often the line that says why nothing came is drawn anew.
const TICK: Duration = Duration::from_secs(1);
/// Events caches for an hour that nobody subscribes (facts platform F.2).
const CACHE: SignedDuration = SignedDuration::from_hours(1);

pub(super) struct Desk<'a> {
    pub(super) selected: Option<ChosenAnswers>,
    forwarding: Option<Forwarding>,
    pub(super) engine: &'a Engine,
    pub(super) console: &'a Console,
    line: ProgressLine<'a>,
    /// Whether anything that fits has come since the start.
    has_come: bool,
    /// What is being sent on: the event's id, and what became of it.
    pub(super) forwards: FuturesUnordered<BoxFuture<'static, (String, Forwarded)>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(selected: Option<ChosenAnswers>, forwarding: Option<Forwarding>, engine: &'a Engine, console: &'a Console) -> Self {
        let line = ProgressLine::new(console);
        Self { selected, forwarding, engine, console, line, has_come: false, forwards: FuturesUnordered::new() }
    }

    /// What is known of the connection so far.
    pub(super) fn evidence(&self) -> Evidence {
        let selected = self.selected.as_ref();
        selected.and_then(|selected| self.engine.state(&selected.profile).ok()).unwrap_or_default().evidence
    }

    /// Keeps the events of all arrivals in one write, so that many at once cost little more than one.
    pub(super) fn take(&mut self, arrived: Vec<Arrival>) -> Result<(), Stop> {
        self.line.clear();
        let events = arrived.iter().filter_map(|arrival| match arrival {
            Arrival::Event { event, .. } => Some(event.clone()),
            Arrival::Validation { .. } | Arrival::Refused { .. } => None,
        });
        let kept = self.keep(events.collect());
        if let Err(message) = &kept {
            self.console.say(&self.console.text.engine(message));
        }
        let evidence = self.evidence();
        for arrival in arrived {
            self.show(&arrival, kept.is_ok(), &evidence)?;
            match arrival {
                Arrival::Event { event, body, receipt, .. } => {
                    if kept.is_ok() {
                        receipt.kept()
                    } else {
                        receipt.not_kept()
                    }
                    self.forward(event.id, body);
                }
                Arrival::Validation { subscription, body, .. } => {
                    let id = subscription.map_or_else(|| "validation".to_owned(), |number| format!("validation-{number}"));
                    self.forward(id, body);
                }
                Arrival::Refused { .. } => {}
            }
        }
        Ok(())
    }

    pub(super) fn keep(&self, events: Vec<ReceivedEvent>) -> Result<(), EngineMessage> {
        match &self.selected {
            Some(selected) if !events.is_empty() => {
                self.engine.keep_evidence(&selected.profile, &Evidence { events, ..Evidence::default() })
            }
            Some(_) | None => Ok(()),
        }
    }

    fn show(&mut self, arrival: &Arrival, kept: bool, evidence: &Evidence) -> Result<(), Stop> {
        let console = self.console;
        let line = match arrival {
            Arrival::Validation { subscription, at, .. } => match subscription {
                Some(id) => console.word("arrival.validation-of", &[("at", at.into()), ("subscription", id.into())]),
                None => console.word("arrival.validation", &[("at", at.into())]),
            },
            Arrival::Event { event, .. } if !kept => {
                console.word("arrival.event-not-kept", &[("at", Value::Moment(event.at)), ("id", (&event.id).into())])
            }
            Arrival::Event { event, kind, .. } => return self.show_event(event, kind, evidence),
            Arrival::Refused { status, at } => console.word("arrival.refused", &[("at", at.into()), ("status", status.into())]),
        };
        console.print(&format!("{line}\n"))
    }

    /// Shows an event, and below it how its fields compare with the answers.
    pub(super) fn show_event(&mut self, event: &ReceivedEvent, kind: &str, evidence: &Evidence) -> Result<(), Stop> {
        let console = self.console;
        let values = [("at", Value::Moment(event.at)), ("kind", Value::Text(kind.to_owned())), ("id", (&event.id).into())];
        let line = match event.transfer {
            Some(transfer) => {
                let [at, kind, id] = values;
                console.word("arrival.event-about", &[at, kind, id, ("transfer", Value::Text(transfer.to_string()))])
            }
            None => console.word("arrival.event", &values),
        };
        console.print(&format!("{line}\n"))?;
        let fit = self.selected.as_ref().and_then(|selected| EventFit::of(event, &selected.profile, evidence));
        let Some(fit) = fit else { return Ok(()) };
        self.has_come |= fit.is_received();
        let given = |text: &Option<String>| Value::Text(text.clone().unwrap_or_default());
        let lines = [
            (!fit.resource).then(|| console.word("arrival.other-resource", &[("given", given(&event.resource))])),
            (!fit.party).then(|| console.word("arrival.other-party", &[("given", given(&event.subject))])),
            (!fit.event_type).then(|| console.word("arrival.other-type", &[("given", Value::Text(kind.to_owned()))])),
            (fit.transfer == TransferFit::None).then(|| console.word("arrival.no-transfer", &[])),
            (fit.is_received() && fit.transfer == TransferFit::OurTest).then(|| console.word("arrival.received-test", &[])),
            (fit.is_received() && fit.transfer == TransferFit::Other).then(|| console.word("arrival.received", &[])),
        ];
        for line in lines.into_iter().flatten() {
            console.print(&format!("    {line}\n"))?;
        }
        Ok(())
    }

    /// Sends an event on, beside all else.
    pub(super) fn forward(&mut self, id: String, body: String) {
        if let Some(forwarding) = self.forwarding.clone() {
            self.forwards.push(Box::pin(async move { (id, forwarding.send(body).await) }));
        }
    }

    /// Shows what the user's application answered.
    pub(super) fn forwarded(&mut self, id: &str, forwarded: &Forwarded) -> Result<(), Stop> {
        self.line.clear();
        self.console.print(&format!("    {}\n", told(id, forwarded, self.console)))
    }

    pub(super) async fn forward_the_rest(&mut self) -> Result<(), Stop> {
        while let Some((id, forwarded)) = self.forwards.next().await {
            self.forwarded(&id, &forwarded)?;
        }
        Ok(())
    }

    /// Erases the line that says why nothing came.
    pub(super) fn quiet(&mut self) {
        self.line.clear();
        self.has_come = true;
    }

    /// Waits until the line that says why nothing came is to be drawn. Where nobody sees it, or something has come, it waits for ever:
    /// an idle `listen` wakes up never.
    pub(super) fn waits(&self, may_say: bool) -> impl Future<Output = ()> + use<> {
        let is_wanted = may_say && !self.has_come && self.selected.is_some() && self.console.is_watched();
        async move { if is_wanted { tokio::time::sleep(TICK).await } else { std::future::pending().await } }
    }

    /// Says why nothing has come yet, and until when, counting down.
    pub(super) fn say_why_nothing_came(&mut self) {
        let (evidence, now) = (self.evidence(), Timestamp::now());
        let subscribed = evidence.subscriptions.iter().map(|subscription| subscription.at).max();
        let transferred = evidence.transfer.as_ref().map(|transfer| transfer.at);
        let left = |until: Timestamp| Value::Text(clock(until.duration_since(now)));
        let words = match (subscribed, transferred) {
            (None, _) => self.console.word("waits.subscription", &[("command", Value::Text(DeedId::Subscribe.command()))]),
            (Some(subscribed), Some(at)) if at > subscribed => {
                let until = at.checked_add(CACHE).unwrap_or(at);
                match next_delivery(at, now) {
                    Some(next) if now < until => {
                        self.console.word("waits.next-try", &[("left", left(next)), ("until", Value::Moment(until))])
                    }
                    Some(_) | None => self.console.word("waits.another", &[]),
                }
            }
            (Some(_), _) => self.console.word("waits.transfer", &[]),
        };
        self.line.show(&words);
    }
}

/// Minutes and seconds, or hours, minutes and seconds.
fn clock(left: SignedDuration) -> String {
    let seconds = left.as_secs().max(0);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// What became of an event that was sent on, in words.
pub(super) fn told(id: &str, forwarded: &Forwarded, console: &Console) -> String {
    match forwarded {
        Forwarded::Answered { status, text, took_ms } => {
            let values =
                [("id", Value::Text(id.to_owned())), ("status", status.into()), ("took", Value::Text(console.text.took(*took_ms)))];
            let said = console.word("forwarded.answered", &values);
            if text.is_empty() { said } else { format!("{said} {text}") }
        }
        Forwarded::Unanswered { reason } => {
            console.word("forwarded.unanswered", &[("id", Value::Text(id.to_owned())), ("reason", reason.into())])
        }
    }
}
