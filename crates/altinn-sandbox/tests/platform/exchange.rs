//! Facts platform C.1 and C.2: the exchange of a Maskinporten token for one of Altinn's.

use crate::support::*;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};

const READ: &str = "altinn:broker.read";

async fn raw(sandbox: &Sandbox, client: &str, scope: &str) -> String {
    Assertion::of(sandbox, client, scope).await.token(sandbox).await
}

/// Facts platform C.1.
#[tokio::test]
async fn what_accept_says_and_how_the_framework_reads_it() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", READ).await;
    let ask = async |provider: &str, accept: &str| {
        let url = exchange_url(&sandbox).join(provider).unwrap();
        Answer::of(client().get(url).bearer_auth(&token).header("Accept", accept)).await
    };
    for (accept, quoted) in [
        ("application/json", true),
        ("application/json, text/plain", true),
        ("text/plain", false),
        ("*/*", false),
        // The default header of a widespread library (axios): `*/*` in it makes the service ignore the whole header.
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

/// Facts platform C.1.
#[tokio::test]
async fn the_header_is_read_first_then_the_provider_then_the_token() {
    let sandbox = open().await;
    let ask = async |provider: &str, authorization: &str| {
        let url = exchange_url(&sandbox).join(provider).unwrap();
        Answer::of(client().get(url).header("Authorization", authorization)).await.status.as_u16()
    };
    for unreadable in ["Bearer", "Bearer ", "Basic eDp5", "Bearer not-a-jwt", "Bearer a.b", "Bearer a.b.c.d", "Bearer a.b.c="] {
        assert_eq!((ask("facebook", unreadable).await, ask("maskinporten", unreadable).await), (401, 401), "{unreadable}");
    }
    assert_eq!((ask("facebook", "Bearer a.b.c").await, ask("maskinporten", "Bearer a.b.c").await), (400, 401), "it has the shape of one");
    let token = raw(&sandbox, "sender", READ).await;
    for scheme in ["bearer", "BEARER"] {
        assert_eq!(ask("maskinporten", &format!("{scheme} {token} ")).await, 200, "{scheme}");
    }
    for other in ["id-porten", "AltinnStudio"] {
        assert_eq!(ask(other, &format!("Bearer {token}")).await, 401, "{other}: trusted, and the token is none of its own");
    }
    sandbox.stop().await;
}

/// Facts platform C.1.
#[tokio::test]
async fn skew_is_ten_seconds_where_broker_and_events_allow_none() {
    let sandbox = open().await;
    let altinn = exchanged(&sandbox, "sender", READ).await;
    // A raw token lives 120 s, an exchanged one 1800.
    let raw = Caller { sandbox: &sandbox, token: Some(raw(&sandbox, "sender", READ).await) };
    let altinn = Caller { sandbox: &sandbox, token: Some(altinn) };
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

/// Facts platform C.1.
#[tokio::test]
async fn test_true_lets_digdir_speak_for_ttd_and_nobody_else() {
    let sandbox = open().await;
    let orgs = sandbox.get("resourceregistry/api/v1/resource/orgs").await.json();
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
        answer.is(400).header_is("content-type", "application/problem+json; charset=utf-8");
        assert_eq!(answer.json()["errors"]["test"], json!([text]), "before any token is looked at");
    }
    let without_scope = Assertion::of(&sandbox, "scope-owner", "idporten:scopes.write").await.token(&sandbox).await;
    let url = exchange_url(&sandbox).join("maskinporten?test=true").unwrap();
    assert!(claims(&Answer::of(client().get(url).bearer_auth(without_scope)).await.body).get("urn:altinn:org").is_none());
    sandbox.stop().await;
}

/// Facts platform C.1.
#[tokio::test]
async fn the_exchange_is_asked_by_get_alone() {
    let sandbox = open().await;
    let metadata = "authentication/api/v1/openid/.well-known/openid-configuration";
    for path in ["authentication/api/v1/exchange/maskinporten".to_owned(), metadata.to_owned(), format!("{metadata}/jwks")] {
        for method in [Method::HEAD, Method::POST, Method::PUT] {
            let url = sandbox.origin.join(&path).unwrap();
            let answer = Answer::of(client().request(method.clone(), url)).await;
            answer.is(405).header_is("allow", "GET");
        }
    }
    sandbox.stop().await;
}

/// Facts platform C.2.
#[tokio::test]
async fn a_scope_below_serviceowner_gives_the_org_code_too() {
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

/// Facts platform C.2.
#[tokio::test]
async fn an_exchanged_tokens_header_and_claims_are_the_examples_members_in_their_order() {
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

/// Facts platform C.2.
#[tokio::test]
async fn a_system_users_details_become_one_object() {
    let sandbox = open().await;
    let raw = Assertion::of(&sandbox, "sender", "altinn:broker.read").await.acting_for(known::SENDER.number, None).token(&sandbox).await;
    let before = claims(&raw);
    let after = claims(&exchange(&sandbox, &raw).await.body);
    assert_eq!(after["authorization_details"], before["authorization_details"][0]);
    assert_eq!(after["authorization_details"]["systemuser_id"], before["authorization_details"][0]["systemuser_id"]);
    sandbox.stop().await;
}

/// Facts platform C.1.
#[tokio::test]
async fn raw_text_by_default_and_quoted_for_json() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    let plain = exchange(&sandbox, &token).await;
    plain.is(200).header_is("content-type", "text/plain; charset=utf-8");
    assert!(!plain.body.starts_with('"'));
    let quoted = Answer::of(client().get(exchange_url(&sandbox)).bearer_auth(&token).header("Accept", "application/json")).await;
    assert!(quoted.header("content-type").starts_with("application/json"));
    let Value::String(inner) = quoted.json() else { panic!("a JSON string: {}", quoted.body) };
    assert_eq!(claims(&inner)["client_id"], known::client("sender").unwrap().id);
    sandbox.stop().await;
}

/// Facts platform C.2.
#[tokio::test]
async fn the_claims_of_an_exchanged_token() {
    let sandbox = open().await;
    let token =
        Assertion::of(&sandbox, "sender", "altinn:broker.write").await.with("resource", json!(["https://x.no/"])).token(&sandbox).await;
    let before = claims(&token);
    let after = claims(&exchange(&sandbox, &token).await.body);
    for kept in ["scope", "client_id", "consumer", "jti", "token_type"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    for dropped in ["aud", "client_amr"] {
        assert!(after.get(dropped).is_none(), "{dropped}");
    }
    assert_eq!(after["iss"], format!("{}authentication/api/v1/openid/", sandbox.origin));
    assert_eq!(after["urn:altinn:orgNumber"], known::SENDER.number);
    assert_eq!(after["urn:altinn:authenticatemethod"], "maskinporten");
    assert_eq!(after["urn:altinn:authlevel"], 3);
    assert_eq!(after["exp"].as_i64().unwrap() - after["iat"].as_i64().unwrap(), 1800);
    assert_eq!(after["nbf"], after["iat"]);
    assert!(after["sid"].is_string() && after.get("urn:altinn:org").is_none());
    sandbox.stop().await;
}

/// Facts platform C.2.
#[tokio::test]
async fn the_org_code_needs_the_scope_and_the_list() {
    let sandbox = open().await;
    for (client_name, scope, code) in [
        ("service-owner", "altinn:serviceowner altinn:broker.write", Some("prov")),
        ("service-owner", "altinn:broker.write", None),
        ("newcomer", "altinn:serviceowner", Some("nyk")),
    ] {
        let token = raw(&sandbox, client_name, scope).await;
        let claims = claims(&exchange(&sandbox, &token).await.body);
        assert_eq!(claims.get("urn:altinn:org").and_then(Value::as_str), code, "{client_name} {scope}");
    }
    sandbox.stop().await;
}

/// Facts platform C.1.
#[tokio::test]
async fn everything_that_is_no_good_token_is_a_401_problem() {
    let sandbox = open().await;
    let good = raw(&sandbox, "sender", "altinn:broker.write").await;
    let exchanged = exchange(&sandbox, &good).await.body;
    let mut forged = good.clone();
    forged.replace_range(forged.len() - 8.., "AAAAAAAA");
    for token in ["not-a-jwt", forged.as_str(), exchanged.as_str()] {
        let answer = exchange(&sandbox, token).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (StatusCode::UNAUTHORIZED, "application/problem+json; charset=utf-8"),
            "{token}"
        );
        answer.has("/type", "https://tools.ietf.org/html/rfc9110#section-15.5.2").has("/title", "Unauthorized");
        assert!(answer.json().get("code").is_none() && answer.headers.get("www-authenticate").is_none());
    }
    Answer::of(client().get(exchange_url(&sandbox))).await.is(401);
    sandbox.stop().await;
}

const PROVIDERS: &str = "authentication/api/v1/exchange";

/// Facts platform C.1.
#[tokio::test]
async fn an_unknown_provider_is_400_after_the_header_was_found() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    sandbox.get(format!("{PROVIDERS}/facebook")).await.is(401);
    let unknown = sandbox.get(format!("{PROVIDERS}/facebook")).token(&token).await;
    assert!(unknown.is(400).body.starts_with("Invalid token provider: facebook. Trusted token providers are 'Maskinporten'"), "{unknown}");
    sandbox.get(format!("{PROVIDERS}/MaskinPorten")).token(&token).await.is(200);
}

/// Facts platform C.1.
#[tokio::test]
async fn test_is_a_boolean() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    sandbox.get(format!("{PROVIDERS}/maskinporten?test=true")).token(&token).await.is(200);
    sandbox.get(format!("{PROVIDERS}/maskinporten?test=maybe")).token(&token).await.is(400);
}

/// Facts platform C.1.
#[tokio::test]
async fn enterprise_users_are_gone_for_who_has_a_good_token() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    let as_user = |token: &str| {
        sandbox.get(format!("{PROVIDERS}/maskinporten")).token(token).header("X-Altinn-EnterpriseUser-Authentication", "dXNlcjpwdw==")
    };
    as_user(&token).await.is(410).has("/title", "Virksomhetsbruker is no longer available");
    as_user("bad").await.is(401);
}

/// Facts platform C.2.
#[tokio::test]
async fn altinns_key_set_is_ordinary_base64_with_a_certificate_and_no_alg() {
    let sandbox = open().await;
    let base = sandbox.origin.join("authentication/api/v1/openid/.well-known/").unwrap();
    let metadata = Answer::of(client().get(base.join("openid-configuration").unwrap())).await.json();
    assert_eq!(metadata["issuer"], format!("{}authentication/api/v1/openid/", sandbox.origin));
    let keys = Answer::of(client().get(metadata["jwks_uri"].as_str().unwrap())).await.json();
    let key = &keys["keys"][0];
    assert!(key.get("alg").is_none());
    assert_eq!(STANDARD.decode(key["n"].as_str().unwrap()).unwrap().len(), 256);
    let certificate = STANDARD.decode(key["x5c"][0].as_str().unwrap()).unwrap();
    assert_eq!(certificate[0], 0x30, "DER");

    let token = exchange(&sandbox, &raw(&sandbox, "sender", "altinn:broker.write").await).await.body;
    let header = jsonwebtoken::decode_header(&token).unwrap();
    assert_eq!(header.kid.as_deref(), key["kid"].as_str());
    assert!(header.x5t.is_some());
    let public = DecodingKey::from_rsa_raw_components(
        &STANDARD.decode(key["n"].as_str().unwrap()).unwrap(),
        &STANDARD.decode(key["e"].as_str().unwrap()).unwrap(),
    );
    let mut validation = Validation::new(Algorithm::RS256);
    validation.validate_nbf = true;
    assert!(jsonwebtoken::decode::<Value>(&token, &public, &validation).is_ok());
    sandbox.stop().await;
}
