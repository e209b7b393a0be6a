//! What is told of a connection that is ready: that it is, with which ids it was proven, or what the user has said of a vendor's work,
//! and what to keep an eye on.

use crate::journey::{CheckId, Evidence, Finding, Message, Profile, Row, VendorAnswers};
use crate::text::Text;
use crate::values::Value;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Unit};

const FILE: &str = "screens";

/// The sentence at the top. What a vendor runs is ready by the user's word alone.
#[must_use]
pub fn ready_title(profile: &Profile, is_said: bool, text: &Text) -> String {
    let role = profile.role;
    let key = if is_said { format!("ready.said-{role}") } else { format!("ready.{role}") };
    text.line(FILE, &key, &[])
}

/// The ids of what was proven, one sentence each.
#[must_use]
pub fn ready_proof(evidence: &Evidence, findings: &[Finding], text: &Text) -> Vec<String> {
    let transfer = evidence.transfer.as_ref().map(|transfer| {
        let values = [("id", Value::Text(transfer.id.to_string())), ("at", Value::Moment(transfer.at))];
        text.line(FILE, "ready.transfer", &values)
    });
    let ids = subscribed(findings);
    let subscriptions = (!ids.is_empty()).then(|| text.line(FILE, "ready.subscriptions", &[("ids", Value::List(ids))]));
    let event = evidence.events.last().map(|event| text.line(FILE, "ready.event", &[("at", Value::Moment(event.at))]));
    [transfer, subscriptions, event].into_iter().flatten().collect()
}

/// What the user has said of the vendor's work, one sentence each.
#[must_use]
pub fn ready_said(vendor: &VendorAnswers, text: &Text) -> Vec<String> {
    let VendorAnswers { name, approved_on, transfer_seen_on } = vendor;
    let name = name.as_ref().map(|name| text.line(FILE, "ready.vendor", &[("vendor", Value::Text(name.clone()))]));
    let approved = approved_on.map(|day| text.line(FILE, "ready.approved", &[("day", Value::from(&day))]));
    let seen = transfer_seen_on.map(|day| text.line(FILE, "ready.transfer-seen", &[("day", Value::from(&day))]));
    [name, approved, seen].into_iter().flatten().collect()
}

/// When the key ends, which is one year after it was posted to Maskinporten (contract 2).
#[must_use]
pub fn ready_key(profile: &Profile, now: Timestamp, text: &Text) -> String {
    match key_days(profile, now) {
        Some(days) => text.line(FILE, "ready.key-expires", &[("days", Value::Number(days))]),
        None => text.line(FILE, "ready.key-unknown", &[]),
    }
}

fn key_days(profile: &Profile, now: Timestamp) -> Option<i64> {
    let end = profile.client.key_posted?.checked_add(Span::new().years(1)).ok()?;
    let today = now.to_zoned(TimeZone::UTC).date();
    today.until((Unit::Day, end)).ok().map(|span| i64::from(span.get_days()))
}

/// The numbers of the subscriptions that the last check has found. What was made once may have been taken away since.
fn subscribed(findings: &[Finding]) -> Vec<String> {
    let finding = findings.iter().find(|finding| finding.check == CheckId::EventsSubscription);
    let number = |row: &Row| match row.message {
        Message::RowSubscribed { number } | Message::RowSubscribedByOther { number, .. } => Some(number.to_string()),
        _ => None,
    };
    finding.iter().flat_map(|finding| &finding.evidence).filter_map(number).collect()
}
