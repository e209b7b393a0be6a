//! Writes what the catalogue says of a code, a text or an id.

mod check;
mod field;

use super::paper::{Paper, laid, line};
use super::statements::Statement;
use crate::journey::{Explained, Topic, TopicKind, UnknownRefusal, Who};
use crate::text::{Text, TopicWords};
use crate::values::Value;
use serde_json::{Value as Json, json};

const VERSION: u32 = 1;

/// What was found, as text. Empty if nothing is known.
#[must_use]
pub fn explained_text(found: &Explained, text: &Text, paper: Paper) -> String {
    let mut out = String::new();
    for topic in &found.topics {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&line(&topic_title(*topic, text), 0, paper));
        out.push_str(&laid(&topic_statements(*topic, text), 2, paper));
    }
    if let Some(unknown) = &found.unknown {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&laid(&unknown_statements(unknown, text), 0, paper));
        out.push('\n');
        for words in text.service_desk_letter(unknown) {
            out.push_str(&line(&words, 4, paper));
        }
    } else if let Some(trace) = &found.trace_id {
        let label = text.line("explain", "label.trace", &[]);
        out.push_str(&laid(&[Statement::Labelled { label, value: trace.clone() }], 0, paper));
    }
    paper.glyphs.written(&out)
}

/// The first line of a topic: its codes or its id, and what it is.
#[must_use]
pub fn topic_title(topic: Topic, text: &Text) -> String {
    let summary = text.topic(topic).words.summary;
    let name = topic.codes().first().copied().filter(|_| code_is_shown(topic)).unwrap_or_else(|| topic.id());
    match topic {
        Topic::Question(_) => summary,
        Topic::Cause(_) | Topic::Finding(_) | Topic::Check(_) | Topic::Field(_) => format!("{name}: {summary}"),
    }
}

/// What stands under the first line: why, what to do, who, how long, the link, what it is not.
#[must_use]
pub fn topic_statements(topic: Topic, text: &Text) -> Vec<Statement> {
    let TopicWords { words, takes, apart, examples } = text.topic(topic);
    let labels = Labels(text);
    let labelled = |key: &str, value: String| labels.with(key, value);
    let mut said: Vec<Statement> = words.cause.into_iter().map(Statement::Cause).collect();
    said.extend(words.fix.map(|action| match topic {
        Topic::Question(_) => Statement::Says(action),
        _ => Statement::Do { label: text.line("vocabulary", "said.do", &[]), action },
    }));
    said.extend(words.who.filter(|who| *who != Who::You).map(|who| labelled("who", text.who_in_full(who))));
    said.extend(takes.map(|takes| labelled("takes", takes)));
    let codes = topic.codes();
    said.extend((codes.len() > usize::from(code_is_shown(topic))).then(|| labelled("codes", codes.join(", "))));
    if let Topic::Cause(cause) = topic {
        said.extend(cause.service().map(|service| labelled("said-by", text.service(service))));
    }
    said.extend(apart.map(|apart| labelled("not", apart)));
    match topic {
        Topic::Check(check) => said.extend(check::statements(check, text)),
        Topic::Field(field) => said.extend(field::statements(field, text)),
        Topic::Cause(_) | Topic::Finding(_) | Topic::Question(_) => {}
    }
    said.extend((!examples.is_empty()).then(|| labelled("examples", examples.join(", "))));
    let see = topic.see();
    said.extend((!see.is_empty()).then(|| labelled("see", see.join(", "))));
    said.extend(words.link.map(Statement::Link));
    said
}

/// Whether the first line has a code already.
fn code_is_shown(topic: Topic) -> bool {
    matches!(topic, Topic::Cause(cause) if cause.code().is_some())
}

/// Labels of `explain.ftl`.
#[derive(Clone, Copy)]
struct Labels<'a>(&'a Text);

impl Labels<'_> {
    fn with(self, key: &str, value: String) -> Statement {
        Statement::Labelled { label: self.0.line("explain", &format!("label.{key}"), &[]), value }
    }

    /// Several values under one label, each on a line of its own.
    fn each(self, key: &str, values: Vec<String>) -> impl Iterator<Item = Statement> {
        values.into_iter().enumerate().map(move |(at, value)| match at {
            0 => self.with(key, value),
            _ => Statement::Labelled { label: String::new(), value },
        })
    }
}

/// What is known of a refusal that is not in the catalogue, and what to do with it.
#[must_use]
pub fn unknown_statements(unknown: &UnknownRefusal, text: &Text) -> Vec<Statement> {
    let say = |key: &str, values: &[(&'static str, Value)]| Statement::Says(text.line("explain", key, values));
    let mut said = vec![match &unknown.code {
        Some(code) => say("not-known", &[("code", Value::Text(code.to_string()))]),
        None => say("not-known-answer", &[]),
    }];
    if let (Some(code), Some(service)) = (&unknown.code, unknown.service) {
        let values = [("begin", Value::Text(code.family.to_string())), ("service", Value::Text(text.service(service)))];
        said.extend(code.family.service().map(|_| say("not-known-family", &values)));
    }
    said.extend(unknown.status.map(|status| say("not-known-status", &[("status", (&status).into())])));
    said.extend(unknown.words.as_ref().map(|words| say("not-known-words", &[("words", Value::Text(words.clone()))])));
    said.push(Statement::Do { label: text.line("vocabulary", "said.do", &[]), action: text.line("explain", "not-known-do", &[]) });
    said
}

/// What was found, as one JSON document (contract 9).
#[must_use]
pub fn explained_json(found: &Explained, text: &Text) -> String {
    let unknown = found.unknown.as_ref().map(|unknown| {
        json!({
            "code": unknown.code.as_ref().map(ToString::to_string),
            "status": unknown.status,
            "service": unknown.service,
            "words": unknown.words,
            "letter": text.service_desk_letter(unknown).join("\n"),
        })
    });
    let topics: Vec<Json> = found.topics.iter().map(|topic| topic_json(*topic, text)).collect();
    laid_out(&json!({ "version": VERSION, "found": topics, "unknown": unknown, "trace_id": found.trace_id }))
}

/// Every topic, as one JSON document.
#[must_use]
pub fn catalogue_json(text: &Text) -> String {
    let topics: Vec<Json> = Topic::all().into_iter().map(|topic| topic_json(topic, text)).collect();
    laid_out(&json!({ "version": VERSION, "found": topics }))
}

fn laid_out(document: &Json) -> String {
    format!("{document:#}\n")
}

fn topic_json(topic: Topic, text: &Text) -> Json {
    let TopicWords { words, takes, apart, examples } = text.topic(topic);
    let all = json!({
        "kind": topic.kind(),
        "id": topic.id(),
        "codes": topic.codes(),
        "summary": words.summary,
        "cause": words.cause,
        "fix": words.fix,
        "who": words.who,
        "takes": takes,
        "link": words.link,
        "apart": apart,
        "see": topic.see(),
        "examples": (!examples.is_empty()).then_some(examples),
    });
    let more = match topic {
        Topic::Check(check) => check::json(check, text),
        Topic::Field(field) => field::json(field, text),
        Topic::Cause(_) | Topic::Finding(_) | Topic::Question(_) => json!({}),
    };
    let members = [all, more].into_iter().filter_map(|part| match part {
        Json::Object(members) => Some(members),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) | Json::Array(_) => None,
    });
    Json::Object(members.flatten().filter(|(_, value)| !value.is_null()).collect())
}

/// Every topic in one line: its id, its codes, what it is.
#[must_use]
pub fn catalogue_text(text: &Text, paper: Paper) -> String {
    let mut out = String::new();
    for kind in TopicKind::ALL {
        out.push_str(&line(&text.line("explain", &format!("kind.{kind}"), &[]), 0, paper));
        let topics = Topic::all().into_iter().filter(|topic| topic.kind() == *kind);
        for topic in topics {
            let codes = topic.codes().join(", ");
            let name = if codes.is_empty() { topic.id().to_owned() } else { format!("{} ({codes})", topic.id()) };
            out.push_str(&line(&name, 2, paper));
            out.push_str(&line(&text.topic(topic).words.summary, 6, paper));
        }
        out.push('\n');
    }
    paper.glyphs.written(&out)
}

#[cfg(test)]
mod tests;
