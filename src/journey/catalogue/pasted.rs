//! A pasted text: an answer of a service, a line of a log, a stack trace with either inside. Only what tells the cause is taken out of
//! it; the text itself goes nowhere.

use super::Question;
use super::outdated::outdated;
use crate::journey::Service;
use crate::values::{LONGEST, Mask, capped};
use serde_json::{Map, Value};

/// How many braces are tried as the beginning of JSON.
const TRIED: usize = 64;
/// Members whose value is what a service says in words, the most telling first.
const WORDS: &[&str] = &["error_description", "detail", "message", "title", "error"];
/// A word this long without blanks is an id or a secret, and no language. In characters.
const OPAQUE: usize = 20;

/// What a pasted text tells.
#[derive(Debug, Default)]
pub(super) struct Pasted {
    /// The text in small letters, without the marks that JSON inside a string has.
    pub(super) lower: String,
    pub(super) statuses: Vec<u16>,
    /// Who wrote the answer, if its form or an address beside it tells.
    pub(super) service: Option<Service>,
    /// The service's own words, masked.
    pub(super) words: Option<String>,
    pub(super) trace_id: Option<String>,
    pub(super) holds_secret: bool,
    /// What in it is of older guides.
    pub(super) outdated: Vec<Question>,
}

impl Pasted {
    pub(super) fn read(text: &str) -> Self {
        let plain = text.replace("\\\"", "\"").replace("\\n", "\n").replace("\\u0027", "'");
        let lower = plain.to_lowercase();
        let mut pasted = Self {
            statuses: statuses(&lower),
            service: service(&lower),
            holds_secret: holds_secret(text),
            outdated: outdated(&plain, &lower),
            ..Self::default()
        };
        for members in objects(&plain) {
            pasted.take(&members);
        }
        pasted.lower = lower;
        pasted
    }

    fn take(&mut self, members: &Map<String, Value>) {
        let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
        let status =
            ["status", "statusCode"].iter().find_map(|name| members.get(*name)?.as_u64()).and_then(|code| u16::try_from(code).ok());
        self.statuses.extend(status.filter(|status| !self.statuses.contains(status)));
        if text("error_description").is_some() || text("error_uri").is_some() {
            self.service = Some(Service::Maskinporten);
        } else if members.contains_key("statusCode") && text("message").is_some() {
            self.service = Some(Service::Gateway);
        }
        if self.words.is_none() {
            self.words = WORDS.iter().find_map(|name| text(name)).map(quoted);
        }
        let traced = text("traceId").map(ToOwned::to_owned);
        let described = || text("error_description").and_then(trace_in);
        self.trace_id = self.trace_id.take().or(traced).or_else(described).filter(|id| is_trace(id));
    }
}

/// Whether a token or a private key stands in a text.
fn holds_secret(text: &str) -> bool {
    Mask::default().over(text).contains("[…]") || text.contains("PRIVATE KEY-----")
}

/// Whether a secret may stand in a text: a token, a private key, or a word that no language has.
#[must_use]
pub fn may_hold_secret(text: &str) -> bool {
    holds_secret(text) || text.split_whitespace().any(is_opaque)
}

fn is_opaque(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.chars().count() >= OPAQUE && bare.chars().any(|c| c.is_ascii_digit())
}

/// A sentence of a service as it may be shown: without tokens, and without words that no language has.
fn quoted(text: &str) -> String {
    let (sentence, _) = text.split_once("(trace_id:").or_else(|| text.split_once("(correlation id:")).unwrap_or((text, ""));
    let masked = Mask::default().over(sentence.trim());
    let words: Vec<&str> = masked.split(' ').map(|word| if is_opaque(word) { crate::values::SHOWN } else { word }).collect();
    capped(&words.join(" "), LONGEST)
}

fn trace_in(description: &str) -> Option<String> {
    let (_, rest) = description.split_once("(trace_id:").or_else(|| description.split_once("(correlation id:"))?;
    rest.split(')').next().map(|id| id.trim().to_owned())
}

/// Whether it looks like a trace id, so that it may be shown: hexadecimal digits and hyphens.
fn is_trace(id: &str) -> bool {
    (8..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// The JSON objects in a text, outermost first.
fn objects(text: &str) -> Vec<Map<String, Value>> {
    let mut found = Vec::new();
    let mut from = 0;
    for _ in 0..TRIED {
        let Some(at) = text.get(from..).and_then(|rest| rest.find('{')).map(|at| from + at) else { break };
        let mut values = serde_json::Deserializer::from_str(text.get(at..).unwrap_or_default()).into_iter::<Value>();
        if let Some(Ok(Value::Object(members))) = values.next() {
            from = at + values.byte_offset();
            found.push(members);
        } else {
            from = at + 1;
        }
    }
    found
}

/// The statuses that a text in small letters names as such.
fn statuses(lower: &str) -> Vec<u16> {
    let mut found = Vec::new();
    for lead in ["http/1.1 ", "http/2 ", "http ", "status code ", "status code: ", "statuscode: ", "status=", "status: ", "error: ", "("] {
        for rest in lower.split(lead).skip(1) {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let Some(status) = digits.parse().ok().filter(|status| (400..600).contains(status)) else { continue };
            if !found.contains(&status) {
                found.push(status);
            }
        }
    }
    for (words, status) in [("401 unauthorized", 401), ("403 forbidden", 403), ("404 not found", 404), ("406 not acceptable", 406)] {
        if lower.contains(words) && !found.contains(&status) {
            found.push(status);
        }
    }
    found
}

/// Whose answer it is, by an address that stands beside it.
fn service(lower: &str) -> Option<Service> {
    let places: &[(&str, Service)] = &[
        ("/exchange/maskinporten", Service::Exchange),
        ("/systemregister", Service::Systems),
        ("/systemuser", Service::Systems),
        ("/resourceregistry/", Service::ResourceRegistry),
        ("/broker/api", Service::Broker),
        ("/events/api", Service::Events),
        ("samarbeid.digdir.no/api", Service::Admin),
        ("maskinporten.no", Service::Maskinporten),
    ];
    places.iter().find(|(place, _)| lower.contains(place)).map(|(_, service)| *service)
}
