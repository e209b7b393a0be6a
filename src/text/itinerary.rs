//! The words of the whole way: who does what, and how long it takes.

use super::Text;
use crate::journey::{Acting, Environment, Itinerary, Leg, Role, Takes};
use crate::values::Value;

const FILE: &str = "plan";

/// The words of one leg, by column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegWords {
    /// When it can begin. Empty if that is the same as of the leg before.
    pub turn: String,
    pub who: String,
    pub what: String,
    pub takes: String,
}

impl Text {
    /// "What a sender needs in TT02".
    #[must_use]
    pub fn way_title(&self, role: Role, environment: &Environment, acting: Acting) -> String {
        let by = if acting == Acting::ByVendor && role != Role::ServiceOwner { "by-vendor" } else { "own" };
        let values = [("role", Value::Text(self.role_within(role))), ("place", Value::Text(self.place(environment)))];
        self.line(FILE, &format!("title-{by}"), &values)
    }

    fn place(&self, environment: &Environment) -> String {
        self.line(FILE, &format!("place-{environment}"), &[])
    }

    /// How long all of it takes: the user's own minutes, and the days of waiting.
    #[must_use]
    pub fn way_total(&self, way: &Itinerary) -> String {
        let own = ("minutes", Value::from(&usize::from(way.own_minutes())));
        match way.days() {
            (_, 0) => self.line(FILE, "total", &[own]),
            (from, to) => self.line(FILE, "total-waiting", &[own, ("days", Value::Text(self.days(from, to)))]),
        }
    }

    /// The legs, in their order.
    #[must_use]
    pub fn way_legs(&self, way: &Itinerary) -> Vec<LegWords> {
        let mut before = None;
        way.legs.iter().map(|leg| self.leg(leg, before.replace(leg.turn) == Some(leg.turn))).collect()
    }

    fn leg(&self, leg: &Leg, same_turn: bool) -> LegWords {
        LegWords {
            turn: if same_turn { String::new() } else { self.line(FILE, &format!("turn-{}", leg.turn), &[]) },
            who: self.find(FILE, &format!("who-{}", leg.who), &[]).unwrap_or_else(|| self.who(leg.who)),
            what: self.line(FILE, &format!("leg-{}", leg.what), &[]),
            takes: self.takes(leg.takes),
        }
    }

    fn takes(&self, takes: Takes) -> String {
        let minutes = |minutes: u16| [("minutes", Value::from(&usize::from(minutes)))];
        match takes {
            Takes::Minutes(count) => self.line(FILE, "minutes", &minutes(count)),
            Takes::UpToMinutes(count) => self.line(FILE, "up-to-minutes", &minutes(count)),
            Takes::Days { from, to } => self.days(from, to),
        }
    }

    fn days(&self, from: u16, to: u16) -> String {
        let values = [("from", Value::from(&usize::from(from))), ("to", Value::from(&usize::from(to)))];
        self.line(FILE, if from == 0 { "days-at-most" } else { "days" }, &values)
    }

    /// What a reader of the whole way should know beside it.
    #[must_use]
    pub fn way_notes(&self) -> Vec<String> {
        ["note-side-by-side", "note-estimates"].map(|key| self.line(FILE, key, &[])).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{LegId, PublishedEnvironment, Turn, itinerary};
    use crate::values::Language;

    #[test]
    fn every_leg_and_every_turn_has_words() {
        let text = Text::new(Language::English);
        let mut keys: Vec<String> = LegId::ALL.iter().map(|leg| format!("leg-{leg}")).collect();
        let takes_part =
            ["you", "service-desk", "digdir", "service-owner", "approver", "vendor", "sender", "altinn-events", "altinn-broker"];
        keys.extend(takes_part.map(|who| format!("who-{who}")));
        keys.extend(Turn::ALL.iter().map(|turn| format!("turn-{turn}")));
        keys.extend(["sandbox", "tt02", "prod", "custom"].map(|place| format!("place-{place}")));
        keys.extend(
            ["title-own", "title-by-vendor", "total", "total-waiting", "minutes", "up-to-minutes", "days", "days-at-most"]
                .map(String::from),
        );
        keys.extend(["note-side-by-side", "note-estimates"].map(String::from));
        for key in &keys {
            assert!(text.find(FILE, key, &[]).is_some(), "plan.ftl has no {key}");
        }
        let (_, source) = Language::English.translation().sources().find(|(name, _)| *name == FILE).expect("the file");
        for key in crate::text::lines::lines(FILE, source).keys() {
            assert!(keys.contains(key), "plan.ftl: nothing says {key}");
        }
    }

    #[test]
    fn a_turn_is_named_once() {
        let way = itinerary(Role::Sender, &Environment::Named(PublishedEnvironment::Tt02), Acting::Own);
        let legs = Text::new(Language::English).way_legs(&way);
        assert_eq!(legs.iter().filter(|leg| !leg.turn.is_empty()).count(), Turn::ALL.len());
    }
}
