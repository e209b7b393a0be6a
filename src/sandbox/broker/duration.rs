//! Durations: ISO 8601 in, .NET `TimeSpan` out (broker-api facts, 2.9 and 2.10).

/// What a duration cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// Not of the XML Schema form.
    Malformed,
    /// Beyond what the service's own type holds.
    OutOfRange,
}

const DAY: i64 = 86_400;
/// The days a .NET `TimeSpan` can hold.
const MOST: i64 = 10_675_199 * DAY;

/// Seconds of a duration of the XML Schema form: a year counts 365 days, a month 30, weeks do not exist.
pub(super) fn seconds(text: &str) -> Result<i64, Refused> {
    let (sign, rest) = text.trim().strip_prefix('-').map_or((1, text.trim()), |rest| (-1, rest));
    let rest = rest.strip_prefix('P').ok_or(Refused::Malformed)?;
    let (date, time) = rest.split_once('T').map_or((rest, None), |(date, time)| (date, Some(time)));
    if (date.is_empty() && time.is_none()) || time.is_some_and(str::is_empty) {
        return Err(Refused::Malformed);
    }
    let days = sum(date, &[('Y', 365 * DAY), ('M', 30 * DAY), ('D', DAY)])?;
    let clock = time.map_or(Ok(0), |time| sum(time, &[('H', 3600), ('M', 60), ('S', 1)]))?;
    let total = days.checked_add(clock).filter(|total| *total <= MOST).ok_or(Refused::OutOfRange)?;
    Ok(sign * total)
}

fn sum(part: &str, units: &[(char, i64)]) -> Result<i64, Refused> {
    let mut total: i64 = 0;
    let mut rest = part;
    for (unit, seconds) in units {
        let Some((number, after)) = rest.split_once(*unit) else { continue };
        let whole = match number.split_once('.') {
            Some((whole, fraction)) if *unit == 'S' && fraction.bytes().all(|byte| byte.is_ascii_digit()) => whole,
            Some(_) => return Err(Refused::Malformed),
            None => number,
        };
        if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Refused::Malformed);
        }
        let count: i64 = whole.parse().map_err(|_| Refused::OutOfRange)?;
        total = count.checked_mul(*seconds).and_then(|more| total.checked_add(more)).ok_or(Refused::OutOfRange)?;
        rest = after;
    }
    if rest.is_empty() { Ok(total) } else { Err(Refused::Malformed) }
}

/// `30.00:00:00`, `02:00:00`.
pub(super) fn time_span(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let total = seconds.abs();
    let (days, rest) = (total / DAY, total % DAY);
    let clock = format!("{:02}:{:02}:{:02}", rest / 3600, rest % 3600 / 60, rest % 60);
    if days == 0 { format!("{sign}{clock}") } else { format!("{sign}{days}.{clock}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broker_2_9_durations_are_of_the_xml_schema_form() {
        assert_eq!(seconds("P30D"), Ok(30 * DAY));
        assert_eq!(seconds("PT2H"), Ok(7200));
        assert_eq!(seconds("P1Y2M"), Ok(425 * DAY));
        assert_eq!(seconds("-P1D"), Ok(-DAY));
        for malformed in ["P2W", "30D", "P", "PT", "P1DT", "PT1.5H", "", "P1H"] {
            assert_eq!(seconds(malformed), Err(Refused::Malformed), "{malformed}");
        }
        assert_eq!(seconds("P99999999999D"), Err(Refused::OutOfRange));
    }

    #[test]
    fn broker_2_10_they_are_read_back_as_time_spans() {
        assert_eq!(time_span(30 * DAY), "30.00:00:00");
        assert_eq!(time_span(7200), "02:00:00");
    }
}
