//! Reads a body into a shape. What does not fit is refused with the path, line and byte where the framework noticed.

use super::complaint::Complaint;
use super::shape::{Record, Shape};
use super::tokens::{Token, Tokens};
use serde_json::{Map, Number, Value};
use std::fmt::Write as _;

/// Why a body was refused: the key of the error, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unbound {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Reads a body into a shape. Members keep the names that they were sent with; unknown ones are left out, the last of repeated ones
/// counts.
///
/// # Errors
/// With the framework's text, if the body is no JSON or does not fit the shape.
pub(crate) fn bind(body: &[u8], shape: &Shape) -> Result<Value, Unbound> {
    let mut binding = Binding { tokens: Tokens::of(body), path: Vec::new() };
    let first = binding.token()?;
    let value = binding.value(first, shape)?;
    match binding.tokens.next() {
        Ok(None) => Ok(value),
        // A token after the end is a complaint already.
        Ok(Some(_)) => Ok(value),
        Err(complaint) => Err(binding.broken(&complaint)),
    }
}

enum Part {
    Name(String),
    Index(usize),
}

struct Binding<'a> {
    tokens: Tokens<'a>,
    path: Vec<Part>,
}

impl Binding<'_> {
    fn token(&mut self) -> Result<Token, Unbound> {
        match self.tokens.next() {
            Ok(Some(token)) => Ok(token),
            Ok(None) => Err(self.broken(&Complaint::NoTokens)),
            Err(complaint) => Err(self.broken(&complaint)),
        }
    }

    fn value(&mut self, token: Token, shape: &Shape) -> Result<Value, Unbound> {
        if token == Token::Null && shape.takes_null() {
            return Ok(Value::Null);
        }
        match (shape, token) {
            (Shape::Any, token) => self.skipped(token),
            (Shape::Object(record), Token::StartObject) => self.object(record),
            (Shape::Map(_, of), Token::StartObject) => self.map(of),
            (Shape::List(_, of), Token::StartArray) => self.list(of),
            (Shape::Nullable(inner), token) => scalar(inner, &token).ok_or_else(|| self.unconverted(shape)),
            (shape, token) => scalar(shape, &token).ok_or_else(|| self.unconverted(shape)),
        }
    }

    fn object(&mut self, record: &Record) -> Result<Value, Unbound> {
        let mut object = Map::new();
        while let Token::Name(name) = self.token()? {
            let member = record.members.iter().find(|member| member.name.eq_ignore_ascii_case(&name));
            self.path.push(Part::Name(name.clone()));
            let token = self.token()?;
            match member {
                Some(member) => {
                    let value = self.value(token, &member.shape)?;
                    object.insert(name, value);
                }
                None => {
                    self.skipped(token)?;
                }
            }
            self.path.pop();
        }
        self.complete(record, &object)?;
        Ok(Value::Object(object))
    }

    /// Refuses an object that lacks members which must be there.
    fn complete(&self, record: &Record, object: &Map<String, Value>) -> Result<(), Unbound> {
        // The framework lists no more once its list is this long.
        const LONG_ENOUGH: usize = 60;
        let given = |name: &str| object.keys().any(|key| key.eq_ignore_ascii_case(name));
        let mut missing = String::new();
        for member in record.members.iter().filter(|member| member.required && !given(member.name)) {
            let comma = if missing.is_empty() { "" } else { ", " };
            let _ = write!(missing, "{comma}'{}'", member.name);
            if missing.len() >= LONG_ENOUGH {
                break;
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let text = format!("JSON deserialization for type '{}' was missing required properties including: {missing}.", record.name);
        Err(Unbound { path: self.shown(), text })
    }

    fn map(&mut self, of: &Shape) -> Result<Value, Unbound> {
        let mut object = Map::new();
        while let Token::Name(name) = self.token()? {
            self.path.push(Part::Name(name.clone()));
            let token = self.token()?;
            let value = self.value(token, of)?;
            object.insert(name, value);
            self.path.pop();
        }
        Ok(Value::Object(object))
    }

    fn list(&mut self, of: &Shape) -> Result<Value, Unbound> {
        let mut list = Vec::new();
        loop {
            self.path.push(Part::Index(list.len()));
            let token = self.token()?;
            if token == Token::EndArray {
                self.path.pop();
                return Ok(Value::Array(list));
            }
            let value = self.value(token, of)?;
            list.push(value);
            self.path.pop();
        }
    }

    /// Passes a value that nobody reads; the path does not go into it.
    fn skipped(&mut self, token: Token) -> Result<Value, Unbound> {
        match token {
            Token::StartObject => {
                let mut object = Map::new();
                while let Token::Name(name) = self.token()? {
                    let token = self.token()?;
                    let value = self.skipped(token)?;
                    object.insert(name, value);
                }
                Ok(Value::Object(object))
            }
            Token::StartArray => {
                let mut list = Vec::new();
                loop {
                    match self.token()? {
                        Token::EndArray => return Ok(Value::Array(list)),
                        token => {
                            let value = self.skipped(token)?;
                            list.push(value);
                        }
                    }
                }
            }
            Token::Text(text) => Ok(text.map_or(Value::Null, Value::String)),
            Token::Number(number) => Ok(number.parse::<Number>().map_or(Value::Null, Value::Number)),
            Token::Boolean(flag) => Ok(Value::Bool(flag)),
            Token::Null | Token::Name(_) | Token::EndObject | Token::EndArray => Ok(Value::Null),
        }
    }

    fn unconverted(&self, shape: &Shape) -> Unbound {
        let path = self.shown();
        let text = format!("The JSON value could not be converted to {}. Path: {path} | {}", shape.name(), self.place());
        Unbound { path, text }
    }

    fn broken(&self, complaint: &Complaint) -> Unbound {
        let path = self.shown();
        let text = format!("{} Path: {path} | {}", complaint.text(), self.place());
        Unbound { path, text }
    }

    fn place(&self) -> String {
        format!("LineNumber: {} | BytePositionInLine: {}.", self.tokens.line, self.tokens.byte)
    }

    fn shown(&self) -> String {
        let mut path = "$".to_owned();
        for part in &self.path {
            let _ = match part {
                Part::Name(name) if name.contains(SPECIAL) => write!(path, "['{name}']"),
                Part::Name(name) => write!(path, ".{name}"),
                Part::Index(index) => write!(path, "[{index}]"),
            };
        }
        path
    }
}

/// A name with one of these is written in brackets.
const SPECIAL: &[char] =
    &['.', ' ', '\'', '/', '"', '[', ']', '(', ')', '\t', '\n', '\r', '\u{c}', '\u{8}', '\\', '\u{85}', '\u{2028}', '\u{2029}'];

/// Reads a value that is no object and no list. Numbers may be quoted, booleans may not.
fn scalar(shape: &Shape, token: &Token) -> Option<Value> {
    let text = match token {
        Token::Text(Some(text)) => Some(text.as_str()),
        _ => None,
    };
    let digits = match token {
        Token::Number(digits) => Some(digits.as_str()),
        _ => text,
    };
    match shape {
        Shape::Text => text.map(Value::from),
        Shape::Uri => text.filter(|text| is_uri(text)).map(Value::from),
        Shape::Boolean => match token {
            Token::Boolean(flag) => Some(Value::Bool(*flag)),
            _ => None,
        },
        Shape::Int32 => digits?.parse::<i32>().ok().map(Value::from),
        Shape::Int64 => digits?.parse::<i64>().ok().map(Value::from),
        Shape::Enum(_, values) => enum_value(values, token).map(Value::from),
        Shape::Nullable(_) | Shape::List(..) | Shape::Map(..) | Shape::Object(_) | Shape::Any => None,
    }
}

/// Whether .NET takes a text as an address. Nearly any text is a relative one; what begins like a web address must be whole.
fn is_uri(text: &str) -> bool {
    let begins = |scheme: &str| text.trim_start().get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    !(begins("http://") || begins("https://")) || url::Url::parse(text).is_ok()
}

fn enum_value(values: &[&'static str], token: &Token) -> Option<&'static str> {
    match token {
        Token::Text(Some(text)) => {
            let by_name = values.iter().find(|value| value.eq_ignore_ascii_case(text.trim()));
            by_name.or_else(|| values.get(text.trim().parse::<usize>().ok()?)).copied()
        }
        Token::Number(digits) => values.get(digits.parse::<usize>().ok()?).copied(),
        _ => None,
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
