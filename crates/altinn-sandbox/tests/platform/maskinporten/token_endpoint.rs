//! Facts platform A.1 to A.4: every rule of the token endpoint, kept and broken.

use super::*;
use altinn_sandbox::{AssertionClaims, Audience, Strictness};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};

/// Facts platform A.1.
#[tokio::test]
async fn metadata_and_key_set_say_where_and_with_what() {
    let sandbox = open().await;
    let metadata = sandbox.get(".well-known/oauth-authorization-server").await.json();
    assert_eq!(metadata["issuer"], sandbox.origin.as_str());
    assert_eq!(metadata["token_endpoint"], format!("{}token", sandbox.origin));
    assert_eq!(metadata["token_endpoint_auth_signing_alg_values_supported"], json!(["RS256", "RS384", "RS512"]));
    let keys = Answer::of(client().get(metadata["jwks_uri"].as_str().unwrap())).await.json();
    let key = &keys["keys"][0];
    assert_eq!((&key["kty"], &key["use"], &key["alg"]), (&json!("RSA"), &json!("sig"), &json!("RS256")));

    let token = sound(&sandbox).await.token(&sandbox).await;
    let jwk = serde_json::from_value(key.clone()).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_issuer(&[sandbox.origin.as_str()]);
    let proven = jsonwebtoken::decode::<Value>(&token, &DecodingKey::from_jwk(&jwk).unwrap(), &validation);
    assert!(proven.is_ok());
    sandbox.stop().await;
}

/// Facts platform A.3.
#[tokio::test]
async fn a_sound_request_gets_a_token_with_the_documented_claims() {
    let sandbox = open().await;
    let assertion = Assertion::of(&sandbox, "sender", "altinn:broker.write altinn:broker.read").await;
    let answer = assertion.ask(&sandbox).await;
    answer.is(200).header_is("cache-control", "no-store");
    let body = answer.json();
    assert_eq!(body["token_type"], "Bearer");
    assert_eq!(body["expires_in"], 119);
    assert_eq!(body["scope"], "altinn:broker.write altinn:broker.read");
    let claims = claims(body["access_token"].as_str().unwrap());
    assert_eq!(claims["iss"], sandbox.origin.as_str());
    assert_eq!(claims["client_amr"], "private_key_jwt");
    assert_eq!(claims["client_id"], known::client("sender").unwrap().id);
    assert_eq!(claims["consumer"], json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)}));
    assert!(claims.get("aud").is_none() && claims.get("authorization_details").is_none());
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn resource_becomes_aud_and_undocumented_claims_are_ignored() {
    let sandbox = open().await;
    let token = sound(&sandbox).await.with("resource", json!(["https://tt02.altinn.no/"])).with("sub", "x").token(&sandbox).await;
    assert_eq!(claims(&token)["aud"], json!(["https://tt02.altinn.no/"]));
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn mp_011_a_form_that_is_none_or_lacks_something() {
    let sandbox = open().await;
    let compact = sound(&sandbox).await.compact();
    for (content_type, body) in [
        ("application/json", format!("grant_type={GRANT_TYPE}&assertion={compact}")),
        ("application/x-www-form-urlencoded", format!("assertion={compact}")),
        ("application/x-www-form-urlencoded", format!("grant_type=client_credentials&assertion={compact}")),
        ("application/x-www-form-urlencoded", format!("grant_type={GRANT_TYPE}")),
        ("application/x-www-form-urlencoded", format!("grant_type={GRANT_TYPE}&assertion=not.a.jwt")),
    ] {
        let (error, code, _) = refused(&sandbox, &post_form(&sandbox, content_type, body).await);
        assert_eq!((error.as_str(), code.as_deref()), ("invalid_request", Some("MP-011")), "{content_type}");
    }
}

/// Facts platform A.2.
#[tokio::test]
async fn a_form_may_say_its_character_set() {
    let sandbox = open().await;
    let form = format!("grant_type={GRANT_TYPE}&assertion={}", sound(&sandbox).await.compact());
    post_form(&sandbox, "application/x-www-form-urlencoded; charset=UTF-8", form).await.is(200);
}

/// Facts platform A.2.
#[tokio::test]
async fn the_token_endpoint_is_not_read() {
    let sandbox = open().await;
    sandbox.get("token").await.is(405);
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_012_an_assertion_is_used_once_with_its_jti_or_without() {
    let sandbox = open().await;
    for assertion in [sound(&sandbox).await, sound(&sandbox).await.without("jti")] {
        let compact = assertion.compact();
        post_assertion(&sandbox, &compact).await.is(200);
        let (error, code, description) = refused(&sandbox, &post_assertion(&sandbox, &compact).await);
        assert_eq!((error.as_str(), code.as_deref()), ("invalid_grant", Some("MP-012")));
        assert!(description.starts_with("Grant is used before"));
    }
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_100_an_unknown_client() {
    let sandbox = open().await;
    for iss in ["7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11", "not-a-client"] {
        let assertion = sound(&sandbox).await.with("iss", iss);
        assertion.refused(&sandbox, "invalid_client", Some("MP-100"), "Client not found").await;
    }
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_110_aud_is_the_issuer_with_its_slash() {
    let sandbox = open().await;
    let bare = sandbox.origin.as_str().trim_end_matches('/').to_owned();
    for aud in [
        json!(bare),
        json!("https://maskinporten.no/"),
        json!("https://ver2.maskinporten.no/"),
        json!([sandbox.origin.as_str(), "https://x.no/"]),
        Value::Null,
    ] {
        let assertion = sound(&sandbox).await.with("aud", aud);
        assertion.refused(&sandbox, "invalid_grant", Some("MP-110"), "Invalid JWT claim aud").await;
    }
    let token_endpoint = sound(&sandbox).await.with("aud", format!("{}token", sandbox.origin));
    token_endpoint.ask(&sandbox).await.is(200);
    sandbox.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn an_assertion_without_a_kid_is_refused_without_a_code() {
    let sandbox = open().await;
    let mut without_kid = sound(&sandbox).await;
    without_kid.header.kid = None;
    without_kid.refused(&sandbox, "invalid_grant", None, "no key identifier (kid) provided").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn a_kid_that_the_client_does_not_have_is_refused_without_a_code() {
    let sandbox = open().await;
    let mut unknown = sound(&sandbox).await;
    unknown.header.kid = Some("someone-elses".to_owned());
    unknown.refused(&sandbox, "invalid_grant", None, "Unknown key identifier (kid) for client.").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_124_a_signature_with_another_key() {
    let sandbox = open().await;
    let mut foreign = sound(&sandbox).await;
    foreign.key = Assertion::of(&sandbox, "recipient", WRITE).await.key;
    foreign.refused(&sandbox, "invalid_grant", Some("MP-124"), "Invalid JWT signature").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_121_a_key_past_its_end() {
    let sandbox = open().await;
    let expired = Assertion::of(&sandbox, "expired-key", WRITE).await;
    expired.refused(&sandbox, "invalid_grant", Some("MP-121"), "Expired key").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_123_a_kid_and_an_x5c_at_once() {
    let sandbox = open().await;
    let mut both = sound(&sandbox).await;
    both.header.x5c = Some(vec!["MIIC".to_owned()]);
    both.refused(&sandbox, "invalid_grant", Some("MP-123"), "Invalid JWT header x5c").await;
}

/// Facts platform A.2.
#[tokio::test]
async fn rs384_and_rs512_are_taken_and_hs256_is_not() {
    let sandbox = open().await;
    for algorithm in [Algorithm::RS384, Algorithm::RS512] {
        let mut assertion = sound(&sandbox).await;
        assertion.header.alg = algorithm;
        assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "{algorithm:?}");
    }
    let mut symmetric = sound(&sandbox).await;
    symmetric.header.alg = Algorithm::HS256;
    symmetric.key = EncodingKey::from_secret(b"secret");
    symmetric.refused(&sandbox, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    sandbox.stop().await;
}

/// The assertion with `iat` and `exp` as seconds from now.
fn at(assertion: Assertion, iat: i64, exp: i64) -> Assertion {
    let now = Timestamp::now().as_second();
    assertion.with("iat", now + iat).with("exp", now + exp)
}

/// Facts platform A.4.
#[tokio::test]
async fn an_assertion_of_the_future_is_refused_without_a_code() {
    let sandbox = open().await;
    let later = at(sound(&sandbox).await, 60, 120);
    later.refused(&sandbox, "invalid_grant", None, "Issue time is after now").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_130_an_assertion_that_is_too_old_or_past_its_end() {
    let sandbox = open().await;
    for (iat, exp) in [(-60, 30), (-130, -10)] {
        let old = at(sound(&sandbox).await, iat, exp);
        old.refused(&sandbox, "invalid_grant", Some("MP-130"), "JWT is expired").await;
    }
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_011_an_assertion_that_lives_longer_than_two_minutes() {
    let sandbox = open().await;
    let long = at(sound(&sandbox).await, 0, 121);
    long.refused(&sandbox, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_011_an_assertion_without_its_times() {
    let sandbox = open().await;
    for missing in ["iat", "exp"] {
        let assertion = sound(&sandbox).await.without(missing);
        assertion.refused(&sandbox, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    }
}

/// Facts platform A.2.
#[tokio::test]
async fn a_clock_that_is_five_seconds_ahead_is_good_enough() {
    let sandbox = open().await;
    at(sound(&sandbox).await, 5, 125).ask(&sandbox).await.is(200);
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_200_a_scope_that_is_not_on_the_client() {
    let sandbox = open().await;
    let no_write = Assertion::of(&sandbox, "no-write", WRITE).await;
    no_write.refused(&sandbox, "invalid_scope", Some("MP-200"), "invalid scopes for client, altinn:broker.write").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_201_a_scope_of_another_type_of_client() {
    let sandbox = open().await;
    let foreign = Assertion::of(&sandbox, "wrong-type", "openid").await;
    foreign.refused(&sandbox, "invalid_scope", Some("MP-201"), "scopes not allowed for maskinporten").await;
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_250_a_scope_that_was_not_granted() {
    let sandbox = open().await;
    let not_granted = Assertion::of(&sandbox, "not-granted", WRITE).await;
    let text = "Consumer has not been granted access to the scope altinn:broker.write.";
    not_granted.refused(&sandbox, "forbidden", Some("MP-250"), text).await;
}

/// Facts platform A.4.
#[tokio::test]
async fn a_public_scope_needs_no_grant() {
    let sandbox = open().await;
    Assertion::of(&sandbox, "not-granted", "altinn:events.subscribe").await.ask(&sandbox).await.is(200);
}

/// Facts platform A.4.
#[tokio::test]
async fn mp_011_an_assertion_without_a_scope() {
    let sandbox = open().await;
    let none = sound(&sandbox).await.with("scope", "");
    none.refused(&sandbox, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
}

/// Facts platform A.1.
#[tokio::test]
async fn the_metadata_names_both_types_of_authorization_details() {
    let sandbox = open().await;
    let metadata = sandbox.get(".well-known/oauth-authorization-server").await.json();
    assert_eq!(metadata["authorization_details_types_supported"], json!(["urn:altinn:systemuser", "urn:altinn:consent"]));
    assert!(metadata.get("authorization_endpoint").is_none());
    assert_eq!(metadata["token_endpoint_auth_methods_supported"], json!(["private_key_jwt"]));
    sandbox.stop().await;
}

async fn strict(strictness: Strictness) -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await
}

/// Facts platform A.2.
#[tokio::test]
async fn resource_is_an_array_of_strings_or_one_string() {
    let sandbox = open().await;
    for given in [json!(["https://a.no/", "https://b.no/"]), json!("https://a.no/")] {
        let token = Assertion::of(&sandbox, "sender", READ).await.with("resource", given.clone()).token(&sandbox).await;
        assert_eq!(claims(&token)["aud"], given);
        assert!(claims(&exchange(&sandbox, &token).await.body).get("aud").is_none() || given.as_array().is_some_and(|list| list.len() > 1));
    }
    for bad in [json!([1]), json!(7), json!({"a": "b"})] {
        Assertion::of(&sandbox, "sender", READ).await.with("resource", bad).ask(&sandbox).await.refused(
            400,
            "invalid_request",
            Some("MP-011"),
            "Invalid assertion. Invalid parameter value",
        );
    }
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn a_switch_refuses_the_token_endpoint_as_aud() {
    let sandbox = strict(Strictness { audience: Audience::IssuerOnly, ..Strictness::default() }).await;
    let sound = Assertion::of(&sandbox, "sender", READ).await;
    sound.ask(&sandbox).await.is(200);
    Assertion::of(&sandbox, "sender", READ).await.with("aud", format!("{}token", sandbox.origin)).ask(&sandbox).await.refused(
        400,
        "invalid_grant",
        Some("MP-110"),
        "Invalid assertion. Client authentication failed. Invalid JWT claim aud",
    );
    sandbox.stop().await;
}

/// Facts platform A.2.
#[tokio::test]
async fn a_switch_refuses_undocumented_claims() {
    let sandbox = strict(Strictness { claims: AssertionClaims::DocumentedOnly, ..Strictness::default() }).await;
    for name in ["nbf", "sub"] {
        Assertion::of(&sandbox, "sender", READ).await.with(name, 1).ask(&sandbox).await.refused(
            400,
            "invalid_request",
            Some("MP-011"),
            "Invalid assertion",
        );
    }
    let documented = Assertion::of(&sandbox, "sender", READ).await.with("resource", "https://a.no/").with("pid", "x");
    documented.ask(&sandbox).await.is(200);
    sandbox.stop().await;
}
