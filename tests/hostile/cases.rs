//! The table of hostile answers.

use crate::echo::{HOSTILE, forms, secrets, told};
use crate::server::{Manner, answer, typed};
use serde_json::{Value, json};
use std::net::SocketAddr;

/// A hostile answer, made from the request that it answers.
pub struct Case {
    pub name: String,
    make: Box<dyn Fn(&str) -> Manner + Send + Sync>,
}

impl Case {
    fn new(name: impl Into<String>, make: impl Fn(&str) -> Manner + Send + Sync + 'static) -> Self {
        Self { name: name.into(), make: Box::new(make) }
    }

    pub fn answer(&self, request: &str) -> Manner {
        (self.make)(request)
    }
}

/// Real answers, changed: they are read as they should be, and what is hostile in them is shown.
pub fn readable(address: SocketAddr) -> Case {
    Case::new("a real answer with hostile texts", move |_| Manner::Changed(address, changed))
}

/// Every case: bodies, heads, statuses, echoes.
pub fn all() -> Vec<Case> {
    bodies().into_iter().chain(heads()).chain(statuses()).chain(echoes()).collect()
}

const JSON: &str = "application/json";

fn bodies() -> Vec<Case> {
    let quoted = |text: &str| json!(text).to_string().into_bytes();
    let problem = |text: &str| refusal(text).to_string().into_bytes();
    let bodies: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("blank", b" \r\n\t".to_vec()),
        ("a web page", b"<!DOCTYPE html><html><title>Log in</title></html>".to_vec()),
        ("huge", problem(&"long ".repeat(4_000))),
        ("huge without blanks", problem(&"x".repeat(70_000))),
        ("deep", "[".repeat(100_000).into_bytes()),
        ("deep and closed", [vec![b'['; 120], vec![b']'; 120]].concat()),
        ("an odd list", br#"[null, 1, [], {}, "x"]"#.to_vec()),
        ("a number", b"1e999".to_vec()),
        ("null", b"null".to_vec()),
        ("wrong types", br#"{"error": 1, "title": [], "code": {}, "detail": null, "data": 7, "id": true, "access_token": [], "faults": "x", "events": 1, "subscriptions": {}, "validationErrors": "x", "errors": [1]}"#.to_vec()),
        ("members twice", br#"{"title": "a", "title": "b", "traceId": "1", "traceId": 2}"#.to_vec()),
        ("a byte of nothing", b"\0\0\0".to_vec()),
        ("not UTF-8", b"{\"title\": \"\xff\xfe\xc3\x28\", \"detail\": \"\xed\xa0\x80\"}".to_vec()),
        ("half a character", b"\"caf\xc3".to_vec()),
        ("lonely surrogates", br#"{"title": "\ud800", "detail": "\udfff"}"#.to_vec()),
        ("hostile text", HOSTILE.as_bytes().to_vec()),
        ("a hostile string", quoted(HOSTILE)),
        ("a hostile problem", problem(HOSTILE)),
        ("a hostile refusal of Maskinporten", json!({"error": HOSTILE, "error_description": HOSTILE, "error_uri": format!("x/MP-{HOSTILE}")}).to_string().into_bytes()),
        ("a hostile refusal of the gateway", json!({"statusCode": 401, "message": HOSTILE}).to_string().into_bytes()),
    ];
    let with = |(name, body): (&str, Vec<u8>)| {
        [200, 400].map(|status| {
            let body = body.clone();
            Case::new(format!("{status} with a body: {name}"), move |_| typed(status, JSON, &body))
        })
    };
    bodies.into_iter().flat_map(with).collect()
}

/// A real answer with hostile text, and with forms of the API key, in every text that is not an id.
fn changed(answer: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(answer).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let Ok(value) = serde_json::from_str::<Value>(body) else { return answer.to_vec() };
    let body = hostile_texts(value, "").to_string();
    let status = head.lines().next().unwrap_or_default();
    format!("{status}\r\nContent-Type: {JSON}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len()).into_bytes()
}

/// Members that hold a text for people, or one that we only show.
const SHOWN: &[&str] = &[
    "title",
    "detail",
    "en",
    "nb",
    "nn",
    "name",
    "description",
    "email",
    "contactPage",
    "telephone",
    "orgcode",
    "fileName",
    "fileTransferStatusText",
    "sendersFileTransferReference",
    "sender",
    "consumer",
    "sourceFilter",
    "typeFilter",
    "confirmUrl",
    "requiredParty",
    "fileTransferTimeToLive",
    "purgeFileTransferGracePeriod",
    "deploymentStatus",
    "value",
    "action",
    "traceId",
    "message",
    "error_description",
    "does",
    "systemVendorOrgName",
    "systemName",
    "externalRef",
];

fn hostile_texts(value: Value, member: &str) -> Value {
    match value {
        Value::String(_) if SHOWN.contains(&member) => json!(format!("{HOSTILE} {}", forms(KEY).join(" "))),
        Value::Array(items) => items.into_iter().map(|item| hostile_texts(item, member)).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, inner)| (name.clone(), hostile_texts(inner, &name))).collect::<serde_json::Map<_, _>>().into()
        }
        other => other,
    }
}

/// A problem with this text in each of its fields.
fn refusal(text: &str) -> Value {
    json!({
        "type": text, "title": text, "detail": text, "code": text, "traceId": text, "NotFound : ": text, text: text,
        "validationErrors": [{"code": text, "title": text, "detail": text, "paths": [text, format!("/{text}")], "More": text}],
        "errors": {text: [text], "one": text},
    })
}

fn heads() -> Vec<Case> {
    let heads: Vec<(&str, Vec<u8>)> = vec![
        ("no type", b"\r\n".to_vec()),
        ("a type of nothing", b"Content-Type: \r\n".to_vec()),
        ("a long type", format!("Content-Type: {}\r\n", "x/".repeat(4000)).into_bytes()),
        ("another charset", b"Content-Type: application/json; charset=utf-16\r\n".to_vec()),
        ("a broken encoding", b"Content-Encoding: gzip\r\nContent-Type: application/json\r\n".to_vec()),
        ("an unknown encoding", b"Content-Encoding: x\r\n".to_vec()),
        ("ninety headers", "A: b\r\n".repeat(90).into_bytes()),
        ("a thousand headers", "A: b\r\n".repeat(1000).into_bytes()),
        ("a megabyte", format!("A: {}\r\n", "b".repeat(1024 * 1024)).into_bytes()),
        (
            "bytes that are no text",
            b"Location: \xff\xfe\r\nDate: \xff\r\nRetry-After: \xff\r\nWWW-Authenticate: \xff\r\nContent-Type: \xff\r\n".to_vec(),
        ),
        (
            "hidden characters",
            "Location: http://\u{202e}x/\u{2028}::error::y\r\nWWW-Authenticate: Bearer error=\"\u{202e}\u{2028}::error::x\"\r\n"
                .as_bytes()
                .to_vec(),
        ),
        ("dates of no time", b"Date: Mon, 99 Foo 99999 99:99:99 GMT\r\nRetry-After: -99999999999999999999\r\n".to_vec()),
    ];
    let with = |(name, lines): (&str, Vec<u8>)| {
        [200, 302, 401, 429].map(|status| {
            let bytes = [
                format!("HTTP/1.1 {status} X\r\n").as_bytes(),
                lines.strip_suffix(b"\r\n").unwrap_or(&lines),
                b"\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
            ]
            .concat();
            Case::new(format!("{status} with a head: {name}"), move |_| Manner::Answer(bytes.clone()))
        })
    };
    let broken = [
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\r\n",
        "Content-Length: -1\r\n\r\n{}",
        "Content-Length: 5\r\nContent-Length: 2\r\n\r\n{}",
        "A b\r\n\r\n{}",
    ];
    let broken = broken.map(|rest| {
        Case::new(format!("a broken head: {rest:?}"), move |_| {
            Manner::Answer(format!("HTTP/1.1 200 X\r\nConnection: close\r\n{rest}").into_bytes())
        })
    });
    heads.into_iter().flat_map(with).chain(broken).collect()
}

fn statuses() -> Vec<Case> {
    let odd = ["000", "099", "1000", "-1", "two", "200 \u{202e}\u{1b}[2J"];
    let known =
        (100..=104).chain(200..=208).chain(300..=308).chain(400..=431).chain([451, 499]).chain(500..=511).chain([520, 599, 600, 799, 999]);
    let answers = known.map(|status| {
        Case::new(format!("status {status}"), move |_| {
            let body: &[u8] = if status < 200 || matches!(status, 204 | 304) { b"" } else { b"{\"title\": \"odd\"}" };
            typed(status, JSON, body)
        })
    });
    let odd = odd.map(|status| {
        Case::new(format!("status {status:?}"), move |_| {
            Manner::Answer(format!("HTTP/1.1 {status} X\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}").into_bytes())
        })
    });
    answers.chain(odd).collect()
}

/// An answer's body with a text in it.
type Shape = fn(&str) -> Value;

/// Echoes of every form of every secret, in every place of an answer.
pub fn echoes() -> Vec<Case> {
    let json_with = |make: Shape| move |request: &str| make(&format!("{} {HOSTILE}", told(request)));
    let mut cases = Vec::new();
    for status in [200, 400, 401, 403, 404, 500] {
        let shapes: [(&str, Shape); 6] = [
            ("a problem", refusal),
            (
                "Maskinporten's form",
                |text| json!({"error": text, "error_description": format!("{text} (trace_id: {text})"), "error_uri": format!("https://x/MP-{text}")}),
            ),
            ("the gateway's form", |text| json!({"statusCode": 401, "message": text})),
            ("a string", |text| json!(text)),
            ("a list", |text| json!([text, text])),
            ("a token", |text| json!({"access_token": token(text), "expires_in": 60})),
        ];
        for (name, shape) in shapes {
            let make = json_with(shape);
            cases.push(Case::new(format!("{status} with an echo in {name}"), move |request| {
                typed(status, JSON, make(request).to_string().as_bytes())
            }));
        }
        cases.push(Case::new(format!("{status} with an echo in plain text"), move |request| {
            typed(status, "text/plain", told(request).as_bytes())
        }));
        cases.push(Case::new(format!("{status} with a token of echoes alone"), move |request| {
            typed(status, "text/plain", token(&told(request)).as_bytes())
        }));
    }
    for status in [300, 301, 302, 307, 308] {
        cases.push(Case::new(format!("{status} with an echo in the address"), move |request| {
            answer(status, &format!("Location: http://x.example/{}\r\n", in_a_header(request, "/")), b"")
        }));
        cases.push(Case::new(format!("{status} with an echo in the host and the query"), move |request| {
            let key = forms(KEY).into_iter().next().unwrap_or_default();
            answer(status, &format!("Location: https://{key}.x.example/{key}?{}#{key}\r\n", in_a_header(request, "&")), b"")
        }));
    }
    for status in [200, 400, 401, 403, 429] {
        cases.push(Case::new(format!("{status} with echoes in headers"), move |request| {
            let echo = in_a_header(request, " ");
            let names = ["Server", "Date", "Retry-After", "Content-Type", "X-Trace", "Via"];
            let mut lines: String = names.iter().map(|name| format!("{name}: {echo}\r\n")).collect();
            lines.push_str(&format!("WWW-Authenticate: Bearer error=\"invalid_token\", error_description=\"{echo} expired\"\r\n"));
            answer(status, &lines, b"")
        }));
    }
    cases
}

const KEY: &str = "k3Y/9f8c7b6a_5d4e3f+2a1b";

/// The forms of the secrets as one header's value.
fn in_a_header(request: &str, between: &str) -> String {
    // All of them, the longest left out, still fit into what an HTTP client reads as a head.
    secrets(request).iter().flat_map(|secret| forms(secret)).filter(|form| form.len() < 1500).collect::<Vec<_>>().join(between)
}

/// A token that nobody has signed, with this text in its claims.
fn token(text: &str) -> String {
    use base64::Engine;
    let part = |value: &Value| base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(value.to_string());
    let claims = json!({
        "iss": text, "scope": format!("altinn:broker.write {text}"), "client_id": text, "urn:altinn:org": text, "exp": 4_000_000_000_i64,
        "consumer": {"authority": text, "ID": "0192:310400203"}, text: text,
        "authorization_details": [{"type": "urn:altinn:systemuser", "systemuser_id": ["0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f"],
            "systemuser_org": {"authority": text, "ID": "0192:310400203"}, "system_id": text}],
    });
    format!("{}.{}.c2lnbmF0dXJl", part(&json!({"alg": "RS256", "kid": text})), part(&claims))
}
