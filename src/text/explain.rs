//! The words of what can be explained. A finding's are written without its values, which only a real finding has: each is named by
//! what stands in its place.

use super::{Text, Words};
use crate::journey::{LookAlikes, Message, Question, Service, Topic, Who};
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
}

impl Text {
    #[must_use]
    pub fn topic(&self, topic: Topic) -> TopicWords {
        TopicWords {
            words: self.topic_words(topic),
            takes: topic.waits_for().map(|who| self.wait_for(who)),
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

    /// The name of each value of a finding, in place of the value.
    fn stand_ins(&self, id: &str) -> Vec<(&'static str, Value)> {
        let names = Message::ALL.iter().find(|(known, _)| *known == id).map(|(_, names)| *names).unwrap_or_default();
        let stands = |name: &str| self.find(FILE, &format!("stands-for.{name}"), &[]).unwrap_or_else(|| "…".to_owned());
        names.iter().map(|name| (*name, Value::Text(stands(name)))).collect()
    }

    /// How long it takes when one waits for this one.
    fn wait_for(&self, who: Who) -> String {
        self.line(FILE, &format!("wait.{who}"), &[])
    }

    fn apart(&self, group: LookAlikes) -> String {
        self.line(FILE, &format!("apart.{group}"), &[])
    }

    /// A service by its name, as part of a sentence.
    #[must_use]
    pub fn service(&self, service: Service) -> String {
        self.line(FILE, &format!("family.{service}"), &[])
    }
}
