//! Times as the services write them, and the moments that things take here.

use crate::people::cast::{Actor, Cast, Word};
use crate::shared::options::{Options, People};
use jiff::Timestamp;
use std::time::Duration;

/// Now, in whole microseconds: what a database keeps.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_microsecond(Timestamp::now().as_microsecond()).unwrap_or_else(|_| Timestamp::now())
}

/// `…+00:00` with 0–6 fractional digits, as Broker and the access lists write it (facts broker-api 0).
pub(crate) fn with_offset(at: Timestamp) -> String {
    let text = at.to_string();
    format!("{}+00:00", text.strip_suffix('Z').unwrap_or(&text))
}

/// How long what is not a person takes here: scanning a file, making storage ready.
pub(crate) fn of_machines(options: &Options) -> Duration {
    match options.people {
        People::Instant => Duration::from_millis(20),
        People::Quick | People::Never => Duration::from_millis(800),
    }
}

/// How long the counterpart's system takes; nothing when it does not act by itself, or says no.
pub(crate) fn of_counterpart(people: &Cast) -> Option<Duration> {
    let manner = people.manner(Actor::Counterpart);
    match (manner.says, manner.pace) {
        (Word::No, _) | (Word::Yes, People::Never) => None,
        (Word::Yes, People::Instant) => Some(Duration::ZERO),
        (Word::Yes, People::Quick) => Some(Duration::from_millis(900)),
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn broker_0_times_have_an_offset_and_no_trailing_zeros() {
        let at: Timestamp = "2026-09-21T14:00:00.120000Z".parse().expect("a time");
        assert_eq!(with_offset(at), "2026-09-21T14:00:00.12+00:00");
    }
}
