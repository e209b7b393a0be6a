//! The published OpenAPI documents: finds the operation of a call and compares its answer.

use super::NEWER;
use jsonschema::Validator;
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::{Arc, Mutex};

/// The published documents, distilled into one file by `published-api.mjs` beside it.
const PUBLISHED: &str = include_str!("../../../../../docs/facts/published-api.json");

/// A request and its answer.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    pub method: String,
    pub path: String,
    pub status: u16,
    pub answer_type: String,
    pub answer: Vec<u8>,
}

/// A difference between an answer and a document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Method and path, as the document writes them.
    pub operation: String,
    /// `answer` with its status.
    pub answer: String,
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {} | {}", self.operation, self.answer, self.what)
    }
}

/// The documents with their resolved schemas.
pub struct Documents {
    content: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Documents {
    pub fn published() -> Self {
        Self { content: serde_json::from_str(PUBLISHED).expect("a document"), validators: Mutex::default() }
    }

    /// The differences between an answer and the documents; none for a call that they do not describe.
    pub fn answer_findings(&self, exchange: &Exchange) -> Vec<Finding> {
        let Some((template, operation)) = self.operation(exchange) else { return Vec::new() };
        let operation_name = name(exchange, template);
        let finding = |what| Finding { operation: operation_name.clone(), answer: format!("answer {}", exchange.status), what };
        self.answer(operation, exchange).into_iter().map(finding).collect()
    }

    /// The documented operations that these exchanges call.
    pub fn called(&self, exchanges: &[Exchange]) -> BTreeSet<String> {
        exchanges.iter().filter_map(|exchange| self.operation(exchange).map(|(template, _)| name(exchange, template))).collect()
    }

    fn operation(&self, exchange: &Exchange) -> Option<(&str, &Value)> {
        if NEWER.iter().any(|(path, _)| exchange.path == *path) {
            return None;
        }
        let method = exchange.method.to_lowercase();
        // The services ignore one slash at the end, but not two.
        let path = exchange.path.strip_suffix('/').unwrap_or(&exchange.path);
        let paths = self.content["paths"].as_object()?;
        let fitting = paths.iter().filter(|(template, operations)| fits(template, path) && operations.get(&method).is_some());
        // The template with the fewest ids wins, so that `upload` in `/filetransfer/upload` is not taken for an id.
        let (template, operations) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
        Some((template.as_str(), &operations[&method]))
    }

    fn answer(&self, operation: &Value, exchange: &Exchange) -> Vec<String> {
        let responses = &operation["responses"];
        let Some(described) = responses.get(exchange.status.to_string()).or_else(|| responses.get("default")) else {
            return vec!["the status is not in the document".to_owned()];
        };
        match (described["content"].as_object(), exchange.answer.is_empty()) {
            (None, _) => Vec::new(),
            (Some(_), true) => vec!["the body is empty".to_owned()],
            (Some(_), false) => self.content(&described["content"], &exchange.answer_type, &exchange.answer),
        }
    }

    fn content(&self, described: &Value, media_type: &str, bytes: &[u8]) -> Vec<String> {
        let bare = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let none = Map::new();
        let described = described.as_object().unwrap_or(&none);
        let Some((_, medium)) = described.iter().find(|(known, _)| covers(known, &bare)) else {
            return vec![format!("the content type {bare} is not in the document")];
        };
        if !bare.contains("json") {
            return Vec::new();
        }
        let Ok(instance) = serde_json::from_slice::<Value>(bytes) else { return vec!["the body is no JSON".to_owned()] };
        let Some(schema) = medium.get("schema") else { return Vec::new() };
        let validator = self.validator(schema);
        validator.iter_errors(&instance).map(|error| format!("{}: {error}", without_indices(&error.instance_path.to_string()))).collect()
    }

    fn validator(&self, schema: &Value) -> Arc<Validator> {
        let mut validators = self.validators.lock().unwrap();
        let made = validators.entry(schema.to_string()).or_insert_with(|| {
            let mut whole = schema.as_object().cloned().unwrap_or_default();
            whole.insert("components".to_owned(), self.content["components"].clone());
            Arc::new(jsonschema::draft202012::new(&Value::Object(whole)).expect("a schema"))
        });
        Arc::clone(made)
    }
}

fn name(exchange: &Exchange, template: &str) -> String {
    format!("{} {template}", exchange.method)
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template
            .iter()
            .zip(path)
            .all(|(wanted, given)| (wanted.starts_with('{') && !given.is_empty()) || wanted.eq_ignore_ascii_case(given))
}

/// A path without list indices, so that the same difference in each element is reported once.
fn without_indices(path: &str) -> String {
    path.split('/').map(|part| if part.parse::<usize>().is_ok() { "*" } else { part }).collect::<Vec<_>>().join("/")
}

fn covers(known: &str, given: &str) -> bool {
    let known = known.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    known == given || known == "*/*" || known.strip_suffix("/*").is_some_and(|family| given.starts_with(family))
}
