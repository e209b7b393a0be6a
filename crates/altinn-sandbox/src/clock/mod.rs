//! Times as the services write them.

use jiff::Timestamp;

/// Now, in whole microseconds, because the services' databases store no finer.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_microsecond(Timestamp::now().as_microsecond()).unwrap_or_else(|_| Timestamp::now())
}

/// `…+00:00` with 0–6 fractional digits, as Broker and the access lists write it (facts broker-api 0).
pub(crate) fn with_offset(at: Timestamp) -> String {
    let text = at.to_string();
    format!("{}+00:00", text.strip_suffix('Z').unwrap_or(&text))
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    /// Facts broker-api 0.
    #[test]
    fn times_have_an_offset_and_no_trailing_zeros() {
        let at: Timestamp = "2026-09-21T14:00:00.120000Z".parse().expect("a time");
        assert_eq!(with_offset(at), "2026-09-21T14:00:00.12+00:00");
    }
}
