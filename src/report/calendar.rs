//! A calendar file (RFC 5545) with one event: the day a key ends, and alarms before it.

use crate::journey::{DeedId, KeyFacts};
use crate::text::Text;
use crate::values::Value;
use jiff::Timestamp;
use jiff::civil::Date;

/// How many days before its end one is reminded of it.
const ALARMS: [u32; 3] = [60, 30, 7];
/// A line has at most so many bytes (RFC 5545, 3.1).
const LINE: usize = 75;

/// The file, or none where the day is not known.
#[must_use]
pub fn calendar(key: &KeyFacts, organisation: &str, text: &Text, now: Timestamp) -> Option<String> {
    let ends = key.ends?;
    let name = key.kid.clone().unwrap_or_else(|| key.thumbprint.clone());
    let values = [
        ("kid", Value::Text(name.clone())),
        ("organisation", Value::Text(organisation.to_owned())),
        ("command", Value::Text(DeedId::RotateKey.command())),
    ];
    let summary = text.line("cli", "key.event", &values);
    let about = text.line("cli", "key.event-about", &values);
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//broker-setup//key//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@broker-setup", escaped(&name)),
        format!("DTSTAMP:{}", now.strftime("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day(ends)),
        format!("SUMMARY:{}", escaped(&summary)),
        format!("DESCRIPTION:{}", escaped(&about)),
        "TRANSP:TRANSPARENT".to_owned(),
    ];
    for days in ALARMS {
        lines.extend([
            "BEGIN:VALARM".to_owned(),
            "ACTION:DISPLAY".to_owned(),
            format!("TRIGGER:-P{days}D"),
            format!("DESCRIPTION:{}", escaped(&summary)),
            "END:VALARM".to_owned(),
        ]);
    }
    lines.extend(["END:VEVENT".to_owned(), "END:VCALENDAR".to_owned()]);
    Some(lines.iter().map(|line| folded(line)).collect())
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line with its end; one that is too long goes on in the next, after a blank.
fn folded(line: &str) -> String {
    let (mut out, mut length) = (String::new(), 0);
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Language;

    #[test]
    fn the_event_is_on_the_day_of_the_end_with_three_alarms() {
        let key = KeyFacts {
            form: "PKCS#8 PEM".to_owned(),
            bits: 2048,
            kid: Some("991825827-2026-11-29-0badcafe".to_owned()),
            thumbprint: "x".to_owned(),
            made: None,
            posted: None,
            ends: Some(jiff::civil::date(2027, 11, 29)),
        };
        let text = Text::new(Language::English);
        let file = calendar(&key, "991 825 827", &text, Timestamp::UNIX_EPOCH).unwrap_or_default();
        assert!(file.contains("DTSTART;VALUE=DATE:20271129\r\n") && file.matches("BEGIN:VALARM").count() == 3, "{file}");
        assert!(["-P60D", "-P30D", "-P7D"].iter().all(|trigger| file.contains(&format!("TRIGGER:{trigger}\r\n"))));
        assert!(file.lines().all(|line| line.len() <= LINE), "{file}");
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1);
        assert_eq!(calendar(&KeyFacts { ends: None, ..key }, "991 825 827", &text, Timestamp::UNIX_EPOCH), None);
    }
}
