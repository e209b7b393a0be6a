//! Typed messages into words. The words are in `assets/text/<language>/*.ftl`, in the form of Project Fluent; none are here.
//!
//! Files: `findings` (what checks found: the summary, `.cause`, `.fix`), `deeds` (what deeds say, `.fix`; and the labels of a
//! preview's rows), `engine` (why something could not be opened, kept or
//! done), `invalid` (why an input was refused), `steps`, `fields`, `checks` (the journey), `vocabulary` (the words that
//! every front shares: who, role, environment, state, verdict), `values` (how dates, lists and sizes are written), `screens` (the
//! wizard), `cli` (the command line and the reports).
//!
//! A line is named by its file and its key. A key is the id of a message, as the code spells it: the dots of `key.reach` are hyphens
//! in the file, `key-reach`, since an id in Fluent has none. What follows the last dot may also be an attribute: `client.id.help` is
//! the attribute `.help` of `client-id`.
//!
//! Who must act, and where to read it, does not depend on a language: it stands beside each message, in the journey.

mod language;
mod translation;
mod vocabulary;
mod write;

#[cfg(test)]
mod complete;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod style;

pub use language::Language;
pub use vocabulary::capitalised;

use crate::journey::{AnswerPlace, AnswersProblem, AnswersReason, DeedMessage, EngineMessage, FieldId, Message, Who};
use crate::values::{Invalid, Value};
use jiff::Timestamp;
use jiff::tz::TimeZone;
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
    language: Language,
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
    /// Moments are written in UTC and say so, until [`Text::local`] tells where the reader is.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, place: Place { zone: &UTC, now: None } }
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
        let part = |part: &str| self.find("findings", &format!("{id}.{part}"), &values);
        Words {
            summary: self.line("findings", id, &values),
            cause: part("cause"),
            fix: part("fix"),
            who: message.who(),
            link: message.link().map(ToOwned::to_owned),
        }
    }

    /// The words of what a deed says.
    #[must_use]
    pub fn deed(&self, message: &DeedMessage) -> DeedWords {
        let (id, values) = (message.id(), message.values());
        let fix = |id: &str| self.find("deeds", &format!("{id}.fix"), &values);
        let of_cause = message.cause().and_then(|cause| self.find("findings", &format!("{cause}.fix"), &values));
        DeedWords { says: self.line("deeds", id, &values), fix: of_cause.or_else(|| fix(id)), who: message.who() }
    }

    /// What the engine says. Fields are named by their labels.
    #[must_use]
    pub fn engine(&self, message: &EngineMessage) -> String {
        let label = |field: &str| field.parse::<FieldId>().map_or_else(|_| field.to_owned(), |field| self.field(field));
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

    /// A line of a file by its key, such as `line("screens", "home.purpose", &[])`; placeholders are filled from `values`.
    /// A key that is not there reads as itself; the tests keep that from happening.
    #[must_use]
    pub fn line(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> String {
        self.find(file, key, values).unwrap_or_else(|| key.to_owned())
    }

    /// A line that need not be there, such as the example of a field. What a language lacks is said in English.
    #[must_use]
    pub fn find(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
        let arguments = self.arguments(values);
        let within = |language: Language| language.translation().line(file, key, &arguments);
        within(self.language).or_else(|| within(Language::English))
    }
}
