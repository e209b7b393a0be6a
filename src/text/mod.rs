//! Typed messages into words. The words are in `assets/text/<language>/*.toml`; none are here.
//!
//! Files: `findings` (what checks found: summary, cause, fix), `deeds` (what deeds say: says, fix; and labels under `preview`),
//! `engine` (why something could not be opened, kept or done), `invalid` (why an input was refused, one line each), `steps`, `fields`, `checks` (names and sentences of the journey), `screens`
//! (the wizard), `cli` (the command line and the reports). A line is addressed by its dotted key. Who must act does not depend on a
//! language: it stands beside each message, in the journey.

mod fill;
mod language;
mod write;

#[cfg(test)]
mod complete;
#[cfg(test)]
mod style;

use crate::journey::{AnswerPlace, AnswersProblem, AnswersReason, DeedMessage, EngineMessage, Message, Who};
use crate::values::{Invalid, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use language::{ENGLISH, Language};
use std::sync::LazyLock;

/// The words of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub summary: String,
    pub cause: Option<String>,
    pub fix: Option<String>,
    pub who: Option<Who>,
    /// Where to read or do it.
    pub link: Option<String>,
}

/// The words of what a deed says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedWords {
    /// What is so, or what is being done.
    pub says: String,
    pub fix: Option<String>,
    pub who: Option<Who>,
}

/// The words of one language, and how moments read where the reader is.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    language: &'static Language,
    place: Place,
}

/// How moments are written: in whose zone, and seen from which year.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Found out when the first moment is written: it costs more than a frame.
    zone: &'static LazyLock<TimeZone>,
    /// A moment of this moment's year is written without it; none writes every year and names the zone.
    now: Option<Timestamp>,
}

static UTC: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::UTC);

impl Text {
    /// English. Moments are written in UTC and say so, until [`Text::local`] tells where the reader is.
    #[must_use]
    pub fn english() -> Self {
        Self { language: &ENGLISH, place: Place { zone: &UTC, now: None } }
    }

    /// The same words for a reader in this zone, now. The zone comes from outside, so that nothing here asks the system.
    #[must_use]
    pub fn local(self, zone: &'static LazyLock<TimeZone>, now: Timestamp) -> Self {
        Self { place: Place { zone, now: Some(now) }, ..self }
    }

    /// The words of a finding's message.
    #[must_use]
    pub fn finding(&self, message: &Message) -> Words {
        let (id, values) = (message.words(), message.values());
        Words {
            summary: self.part("findings", id, "summary", &values).unwrap_or_else(|| id.to_owned()),
            cause: self.part("findings", id, "cause", &values),
            fix: self.part("findings", id, "fix", &values),
            who: message.who(),
            link: message.link().map(ToOwned::to_owned),
        }
    }

    /// The words of what a deed says.
    #[must_use]
    pub fn deed(&self, message: &DeedMessage) -> DeedWords {
        let (id, values) = (message.id(), message.values());
        let of_cause = message.cause().and_then(|cause| self.part("findings", cause.name(), "fix", &values));
        DeedWords {
            says: self.part("deeds", id, "says", &values).unwrap_or_else(|| id.to_owned()),
            fix: of_cause.or_else(|| self.part("deeds", id, "fix", &values)),
            who: message.who(),
        }
    }

    /// What the engine says. Fields are named by their labels.
    #[must_use]
    pub fn engine(&self, message: &EngineMessage) -> String {
        let label = |field: &str| self.line("fields", &format!("{field}.label"), &[]);
        let values = message.values().into_iter().map(|(name, value)| match (name, value) {
            ("field", Value::Text(field)) => (name, Value::Text(label(&field))),
            ("fields", Value::List(fields)) => (name, Value::List(fields.iter().map(|field| label(field)).collect())),
            (name, value) => (name, value),
        });
        self.line("engine", message.id(), &values.collect::<Vec<_>>())
    }

    /// Why answers were not taken, and where to correct them.
    #[must_use]
    pub fn answers(&self, problem: &AnswersProblem) -> String {
        let reason = match &problem.reason {
            AnswersReason::Invalid { field, invalid } => format!("{field}: {}", self.invalid(invalid)),
            AnswersReason::Message(message) => self.engine(message),
        };
        let place = match &problem.place {
            None => return reason,
            Some(AnswerPlace::File { name, line }) => self.engine(&EngineMessage::InFile { file: name.clone(), line: *line }),
            Some(AnswerPlace::Flag(field)) => field.flag(),
            Some(AnswerPlace::Variable(field)) => field.variable(),
        };
        format!("{place}: {reason}")
    }

    /// Why an input was refused.
    #[must_use]
    pub fn invalid(&self, invalid: &Invalid) -> String {
        self.line("invalid", invalid.id(), &invalid.values())
    }

    /// A line of a file by its key, such as `line("screens", "home.title", &[])`; placeholders are filled from `values`.
    /// A key that is not there reads as itself; the tests keep that from happening.
    #[must_use]
    pub fn line(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> String {
        self.find(file, key, values).unwrap_or_else(|| key.to_owned())
    }

    /// A line that need not be there, such as the example of a field.
    #[must_use]
    pub fn find(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
        self.language.line(file, key).map(|template| fill::fill(template, values, &self.place))
    }

    /// A value by itself, as it would be written inside a line.
    #[must_use]
    pub fn value(&self, value: &Value) -> String {
        write::value(value, &self.place)
    }

    fn part(&self, file: &str, id: &str, part: &str, values: &[(&'static str, Value)]) -> Option<String> {
        self.find(file, &format!("{id}.{part}"), values)
    }
}
