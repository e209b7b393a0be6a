//! One hostile server in place of every service: the right check says what is wrong, and a check that got no proper answer does not
//! blame the user.

use crate::program::{API_KEY, Checked, check, home};
use crate::server::{Manner, Server, answer, typed};

const LOGIN: &[u8] = b"<!DOCTYPE html><html><title>Log in to the network</title></html>";

/// The exit code, and the check that says what is wrong, with its verdict and a part of its summary.
struct Expected {
    code: i32,
    by: &'static str,
    verdict: &'static str,
    words: &'static str,
}

const fn unknown(words: &'static str) -> Expected {
    Expected { code: 3, by: "key.reach", verdict: "unknown", words }
}

/// A proxy or a redirect between the user and the services: it stays until a person removes it, so `key.reach` fails.
const fn in_between(words: &'static str) -> Expected {
    Expected { code: 1, verdict: "fail", ..unknown(words) }
}

/// The host can be reached, but its answer cannot be used.
const fn answers(words: &'static str) -> Expected {
    Expected { by: "client.token", ..unknown(words) }
}

fn met(name: &str, manner: Manner) -> Checked {
    let server = Server::of(manner);
    let checked = checked(name, &server.base());
    assert!(!server.heard().is_empty(), "{name}: nobody asked");
    checked
}

fn checked(name: &str, base: &str) -> Checked {
    let home = home(base, base);
    let checked = check(home.path());
    for text in [checked.document.to_string(), checked.said.clone()] {
        assert!(!text.contains(API_KEY) && !text.contains("eyJ") && !text.contains("panicked"), "{name}: {text}");
        assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{name}: control characters in {text:?}");
    }
    checked
}

fn expect(name: &str, checked: &Checked, expected: &Expected) {
    assert_eq!(checked.code, expected.code, "{name}\n{}", checked.lines());
    let says = checked.check(expected.by);
    let summary = says["summary"].as_str().unwrap_or_default();
    assert!(says["verdict"] == expected.verdict && summary.contains(expected.words), "{name}:\n{}", checked.lines());
    if expected.by == "key.reach" {
        // One cause, one accusation: what could not be asked hangs on it.
        for id in ["client.token", "access.resource", "access.policy"] {
            assert_eq!(checked.check(id)["needs"], "key.reach", "{name}, {id}");
        }
    }
    // Only `key.reach` may accuse, and checks that need a token were not run.
    for check in checked.checks() {
        let accused = matches!(check["verdict"].as_str(), Some("fail" | "needs-you" | "waiting"));
        assert!(!accused || check["id"] == "key.reach", "{name}: {check:#}");
    }
    for id in ["client.scopes", "client.exchange", "access.system-user-token", "integrate.list", "events.subscription"] {
        assert_eq!(checked.check(id)["needs"], expected.by, "{name}, {id}");
    }
    assert_eq!(checked.check("client.key")["verdict"], "pass", "{name}");
}

#[test]
fn nobody_listens() {
    // No program listens on port 1.
    expect("nobody", &checked("nobody", "http://127.0.0.1:1/"), &unknown("nothing on this machine answers"));
}

#[test]
fn connections_that_break_off_are_unknown() {
    let half = |bytes: &[u8]| Manner::HalfClose(bytes.to_vec());
    for (name, manner, words) in [
        ("closed at once", Manner::Close, "broke off"),
        ("no HTTP", Manner::Answer(b"SSH-2.0-OpenSSH_9.2\r\n".to_vec()), "broke off"),
        ("half a head", half(b"HTTP/1.1 200 OK\r\nContent-Ty"), "broke off"),
        ("half-closed after the head", half(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n"), "cannot be read"),
        ("half-closed in a chunk", half(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"acc"), "cannot be read"),
        ("headers of a megabyte", answer(200, &format!("X-Filler: {}\r\n", "x".repeat(1024 * 1024)), b"{}"), "broke off"),
        ("five hundred headers", answer(200, &"A: b\r\n".repeat(500), b"{}"), "broke off"),
    ] {
        expect(name, &met(name, manner), &unknown(words));
    }
}

#[test]
fn ten_megabytes_are_not_read() {
    for head in [
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 400 X\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n",
    ] {
        expect(head, &met(head, Manner::TenMegabytes(head)), &unknown("far too large"));
    }
}

#[test]
fn a_proxys_page_is_named_as_one() {
    for (name, manner) in [
        ("log-in", typed(200, "text/html; charset=utf-8", LOGIN)),
        ("without a type", answer(200, "", LOGIN)),
        ("as JSON", typed(200, "application/json", LOGIN)),
        ("blocked", typed(403, "text/html", LOGIN)),
    ] {
        expect(name, &met(name, manner), &in_between("a web page answers"));
    }
    let unnamed = answer(407, "Proxy-Authenticate: NTLM\r\n", LOGIN);
    expect("407", &met("407", unnamed), &in_between("a proxy that no setting names answers"));
    // A gateway's own error page is temporary, so this is unknown and not a failure.
    expect("502", &met("502", typed(502, "text/html", LOGIN)), &unknown("a web page answers"));
}

#[test]
fn what_is_no_json_of_the_service_is_unknown() {
    for (name, manner) in [
        ("wrong type", typed(200, "text/plain", b"fine")),
        ("not UTF-8", typed(200, "application/json", &[0xff, 0xfe, b'{', 0x80])),
        ("another shape", typed(200, "application/json", b"[1, 2]")),
        ("nothing", answer(200, "", b"")),
        ("not base64", typed(200, "application/json", br#"{"access_token": "\u001b[2J.\u0000.x", "expires_in": 1}"#)),
    ] {
        expect(name, &met(name, manner), &answers("cannot be read"));
    }
    for (name, manner) in [
        ("truncated", typed(200, "application/json", br#"{"access_token": "eyJhbGciOi"#)),
        ("truncated refusal", typed(400, "application/json", br#"{"error": "invalid_gr"#)),
        ("a UTF-8 that ends inside", typed(200, "application/json", b"{\"access_token\": \"\xc3")),
        ("deep", typed(200, "application/json", "[".repeat(100_000).as_bytes())),
    ] {
        expect(name, &met(name, manner), &unknown("cannot be read"));
    }
}

#[test]
fn a_service_in_trouble_is_not_the_users_fault() {
    for (name, manner) in [("500", typed(500, "application/json", b"{\"status\": 500}")), ("503", answer(503, "", b""))] {
        expect(name, &met(name, manner), &unknown("a problem of its own"));
    }
}

#[test]
fn too_often_is_unknown_with_the_next_try() {
    for (name, headers) in [("429", ""), ("429 with seconds", "Retry-After: 30\r\n"), ("429 with nonsense", "Retry-After: soon\r\n")] {
        let checked = met(name, answer(429, headers, b""));
        expect(name, &checked, &unknown("asked too often"));
        assert_eq!(checked.check("key.reach")["code"], "http-429");
    }
}

#[test]
fn a_service_that_speaks_to_the_terminal_is_not_heard() {
    let body = "{\"error\": \"invalid_grant\", \"error_description\": \"\\u001b[2J\\u001b]0;title\\u0007MP-100 Client\\u202e not found\"}";
    let checked = met("escape sequences", typed(400, "application/json", body.as_bytes()));
    assert_eq!((checked.code, &checked.check("client.token")["verdict"]), (1, &"needs-you".into()), "{}", checked.lines());
    assert!(!checked.document.to_string().contains("u001b"), "{:#}", checked.document);
}

#[test]
fn a_redirect_is_told_and_its_target_hears_nothing() {
    let elsewhere = Server::of(typed(200, "application/json", b"{}"));
    for (status, body) in [(301, b"".as_slice()), (302, b""), (302, LOGIN), (303, b""), (307, b"{}"), (308, b"")] {
        let to = format!("Location: {}steal?back=1\r\n", elsewhere.base());
        let checked = met("redirect", answer(status, &to, body));
        let words = "sends the program elsewhere";
        expect(&format!("{status}"), &checked, &in_between(words));
        assert!(checked.document.to_string().contains(&format!("{}steal", elsewhere.base())), "{}", checked.lines());
    }
    assert_eq!(elsewhere.heard(), Vec::<String>::new(), "nobody came, so nobody brought a token or a key");
}
