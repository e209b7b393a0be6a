//! How long something lasts, as Broker takes and answers it.

use super::Invalid;
use super::typed::word;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// A length of time in whole seconds. Broker takes it as an ISO 8601 duration and answers it as `30.00:00:00` (facts broker-api 2.9,
/// 2.10). Both are read, and `30d`, `2h`, `90m` too; it is written as an ISO 8601 duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Lasting {
    seconds: u64,
}

impl Lasting {
    #[must_use]
    pub const fn of_seconds(seconds: u64) -> Self {
        Self { seconds }
    }

    #[must_use]
    pub const fn of_days(days: u64) -> Self {
        Self { seconds: days * DAY }
    }

    #[must_use]
    pub const fn seconds(self) -> u64 {
        self.seconds
    }
}

impl FromStr for Lasting {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let typed = word(text).to_uppercase();
        let read = match typed.strip_prefix('P') {
            Some(rest) => iso(rest),
            None if typed.contains(':') => time_span(&typed),
            None => short(&typed),
        };
        read.map(Self::of_seconds).ok_or(Invalid::LastingShape)
    }
}

/// `1Y2M3W4DT5H6M7S`, each part at most once and in this order. A year counts 365 days and a month 30, as Broker counts them.
fn iso(text: &str) -> Option<u64> {
    let (days, times) = text.split_once('T').map_or((text, None), |(days, times)| (days, Some(times)));
    let has_part = !days.is_empty() || times.is_some();
    let days = parts(days, &[('Y', 365 * DAY), ('M', 30 * DAY), ('W', 7 * DAY), ('D', DAY)])?;
    let times = match times {
        Some("") => return None,
        Some(times) => parts(times, &[('H', HOUR), ('M', MINUTE), ('S', 1)])?,
        None => 0,
    };
    if has_part { days.checked_add(times) } else { None }
}

fn parts(text: &str, units: &[(char, u64)]) -> Option<u64> {
    let mut rest = text;
    let mut total: u64 = 0;
    for (unit, seconds) in units {
        if let Some((number, after)) = rest.split_once(*unit) {
            total = total.checked_add(count(number)?.checked_mul(*seconds)?)?;
            rest = after;
        }
    }
    rest.is_empty().then_some(total)
}

/// `30.00:00:00` or `02:00:00`.
fn time_span(text: &str) -> Option<u64> {
    let (days, clock) = text.split_once('.').map_or(("0", text), |(days, clock)| (days, clock));
    let mut numbers = clock.split(':').map(count);
    let (hours, minutes, seconds) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some() || hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    count(days)?.checked_mul(DAY)?.checked_add(hours * HOUR + minutes * MINUTE + seconds)
}

/// `30D`, `2H`, `90M`, `20S`.
fn short(text: &str) -> Option<u64> {
    parts(text, &[('D', DAY), ('H', HOUR), ('M', MINUTE), ('S', 1)]).filter(|_| !text.is_empty())
}

fn count(text: &str) -> Option<u64> {
    if text.chars().all(|c| c.is_ascii_digit()) { text.parse().ok() } else { None }
}

impl TryFrom<String> for Lasting {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map_err(|invalid: Invalid| invalid.id().to_owned())
    }
}

impl From<Lasting> for String {
    fn from(lasting: Lasting) -> Self {
        lasting.to_string()
    }
}

/// An ISO 8601 duration without years, months and weeks.
impl fmt::Display for Lasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, rest) = (self.seconds / DAY, self.seconds % DAY);
        f.write_str("P")?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if rest > 0 || days == 0 {
            f.write_str("T")?;
        }
        for (count, unit) in [(rest / HOUR, 'H'), (rest % HOUR / MINUTE, 'M')] {
            if count > 0 {
                write!(f, "{count}{unit}")?;
            }
        }
        if rest % MINUTE > 0 || self.seconds == 0 { write!(f, "{}S", rest % MINUTE) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_are_read() {
        let of = |text: &str| text.parse::<Lasting>().map(Lasting::seconds);
        for (text, seconds) in [
            ("P30D", 30 * DAY),
            ("30.00:00:00", 30 * DAY),
            ("30d", 30 * DAY),
            ("P1Y1M1W", 402 * DAY),
            ("PT2H", 2 * HOUR),
            ("02:00:00", 2 * HOUR),
            ("2h", 2 * HOUR),
            ("90m", 90 * MINUTE),
            ("0s", 0),
            ("P1DT1M5S", DAY + 65),
            ("PT0S", 0),
        ] {
            assert_eq!(of(text), Ok(seconds), "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in ["", "P", "PT", "P1DT", "30", "30 days ago", "P-1D", "25:00:00", "1:2", "P1H", "P99999999999999999999D"] {
            assert_eq!(text.parse::<Lasting>(), Err(Invalid::LastingShape), "{text}");
        }
    }

    #[test]
    fn it_is_written_as_broker_takes_it() {
        for text in ["P30D", "PT2H", "P1DT1M5S", "PT0S", "PT90M"] {
            let lasting = text.parse::<Lasting>();
            let back = lasting.as_ref().map(ToString::to_string).map(|text| text.parse::<Lasting>());
            assert_eq!(back, Ok(lasting.clone()), "{text}");
        }
        assert_eq!("30.00:00:00".parse::<Lasting>().map(|lasting| lasting.to_string()), Ok("P30D".to_owned()));
    }
}
