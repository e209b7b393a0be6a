//! The words of what can be explained. A finding's are written without its values, which only a real finding has: an example, or words,
//! stands in place of each.

use super::{Text, Words, capitalised};
use crate::journey::{Example, LookAlikes, Message, Question, Service, Topic, UnknownRefusal, Wait, example};
use crate::values::Value;

const FILE: &str = "explain";

/// What is said of a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicWords {
    pub words: Words,
    /// How long it takes after the fix.
    pub takes: Option<String>,
    /// What tells it from what it is taken for.
    pub apart: Option<String>,
    /// The values in these words that are examples.
    pub examples: Vec<String>,
}

impl Text {
    #[must_use]
    pub fn topic(&self, topic: Topic) -> TopicWords {
        let words = self.topic_words(topic);
        TopicWords {
            examples: self.examples_in(topic, &words),
            words,
            takes: topic.wait().map(|wait| self.wait(wait)),
            apart: topic.look_alikes().map(|group| self.apart(group)),
        }
    }

    fn topic_words(&self, topic: Topic) -> Words {
        let link = topic.link().map(ToOwned::to_owned);
        let who = topic.who();
        let of = |file: &str, summary: String, cause: &str, fix: &str, values: &[(&'static str, Value)]| {
            let (cause, fix) = (self.find(file, cause, values), self.find(file, fix, values));
            Words { summary, cause, fix, who, link: link.clone() }
        };
        match topic {
            Topic::Cause(_) | Topic::Finding(_) => {
                let id = topic.id();
                let values = self.stand_ins(id);
                of("findings", self.line("findings", id, &values), &format!("{id}.cause"), &format!("{id}.fix"), &values)
            }
            Topic::Check(check) => Words { summary: self.check(check), cause: None, fix: None, who, link },
            Topic::Field(field) => {
                let summary = self.field(field);
                of("fields", summary, &format!("{}.help", field.name()), "", &[])
            }
            Topic::Question(question) => {
                let key = format!("question.{}", question.name());
                of(FILE, self.question(question), "", &format!("{key}.fix"), &[])
            }
        }
    }

    fn question(&self, question: Question) -> String {
        self.line(FILE, &format!("question.{question}"), &[])
    }

    /// What stands in place of each value of a finding.
    fn stand_ins(&self, id: &str) -> Vec<(&'static str, Value)> {
        value_names(id).filter_map(|name| Some((name, self.stand_in(id, name)?))).collect()
    }

    fn stand_in(&self, id: &str, name: &str) -> Option<Value> {
        match example(id, name) {
            Some(Example::Value(value)) => Some(value),
            Some(Example::Field(field)) => Some(Value::Text(self.field(field))),
            None => {
                let own = self.find(FILE, &format!("stands-for.{name}.{id}"), &[]);
                own.or_else(|| self.find(FILE, &format!("stands-for.{name}"), &[])).map(Value::Text)
            }
        }
    }

    /// The examples that are in the words of a finding, as they are written there.
    fn examples_in(&self, topic: Topic, words: &Words) -> Vec<String> {
        let said = [Some(&words.summary), words.cause.as_ref(), words.fix.as_ref()];
        let stands = |shown: &str| {
            let is_part = |c: char| c.is_alphanumeric();
            let apart = |text: &String, at: usize| {
                let (before, after) = (text.get(..at).unwrap_or_default(), text.get(at + shown.len()..).unwrap_or_default());
                !before.ends_with(is_part) && !after.starts_with(is_part)
            };
            said.iter().flatten().any(|text| text.match_indices(shown).any(|(at, _)| apart(text, at)))
        };
        let mut examples: Vec<String> = value_names(topic.id())
            .filter_map(|name| match example(topic.id(), name) {
                Some(Example::Value(value)) => Some(self.value(&value)),
                Some(Example::Field(_)) | None => None,
            })
            .filter(|shown| stands(shown))
            .collect();
        examples.dedup();
        examples
    }

    fn wait(&self, wait: Wait) -> String {
        self.line(FILE, &format!("wait.{wait}"), &[])
    }

    fn apart(&self, group: LookAlikes) -> String {
        self.line(FILE, &format!("apart.{group}"), &[])
    }

    /// The message to the service desk about a refusal that is not in the catalogue, line by line.
    #[must_use]
    pub fn service_desk_letter(&self, unknown: &UnknownRefusal) -> Vec<String> {
        let line = |key: &str, values: &[(&'static str, Value)]| self.line(FILE, key, values);
        let code = unknown.code.as_ref().map(ToString::to_string).or_else(|| unknown.status.map(|status| status.to_string()));
        let service = unknown.service.map_or_else(|| "Altinn".to_owned(), |service| self.service(service));
        let subject = [("code", Value::Text(code.unwrap_or_default())), ("service", Value::Text(capitalised(&service)))];
        let mut lines = vec![line("letter-subject", &subject)];
        lines.extend(["letter-when", "letter-organisation", "letter-environment"].map(|key| line(key, &[])));
        lines.extend(unknown.words.as_ref().map(|words| line("not-known-words", &[("words", Value::Text(words.clone()))])));
        lines.extend(unknown.trace_id.as_ref().map(|trace| format!("{}: {trace}", line("label.trace", &[]))));
        lines
    }

    /// A service by its name, as part of a sentence.
    #[must_use]
    pub fn service(&self, service: Service) -> String {
        self.line(FILE, &format!("family.{service}"), &[])
    }
}

/// The names of the values of a finding's message.
fn value_names(id: &str) -> impl Iterator<Item = &'static str> {
    let names = Message::ALL.iter().find(|(known, _)| *known == id).map(|(_, names)| *names).unwrap_or_default();
    names.iter().copied()
}
