//! Values as people read them: moments, days, lists, sizes.

use super::Place;
use crate::values::{FileSize, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::LazyLock;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

pub(super) fn value(value: &Value, place: &Place) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Moment(at) => moment(*at, place),
        Value::Day(day) => self::day(*day),
        Value::List(items) => list(items),
        Value::FileSize(bytes) => size(*bytes),
    }
}

/// A value in a form: `clock` for what is soon, `day` for what is long ago, or `singular|plural`. Values of another kind are written plainly.
pub(super) fn formed(given: &Value, form: Option<&str>, place: &Place) -> String {
    match (given, form) {
        (Value::Moment(at), Some("clock")) => clock(*at, place),
        (Value::Moment(at), Some("day")) => date(*at, place),
        (Value::Number(number), Some(nouns)) => match nouns.split_once('|') {
            Some((one, _)) if *number == 1 => format!("{number} {one}"),
            Some((_, many)) => format!("{number} {many}"),
            None => number.to_string(),
        },
        (Value::Text(_) | Value::Number(_) | Value::Moment(_) | Value::Day(_) | Value::List(_) | Value::FileSize(_), _) => {
            value(given, place)
        }
    }
}

fn moment(at: Timestamp, place: &Place) -> String {
    let local = at.to_zoned(LazyLock::force(place.zone).clone());
    let zone = if place.now.is_none() { " UTC" } else { "" };
    format!("{} {:02}:{:02}{zone}", date(at, place), local.hour(), local.minute())
}

/// The day of a moment, without the year where it is this year's.
fn date(at: Timestamp, place: &Place) -> String {
    let zone = LazyLock::force(place.zone);
    let local = at.to_zoned(zone.clone()).date();
    match place.now.map(|now| now.to_zoned(zone.clone()).year()) {
        Some(year) if local.year() == year => format!("{} {}", local.day(), month(local)),
        Some(_) | None => day(local),
    }
}

fn clock(at: Timestamp, place: &Place) -> String {
    let local = at.to_zoned(LazyLock::force(place.zone).clone());
    format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second())
}

fn day(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

fn month(day: Date) -> &'static str {
    usize::try_from(day.month() - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Bytes: exact under 1 KiB, else with one decimal where it says something.
fn size(FileSize(bytes): FileSize) -> String {
    const UNITS: [&str; 5] = ["bytes", "KiB", "MiB", "GiB", "TiB"];
    let (mut whole, mut unit, mut tenths) = (bytes, 0, 0);
    while whole >= 1024 && unit + 1 < UNITS.len() {
        tenths = (whole % 1024) * 10 / 1024;
        whole /= 1024;
        unit += 1;
    }
    let name = UNITS.get(unit).copied().unwrap_or_default();
    match (whole, unit, tenths) {
        (1, 0, _) => "1 byte".to_owned(),
        (_, 0, _) | (_, _, 0) => format!("{whole} {name}"),
        _ => format!("{whole}.{tenths} {name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    static OSLO: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::fixed(jiff::tz::offset(1)));

    #[test]
    fn a_moment_reads_in_the_readers_zone_and_names_another_year() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap_or_default();
        let here = Place { zone: &OSLO, now: Some(at("2026-11-23T09:00:00Z")) };
        assert_eq!(moment(at("2026-11-20T13:05:00Z"), &here), "20 November 14:05");
        assert_eq!(moment(at("2026-12-31T23:30:00Z"), &here), "1 January 2027 00:30");
        assert_eq!(moment(at("2026-11-20T13:05:00Z"), &Place { zone: &super::super::UTC, now: None }), "20 November 2026 13:05 UTC");
        assert_eq!(clock(at("2026-11-20T13:05:07Z"), &here), "14:05:07");
    }

    #[test]
    fn lists_sizes_and_nouns() {
        let items = ["a", "b", "c"].map(ToOwned::to_owned);
        assert_eq!(list(&items), "a, b and c");
        let sizes = [0, 1, 1023, 1024, 65_536, 1_572_864, 50_000_000_000, u64::MAX].map(|bytes| size(FileSize(bytes)));
        assert_eq!(sizes, ["0 bytes", "1 byte", "1023 bytes", "1 KiB", "64 KiB", "1.5 MiB", "46.5 GiB", "16777215.9 TiB"]);
    }
}
