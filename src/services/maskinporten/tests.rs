use super::*;
use crate::journey::Cause;
use crate::services::claims::tests::token_text;
use crate::services::stub_server::{StubServer, json_reply};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::LazyLock;

static KEY: LazyLock<SigningKey> = LazyLock::new(|| crate::keys::make().unwrap().0);

fn client() -> Client {
    let id = "5f1a7c3e-2b84-4d6f-9a10-6c7d8e9f0a1b".parse().unwrap();
    Client { id, key: KEY.clone(), proof: Proof::Kid("310100005-20260921-7f3a".to_owned()) }
}

fn grant(system_user: Option<SystemUserGrant>) -> Grant {
    Grant { scopes: vec![Scope::known("altinn:broker.write"), Scope::known("altinn:broker.read")], system_user }
}

fn granted() -> Value {
    let text = token_text(&json!({"scope": "altinn:broker.write", "iss": "https://test.maskinporten.no/", "exp": 1}));
    json!({"access_token": text, "token_type": "Bearer", "expires_in": 119, "scope": "altinn:broker.write altinn:broker.read"})
}

fn part(assertion: &str, index: usize) -> Value {
    let part = assertion.split('.').nth(index).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

/// The whole request for the client's own organisation (facts examples 2).
#[tokio::test]
async fn the_golden_request() {
    let stub = StubServer::json(200, &granted());
    let before = Timestamp::now();
    let token = stub.services.grant(&client(), &grant(None)).await.unwrap();
    // The answer's `expires_in` is used, not the token's `exp`.
    assert!((before.as_second() + 119..=Timestamp::now().as_second() + 119).contains(&token.expires_at.as_second()));

    let request = stub.request();
    assert_eq!(request.line(), "POST /token");
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.header("authorization"), None);
    assert_eq!(request.header("ocp-apim-subscription-key"), None, "the key is the platform's alone");
    let body = String::from_utf8(request.body).unwrap();
    assert!(body.starts_with("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=eyJ"));
    let form: HashMap<_, _> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let assertion = &form["assertion"];
    assert_eq!(part(assertion, 0), json!({"alg": "RS256", "kid": "310100005-20260921-7f3a"}));

    let claims = part(assertion, 1);
    let names: Vec<&String> = claims.as_object().unwrap().keys().collect();
    assert_eq!(names, ["aud", "iss", "scope", "iat", "exp", "jti"]);
    assert_eq!(claims["aud"], stub.base.as_str());
    assert!(stub.base.as_str().ends_with('/'));
    assert_eq!(claims["iss"], "5f1a7c3e-2b84-4d6f-9a10-6c7d8e9f0a1b");
    assert_eq!(claims["scope"], "altinn:broker.write altinn:broker.read");
    assert!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap() <= 120);

    // The assertion is signed with the client's key.
    let public = crate::keys::public_jwk(&KEY, "k");
    let decoding = jsonwebtoken::DecodingKey::from_rsa_components(public["n"].as_str().unwrap(), public["e"].as_str().unwrap()).unwrap();
    let mut validation = jsonwebtoken::Validation::new(Algorithm::RS256);
    validation.set_audience(&[stub.base.as_str()]);
    assert!(jsonwebtoken::decode::<Value>(assertion.as_bytes(), &decoding, &validation).is_ok());
}

/// The header with an enterprise certificate (facts examples 2).
#[tokio::test]
async fn a_certificate_is_shown_in_place_of_a_kid() {
    let stub = StubServer::json(200, &granted());
    let chain = vec!["MIIFleaf".to_owned(), "MIIFissuer".to_owned()];
    stub.services.grant(&Client { proof: Proof::X5c(chain), ..client() }, &grant(None)).await.unwrap();
    let body = String::from_utf8(stub.request().body).unwrap();
    let header = part(body.split("assertion=").nth(1).unwrap(), 0);
    assert_eq!(header, json!({"alg": "RS256", "x5c": ["MIIFleaf", "MIIFissuer"]}));
}

/// The members that a system user adds (facts examples 2).
#[tokio::test]
async fn a_system_user_is_named_as_documented() {
    let stub = StubServer::new(vec![json_reply(200, &granted()), json_reply(200, &granted())]);
    let party: OrgNumber = "310456780".parse().unwrap();
    for external_ref in [Some("customer-42".to_owned()), None] {
        let user = SystemUserGrant { party: party.clone(), external_ref: external_ref.clone() };
        stub.services.grant(&client(), &grant(Some(user))).await.unwrap();
        let body = String::from_utf8(stub.request().body).unwrap();
        let details = &part(body.split("assertion=").nth(1).unwrap(), 1)["authorization_details"];
        let mut expected = json!([{"type": "urn:altinn:systemuser",
            "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": "0192:310456780"}}]);
        if let Some(external_ref) = external_ref {
            expected[0]["externalRef"] = external_ref.into();
        }
        assert_eq!(details, &expected);
    }
}

#[tokio::test]
async fn every_assertion_has_its_own_jti() {
    let stub = StubServer::new(vec![json_reply(200, &granted()), json_reply(200, &granted())]);
    let mut ids = Vec::new();
    for _ in 0..2 {
        stub.services.grant(&client(), &grant(None)).await.unwrap();
        let body = String::from_utf8(stub.request().body).unwrap();
        ids.push(part(body.split("assertion=").nth(1).unwrap(), 1)["jti"].clone());
    }
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test]
async fn a_refusal_keeps_its_code_and_never_the_assertion() {
    let body = json!({"error": "invalid_scope",
        "error_description": "Token request contains invalid scopes for client, altinn:broker.write (trace_id: 5f0c1f7d2b9a4e6c8d3e1a2b3c4d5e6f)",
        "error_uri": "https://test.maskinporten.no/errors/MP-200"});
    let stub = StubServer::json(400, &body);
    let problem = stub.services.grant(&client(), &grant(None)).await.unwrap_err();
    assert_eq!(problem.code().as_deref(), Some("MP-200"));
    assert_eq!(problem.cause(), Some(Cause::ScopeNotOnClient));
    let text = problem.refusal().and_then(|refusal| refusal.text.as_deref());
    assert!(text.is_some_and(|text| text.contains("invalid scopes for client")));
    assert!(!format!("{problem:?}").contains("eyJ"));
}

#[tokio::test]
async fn an_answer_without_a_token_is_no_token() {
    let stub = StubServer::json(200, &json!({"access_token": "<html>", "expires_in": 1}));
    let problem = stub.services.grant(&client(), &grant(None)).await.unwrap_err();
    assert!(matches!(problem, Problem::Foreign { cause: Foreign::Unreadable, status: 200, .. }));
}
