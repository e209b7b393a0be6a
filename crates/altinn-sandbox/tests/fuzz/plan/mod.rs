//! A random request: close enough to a valid one to get past routing and tokens, and wrong enough to find mistakes.

mod body;
mod dice;
mod tables;

pub use dice::Dice;

use body::{Body, nested};
use reqwest::header::{HeaderName, HeaderValue};
use reqwest::{Client, Method, RequestBuilder};
use tables::{CALLS, HEADERS, METHODS, QUERY, RESOURCE, TYPES, WORDS};
use url::Url;

/// What a request may be made of.
pub struct Parts {
    pub origin: Url,
    /// Valid tokens with scopes.
    pub tokens: Vec<String>,
    /// Ids of existing objects.
    pub ids: Vec<String>,
}

/// A request that can be sent and printed.
#[derive(Clone)]
pub struct Plan {
    pub method: Method,
    pub url: Url,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    pub body: Vec<u8>,
}

impl Plan {
    pub fn of(dice: &mut Dice<'_>, parts: &Parts) -> Self {
        let (method, template, takes) = dice.one(CALLS);
        let method = if dice.one_in(8) { dice.one(METHODS) } else { method };
        let mut url = parts.origin.clone();
        url.set_path(&path(template, dice, parts));
        if takes == Body::Nothing && !dice.one_in(3) {
            url.query_pairs_mut().append_pair("resourceId", RESOURCE);
        }
        for _ in 0..dice.below(3) {
            let (name, value) = (dice.one(QUERY), word(dice, parts));
            url.query_pairs_mut().append_pair(name, &value);
        }
        let content_type = if dice.one_in(8) { dice.one(TYPES) } else { takes.content_type() };
        let body = match dice.below(12) {
            0 => dice.bytes(600),
            1 => nested(dice),
            2 => Vec::new(),
            _ => takes.made(dice, parts),
        };
        let method = Method::from_bytes(method.as_bytes()).unwrap_or(Method::GET);
        Self { method, url, headers: headers(template, dice, parts, content_type), body }
    }

    /// The request as a text, cut to a readable length.
    pub fn described(&self) -> String {
        let headers: Vec<String> = self.headers.iter().map(|(name, value)| format!("{name}: {:.80}", format!("{value:?}"))).collect();
        let body: String = String::from_utf8_lossy(&self.body).chars().take(1000).collect();
        format!("{} {:.300}\n{}\n{body}", self.method, self.url, headers.join("\n"))
    }

    pub fn request(&self, client: &Client) -> RequestBuilder {
        let request = client.request(self.method.clone(), self.url.clone()).body(self.body.clone());
        self.headers.iter().fold(request, |request, (name, value)| request.header(name, value))
    }
}

fn path(template: &str, dice: &mut Dice<'_>, parts: &Parts) -> String {
    let segment = |segment: &str, dice: &mut Dice<'_>| match segment {
        "*" => word(dice, parts).replace('/', "%2F"),
        "{resource}" if !dice.one_in(4) => RESOURCE.to_owned(),
        "{system}" if !dice.one_in(4) => "310400203_filer".to_owned(),
        named if named.starts_with('{') => if dice.one_in(6) { word(dice, parts) } else { dice.one(&parts.ids) }.replace('/', "%2F"),
        plain => plain.to_owned(),
    };
    let path = template.split('/').map(|part| segment(part, dice)).collect::<Vec<_>>().join("/");
    match dice.below(40) {
        0 => path.to_uppercase(),
        1 => format!("{path}/"),
        2 => format!("{path}/{}", word(dice, parts)),
        3 => format!("{path}%"),
        4 => format!("/{path}"),
        _ => path,
    }
}

fn headers(template: &str, dice: &mut Dice<'_>, parts: &Parts, content_type: &str) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = Vec::new();
    let mut put = |name: &str, value: &[u8]| {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_bytes(value)) {
            headers.push((name, value));
        }
    };
    if !content_type.is_empty() && !dice.one_in(12) {
        put("content-type", content_type.as_bytes());
    }
    if template.contains("/tus/") && !dice.one_in(6) {
        put("tus-resumable", b"1.0.0");
        put("upload-length", dice.one(&["600", "1", "0", "-1", "99999999999999999999"]).as_bytes());
        put("upload-offset", dice.one(&["0", "0", "1", "-1", "x"]).as_bytes());
        put("content-type", b"application/offset+octet-stream");
    }
    match dice.below(20) {
        0 => {}
        1 => put("authorization", &dice.bytes(40)),
        2 => {
            let token = dice.one(&parts.tokens);
            let end = dice.below(token.len());
            put("authorization", format!("Bearer {}", &token[..end]).as_bytes());
        }
        _ => put("authorization", format!("Bearer {}", dice.one(&parts.tokens)).as_bytes()),
    }
    for _ in 0..dice.below(3) {
        let name = dice.one(HEADERS);
        let value = if dice.one_in(5) { dice.bytes(30) } else { word(dice, parts).into_bytes() };
        put(name, &value);
    }
    headers
}

fn word(dice: &mut Dice<'_>, parts: &Parts) -> String {
    match dice.below(10) {
        0 => "a".repeat(dice.below(5000)),
        1 => String::from_utf8_lossy(&dice.bytes(20)).into_owned(),
        2 | 3 => dice.one(&parts.ids),
        _ => dice.one(WORDS).to_owned(),
    }
}
