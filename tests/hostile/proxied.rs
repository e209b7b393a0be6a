//! Hostile proxies on the way to TT02: each is named as what it is, by `key.reach` alone, and no service is blamed for it.

use crate::program::{Checked, check_with, home_at_tt02};
use crate::server::{Manner, Server, answer};

const PASSWORD: &str = "s3cret-of-the-proxy";

/// What `key.reach` says: its verdict, a part of its summary, and its code.
struct Told {
    verdict: &'static str,
    summary: &'static str,
    code: Option<&'static str>,
}

const fn fail(summary: &'static str, code: Option<&'static str>) -> Told {
    Told { verdict: "fail", summary, code }
}

const fn unknown(summary: &'static str, code: Option<&'static str>) -> Told {
    Told { verdict: "unknown", summary, code }
}

fn expect(name: &str, checked: &Checked, told: &Told) {
    let reach = checked.check("key.reach");
    let summary = reach["summary"].as_str().unwrap_or_default();
    assert!(reach["verdict"] == told.verdict && summary.contains(told.summary), "{name}\n{}", checked.lines());
    assert_eq!(reach["code"].as_str(), told.code, "{name}");
    assert_eq!(checked.code, if told.verdict == "fail" { 1 } else { 3 }, "{name}\n{}", checked.lines());
    // One accusation: what could not be asked hangs on it.
    for id in ["key.clock", "key.gateway", "client.token", "access.resource", "access.policy"] {
        assert_eq!(checked.check(id)["needs"], "key.reach", "{name}, {id}\n{}", checked.lines());
    }
    let shown = format!("{} {}", checked.document, checked.said);
    assert!(!shown.contains(PASSWORD) && !shown.contains("panicked"), "{name}: {shown}");
}

/// The answer to CONNECT with these ways to log in.
fn asks_for(challenges: &[&str]) -> Manner {
    let headers: String = challenges.iter().map(|challenge| format!("Proxy-Authenticate: {challenge}\r\n")).collect();
    answer(407, &headers, b"<html>Who are you?</html>")
}

#[test]
fn each_answer_to_connect_is_named_as_what_it_is() {
    let named = format!("someone:{PASSWORD}@");
    for (name, login, manner, told) in [
        ("Basic", "", asks_for(&["Basic realm=\"office\""]), fail("asks for a name and a password", Some("proxy-407"))),
        (
            "Basic, wrong",
            named.as_str(),
            asks_for(&["Basic realm=\"office\""]),
            fail("does not accept the name and password", Some("proxy-407")),
        ),
        ("NTLM", named.as_str(), asks_for(&["Negotiate", "NTLM"]), fail("does not speak: Negotiate and NTLM", Some("proxy-407"))),
        ("NTLM in one line", "", asks_for(&["NTLM, Negotiate"]), fail("does not speak: NTLM and Negotiate", Some("proxy-407"))),
        ("Basic too", "", asks_for(&["Negotiate", "NTLM", "Basic realm=x"]), fail("asks for a name and a password", Some("proxy-407"))),
        ("untold", "", asks_for(&[]), fail("asks for a name and a password", Some("proxy-407"))),
        ("403", "", answer(403, "", b"<html>Blocked</html>"), fail("does not let this machine through to", Some("proxy-403"))),
        ("502", "", answer(502, "", b""), unknown("does not get through to", Some("proxy-502"))),
        ("503", named.as_str(), answer(503, "", b""), unknown("does not get through to", Some("proxy-503"))),
        ("closed", "", Manner::Close, unknown("breaks the connection off", None)),
        ("no HTTP", "", Manner::Answer(b"SSH-2.0-OpenSSH_9.2\r\n\r\n".to_vec()), unknown("breaks the connection off", None)),
    ] {
        let proxy = Server::of(manner);
        let home = home_at_tt02();
        let checked = check_with(home.path(), &[("HTTPS_PROXY", &format!("http://{login}{}", proxy.address))]);
        expect(name, &checked, &told);
        assert!(checked.check("key.reach")["summary"].as_str().is_some_and(|said| said.contains(&proxy.address.to_string())), "{name}");
        assert!(checked.document.to_string().contains("as HTTPS_PROXY says"), "{name}: the way is shown\n{:#}", checked.document);
        let heard = proxy.heard();
        assert!(
            heard.iter().all(|request| request.is_empty() || request.starts_with("CONNECT ")),
            "{name}: nothing else is sent {heard:?}"
        );
    }
}

#[test]
fn a_proxy_that_is_not_there_is_named() {
    let home = home_at_tt02();
    for (variable, address, told) in [
        ("https_proxy", "http://127.0.0.1:1", unknown("the proxy 127.0.0.1:1 refuses the connection", None)),
        ("ALL_PROXY", "socks5h://127.0.0.1:1", unknown("the proxy 127.0.0.1:1 refuses the connection", None)),
        ("HTTPS_PROXY", "https://127.0.0.1:1", unknown("the proxy 127.0.0.1:1 refuses the connection", None)),
        ("HTTPS_PROXY", "http://proxy.invalid:3128", unknown("the name of the proxy proxy.invalid:3128 is not known here", None)),
    ] {
        expect(address, &check_with(home.path(), &[(variable, address)]), &told);
    }
}

#[test]
fn a_variable_that_cannot_be_read_is_named_and_nothing_is_sent() {
    let home = home_at_tt02();
    let login = |special: &str| format!("http://someone:{PASSWORD}{special}@127.0.0.1:1");
    for (name, address, told) in [
        ("#", login("#1"), fail("HTTPS_PROXY cannot be read: # in its name or password must be written %23", None)),
        ("/", login("/1"), fail("must be written %2F", None)),
        ("@", login("@1"), fail("must be written %40", None)),
        ("backslash", format!("http://OFFICE\\someone:{PASSWORD}@127.0.0.1:1"), fail("must be written %5C", None)),
        ("scheme", "ftp://127.0.0.1:1".to_owned(), fail("begins with ftp://", None)),
        ("shape", "http://:3128".to_owned(), fail("it is not the address of a proxy", None)),
    ] {
        let checked = check_with(home.path(), &[("HTTPS_PROXY", &address)]);
        expect(name, &checked, &told);
    }
}
