//! What is kept of a request and its answer, to be shown: the headers that tell something and the bodies, masked and bounded. It stays
//! in memory, and goes to disk only where the user names a file for it.

use super::Mask;
use super::outside::LONGEST_READ;
use crate::values::SHOWN;
use crate::values::{Body, FileSize, Held, HttpMessage, NamedPart, SentSecret, capped};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Request, Response};
use serde_json::{Map, Value};

/// The largest JSON that is kept, in bytes.
const LARGEST_JSON: usize = 64 * 1024;
/// How much of a text is kept, in bytes: the traffic holds hundreds of calls.
const LONGEST_KEPT: usize = 16 * 1024;
/// What an answer's headers can tell a person, in lower case. The others are of no use or, as cookies, of too much.
const TELLING: &[&str] = &[
    "allow",
    "content-length",
    "content-type",
    "date",
    "etag",
    "location",
    "retry-after",
    "server",
    "tus-extension",
    "tus-max-size",
    "tus-resumable",
    "tus-version",
    "upload-expires",
    "upload-length",
    "upload-offset",
    "via",
    "www-authenticate",
    "x-request-id",
];
/// Members and fields that hold secrets whatever their value is, in lower case and without signs.
const SECRET_MEMBERS: &[&str] = &[
    "accesstoken",
    "refreshtoken",
    "idtoken",
    "token",
    "assertion",
    "clientassertion",
    "clientsecret",
    "secret",
    "password",
    "apikey",
    "subscriptionkey",
    "ocpapimsubscriptionkey",
    "authorization",
    "privatekey",
];
/// The members of a JWK that are private (RFC 7518, section 6).
const PRIVATE_IN_JWK: &[&str] = &["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// What is kept of a request.
pub(super) fn sent(request: &Request, mask: &Mask) -> HttpMessage {
    let headers = request.headers().iter().map(|(name, value)| sent_header(name, value, mask)).collect();
    let body = match request.body() {
        None => Body::Empty,
        Some(body) => match body.as_bytes() {
            Some(bytes) if is_form(request.headers()) => Body::Form(fields(bytes, mask)),
            Some(bytes) => kept(bytes, mask),
            None => Body::Bytes { size: length(request.headers()) },
        },
    };
    HttpMessage { headers, body }
}

/// What is kept of an answer whose body is still to come.
pub(super) fn opened(response: &Response, mask: &Mask) -> HttpMessage {
    let telling = response.headers().iter().filter(|(name, _)| TELLING.contains(&name.as_str()));
    let headers = telling.map(|(name, value)| shown_header(name, value, mask)).collect();
    HttpMessage { headers, body: Body::Bytes { size: response.content_length().map(FileSize) } }
}

/// What is kept of a whole body.
pub(super) fn kept(bytes: &[u8], mask: &Mask) -> Body {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return Body::Bytes { size: Some(FileSize(bytes.len() as u64)) } };
    if text.trim().is_empty() {
        return Body::Empty;
    }
    let json = if bytes.len() <= LARGEST_JSON { serde_json::from_str::<Value>(text).ok() } else { None };
    let laid_out = json.and_then(|value| serde_json::to_string_pretty(&hidden(value, mask)).ok());
    if let Some(laid_out) = laid_out {
        let end = laid_out.floor_char_boundary(LONGEST_KEPT);
        let start = laid_out.get(..end).unwrap_or_default();
        return Body::Text { text: start.into(), is_whole: end == laid_out.len() };
    }
    if text.trim_start().starts_with(['{', '[', '"']) {
        // Its escapes could part a secret in ways that are undone only by reading it as JSON.
        return Body::Bytes { size: Some(FileSize(bytes.len() as u64)) };
    }
    let line = mask.over(text);
    let start = capped(line.trim(), LONGEST_READ);
    // The mask looks at the beginning of a long text only.
    Body::Text { is_whole: start == line.trim() && bytes.len() <= LONGEST_KEPT, text: start.into() }
}

fn is_form(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

fn length(headers: &HeaderMap) -> Option<FileSize> {
    headers.get(reqwest::header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok().map(FileSize)
}

fn sent_header(name: &HeaderName, value: &HeaderValue, mask: &Mask) -> NamedPart {
    let secret = match value.is_sensitive() {
        true if *name == AUTHORIZATION => SentSecret::Token,
        true => SentSecret::ApiKey,
        false => return shown_header(name, value, mask),
    };
    NamedPart { name: name.as_str().to_owned(), holds: Held::Secret(secret) }
}

fn shown_header(name: &HeaderName, value: &HeaderValue, mask: &Mask) -> NamedPart {
    NamedPart { name: name.as_str().to_owned(), holds: Held::Text(one_text(&String::from_utf8_lossy(value.as_bytes()), mask)) }
}

fn fields(bytes: &[u8], mask: &Mask) -> Vec<NamedPart> {
    let pairs = url::form_urlencoded::parse(bytes);
    let fields = pairs.map(|(name, value)| {
        let holds = if is_secret(&name) { Held::Secret(SentSecret::Assertion) } else { Held::Text(one_text(&value, mask)) };
        NamedPart { name: one_text(&name, mask), holds }
    });
    fields.collect()
}

fn one_text(text: &str, mask: &Mask) -> String {
    capped(&mask.over(text), LONGEST_READ)
}

fn is_secret(name: &str) -> bool {
    let bare: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    SECRET_MEMBERS.contains(&bare.as_str())
}

/// The same JSON without secrets: those that the mask knows, and those that their names tell.
fn hidden(value: Value, mask: &Mask) -> Value {
    match value {
        Value::String(text) => Value::String(one_text(&text, mask)),
        // A key of digits alone comes back as a number.
        Value::Number(number) => {
            let text = number.to_string();
            if mask.over(&text) == text { Value::Number(number) } else { Value::String(SHOWN.to_owned()) }
        }
        Value::Array(items) => Value::Array(items.into_iter().map(|item| hidden(item, mask)).collect()),
        Value::Object(members) => {
            let is_jwk = members.contains_key("kty");
            let member = |(name, member): (String, Value)| {
                let is_private = is_secret(&name) || (is_jwk && PRIVATE_IN_JWK.contains(&name.as_str()));
                let shown = if is_private { Value::String(SHOWN.to_owned()) } else { hidden(member, mask) };
                (one_text(&name, mask), shown)
            };
            Value::Object(members.into_iter().map(member).collect::<Map<_, _>>())
        }
        other @ (Value::Null | Value::Bool(_)) => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::stub_server::{API_KEY, StubServer, json_reply, text_reply, token};
    use secrecy::SecretString;
    use serde_json::json;

    fn text(body: &Body) -> &str {
        match body {
            Body::Text { text, .. } => text,
            other @ (Body::Empty | Body::Form(_) | Body::Bytes { .. } | Body::NotKept) => panic!("{other:?}"),
        }
    }

    #[test]
    fn json_stands_on_lines_without_secrets() {
        let mask = Mask::of(Some(&SecretString::from("1234567890")));
        let body = json!({"number": 1_234_567_890, "fine": 7, "access_token": "opaque", "say": "it is 1234567890", "keys": [{"kty": "RSA", "n": "abc", "d": "xyz"}]});
        let kept = kept(body.to_string().as_bytes(), &mask);
        let shown = text(&kept);
        assert!(
            shown.contains("\"number\": \"[…]\"") && shown.contains("\"fine\": 7") && shown.contains("\"say\": \"it is […]\""),
            "{shown}"
        );
        assert!(shown.contains("\"n\": \"abc\"") && shown.lines().count() > 10, "{shown}");
        assert!(!shown.contains("opaque") && !shown.contains("xyz") && !shown.contains("1234567890"), "{shown}");
    }

    #[test]
    fn what_is_long_is_cut_and_what_is_no_text_is_counted() {
        let long = json!({"all": vec!["some words"; 3000]}).to_string();
        let Body::Text { text: shown, is_whole: false } = kept(long.as_bytes(), &Mask::default()) else { panic!("it is whole") };
        assert!(shown.len() <= LONGEST_KEPT && shown.len() > LONGEST_KEPT - 8);
        let vast = json!({"all": vec!["some words"; 30_000]}).to_string();
        assert!(matches!(kept(vast.as_bytes(), &Mask::default()), Body::Bytes { size: Some(_) }));
        assert!(matches!(kept(b"{\"name\": \"Ac", &Mask::default()), Body::Bytes { size: Some(FileSize(12)) }));
        assert_eq!(kept(&[0xff, 0, 1], &Mask::default()), Body::Bytes { size: Some(FileSize(3)) });
        assert_eq!(kept(b" \n", &Mask::default()), Body::Empty);
    }

    #[tokio::test]
    async fn both_halves_of_a_call_are_kept() {
        let stub = StubServer::json(200, &json!({"name": "Acme", "echo": API_KEY}));
        let (token, secret) = token();
        let _ = stub.services.service_owner(&token).await;
        let calls = stub.services.traffic();
        let [call] = &calls[..] else { panic!("{calls:?}") };
        assert!(call.sent.headers.contains(&NamedPart { name: "authorization".into(), holds: Held::Secret(SentSecret::Token) }));
        assert!(text(&call.answered.body).contains("\"name\": \"Acme\""));
        assert!(call.answered.headers.iter().any(|header| header.name == "content-type"));
        let all = format!("{calls:?}");
        assert!(!all.contains(API_KEY) && !all.contains(&secret), "{all}");
    }

    /// What answers at a webhook's address is the user's own system, and the address itself is often its only protection.
    #[tokio::test]
    async fn nothing_of_a_webhook_is_kept() {
        let stub = StubServer::text(200, "text/plain", "the way is /hook/abc");
        let _ = stub.services.look_at(&stub.base.join("/hook/abc").expect("an address")).await;
        let all = format!("{:?}", stub.services.traffic());
        assert!(all.contains("NotKept") && !all.contains("abc"), "{all}");
    }

    #[tokio::test]
    async fn a_refusal_and_a_page_of_a_proxy_are_kept_too() {
        let replies = vec![json_reply(403, &json!({"code": "BRO-00006"})), text_reply(502, "text/html", "<html>Bad\nGateway</html>")];
        let stub = StubServer::new(replies);
        for _ in 0..2 {
            let _ = stub.services.service_owner(&token().0).await;
        }
        let calls = stub.services.traffic();
        assert!(text(&calls[0].answered.body).contains("BRO-00006"));
        assert_eq!(text(&calls[1].answered.body), "<html>Bad Gateway</html>");
    }
}
