//! Writes values for people: moments, days, lists, sizes. Each language has its own patterns for them in `values.ftl`.

use super::Text;
use crate::values::{FileSize, Language, Lasting, Value, capped, one_line};
use fluent_bundle::FluentArgs;
use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use std::sync::LazyLock;

/// The longest text inside a line, in characters. Paths and addresses fit.
const LONGEST: usize = 1000;
const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];

impl Text {
    /// A value alone, written as it would be inside a line.
    #[must_use]
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => shown(text),
            Value::Number(whole) => number(*whole, self.language),
            Value::Moment(at) => self.moment(*at),
            Value::Day(day) => self.day(*day),
            Value::List(items) => self.list(&items.iter().map(|item| shown(item)).collect::<Vec<_>>()),
            Value::FileSize(size) => self.file_size(*size),
            Value::Lasting(lasting) => self.lasting(*lasting),
            Value::Names(names) => shown(self.name(names)),
            Value::Proposed(text) => self.written("proposed", [("text", Value::Text(text.clone()))]),
        }
    }

    /// The time of day in the reader's zone, for a moment close to now: `14:05:07`.
    #[must_use]
    pub fn clock(&self, at: Timestamp) -> String {
        let at = self.here(at);
        self.written("clock-seconds", [two(at.hour(), "hour"), two(at.minute(), "minute"), two(at.second(), "second")])
    }

    /// The day of a moment in the reader's zone, without the year if it is the current one: `20 November`.
    #[must_use]
    pub fn date(&self, at: Timestamp) -> String {
        let day = self.here(at).date();
        match self.place.now.map(|now| self.here(now).year()) {
            Some(year) if day.year() == year => self.written("date-this-year", [("day", small(day.day())), ("month", self.month(day))]),
            Some(_) | None => self.day(day),
        }
    }

    /// Values as Fluent takes them. Numbers stay numbers, so that a line can choose between "1 file" and "2 files".
    pub(super) fn arguments<'a>(&self, values: &'a [(&'static str, Value)]) -> FluentArgs<'a> {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Value::Text(text) => arguments.set(*name, shown(text)),
                Value::Number(whole) => arguments.set(*name, *whole),
                Value::Moment(_)
                | Value::Day(_)
                | Value::List(_)
                | Value::FileSize(_)
                | Value::Lasting(_)
                | Value::Names(_)
                | Value::Proposed(_) => arguments.set(*name, self.value(value)),
            }
        }
        arguments
    }

    fn moment(&self, at: Timestamp) -> String {
        let here = self.here(at);
        let form = if self.place.now.is_none() { "moment-utc" } else { "moment" };
        self.written(form, [("date", Value::Text(self.date(at))), two(here.hour(), "hour"), two(here.minute(), "minute")])
    }

    fn here(&self, at: Timestamp) -> Zoned {
        at.to_zoned(LazyLock::force(self.place.zone).clone())
    }

    fn day(&self, day: Date) -> String {
        self.written("date", [("day", small(day.day())), ("month", self.month(day)), ("year", Value::Text(day.year().to_string()))])
    }

    fn month(&self, day: Date) -> Value {
        Value::Text(self.written("month", [("number", small(day.month()))]))
    }

    fn list(&self, items: &[String]) -> String {
        let [first, middle @ .., last] = items else { return items.join("") };
        let text = |text: &str| Value::Text(text.to_owned());
        let before =
            middle.iter().fold(first.clone(), |before, next| self.written("list", [("before", text(&before)), ("next", text(next))]));
        self.written("list-end", [("before", text(&before)), ("last", text(last))])
    }

    /// Exact under 1 KiB; above, rounded down to one decimal, which is left out if it is 0.
    fn file_size(&self, FileSize(bytes): FileSize) -> String {
        let (mut whole, mut rest, mut unit) = (bytes, 0, None);
        for name in UNITS {
            if whole < 1024 {
                break;
            }
            (whole, rest, unit) = (whole / 1024, whole % 1024, Some(name));
        }
        let tenths = rest * 10 / 1024;
        let key = match (unit, tenths) {
            (None, _) => "size-bytes",
            (Some(_), 0) => "size",
            (Some(_), _) => "size-tenths",
        };
        let unit = Value::Text(unit.unwrap_or_default().to_owned());
        self.written(key, [("whole", Value::from(&whole)), ("tenths", Value::from(&tenths)), ("unit", unit)])
    }

    /// Its days, hours, minutes and seconds, without those of which there are none.
    fn lasting(&self, lasting: Lasting) -> String {
        let seconds = lasting.seconds();
        let parts = [("days", seconds / 86_400), ("hours", seconds / 3600 % 24), ("minutes", seconds / 60 % 60), ("seconds", seconds % 60)];
        let written = |(unit, count): &(&str, u64)| self.written(&format!("lasting-{unit}"), [("count", Value::from(count))]);
        let some: Vec<String> = parts.iter().filter(|(_, count)| *count > 0).map(written).collect();
        if some.is_empty() { written(&("seconds", 0)) } else { self.list(&some) }
    }

    fn written<const N: usize>(&self, key: &str, values: [(&'static str, Value); N]) -> String {
        self.line("values", key, &values)
    }
}

/// A text inside a line. Whoever wrote it, it stays in that line.
fn shown(text: &str) -> String {
    capped(&one_line(text), LONGEST)
}

fn small(number: i8) -> Value {
    Value::Number(i64::from(number))
}

/// A whole number as the language writes it. Norwegian parts one of five digits or more into groups of three, with a no-break space
/// (facts terms 5.3, Språkrådet); four digits stay together.
pub(super) fn number(whole: i64, language: Language) -> String {
    let digits = whole.unsigned_abs().to_string();
    let groups = match language {
        Language::Bokmal | Language::Nynorsk if digits.len() > 4 => digits.len().div_ceil(3),
        Language::Bokmal | Language::Nynorsk | Language::English => 1,
    };
    let sign = if whole < 0 { "-" } else { "" };
    let first = digits.len() - 3 * (groups - 1);
    let (first, rest) = digits.split_at(first);
    let rest = rest.as_bytes().chunks(3).map(|group| format!("\u{a0}{}", String::from_utf8_lossy(group)));
    format!("{sign}{first}{}", rest.collect::<String>())
}

/// Hour, minute or second with two digits, as a named value.
fn two(number: i8, name: &'static str) -> (&'static str, Value) {
    (name, Value::Text(format!("{number:02}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::DeedMessage;
    use jiff::tz::TimeZone;

    static OSLO: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::fixed(jiff::tz::offset(1)));

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn a_moment_reads_in_the_readers_zone_and_names_another_year() {
        let text = Text::new(Language::English);
        let here = text.local(&OSLO, at("2026-11-23T09:00:00Z"));
        assert_eq!(here.moment(at("2026-11-20T13:05:00Z")), "20 November 14:05");
        assert_eq!(here.moment(at("2026-12-31T23:30:00Z")), "1 January 2027 00:30");
        assert_eq!(text.moment(at("2026-11-20T13:05:00Z")), "20 November 2026 13:05 UTC");
        assert_eq!(here.clock(at("2026-11-20T13:05:07Z")), "14:05:07");
        assert_eq!(here.date(at("2025-01-02T13:05:07Z")), "2 January 2025");
    }

    #[test]
    fn lists_end_with_a_word() {
        let list = |items: &[&str]| Text::new(Language::English).list(&items.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!([list(&[]), list(&["a"]), list(&["a", "b"]), list(&["a", "b", "c"])], ["", "a", "a and b", "a, b and c"]);
    }

    #[test]
    fn sizes_read_well_at_every_step() {
        let sizes = [0, 1, 1023, 1024, 65_536, 1_572_864, 50_000_000_000, u64::MAX]
            .map(|bytes| Text::new(Language::English).file_size(FileSize(bytes)));
        assert_eq!(sizes, ["0 bytes", "1 byte", "1023 bytes", "1 KiB", "64 KiB", "1.5 MiB", "46.5 GiB", "16777215.9 TiB"]);
    }

    #[test]
    fn norwegian_has_its_own_dates_decimals_and_lists() {
        for language in [Language::Bokmal, Language::Nynorsk] {
            let text = Text::new(language);
            let here = text.local(&OSLO, at("2026-11-23T09:00:00Z"));
            assert_eq!(here.moment(at("2026-11-20T13:05:00Z")), "20. november kl. 14.05");
            assert_eq!(text.moment(at("2026-11-29T13:05:00Z")), "29. november 2026 kl. 13.05 UTC");
            assert_eq!(here.date(at("2025-01-02T13:05:07Z")), "2. januar 2025");
            assert_eq!(here.clock(at("2026-11-20T13:05:07Z")), "14.05.07");
            assert_eq!([1, 1_572_864].map(|bytes| text.file_size(FileSize(bytes))), ["1 byte", "1,5 MiB"]);
            assert_eq!(text.list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]), "a, b og c");
        }
        let lasting = |language, minutes: u64| Text::new(language).lasting(Lasting::of_seconds(60 * minutes));
        assert_eq!([lasting(Language::Bokmal, 150), lasting(Language::Nynorsk, 150)], ["2 timer og 30 minutter", "2 timar og 30 minutt"]);
    }

    #[test]
    fn norwegian_parts_long_numbers_into_groups_and_ids_stay_whole() {
        let numbers = [0, 142, 4096, 10_000, 1_234_567, -65_536];
        let written = |language| numbers.map(|whole| number(whole, language));
        assert_eq!(written(Language::Bokmal), ["0", "142", "4096", "10\u{a0}000", "1\u{a0}234\u{a0}567", "-65\u{a0}536"]);
        assert_eq!(written(Language::Nynorsk), written(Language::Bokmal));
        assert_eq!(written(Language::English), ["0", "142", "4096", "10000", "1234567", "-65536"]);
        let text = Text::new(Language::Bokmal);
        let counted = text.line("screens", "traffic.title", &[("count", Value::Number(12_000))]);
        assert!(counted.contains("12\u{a0}000"), "{counted}");
        let subscription = DeedMessage::Subscribed { subscription: 12_345.into() };
        assert!(text.deed(&subscription).says.contains("12345"));
    }

    #[test]
    fn placeholders_inside_a_value_are_not_filled() {
        let values = [("host", Value::Text("{ $reason } { -term }".to_owned())), ("reason", Value::Number(2))];
        assert_eq!(
            Text::new(Language::English).line("findings", "no-answer-refused", &values),
            "could not ask: { $reason } { -term } refuses the connection"
        );
    }
}
