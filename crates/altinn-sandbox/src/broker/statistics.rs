//! Monthly statistics (facts broker-api 2.12). The service counts once a week; the sandbox counts at each request.

use super::access::digits;
use super::call::BrokerCall;
use super::disposition::disposition;
use super::problem::Bro;
use super::transfer::{RecipientStatus, Status, Transfer};
use crate::http::answer::with_header;
use crate::http::reply;
use crate::world::World;
use axum::http::{StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const COLUMNS: &str = "year,month,resourceId,senderVendor,recipientVendor,sender,recipient,totalFileTransfers,uploadCount,totalTransferDownloadAttempts,transfersWithDownloadConfirmed\n";

struct StatisticsQuery {
    year: i64,
    month: i64,
    resource: Option<String>,
    end_user: bool,
    vendor: bool,
}

/// What a row counts. The order of the fields is the order of the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    resource: String,
    sender: String,
    sender_vendor: String,
    recipient: String,
    recipient_vendor: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    transfers: u32,
    uploads: u32,
    attempts: u32,
    confirmed: u32,
}

/// `GET /statistics/monthly`.
pub(super) async fn monthly(call: &BrokerCall) -> Result<Response, Response> {
    let asked = read(call)?;
    let (from, to) = month(asked.year, asked.month).ok_or_else(|| Bro::InvalidMonth.problem())?;
    if !asked.end_user && !asked.vendor {
        return Err(Bro::NothingIncluded.problem());
    }
    let world = call.shared.world.lock().await;
    if let Some(resource) = &asked.resource {
        let known = world.broker.configuration(resource).ok_or_else(|| Bro::ResourceNotConfigured.problem())?;
        if known.owner != call.organisation() {
            return Err(Bro::NoAccess.problem());
        }
    }
    let rows = counted(&world, call.organisation(), &asked, from, to);
    let file =
        format!("monthly_statistics_{}_{:04}-{:02}.csv", asked.resource.as_deref().unwrap_or("all-resources"), asked.year, asked.month);
    let csv = reply::body(StatusCode::OK, "text/csv", written(&asked, &rows));
    Ok(with_header(csv, header::CONTENT_DISPOSITION, &disposition(&file)))
}

fn read(call: &BrokerCall) -> Result<StatisticsQuery, Response> {
    let mut errors: Vec<(&str, String)> = Vec::new();
    let query = |name: &str| call.target.query(name).map(str::trim).filter(|value| !value.is_empty());
    let unfit = |name: &str, text: &str| format!("The value '{text}' is not valid for {name}.");
    // What is missing is 0, which is no month.
    let mut number = |query_name: &str, name: &'static str| match query(query_name).map(|text| (text, text.parse::<i32>())) {
        None => 0,
        Some((_, Ok(number))) => i64::from(number),
        Some((text, Err(_))) => {
            errors.push((name, unfit(name, text)));
            0
        }
    };
    let (year, month) = (number("year", "Year"), number("month", "Month"));
    let mut flag = |query_name: &str, name: &'static str, default: bool| match query(query_name)
        .map(|text| (text, text.to_ascii_lowercase().parse::<bool>()))
    {
        None => default,
        Some((_, Ok(flag))) => flag,
        Some((text, Err(_))) => {
            errors.push((name, unfit(name, text)));
            default
        }
    };
    let (end_user, vendor) = (flag("includeEndUser", "IncludeEndUser", true), flag("includeVendor", "IncludeVendor", false));
    if !errors.is_empty() {
        let errors: Vec<(&str, &str)> = errors.iter().map(|(name, text)| (*name, text.as_str())).collect();
        return Err(reply::validation_problem(&errors));
    }
    Ok(StatisticsQuery { year, month, resource: query("resourceId").map(str::to_owned), end_user, vendor })
}

/// The first moment of a month and of the next one; `None` for a month that does not exist or ends beyond the calendar.
fn month(year: i64, month: i64) -> Option<(Timestamp, Timestamp)> {
    let (year, month) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?);
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || (year, month) == (9999, 12) {
        return None;
    }
    let first = |year: i16, month: i8| date(year, month, 1).to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some((first(year, month)?, first(next_year, next_month)?))
}

fn counted(world: &World, owner: &str, asked: &StatisticsQuery, from: Timestamp, to: Timestamp) -> BTreeMap<Key, Counted> {
    let mut rows = BTreeMap::new();
    let within = |at: Timestamp| from <= at && at < to;
    for transfer in world.broker.transfers.iter() {
        let owned = world.broker.configuration(&transfer.resource).is_some_and(|found| found.owner == owner);
        let wanted = asked.resource.as_ref().is_none_or(|resource| *resource == transfer.resource);
        if !owned || !wanted {
            continue;
        }
        let published = transfer.history.iter().any(|row| row.status == Status::Published && within(row.at));
        for recipient in transfer.recipients() {
            let seen = || transfer.recipient_history.iter().filter(|row| row.recipient == recipient && within(row.at));
            if seen().next().is_none() {
                continue;
            }
            let vendor = seen().filter_map(|row| row.vendor.clone()).next_back().unwrap_or_default();
            let counted: &mut Counted = rows.entry(key(transfer, recipient, vendor, asked)).or_default();
            counted.transfers += u32::from(within(transfer.created));
            counted.uploads += u32::from(published);
            counted.attempts += seen().map(|row| u32::from(row.status == RecipientStatus::DownloadStarted)).sum::<u32>();
            counted.confirmed += u32::from(seen().any(|row| row.status == RecipientStatus::DownloadConfirmed));
        }
    }
    rows
}

/// The row that a transfer counts in. Columns that were not asked for are blank, so rows that differ only in them become one.
fn key(transfer: &Transfer, recipient: &str, recipient_vendor: String, asked: &StatisticsQuery) -> Key {
    let mut key = Key { resource: transfer.resource.clone(), ..Key::default() };
    if asked.end_user {
        (key.sender, key.recipient) = (format!("0192:{}", digits(&transfer.sender)), recipient.to_owned());
    }
    if asked.vendor {
        (key.sender_vendor, key.recipient_vendor) = (transfer.sender_vendor.clone().unwrap_or_default(), recipient_vendor);
    }
    key
}

fn written(asked: &StatisticsQuery, rows: &BTreeMap<Key, Counted>) -> String {
    let mut csv = COLUMNS.to_owned();
    for (key, counted) in rows {
        let texts =
            [&key.resource, &key.sender_vendor, &key.recipient_vendor, &key.sender, &key.recipient].map(|text| escaped(text)).join(",");
        let Counted { transfers, uploads, attempts, confirmed } = counted;
        // Writing to a `String` does not fail.
        let _ = writeln!(csv, "{},{},{texts},{transfers},{uploads},{attempts},{confirmed}", asked.year, asked.month);
    }
    csv
}

fn escaped(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
