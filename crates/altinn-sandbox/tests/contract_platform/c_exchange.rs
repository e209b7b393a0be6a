//! Facts platform C.1 and C.2: the exchange. What else there is of it is held by `tests/sandbox_platform.rs`.

use super::calls::Calls;
use super::header_of;
use super::sandbox_support::{Answer, Assertion, claims, client, exchange, exchange_url, exchanged, open};
use altinn_sandbox::{Sandbox, known};
use reqwest::StatusCode;
use serde_json::{Value, json};

const READ: &str = "altinn:broker.read";

async fn raw(sandbox: &Sandbox) -> String {
    Assertion::of(sandbox, "sender", READ).await.token(sandbox).await
}

#[tokio::test]
async fn c1_what_accept_says_and_how_the_framework_reads_it() {
    let sandbox = open().await;
    let token = raw(&sandbox).await;
    let ask = async |provider: &str, accept: &str| {
        let url = exchange_url(&sandbox).join(provider).unwrap();
        Answer::of(client().get(url).bearer_auth(&token).header("Accept", accept)).await
    };
    for (accept, quoted) in [
        ("application/json", true),
        ("application/json, text/plain", true),
        ("text/plain", false),
        ("*/*", false),
        // A widespread library's own header: a type that is anything makes the whole header count for nothing.
        ("application/json, text/plain, */*", false),
        ("application/json;q=0.4, text/plain;q=0.9", false),
        ("text/html", false),
    ] {
        let answer = ask("maskinporten", accept).await;
        let kind = if quoted { "application/json; charset=utf-8" } else { "text/plain; charset=utf-8" };
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind), "{accept}");
        assert_eq!(answer.body.starts_with('"'), quoted, "{accept}");
        assert_eq!(ask("facebook", accept).await.body.starts_with('"'), quoted, "a refusal in text likewise: {accept}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn c1_the_header_is_read_first_then_the_provider_then_the_token() {
    let sandbox = open().await;
    let ask = async |provider: &str, authorization: &str| {
        let url = exchange_url(&sandbox).join(provider).unwrap();
        Answer::of(client().get(url).header("Authorization", authorization)).await.status.as_u16()
    };
    for unreadable in ["Bearer", "Bearer ", "Basic eDp5", "Bearer not-a-jwt", "Bearer a.b", "Bearer a.b.c.d", "Bearer a.b.c="] {
        assert_eq!((ask("facebook", unreadable).await, ask("maskinporten", unreadable).await), (401, 401), "{unreadable}");
    }
    assert_eq!((ask("facebook", "Bearer a.b.c").await, ask("maskinporten", "Bearer a.b.c").await), (400, 401), "it has the shape of one");
    let token = raw(&sandbox).await;
    for scheme in ["bearer", "BEARER"] {
        assert_eq!(ask("maskinporten", &format!("{scheme} {token} ")).await, 200, "{scheme}");
    }
    for other in ["id-porten", "AltinnStudio"] {
        assert_eq!(ask(other, &format!("Bearer {token}")).await, 401, "{other}: trusted, and the token is none of its own");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn c1_skew_is_ten_seconds_where_broker_and_events_allow_none() {
    let sandbox = open().await;
    let altinn = exchanged(&sandbox, "sender", READ).await;
    // A raw token lives 120 s, an exchanged one 1800.
    let raw = Calls { sandbox: &sandbox, token: Some(raw(&sandbox).await) };
    let altinn = Calls { sandbox: &sandbox, token: Some(altinn) };
    let own = format!("broker/api/v1/filetransfer?resourceId={}", known::RESOURCE);
    for (ahead, calls, path, expected) in [
        (126, &raw, "authentication/api/v1/exchange/maskinporten", 200),
        (135, &raw, "authentication/api/v1/exchange/maskinporten", 401),
        (126, &raw, "authentication/api/v1/systemregister/vendor", 403),
        (135, &raw, "authentication/api/v1/systemregister/vendor", 401),
        (126, &raw, own.as_str(), 401),
        (1780, &altinn, "events/api/v1/subscriptions", 200),
        (1803, &altinn, "events/api/v1/subscriptions", 401),
        (1803, &altinn, "authentication/api/v1/systemregister/vendor", 403),
        (1815, &altinn, "authentication/api/v1/systemregister/vendor", 401),
    ] {
        sandbox.shared().faults.set(format!("clock={ahead}").parse().unwrap());
        assert_eq!(calls.get(path).await.status, expected, "{ahead} s later at {path}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn c1_test_true_lets_digdir_speak_for_ttd_and_nobody_else() {
    let sandbox = open().await;
    let orgs = Answer::of(client().get(sandbox.origin.join("resourceregistry/api/v1/resource/orgs").unwrap())).await.json();
    assert_eq!((&orgs["orgs"]["digdir"]["orgnr"], &orgs["orgs"]["ttd"]["orgnr"]), (&json!(known::DIGDIR.number), &json!("")));
    for (name, query, code) in [
        ("scope-owner", "", "digdir"),
        ("scope-owner", "?test=true", "ttd"),
        ("scope-owner", "?TEST=True", "ttd"),
        ("scope-owner", "?test=false", "digdir"),
        ("service-owner", "?test=true", "prov"),
    ] {
        let token = Assertion::of(&sandbox, name, "altinn:serviceowner").await.token(&sandbox).await;
        let url = exchange_url(&sandbox).join(&format!("maskinporten{query}")).unwrap();
        let claims = claims(&Answer::of(client().get(url).bearer_auth(token)).await.body);
        assert_eq!(claims["urn:altinn:org"], code, "{name} {query}");
    }
    for (wrong, text) in [("1", "The value '1' is not valid."), ("", "The value '' is invalid.")] {
        let url = exchange_url(&sandbox).join(&format!("maskinporten?test={wrong}")).unwrap();
        let answer = Answer::of(client().get(url)).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::BAD_REQUEST, "application/problem+json"));
        assert_eq!(answer.json()["errors"]["test"], json!([text]), "before any token is looked at");
    }
    let without_scope = Assertion::of(&sandbox, "scope-owner", "idporten:scopes.write").await.token(&sandbox).await;
    let url = exchange_url(&sandbox).join("maskinporten?test=true").unwrap();
    assert!(claims(&Answer::of(client().get(url).bearer_auth(without_scope)).await.body).get("urn:altinn:org").is_none());
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_a_scope_below_serviceowner_gives_the_org_code_too() {
    let sandbox = open().await;
    let scope = "altinn:serviceowner/rolesandrights";
    let mut world = sandbox.shared().world.lock().await;
    let id = known::client("service-owner").unwrap().id;
    world.maskinporten.clients.iter_mut().find(|client| client.id.to_string() == id).unwrap().scopes.push(scope.to_owned());
    world.maskinporten.granted.get_mut(&known::SERVICE_OWNER.number.parse().unwrap()).unwrap().push(scope.to_owned());
    drop(world);
    assert_eq!(claims(&exchanged(&sandbox, "service-owner", scope).await)["urn:altinn:org"], "prov");
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_header_and_claims_are_the_examples_members_in_their_order() {
    let sandbox = open().await;
    let token = exchanged(&sandbox, "sender", READ).await;
    let members = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(members(&header_of(&token)), ["alg", "kid", "x5t", "typ"]);
    assert_eq!(
        members(&claims(&token)),
        [
            "scope",
            "token_type",
            "client_id",
            "jti",
            "consumer",
            "urn:altinn:orgNumber",
            "urn:altinn:authenticatemethod",
            "urn:altinn:authlevel",
            "iss",
            "sid",
            "nbf",
            "iat",
            "exp"
        ]
    );
    assert_eq!(claims(&token)["urn:altinn:authlevel"], json!(3), "a number");
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_a_system_users_details_become_one_object() {
    let sandbox = open().await;
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let before = claims(&raw);
    let after = claims(&exchange(&sandbox, &raw).await.body);
    assert_eq!(after["authorization_details"], before["authorization_details"][0]);
    assert_eq!(after["authorization_details"]["systemuser_id"], before["authorization_details"][0]["systemuser_id"]);
    sandbox.stop().await;
}
