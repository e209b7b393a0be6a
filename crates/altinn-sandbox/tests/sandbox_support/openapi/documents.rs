//! The published OpenAPI documents: which operation a call is, and what they say of it.

use super::NEWER;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The documents, and where their paths begin.
const FILES: [(&str, &str); 4] = [
    ("altinn-broker-v1.json", ""),
    ("altinn-platform-authentication-v1.json", "/authentication/api/v1"),
    ("altinn-platform-events-v1.json", "/events/api/v1"),
    ("altinn-resource-registry-v1.json", "/resourceregistry/api/v1"),
];

/// What was asked, and the answer.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    pub method: String,
    pub path: String,
    pub status: u16,
    pub answer_type: String,
    pub answer: Vec<u8>,
}

/// Something that is not as a document says.
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

struct Document {
    prefix: &'static str,
    /// Each `nullable` rewritten, so that it is JSON Schema.
    content: Value,
    validators: Mutex<HashMap<String, Arc<Validator>>>,
}

pub struct Documents(Vec<Document>);

impl Documents {
    /// Those of the facts, if they are here.
    pub fn published() -> Option<Self> {
        let facts = std::env::var_os("BROKER_SETUP_FACTS").map(PathBuf::from);
        let facts = facts.unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/facts")));
        let read = |(name, prefix)| {
            let text = std::fs::read_to_string(facts.join("openapi").join(name)).ok()?;
            let mut content: Value = serde_json::from_str(&text).expect("a document");
            nullable_as_null(&mut content);
            Some(Document { prefix, content, validators: Mutex::default() })
        };
        FILES.into_iter().map(read).collect::<Option<Vec<Document>>>().map(Self)
    }

    /// What of an answer is not as the documents say; nothing for a call that they do not have.
    pub fn answer_findings(&self, exchange: &Exchange) -> Vec<Finding> {
        let Some((document, template, operation)) = self.operation(exchange) else { return Vec::new() };
        let operation_name = name(exchange, document, template);
        let finding = |what| Finding { operation: operation_name.clone(), answer: format!("answer {}", exchange.status), what };
        document.answer(operation, exchange).into_iter().map(finding).collect()
    }

    /// The documented operations among these.
    pub fn called(&self, exchanges: &[Exchange]) -> BTreeSet<String> {
        exchanges
            .iter()
            .filter_map(|exchange| self.operation(exchange).map(|(document, template, _)| name(exchange, document, template)))
            .collect()
    }

    fn operation(&self, exchange: &Exchange) -> Option<(&Document, &str, &Value)> {
        if NEWER.iter().any(|(path, _)| exchange.path == *path) {
            return None;
        }
        let method = exchange.method.to_lowercase();
        self.0.iter().find_map(|document| {
            let path = exchange.path.strip_prefix(document.prefix)?;
            // One slash at the end is as good as none; two are another address.
            let path = path.strip_suffix('/').unwrap_or(path);
            let paths = document.content["paths"].as_object()?;
            let fitting = paths.iter().filter(|(template, operations)| fits(template, path) && operations.get(&method).is_some());
            // The most literal of them: `/filetransfer/upload` is no id.
            let (template, operations) = fitting.min_by_key(|(template, _)| template.matches('{').count())?;
            Some((document, template.as_str(), &operations[&method]))
        })
    }
}

fn name(exchange: &Exchange, document: &Document, template: &str) -> String {
    format!("{} {}{template}", exchange.method, document.prefix)
}

fn fits(template: &str, path: &str) -> bool {
    let (template, path): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template
            .iter()
            .zip(path)
            .all(|(wanted, given)| (wanted.starts_with('{') && !given.is_empty()) || wanted.eq_ignore_ascii_case(given))
}

impl Document {
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

/// Each element of a list is wrong in the same way.
fn without_indices(path: &str) -> String {
    path.split('/').map(|part| if part.parse::<usize>().is_ok() { "*" } else { part }).collect::<Vec<_>>().join("/")
}

fn covers(known: &str, given: &str) -> bool {
    let known = known.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    known == given || known == "*/*" || known.strip_suffix("/*").is_some_and(|family| given.starts_with(family))
}

/// OpenAPI 3.0 says `nullable`, JSON Schema says `null`.
fn nullable_as_null(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(nullable_as_null),
        Value::Object(members) => {
            members.values_mut().for_each(nullable_as_null);
            if members.get("nullable") == Some(&Value::Bool(true)) {
                members.remove("nullable");
                let inner = Value::Object(std::mem::take(members));
                members.insert("anyOf".to_owned(), json!([inner, {"type": "null"}]));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
