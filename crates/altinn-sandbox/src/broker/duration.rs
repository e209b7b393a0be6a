//! Durations: reads ISO 8601, writes .NET's `TimeSpan` (facts broker-api 2.9 and 2.10).

use jiff::SignedDuration;

/// Why a duration is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DurationRefused {
    /// Not in the form of XML Schema.
    Malformed,
    /// More than .NET's `TimeSpan` can hold.
    OutOfRange,
}

pub(super) const DAY: i64 = 86_400;
/// The longest duration a .NET `TimeSpan` can hold, in seconds.
const MOST: i64 = 10_675_199 * DAY;

/// Reads a duration in the form of XML Schema: a year is 365 days, a month 30, there are no weeks, seconds may have a fraction.
pub(crate) fn read(text: &str) -> Result<SignedDuration, DurationRefused> {
    let (negative, rest) = text.trim().strip_prefix('-').map_or((false, text.trim()), |rest| (true, rest));
    let rest = rest.strip_prefix('P').ok_or(DurationRefused::Malformed)?;
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    if (date.is_empty() && time.is_none()) || time.is_some_and(str::is_empty) {
        return Err(DurationRefused::Malformed);
    }
    let (time, fraction) = time.map_or(Ok((None, 0)), |time| without_fraction(time).map(|(time, fraction)| (Some(time), fraction)))?;
    let days = sum(date, &[('Y', 365 * DAY), ('M', 30 * DAY), ('D', DAY)])?;
    let clock = time.map_or(Ok(0), |time| sum(&time, &[('H', 3600), ('M', 60), ('S', 1)]))?;
    let total = days.checked_add(clock).filter(|total| *total <= MOST).ok_or(DurationRefused::OutOfRange)?;
    let total = SignedDuration::new(total, fraction);
    Ok(if negative { -total } else { total })
}

/// Splits `1M2.5S` into `1M2S` and the fraction in nanoseconds. The fraction is cut to whole microseconds, because the service's
/// table stores no finer.
fn without_fraction(time: &str) -> Result<(String, i32), DurationRefused> {
    let Some((whole, fraction)) = time.split_once('.') else { return Ok((time.to_owned(), 0)) };
    let digits =
        fraction.strip_suffix('S').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).ok_or(DurationRefused::Malformed)?;
    let micros: i32 = format!("{digits:0<6}").get(..6).and_then(|digits| digits.parse().ok()).ok_or(DurationRefused::Malformed)?;
    Ok((format!("{whole}S"), micros * 1000))
}

fn sum(part: &str, units: &[(char, i64)]) -> Result<i64, DurationRefused> {
    let mut total: i64 = 0;
    let mut rest = part;
    for (unit, seconds) in units {
        let Some((number, after)) = rest.split_once(*unit) else { continue };
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(DurationRefused::Malformed);
        }
        let count: i64 = number.parse().map_err(|_| DurationRefused::OutOfRange)?;
        total = count.checked_mul(*seconds).and_then(|more| total.checked_add(more)).ok_or(DurationRefused::OutOfRange)?;
        rest = after;
    }
    if rest.is_empty() { Ok(total) } else { Err(DurationRefused::Malformed) }
}

/// The formats are `30.00:00:00`, `02:00:00` and `00:00:00.5000000`.
pub(super) fn time_span(duration: SignedDuration) -> String {
    let sign = if duration.is_negative() { "-" } else { "" };
    let total = duration.unsigned_abs();
    let (days, rest) = (total.as_secs() / DAY.unsigned_abs(), total.as_secs() % DAY.unsigned_abs());
    let days = if days == 0 { String::new() } else { format!("{days}.") };
    let fraction = if total.subsec_nanos() == 0 { String::new() } else { format!(".{:07}", total.subsec_nanos() / 100) };
    format!("{sign}{days}{:02}:{:02}:{:02}{fraction}", rest / 3600, rest % 3600 / 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Facts broker-api 2.9.
    #[test]
    fn durations_are_of_the_xml_schema_form() {
        let seconds = SignedDuration::from_secs;
        assert_eq!(read("P30D"), Ok(seconds(30 * DAY)));
        assert_eq!(read("PT2H"), Ok(seconds(7200)));
        assert_eq!(read("P1Y2M"), Ok(seconds(425 * DAY)));
        assert_eq!(read("-P1D"), Ok(seconds(-DAY)));
        assert_eq!(read("PT1M0.25S"), Ok(SignedDuration::from_millis(60_250)));
        for malformed in ["P2W", "30D", "P", "PT", "P1DT", "PT1.5H", "PT1.S5", "", "P1H"] {
            assert_eq!(read(malformed), Err(DurationRefused::Malformed), "{malformed}");
        }
        assert_eq!(read("P99999999999D"), Err(DurationRefused::OutOfRange));
    }

    /// Facts broker-api 2.10.
    #[test]
    fn durations_are_read_back_as_time_spans() {
        let seconds = SignedDuration::from_secs;
        assert_eq!(time_span(seconds(30 * DAY)), "30.00:00:00");
        assert_eq!(time_span(seconds(7200)), "02:00:00");
        assert_eq!(time_span(SignedDuration::from_millis(-1500)), "-00:00:01.5000000");
    }
}
