//! `GET /filetransfer` (facts broker-api 2.6).

use super::access::has_access;
use super::call::BrokerCall;
use super::counterpart;
use super::problem::{Bro, validation};
use super::transfer::{RecipientStatus, Status, Transfer};
use crate::http::reply;
use crate::scheduler;
use crate::storage::Row;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use serde_json::Value;

/// The most ids in an answer.
const MOST: usize = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SearchRole {
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
    role: SearchRole,
}

pub(super) async fn search(call: &BrokerCall) -> Result<Response, Response> {
    let filters = read(call)?;
    let organisation = call.organisation();
    let mut world = call.shared.world.lock().await;
    if !has_access(&world, &call.subject, &["write", "read"], &filters.resource, organisation) {
        return Err(Bro::NoAccess.json());
    }
    if filters.role == SearchRole::Recipient {
        let happened = counterpart::looked_for(&world, &filters.resource, organisation);
        scheduler::carry_out(&call.shared, &mut world, happened);
    }
    let me = format!("0192:{organisation}");
    let transfers = &world.broker.transfers;
    let ids: Value = match filters.status {
        Some(status) => {
            let (first, last) = (filters.from.unwrap_or(Timestamp::MIN), filters.to.unwrap_or(Timestamp::MAX));
            filters.found(transfers.between(&(status, first), &(status, last)), &me)
        }
        None => filters.found(transfers.iter(), &me),
    };
    Ok(reply::json(StatusCode::OK, &ids))
}

impl Filters {
    fn admits(&self, transfer: &Transfer, me: &str) -> bool {
        let sender = transfer.sender == me;
        let mine = match self.role {
            SearchRole::Sender => sender,
            SearchRole::Recipient => transfer.is_for(me),
            SearchRole::Both => sender || transfer.is_for(me),
        };
        transfer.resource == self.resource && mine && self.recipient_status.is_none_or(|status| transfer.newest(me) == Some(status))
    }

    /// The ids of an answer, out of transfers in the order of the times by which they are searched.
    fn found<'a>(&self, transfers: impl DoubleEndedIterator<Item = &'a Transfer>, me: &str) -> Value {
        let mut admitted = transfers.filter(|transfer| self.admits(transfer, me) && self.is_within(transfer));
        let next = || if self.ascending { admitted.next() } else { admitted.next_back() };
        std::iter::from_fn(next).take(MOST).map(|transfer| Value::from(transfer.id.to_string())).collect()
    }

    /// A transfer is searched by its creation, or by when it last entered the wanted status.
    fn is_within(&self, transfer: &Transfer) -> bool {
        let at = if self.status.is_some() { transfer.place().1 } else { transfer.created };
        match (self.from, self.to) {
            (None, None) => true,
            (Some(from), Some(to)) => from <= at && at <= to,
            (Some(from), None) => at > from,
            (None, Some(to)) => at < to,
        }
    }
}

fn read(call: &BrokerCall) -> Result<Filters, Response> {
    // A blank value counts as missing.
    let query = |name: &str| call.target.query(name).filter(|value| !value.trim().is_empty());
    let mut errors: Vec<(&str, String)> = Vec::new();
    let resource = query("resourceId");
    if resource.is_none() {
        errors.push(("resourceId", "The resourceId field is required.".to_owned()));
    }
    // All errors are reported together.
    let mut wrong = |name: &'static str, refused: &str| errors.push((name, refused.to_owned()));
    let status = read_as(query("status"), |text| enumerated(text, &Status::ALL), |text| wrong("status", text));
    let recipient_status =
        read_as(query("recipientStatus"), |text| enumerated(text, &RecipientStatus::ALL), |text| wrong("recipientStatus", text));
    let from = read_as(query("from"), |text| instant(text).ok_or_else(|| not_valid(text)), |text| wrong("from", text));
    let to = read_as(query("to"), |text| instant(text).ok_or_else(|| not_valid(text)), |text| wrong("to", text));
    let flag = |text: &str| text.trim().to_ascii_lowercase().parse().map_err(|_| not_valid(text));
    let ascending = read_as(query("orderAscending"), flag, |text| wrong("orderAscending", text));
    let role = read_as(query("role"), |text| enumerated(text, &[SearchRole::Sender, SearchRole::Recipient]), |text| wrong("role", text));
    if !errors.is_empty() {
        let errors: Vec<(&str, &str)> = errors.iter().map(|(name, text)| (*name, text.as_str())).collect();
        return Err(validation(&errors));
    }
    // The service treats a search by `recipientStatus` as one by the recipient, whatever `role` says.
    let role = if recipient_status.is_some() { SearchRole::Recipient } else { role.unwrap_or(SearchRole::Both) };
    let resource = resource.unwrap_or_default().to_owned();
    Ok(Filters { resource, status, recipient_status, from, to, ascending: ascending.unwrap_or(false), role })
}

/// Reads a value that is there; a refusal is told in the framework's words.
fn read_as<T>(given: Option<&str>, parse: impl Fn(&str) -> Result<T, String>, mut wrong: impl FnMut(&str)) -> Option<T> {
    parse(given?).map_err(|refused| wrong(&refused)).ok()
}

fn not_valid(text: &str) -> String {
    format!("The value '{text}' is not valid.")
}

/// Reads an enum value as .NET does: by its name in any case, by its number, or several of these between commas, whose numbers are
/// combined bit by bit. A number that no value has is refused in other words.
fn enumerated<T: Copy + std::fmt::Debug>(text: &str, all: &[T]) -> Result<T, String> {
    let number = |part: &str| {
        let part = part.trim();
        let by_name = all.iter().position(|value| format!("{value:?}").eq_ignore_ascii_case(part));
        by_name.and_then(|place| i64::try_from(place).ok()).or_else(|| part.parse::<i64>().ok())
    };
    let numbers = text.split(',').map(number).collect::<Option<Vec<_>>>().ok_or_else(|| not_valid(text))?;
    let combined = numbers.into_iter().fold(0, |all, number| all | number);
    let value = usize::try_from(combined).ok().and_then(|place| all.get(place).copied());
    value.ok_or_else(|| format!("The value '{text}' is invalid."))
}

/// Formats of dates that .NET reads in its invariant culture besides ISO 8601; day and month may have one digit.
const DATES: [&str; 7] = ["%m/%d/%Y", "%Y/%m/%d", "%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y"];
/// Formats of the time after the date.
const CLOCKS: [&str; 5] = ["", " %H:%M:%S%.f", " %H:%M", " %I:%M:%S %p", " %I:%M %p"];

/// Reads a point in time; without an offset it is UTC.
fn instant(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    // .NET does not read zone names in brackets, such as `[Europe/Oslo]`, which Java writes.
    if text.contains('[') {
        return None;
    }
    let (civil, offset) = without_offset(text);
    let iso = || text.parse::<Timestamp>().ok().or_else(|| placed(civil.parse::<DateTime>().ok()?, offset));
    let other =
        || DATES.iter().find_map(|date| CLOCKS.iter().find_map(|clock| placed(written_as(&format!("{date}{clock}"), civil)?, offset)));
    iso().or_else(other).or_else(|| jiff::fmt::rfc2822::parse(text).ok().map(|zoned| zoned.timestamp()))
}

fn written_as(form: &str, text: &str) -> Option<DateTime> {
    DateTime::strptime(form, text).ok().or_else(|| Date::strptime(form, text).ok().map(|date| date.at(0, 0, 0, 0)))
}

fn placed(civil: DateTime, offset: Offset) -> Option<Timestamp> {
    offset.to_timestamp(civil).ok()
}

/// Splits off `+01:00`, `Z` or ` GMT` at the end.
fn without_offset(text: &str) -> (&str, Offset) {
    for zulu in ["Z", "z", " GMT"] {
        if let Some(civil) = text.strip_suffix(zulu) {
            return (civil.trim_end(), Offset::UTC);
        }
    }
    let Some((civil, zone)) = text.len().checked_sub(6).and_then(|at| text.split_at_checked(at)) else { return (text, Offset::UTC) };
    let sign = match zone.chars().next() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return (text, Offset::UTC),
    };
    let seconds = zone.get(1..).and_then(|clock| clock.split_once(':')).and_then(|(hours, minutes)| {
        let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
        Some(sign * (hours * 3600 + minutes * 60))
    });
    match seconds.and_then(|seconds| Offset::from_seconds(seconds).ok()) {
        Some(offset) => (civil.trim_end(), offset),
        None => (text, Offset::UTC),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 2.6.
    #[test]
    fn times_are_read_in_the_forms_that_dot_net_reads() {
        let at = |text: &str| instant(text).map(|at| at.to_string());
        for noon in [
            "2026-01-05T12:00:00Z",
            "2026-01-05T12:00Z",
            "2026-01-05T12:00:00",
            "2026-01-05 12:00",
            "2026-01-05T13:00:00+01:00",
            "2026-01-05T12:00:00.0000000+00:00",
            "2026-01-05 13:00:00 +01:00",
            "01/05/2026 12:00:00",
            "1/5/2026 12:00 PM",
            "2026/01/05 12:00",
            "5 January 2026 12:00",
            "Jan 5, 2026 12:00:00 PM",
            "Mon, 05 Jan 2026 12:00:00 GMT",
        ] {
            assert_eq!(at(noon).as_deref(), Some("2026-01-05T12:00:00Z"), "{noon}");
        }
        assert_eq!(at("2026-01-05").as_deref(), Some("2026-01-05T00:00:00Z"));
        for nothing in ["yesterday", "2026-13-01", "2026-01-05T12:00:00 00:00", "2026-01-05T12:00:00+01:00[Europe/Oslo]", "31/01/2026"] {
            assert_eq!(at(nothing), None, "{nothing}");
        }
    }
}
