//! What may be told of the key that a client signs with. Nothing of its private half.

use jiff::Unit;
use jiff::civil::Date;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyFacts {
    /// The form it was found in, such as `PKCS#8 PEM`.
    pub form: String,
    pub bits: usize,
    pub kid: Option<String>,
    /// RFC 7638.
    pub thumbprint: String,
    /// The day a deed made it, if one did.
    pub made: Option<Date>,
    /// The day it was added to the client.
    pub posted: Option<Date>,
    /// The day from which Maskinporten no longer takes it, or on which its certificate ends. None where the day it was added is not
    /// known.
    pub ends: Option<Date>,
}

/// Whether it is time for a new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyDue {
    /// In so many days; a negative number or 0 when it has ended.
    Due(i32),
    NotDue(i32),
    Unknown,
}

impl KeyFacts {
    /// Whether it ends within so many days from today.
    #[must_use]
    pub fn due(&self, today: Date, within: i32) -> KeyDue {
        let days = self.ends.and_then(|ends| today.until((Unit::Day, ends)).ok()).map(|span| span.get_days());
        match days {
            None => KeyDue::Unknown,
            Some(days) if days <= within => KeyDue::Due(days),
            Some(days) => KeyDue::NotDue(days),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_key_is_due_from_the_day_on_which_so_many_days_are_left() {
        let facts =
            |ends| KeyFacts { form: String::new(), bits: 2048, kid: None, thumbprint: String::new(), made: None, posted: None, ends };
        let today = date(2026, 11, 29);
        assert_eq!(facts(None).due(today, 30), KeyDue::Unknown);
        assert_eq!(facts(Some(date(2026, 12, 29))).due(today, 30), KeyDue::Due(30));
        assert_eq!(facts(Some(date(2026, 12, 30))).due(today, 30), KeyDue::NotDue(31));
        assert_eq!(facts(Some(date(2026, 11, 28))).due(today, 30), KeyDue::Due(-1));
    }
}
