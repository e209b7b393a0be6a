//! Reads a refusal in every form that the services use (facts examples 30; facts platform A.4, D.3, G; facts broker-api 4.1).
//!
//! It finds the code, the text and the trace id. What they mean is in the table of causes, [`crate::journey::Cause`].

use super::Refusal;
use super::http::OutsideText;
use crate::journey::{Said, Service};
use crate::values::{LONGEST, capped};
use serde_json::{Map, Value};

impl Refusal {
    /// Reads a refusal from the status, the `WWW-Authenticate` values and the body.
    pub(super) fn read(service: Service, status: u16, challenges: &[String], body: &OutsideText) -> Self {
        let reader = RefusalReader { service, status };
        match body.value() {
            Some(Value::Object(members)) => reader.object(&members),
            Some(Value::String(text)) => reader.text(&text),
            Some(Value::Array(lines)) => reader.text(&lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")),
            None if body.is_empty() => reader.empty(challenges),
            Some(Value::Null | Value::Bool(_) | Value::Number(_)) | None => reader.text(&body.shown()),
        }
    }
}

struct RefusalReader {
    service: Service,
    status: u16,
}

impl RefusalReader {
    fn refusal(&self, said: &Said<'_>, trace_id: Option<&str>) -> Refusal {
        let code = said.code.map(shown).filter(|code| !code.is_empty());
        let text = said.text.map(shown);
        let refusal = Refusal::of(&Said { code: code.as_deref(), text: text.as_deref(), ..*said });
        Refusal { trace_id: trace_id.map(shown).filter(|id| !id.is_empty()), ..refusal }
    }

    fn said<'a>(&self, code: Option<&'a str>, text: Option<&'a str>) -> Said<'a> {
        Said { service: self.service, status: self.status, code, error: None, text }
    }

    /// A refusal without a body, read from the status and the challenges.
    fn empty(&self, challenges: &[String]) -> Refusal {
        let keyed = challenges.iter().any(|challenge| challenge.contains("AzureApiManagementKey"));
        let service = if keyed { Service::Gateway } else { self.service };
        let refusal = self.refusal(&Said { service, ..self.said(None, None) }, None);
        // The challenge has the only text: why the token was refused.
        let text = bearer_error(challenges).filter(|_| self.status == 401).map(|error| shown(&error));
        Refusal { text, ..refusal }
    }

    fn text(&self, text: &str) -> Refusal {
        self.refusal(&self.said(None, Some(text)), None)
    }

    fn object(&self, members: &Map<String, Value>) -> Refusal {
        if members.contains_key("statusCode") {
            return self.gateway(members);
        }
        if word(members, "error").is_some() {
            return self.maskinporten(members);
        }
        self.problem(members)
    }

    /// The form of the API gateway (facts platform G).
    fn gateway(&self, members: &Map<String, Value>) -> Refusal {
        let message = word(members, "message").unwrap_or_default();
        self.refusal(&Said { service: Service::Gateway, ..self.said(None, Some(message)) }, None)
    }

    /// The form of Maskinporten (facts platform A.4). The code is the end of `error_uri`, which some errors lack.
    fn maskinporten(&self, members: &Map<String, Value>) -> Refusal {
        let error = word(members, "error");
        let description = word(members, "error_description").or(error).unwrap_or_default();
        let code = word(members, "error_uri").and_then(|uri| uri.rsplit('/').next()).filter(|end| end.starts_with("MP-"));
        let (text, trace_id) = without_trace(description);
        self.refusal(&Said { error, ..self.said(code, Some(text)) }, trace_id)
    }

    /// Problem details, with or without a code and validation errors.
    fn problem(&self, members: &Map<String, Value>) -> Refusal {
        let code = word(members, "code");
        let text = word(members, "detail").or_else(|| word(members, "title"));
        let trace_id = word(members, "traceId");
        let (first_code, invalid) = invalid(members);
        if let Some((_, first)) = invalid.first() {
            // STD-00000 only says that something is invalid, so the first validation error is taken as the cause.
            let said = self.said(first_code.as_deref().or(code), Some(first));
            return Refusal { invalid: invalid.clone(), ..self.refusal(&said, trace_id) };
        }
        let extras = extras(members);
        let whole = text.map(|text| if extras.is_empty() { text.to_owned() } else { format!("{text} {extras}") });
        self.refusal(&self.said(code, Some(whole.as_deref().unwrap_or_default())), trace_id)
    }
}

/// The first validation error's code, and each path with its text, from `validationErrors` (a list) and `errors` (lists by
/// path).
fn invalid(members: &Map<String, Value>) -> (Option<String>, Vec<(String, String)>) {
    let mut code = None;
    let mut invalid = Vec::new();
    for finding in members.get("validationErrors").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object) {
        code = code.or_else(|| word(finding, "code").map(ToOwned::to_owned));
        let text = word(finding, "detail").or_else(|| word(finding, "title")).unwrap_or_default();
        let whole = shown(format!("{text} {}", extras(finding)).trim());
        let paths = finding.get("paths").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let mut paths: Vec<String> = paths.map(shown).collect();
        if paths.is_empty() {
            paths.push(String::new());
        }
        invalid.extend(paths.into_iter().map(|path| (path, whole.clone())));
    }
    for (path, texts) in members.get("errors").and_then(Value::as_object).into_iter().flatten() {
        let one = texts.as_str().into_iter();
        let several = texts.as_array().into_iter().flatten().filter_map(Value::as_str);
        invalid.extend(one.chain(several).map(|text| (shown(path), shown(text))));
    }
    (code, invalid)
}

/// A text of the body, short enough to show. The body's texts are masked and clean already.
fn shown(text: &str) -> String {
    capped(text.trim(), LONGEST)
}

fn word<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    members.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

/// Members with details for the user, as text. Their names begin with a capital letter (`NotFoundPackages`, `ResourceIds Not Found
/// : `).
fn extras(members: &Map<String, Value>) -> String {
    let added = members.iter().filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_uppercase()));
    let texts = added.filter_map(|(name, value)| value.as_str().map(|value| format!("{}: {value}", name.trim_end_matches([' ', ':']))));
    texts.collect::<Vec<_>>().join(" ")
}

/// Splits `(trace_id: …)` or `(correlation id: …)` off the end of a description.
fn without_trace(description: &str) -> (&str, Option<&str>) {
    for mark in ["(trace_id:", "(correlation id:"] {
        if let Some((text, rest)) = description.split_once(mark) {
            return (text.trim(), rest.split(')').next().map(str::trim));
        }
    }
    (description, None)
}

/// Why the token was refused. Broker sends one challenge for each kind of token it accepts; that of the other kind says only that it
/// does not know the issuer (facts broker-api 1.2), so the other one is preferred.
fn bearer_error(challenges: &[String]) -> Option<String> {
    // One header line may have several challenges.
    let errors: Vec<String> = challenges.iter().flat_map(|line| line.split("Bearer")).filter_map(parameter).collect();
    errors.iter().find(|error| !error.starts_with("The issuer ")).or_else(|| errors.first()).cloned()
}

fn parameter(challenge: &str) -> Option<String> {
    ["error_description=\"", "error=\""].iter().find_map(|name| {
        let (_, after) = challenge.split_once(name)?;
        after.split('"').next().map(ToOwned::to_owned)
    })
}

#[cfg(test)]
mod tests;
