//! Turns typed messages into words. All words are in `assets/text/<language>/*.ftl`, in the format of Project Fluent:
//!
//! - `findings`: what checks found: the summary, `.cause`, `.fix`
//! - `deeds`: what deeds say, `.fix`, and the labels of a preview's rows
//! - `engine`: why something could not be opened, saved or done
//! - `invalid`: why an input was refused
//! - `choices`: what is told of values to choose from
//! - `steps`, `fields`, `checks`: the names and descriptions of these parts of the journey
//! - `vocabulary`: words that every front shares: who, role, environment, state, verdict
//! - `values`: how dates, lists and sizes are written
//! - `next`: what comes next
//! - `screens`: the wizard
//! - `cli`: the command line and the reports
//! - `explain`: what the catalogue says beside the words of findings, checks and fields
//! - `plan`: the whole way before the first step
//! - `plain`: the journey as lines and questions
//!
//! The guides of the steps are pages of their own, in `assets/guide/<language>/*.md` (`guide`).
//!
//! A line is named by its file and its key. The code writes a key with dots, `key.reach`; the file writes it with hyphens,
//! `key-reach`, because a Fluent id cannot have dots. The part after the last dot may also be an attribute: `client.id.help` is the
//! attribute `.help` of `client-id`.
//!
//! Who must act and which link to show are the same in every language, so they are not in these files; the journey keeps them with
//! each message.

mod explain;
mod guide;
mod itinerary;
mod language;
mod letter;
mod next;
mod policy;
mod translation;
mod vocabulary;
mod write;

#[cfg(test)]
mod complete;
#[cfg(test)]
mod lines;
#[cfg(test)]
mod reworded_tests;
#[cfg(test)]
mod sides;
#[cfg(test)]
mod style;
#[cfg(test)]
mod translated;

pub use explain::TopicWords;
pub use guide::GuideLine;
pub use itinerary::LegWords;
pub use letter::LetterWords;
pub use vocabulary::capitalised;

use crate::values::Language;

use crate::journey::{
    AnswerPlace, AnswersProblem, AnswersReason, ChoiceMessage, DeedMessage, EngineMessage, FieldId, Message, NoChoices, Role, Who,
};
use crate::values::{Invalid, Names, Value};
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

/// The words of a deed's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeedWords {
    /// The result, or what is being done.
    pub says: String,
    pub fix: Option<String>,
    pub who: Option<Who>,
}

/// The words of one language, and how moments are written for the reader.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    language: Language,
    place: Place,
    reader: Reader,
}

/// Whom findings and deeds speak to. What a sender is told to send, a recipient asks for.
#[derive(Debug, Clone, Copy, Default)]
struct Reader {
    role: Option<Role>,
    /// Whether a field is named with its flag, for those who are not at a screen that shows it.
    flags: bool,
}

/// How moments are written: in which time zone, and whether with the year.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Looked up when the first moment is written, because that takes longer than drawing a frame.
    zone: &'static LazyLock<TimeZone>,
    /// Moments in the same year as `now` are written without the year. Without `now`, each moment has its year and "UTC".
    now: Option<Timestamp>,
}

static UTC: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::UTC);

impl Text {
    /// Moments are written in UTC, with the year and "UTC", unless [`Text::local`] gives the reader's zone.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language, place: Place { zone: &UTC, now: None }, reader: Reader::default() }
    }

    /// The same words, with moments in the reader's zone. The caller passes the zone and the time, because this module does no I/O.
    #[must_use]
    pub fn local(self, zone: &'static LazyLock<TimeZone>, now: Timestamp) -> Self {
        Self { place: Place { zone, now: Some(now) }, ..self }
    }

    /// The same in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    #[must_use]
    pub const fn language(self) -> Language {
        self.language
    }

    /// Lists the messages of the screens, which the first line of a screen does otherwise.
    pub fn list_screens(self) {
        self.language.translation().list("screens");
    }

    /// The same words for a reader of this role: a line can choose between roles by `$role`.
    #[must_use]
    pub const fn for_role(self, role: Role) -> Self {
        Self { reader: Reader { role: Some(role), ..self.reader }, ..self }
    }

    /// The same words, with the flag after a field's label: "Client id (--client-id)".
    #[must_use]
    pub const fn with_flags(self) -> Self {
        Self { reader: Reader { flags: true, ..self.reader }, ..self }
    }

    /// The summary of a finding's message; also its cause and its fix if the language file has them.
    #[must_use]
    pub fn finding(&self, message: &Message) -> Words {
        let (id, values) = (message.words(), self.for_reader(message.values()));
        let part = |part: &str| self.find("findings", &format!("{id}.{part}"), &values);
        Words {
            summary: self.line("findings", id, &values),
            cause: part("cause"),
            fix: part("fix"),
            who: self.who_acts(message.who()),
            link: message.link().map(ToOwned::to_owned),
        }
    }

    /// The words of a deed's message. If the message has a cause, the fix is that of the cause.
    #[must_use]
    pub fn deed(&self, message: &DeedMessage) -> DeedWords {
        let command = message.tells_to_run().map(|deed| ("command", Value::Text(deed.command())));
        let (id, values) = (message.id(), self.for_reader(message.values().into_iter().chain(command).collect()));
        let fix = |id: &str| self.find("deeds", &format!("{id}.fix"), &values);
        let of_cause = message.cause().and_then(|cause| self.find("findings", &format!("{cause}.fix"), &values));
        DeedWords { says: self.line("deeds", id, &values), fix: of_cause.or_else(|| fix(id)), who: self.who_acts(message.who()) }
    }

    /// The values of a message, with its field named by the label, and the reader's role.
    fn for_reader(&self, values: Vec<(&'static str, Value)>) -> Vec<(&'static str, Value)> {
        let role = self.reader.role.map(|role| ("role", Value::Text(role.to_string())));
        let named = values.into_iter().map(|(name, value)| match (name, value) {
            ("field", Value::Text(field)) => (name, Value::Text(self.field_named(&field))),
            // Among the variables that can name a file of certificates is one answer.
            ("named_by", Value::Text(by)) => (name, Value::Text(self.namer(&by))),
            (name, Value::List(codes)) => (name, Value::List(self.of_a_policy(name, &codes).unwrap_or(codes))),
            (name, value) => (name, value),
        });
        named.chain(role).collect()
    }

    fn field_named(&self, name: &str) -> String {
        let Ok(field) = name.parse::<FieldId>() else { return name.to_owned() };
        let label = Value::Text(self.field(field));
        if self.reader.flags {
            self.line("values", "field-with-flag", &[("label", label), ("flag", Value::Text(field.flag()))])
        } else {
            self.value(&label)
        }
    }

    fn namer(&self, name: &str) -> String {
        match name.parse::<FieldId>() {
            Ok(field) if self.reader.flags => field.flag(),
            Ok(field) => self.field(field),
            Err(_) => name.to_owned(),
        }
    }

    fn who_acts(&self, who: Option<Who>) -> Option<Who> {
        who.map(|who| self.reader.role.map_or(who, |role| who.read_by(role)))
    }

    /// A message of the engine. It names fields by their labels: "Client id", not `client.id`.
    #[must_use]
    pub fn engine(&self, message: &EngineMessage) -> String {
        let label = |field: &str| field.parse::<FieldId>().map_or_else(|_| field.to_owned(), |field| self.field(field));
        let answered = |answer: &str| match answer.split_once('=') {
            Some((field, "")) => format!("{}: –", label(field)),
            Some((field, text)) => format!("{}: {text}", label(field)),
            None => answer.to_owned(),
        };
        let values = message.values().into_iter().map(|(name, value)| match (name, value) {
            ("field", Value::Text(field)) => (name, Value::Text(label(&field))),
            ("answers" | "earlier", Value::List(answers)) => (name, Value::List(answers.iter().map(|answer| answered(answer)).collect())),
            (name, value) => (name, value),
        });
        self.line("engine", message.id(), &values.collect::<Vec<_>>())
    }

    /// The place to correct an answer (line of the file, flag or variable), then why it was refused.
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

    /// The name in the language of the words, else in another. Empty if there is none.
    #[must_use]
    pub fn name(self, names: &Names) -> &str {
        names.read_in(self.language).unwrap_or_default()
    }

    /// What is told of a value to choose.
    #[must_use]
    pub fn choice(&self, message: &ChoiceMessage) -> String {
        self.line("choices", message.id(), &message.values())
    }

    /// Why there is no list to choose from.
    #[must_use]
    pub fn no_choices(&self, why: &NoChoices) -> String {
        let because = |why: String| self.line("choices", "none-not-told", &[("why", Value::Text(why.trim_end_matches('.').to_owned()))]);
        match why {
            NoChoices::NotOpened(message) => because(self.engine(message)),
            NoChoices::NotTold(message) => because(self.finding(message).summary),
            NoChoices::NoClient => self.line("choices", "none-no-client", &[]),
            NoChoices::NoScope(scope) => self.line("choices", "none-no-scope", &[("scope", Value::from(scope))]),
        }
    }

    /// Why an input was refused.
    #[must_use]
    pub fn invalid(&self, invalid: &Invalid) -> String {
        self.line("invalid", invalid.id(), &invalid.values())
    }

    /// A line of a file by its key, such as `line("screens", "home.purpose", &[])`; placeholders are filled from `values`.
    /// A key that is missing is shown as it is; tests check that none is missing.
    #[must_use]
    pub fn line(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> String {
        self.find(file, key, values).unwrap_or_else(|| key.to_owned())
    }

    /// A line that may be missing, such as the example of a field. A line that only this language lacks is taken from English.
    #[must_use]
    pub fn find(&self, file: &str, key: &str, values: &[(&'static str, Value)]) -> Option<String> {
        let arguments = self.arguments(values);
        let line_in = |language: Language| language.translation().line(file, key, &arguments);
        line_in(self.language).or_else(|| line_in(Language::English))
    }
}
