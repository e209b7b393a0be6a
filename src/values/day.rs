//! A day as people write it.

use super::Invalid;
use jiff::civil::Date;

/// The first three letters of the months, in English and in Norwegian.
const MONTHS: [[&str; 2]; 12] = [
    ["jan", "jan"],
    ["feb", "feb"],
    ["mar", "mar"],
    ["apr", "apr"],
    ["may", "mai"],
    ["jun", "jun"],
    ["jul", "jul"],
    ["aug", "aug"],
    ["sep", "sep"],
    ["oct", "okt"],
    ["nov", "nov"],
    ["dec", "des"],
];

/// Reads `2026-11-28`, `28.11.2026` and `28 November 2026`; with the day of the reader, `today` and `yesterday` too, in English and in
/// Norwegian.
///
/// # Errors
/// [`Invalid::DateShape`]
pub fn day(text: &str, today: Option<Date>) -> Result<Date, Invalid> {
    let text = text.trim().to_lowercase();
    let said = match text.as_str() {
        "today" | "i dag" | "idag" => today,
        "yesterday" | "i går" | "igår" => today.and_then(|today| today.yesterday().ok()),
        _ => text.parse().ok().or_else(|| by_parts(&text)),
    };
    said.ok_or(Invalid::DateShape)
}

/// Day, month and year, with dots or blanks between them.
fn by_parts(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(['.', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let month = month.parse().ok().or_else(|| month_named(month))?;
    let year = if year.len() == 4 { year.parse().ok()? } else { return None };
    Date::new(year, month, day.parse().ok()?).ok()
}

fn month_named(name: &str) -> Option<i8> {
    let is_named = |names: &[&str; 2]| name.chars().all(char::is_alphabetic) && names.iter().any(|begin| name.starts_with(begin));
    i8::try_from(MONTHS.iter().position(is_named)? + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let today = Some(date(2026, 11, 28));
        for text in ["2026-11-28", "28.11.2026", "28. 11. 2026", "28 November 2026", "28. november 2026", "today", "Today", "i dag"] {
            assert_eq!(day(text, today), Ok(date(2026, 11, 28)), "{text}");
        }
        assert_eq!(day("1.5.2026", None), Ok(date(2026, 5, 1)));
        assert_eq!([day("yesterday", today), day("i går", today)], [Ok(date(2026, 11, 27)), Ok(date(2026, 11, 27))]);
    }

    #[test]
    fn what_could_be_two_days_is_none() {
        for text in ["11/28/2026", "28.11.26", "28.13.2026", "31.2.2026", "28.11", "tomorrow", "", "28 x 2026"] {
            assert_eq!(day(text, Some(date(2026, 11, 28))), Err(Invalid::DateShape), "{text}");
        }
        assert_eq!(day("today", None), Err(Invalid::DateShape), "nobody has said which day it is");
    }
}
