//! Facts platform A.2: clients written by others. Unusual but valid requests are served; invalid ones are refused with the
//! documented body.

use super::*;
use altinn_sandbox::Sandbox;
use jiff::Timestamp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use url::form_urlencoded;

const FORM: &str = "application/x-www-form-urlencoded";
async fn sound(sandbox: &Sandbox) -> Assertion {
    Assertion::of(sandbox, "sender", READ).await
}

/// Facts platform A.2.
#[tokio::test]
async fn unusual_and_sound_assertions_are_taken() {
    let sandbox = open().await;
    let now = Timestamp::now().as_second();
    let several = "altinn:broker.read altinn:events.subscribe  altinn:broker.write";
    for (why, assertion) in [
        ("no jti", sound(&sandbox).await.without("jti")),
        ("aud as an array of one", sound(&sandbox).await.with("aud", json!([sandbox.origin]))),
        ("several scopes, and a space too many", sound(&sandbox).await.with("scope", several)),
        ("nbf and sub", sound(&sandbox).await.with("nbf", now).with("sub", "x")),
        ("claims that are null", sound(&sandbox).await.with("pid", Value::Null)),
        ("a jti that is a number", sound(&sandbox).await.with("jti", now)),
    ] {
        assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "{why}");
    }
    for kind in [None, Some("JWT"), Some("at+jwt")] {
        let mut assertion = sound(&sandbox).await;
        assertion.header.typ = kind.map(str::to_owned);
        assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "{kind:?}");
    }
    let fraction = |seconds: i64| Value::from(f64::from(u32::try_from(seconds).unwrap()) + 0.25);
    let precise = sound(&sandbox).await.with("iat", fraction(now)).with("exp", fraction(now + 60));
    assert_eq!(precise.ask(&sandbox).await.status, StatusCode::OK, "times with a fraction");
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn unusual_and_sound_forms_are_taken() {
    let sandbox = open().await;
    let escaped = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let compact = async || sound(&sandbox).await.compact();
    for (why, kind, form) in [
        ("the other order", FORM, format!("assertion={}&grant_type={GRANT_TYPE}", compact().await)),
        ("every byte escaped", FORM, format!("grant_type={}&assertion={}", escaped(GRANT_TYPE), escaped(&compact().await))),
        (
            "a character set",
            "application/x-www-form-urlencoded; charset=utf-8",
            format!("grant_type={GRANT_TYPE}&assertion={}", compact().await),
        ),
        (
            "the type in capitals",
            "Application/X-WWW-Form-Urlencoded;charset=UTF-8",
            format!("grant_type={GRANT_TYPE}&assertion={}", compact().await),
        ),
        (
            "more parameters",
            FORM,
            format!("client_id=x&scope=y&grant_type={GRANT_TYPE}&resource=&assertion={}&consumer_org=7", compact().await),
        ),
        ("an ampersand at the end", FORM, format!("grant_type={GRANT_TYPE}&assertion={}&", compact().await)),
    ] {
        let answer = post_form(&sandbox, kind, form).await;
        assert_eq!(answer.status, StatusCode::OK, "{why}: {}", answer.body);
    }
    for accept in ["*/*", "application/json", "text/html", "application/jwt;q=0.1", "", "nonsense"] {
        let form = format!("grant_type={GRANT_TYPE}&assertion={}", compact().await);
        let request = client().post(sandbox.origin.join("token").unwrap()).header("Content-Type", FORM).header("Accept", accept);
        let answer = Answer::of(request.header("Authorization", "Basic eDp5").body(form)).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"), "{accept}");
    }
    sandbox.stop().await;
}

/// Reads one answer that has a length, and returns its status line and body.
async fn read_answer(stream: &mut TcpStream) -> (String, String) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.unwrap());
    }
    let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    (head.lines().next().unwrap().to_owned(), String::from_utf8(body).unwrap())
}

/// Facts platform A.2.
#[tokio::test]
async fn one_connection_serves_several_requests_of_every_kind_of_body() {
    let sandbox = open().await;
    let host = format!("127.0.0.1:{}", sandbox.origin.port().unwrap());
    let mut stream = TcpStream::connect(&host).await.unwrap();
    let head = format!("POST /token HTTP/1.1\r\nHost: {host}\r\nContent-Type: {FORM}\r\n");
    for _ in 0..2 {
        let form = format!("grant_type={GRANT_TYPE}&assertion={}", sound(&sandbox).await.compact());
        stream.write_all(format!("{head}Content-Length: {}\r\n\r\n{form}", form.len()).as_bytes()).await.unwrap();
        let (status, body) = read_answer(&mut stream).await;
        assert!(status.starts_with("http/1.1 200") && body.contains("access_token"), "{status} {body}");
    }
    let form = format!("grant_type={GRANT_TYPE}&assertion={}", sound(&sandbox).await.compact());
    let (first, second) = form.split_at(form.len() / 2);
    let chunks = format!("{:x}\r\n{first}\r\n{:x}\r\n{second}\r\n0\r\n\r\n", first.len(), second.len());
    stream.write_all(format!("{head}Transfer-Encoding: chunked\r\n\r\n{chunks}").as_bytes()).await.unwrap();
    assert!(read_answer(&mut stream).await.1.contains("access_token"), "in chunks");

    let form = format!("grant_type={GRANT_TYPE}&assertion={}", sound(&sandbox).await.compact());
    stream.write_all(format!("{head}Content-Length: {}\r\nExpect: 100-continue\r\n\r\n", form.len()).as_bytes()).await.unwrap();
    assert!(read_answer(&mut stream).await.0.starts_with("http/1.1 100"), "asked first");
    stream.write_all(form.as_bytes()).await.unwrap();
    assert!(read_answer(&mut stream).await.1.contains("access_token"), "after it was let");
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_011_line_breaks_broken_base64_and_parts_that_are_no_json() {
    let sandbox = open().await;
    let compact = sound(&sandbox).await.compact();
    let (signed, signature) = compact.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    for (why, broken) in [
        ("a line break at the end", format!("{compact}\n")),
        ("a line break in the middle", format!("{header}.{}\r\n{}.{signature}", &claims[..20], &claims[20..])),
        ("a space before", format!(" {compact}")),
        ("padding", format!("{signed}.{signature}==")),
        ("ordinary base64", format!("{header}.{claims}.ab+/")),
        ("no signature part", signed.to_owned()),
        ("four parts", format!("{compact}.x")),
        ("an encrypted one's five", format!("{compact}.x.y")),
        ("a header that is no JSON", format!("AAAA.{claims}.{signature}")),
        ("claims that are no object", format!("{header}.W10.{signature}")),
    ] {
        let answer = post_assertion(&sandbox, &broken).await;
        let body = answer.json();
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{why}");
        assert!(body["error_uri"].as_str().is_some_and(|uri| uri.ends_with("/errors/MP-011")), "{why}: {}", answer.body);
        assert_eq!(body["error"], "invalid_request", "{why}");
    }
    let reached = post_assertion(&sandbox, &compact).await;
    assert_eq!(reached.status, StatusCode::OK, "nothing of this has used it up");
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn the_token_endpoint_takes_post_alone_and_its_exact_path() {
    let sandbox = open().await;
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let answer = Answer::of(client().request(method.clone(), sandbox.origin.join("token").unwrap())).await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "POST"), "{method}");
    }
    let form = form_urlencoded::Serializer::new(String::new()).append_pair("grant_type", GRANT_TYPE).finish();
    let slash = client().post(sandbox.origin.join("token/").unwrap()).header("Content-Type", FORM).body(form);
    Answer::of(slash).await.is(404);
    sandbox.stop().await;
}

/// Facts platform A.3.
#[tokio::test]
async fn a_tokens_header_and_claims_are_the_examples_members_in_their_order() {
    let sandbox = open().await;
    let own = sound(&sandbox).await.token(&sandbox).await;
    let members = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let header = super::header_of(&own);
    assert_eq!((members(&header), &header["alg"]), (vec!["kid".to_owned(), "alg".to_owned()], &json!("RS256")));
    let common = ["scope", "iss", "client_amr", "token_type", "exp", "iat", "client_id", "jti", "consumer"];
    assert_eq!(members(&claims(&own)), common);
    assert_eq!(claims(&own)["jti"].as_str().unwrap().len(), 43);
    let user = sound(&sandbox).await.acting_for(altinn_sandbox::known::SENDER.number, None).token(&sandbox).await;
    assert_eq!(members(&claims(&user))[..2], ["authorization_details", "scope"]);
    assert_eq!(members(&claims(&user)["authorization_details"][0]), ["type", "systemuser_id", "systemuser_org", "system_id"]);
    sandbox.stop().await;
}
