//! `GET /filetransfer` (broker-api facts, 2.6).

use super::problem::{Bro, validation};
use super::service::Call;
use super::transfer::{RecipientStatus, Status, Transfer};
use super::{counterpart, has_access};
use crate::sandbox::reply;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde_json::Value;

/// As whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum As {
    Sender,
    Recipient,
    Both,
}

struct Filters {
    resource: String,
    status: Option<Status>,
    recipient_status: Option<RecipientStatus>,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
    ascending: bool,
    role: As,
}

pub(super) async fn search(call: &Call) -> Result<Response, Response> {
    let filters = read(call)?;
    let organisation = call.organisation();
    let world = call.shared.world.lock().await;
    if !has_access(&world, &call.subject, &["write", "read"], &filters.resource, organisation) {
        return Err(Bro::NoAccess.json());
    }
    if filters.role == As::Recipient {
        counterpart::looked_for(&call.shared, &world, &filters.resource, organisation);
    }
    let me = format!("0192:{organisation}");
    let mut found: Vec<(Timestamp, &Transfer)> = world
        .broker
        .transfers
        .iter()
        .filter(|transfer| filters.admits(transfer, &me))
        .filter_map(|transfer| filters.placed(transfer))
        .collect();
    found.sort_by_key(|(at, _)| *at);
    if !filters.ascending {
        found.reverse();
    }
    let ids: Value = found.iter().take(100).map(|(_, transfer)| Value::from(transfer.id.to_string())).collect();
    Ok(reply::json(StatusCode::OK, &ids))
}

impl Filters {
    fn admits(&self, transfer: &Transfer, me: &str) -> bool {
        let sender = transfer.sender == me;
        let recipient = transfer.recipients().contains(&me);
        let mine = match self.role {
            As::Sender => sender,
            As::Recipient => recipient,
            As::Both => sender || recipient,
        };
        transfer.resource == self.resource
            && mine
            && self.status.is_none_or(|status| transfer.status() == status)
            && self.recipient_status.is_none_or(|status| transfer.newest(me) == Some(status))
    }

    /// Its place on the timeline: creation, or the last time of entering the wanted status.
    fn placed<'a>(&self, transfer: &'a Transfer) -> Option<(Timestamp, &'a Transfer)> {
        let at = match self.status {
            None => transfer.created,
            Some(status) => transfer.history.iter().rev().find(|row| row.status == status)?.at,
        };
        let within = match (self.from, self.to) {
            (None, None) => true,
            (Some(from), Some(to)) => from <= at && at <= to,
            (Some(from), None) => at > from,
            (None, Some(to)) => at < to,
        };
        within.then_some((at, transfer))
    }
}

fn read(call: &Call) -> Result<Filters, Response> {
    let query = |name: &str| call.target.query(name).filter(|value| !value.is_empty());
    let Some(resource) = query("resourceId") else {
        return Err(validation(&[("resourceId", "The resourceId field is required.")]));
    };
    let status = query("status").map(|text| named(text, &Status::ALL).ok_or_else(|| invalid("status", text))).transpose()?;
    let recipient_status = query("recipientStatus")
        .map(|text| named(text, &RecipientStatus::ALL).ok_or_else(|| invalid("recipientStatus", text)))
        .transpose()?;
    let moment = |name: &'static str| query(name).map(|text| instant(text).ok_or_else(|| invalid(name, text))).transpose();
    let ascending = match query("orderAscending") {
        None => false,
        Some(text) => text.to_ascii_lowercase().parse().map_err(|_| invalid("orderAscending", text))?,
    };
    let role = match query("role").map(|text| (text, text.to_ascii_lowercase())) {
        None => As::Both,
        Some((_, role)) if role == "sender" || role == "0" => As::Sender,
        Some((_, role)) if role == "recipient" || role == "1" => As::Recipient,
        Some((text, _)) => return Err(invalid("role", text)),
    };
    // `recipientStatus` always means "as recipient", whatever the role.
    let role = if recipient_status.is_some() { As::Recipient } else { role };
    Ok(Filters { resource: resource.to_owned(), status, recipient_status, from: moment("from")?, to: moment("to")?, ascending, role })
}

fn invalid(name: &str, text: &str) -> Response {
    validation(&[(name, &format!("The value '{text}' is not valid."))])
}

/// By name in any case, or by number.
fn named<T: Copy + std::fmt::Debug>(text: &str, all: &[T]) -> Option<T> {
    let by_number = text.parse::<usize>().ok().and_then(|number| all.get(number).copied());
    by_number.or_else(|| all.iter().copied().find(|value| format!("{value:?}").eq_ignore_ascii_case(text)))
}

/// Without an offset it is UTC.
fn instant(text: &str) -> Option<Timestamp> {
    let utc = |civil: DateTime| civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    text.parse::<Timestamp>().ok().or_else(|| text.parse::<DateTime>().ok().and_then(utc))
}
