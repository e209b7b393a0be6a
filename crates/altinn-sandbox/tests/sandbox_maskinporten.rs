//! The sandbox's Maskinporten against the facts: every rule of the token endpoint, kept and broken (facts platform A).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox_support;

use altinn_sandbox::{Gateway, Options, People, Sandbox, known};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Validation};
use reqwest::StatusCode;
use sandbox_support::{Answer, Assertion, GRANT_TYPE, claims, client, open, post_assertion, post_form};
use serde_json::{Value, json};
use std::time::Duration;

const WRITE: &str = "altinn:broker.write";

async fn sound(sandbox: &Sandbox) -> Assertion {
    Assertion::of(sandbox, "sender", WRITE).await
}

/// The refusal: `error`, the code at the end of `error_uri`, and the description.
fn refused(sandbox: &Sandbox, answer: &Answer) -> (String, Option<String>, String) {
    assert!(answer.status.is_client_error(), "{} {}", answer.status, answer.body);
    let body = answer.json();
    let description = body["error_description"].as_str().expect("a description").to_owned();
    let trace = description.rsplit_once("(trace_id: ").expect("a trace id").1.trim_end_matches(')');
    assert!(trace.len() == 32 && trace.chars().all(|c| c.is_ascii_hexdigit()), "{description}");
    let code = body.get("error_uri").map(|uri| {
        let prefix = format!("{}errors/", sandbox.origin);
        uri.as_str().expect("a uri").strip_prefix(&prefix).expect("below the issuer").to_owned()
    });
    (body["error"].as_str().expect("an error").to_owned(), code, description)
}

async fn assert_refused(sandbox: &Sandbox, assertion: &Assertion, error: &str, code: Option<&str>, text: &str) {
    let (given_error, given_code, description) = refused(sandbox, &assertion.ask(sandbox).await);
    assert_eq!((given_error.as_str(), given_code.as_deref()), (error, code), "{description}");
    assert!(description.contains(text), "{description}");
}

#[tokio::test]
async fn a1_metadata_and_key_set_say_where_and_with_what() {
    let sandbox = open().await;
    let metadata = Answer::of(client().get(sandbox.origin.join(".well-known/oauth-authorization-server").unwrap())).await.json();
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

#[tokio::test]
async fn a3_a_sound_request_gets_a_token_with_the_documented_claims() {
    let sandbox = open().await;
    let assertion = Assertion::of(&sandbox, "sender", "altinn:broker.write altinn:broker.read").await;
    let answer = assertion.ask(&sandbox).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
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

#[tokio::test]
async fn a2_resource_becomes_aud_and_undocumented_claims_are_ignored() {
    let sandbox = open().await;
    let token = sound(&sandbox).await.with("resource", json!(["https://tt02.altinn.no/"])).with("sub", "x").token(&sandbox).await;
    assert_eq!(claims(&token)["aud"], json!(["https://tt02.altinn.no/"]));
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_the_form_its_type_and_its_grant_type() {
    let sandbox = open().await;
    let compact = sound(&sandbox).await.compact();
    let form = format!("grant_type={GRANT_TYPE}&assertion={compact}");
    for (content_type, body) in [
        ("application/json", form.clone()),
        ("application/x-www-form-urlencoded", format!("assertion={compact}")),
        ("application/x-www-form-urlencoded", format!("grant_type=client_credentials&assertion={compact}")),
        ("application/x-www-form-urlencoded", format!("grant_type={GRANT_TYPE}")),
        ("application/x-www-form-urlencoded", format!("grant_type={GRANT_TYPE}&assertion=not.a.jwt")),
    ] {
        let (error, code, _) = refused(&sandbox, &post_form(&sandbox, content_type, body).await);
        assert_eq!((error.as_str(), code.as_deref()), ("invalid_request", Some("MP-011")), "{content_type}");
    }
    let good = post_form(&sandbox, "application/x-www-form-urlencoded; charset=UTF-8", form).await;
    assert_eq!(good.status, StatusCode::OK);
    let by_get = Answer::of(client().get(sandbox.origin.join("token").unwrap())).await;
    assert_eq!(by_get.status, StatusCode::METHOD_NOT_ALLOWED);
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_012_an_assertion_is_used_once_with_its_jti_or_without() {
    let sandbox = open().await;
    for assertion in [sound(&sandbox).await, sound(&sandbox).await.without("jti")] {
        let compact = assertion.compact();
        assert_eq!(post_assertion(&sandbox, &compact).await.status, StatusCode::OK);
        let (error, code, description) = refused(&sandbox, &post_assertion(&sandbox, &compact).await);
        assert_eq!((error.as_str(), code.as_deref()), ("invalid_grant", Some("MP-012")));
        assert!(description.starts_with("Grant is used before"));
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_100_an_unknown_client() {
    let sandbox = open().await;
    for iss in ["7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11", "not-a-client"] {
        let assertion = sound(&sandbox).await.with("iss", iss);
        assert_refused(&sandbox, &assertion, "invalid_client", Some("MP-100"), "Client not found").await;
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_110_aud_is_the_issuer_with_its_slash() {
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
        assert_refused(&sandbox, &assertion, "invalid_grant", Some("MP-110"), "Invalid JWT claim aud").await;
    }
    let token_endpoint = sound(&sandbox).await.with("aud", format!("{}token", sandbox.origin));
    assert_eq!(token_endpoint.ask(&sandbox).await.status, StatusCode::OK);
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_the_key_missing_unknown_foreign_expired() {
    let sandbox = open().await;
    let mut without_kid = sound(&sandbox).await;
    without_kid.header.kid = None;
    assert_refused(&sandbox, &without_kid, "invalid_grant", None, "no key identifier (kid) provided").await;

    let mut unknown = sound(&sandbox).await;
    unknown.header.kid = Some("someone-elses".to_owned());
    assert_refused(&sandbox, &unknown, "invalid_grant", None, "Unknown key identifier (kid) for client.").await;

    let mut foreign = sound(&sandbox).await;
    foreign.key = Assertion::of(&sandbox, "recipient", WRITE).await.key;
    assert_refused(&sandbox, &foreign, "invalid_grant", Some("MP-124"), "Invalid JWT signature").await;

    let expired = Assertion::of(&sandbox, "expired-key", WRITE).await;
    assert_refused(&sandbox, &expired, "invalid_grant", Some("MP-121"), "Expired key").await;

    let mut both = sound(&sandbox).await;
    both.header.x5c = Some(vec!["MIIC".to_owned()]);
    assert_refused(&sandbox, &both, "invalid_grant", Some("MP-123"), "Invalid JWT header x5c").await;
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_rs384_and_rs512_are_taken_and_hs256_is_not() {
    let sandbox = open().await;
    for algorithm in [Algorithm::RS384, Algorithm::RS512] {
        let mut assertion = sound(&sandbox).await;
        assertion.header.alg = algorithm;
        assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "{algorithm:?}");
    }
    let mut symmetric = sound(&sandbox).await;
    symmetric.header.alg = Algorithm::HS256;
    symmetric.key = EncodingKey::from_secret(b"secret");
    assert_refused(&sandbox, &symmetric, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_the_clock_iat_and_exp() {
    let sandbox = open().await;
    let at = |assertion: Assertion, iat: i64, exp: i64| {
        let now = Timestamp::now().as_second();
        assertion.with("iat", now + iat).with("exp", now + exp)
    };
    let later = at(sound(&sandbox).await, 60, 120);
    assert_refused(&sandbox, &later, "invalid_grant", None, "Issue time is after now").await;
    for (iat, exp) in [(-60, 30), (-130, -10)] {
        let old = at(sound(&sandbox).await, iat, exp);
        assert_refused(&sandbox, &old, "invalid_grant", Some("MP-130"), "JWT is expired").await;
    }
    let long = at(sound(&sandbox).await, 0, 121);
    assert_refused(&sandbox, &long, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    for missing in ["iat", "exp"] {
        let assertion = sound(&sandbox).await.without(missing);
        assert_refused(&sandbox, &assertion, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    }
    let slightly_ahead = at(sound(&sandbox).await, 5, 125);
    assert_eq!(slightly_ahead.ask(&sandbox).await.status, StatusCode::OK);
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_the_scopes_on_the_client_of_its_type_and_granted() {
    let sandbox = open().await;
    let no_write = Assertion::of(&sandbox, "no-write", WRITE).await;
    assert_refused(&sandbox, &no_write, "invalid_scope", Some("MP-200"), "invalid scopes for client, altinn:broker.write").await;

    let foreign = Assertion::of(&sandbox, "wrong-type", "openid").await;
    assert_refused(&sandbox, &foreign, "invalid_scope", Some("MP-201"), "scopes not allowed for maskinporten").await;

    let not_granted = Assertion::of(&sandbox, "not-granted", WRITE).await;
    let text = "Consumer has not been granted access to the scope altinn:broker.write.";
    assert_refused(&sandbox, &not_granted, "forbidden", Some("MP-250"), text).await;
    let public = Assertion::of(&sandbox, "not-granted", "altinn:events.subscribe").await;
    assert_eq!(public.ask(&sandbox).await.status, StatusCode::OK, "a public scope needs no grant");

    let none = sound(&sandbox).await.with("scope", "");
    assert_refused(&sandbox, &none, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_consumer_org_own_and_others() {
    let sandbox = open().await;
    let own = sound(&sandbox).await.with("consumer_org", known::SENDER.number);
    assert_refused(&sandbox, &own, "invalid_request", None, "The combination consumer_org in claim and delegation scope").await;
    let other = sound(&sandbox).await.with("consumer_org", known::RECIPIENT.number);
    let text =
        format!("Consumer {} has not delegated access to the scope {WRITE} to supplier {}.", known::RECIPIENT.number, known::SENDER.number);
    assert_refused(&sandbox, &other, "forbidden", Some("MP-251"), &text).await;
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_authorization_details_of_another_type_with_other_members_or_several() {
    let sandbox = open().await;
    let org = json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{}", known::SENDER.number)});
    let error = "invalid_authorization_details";
    let typo = sound(&sandbox).await.with("authorization_details", json!([{"type": "urn:altinn:systemusr", "systemuser_org": org}]));
    assert_refused(&sandbox, &typo, error, Some("MP-301"), "Unknown authorization details type").await;
    for detail in [
        json!({"type": "urn:altinn:systemuser", "systemuser_org": org, "externalReference": "x"}),
        json!({"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "id": "0192:310400203"}}),
    ] {
        let unknown = sound(&sandbox).await.with("authorization_details", json!([detail]));
        assert_refused(&sandbox, &unknown, error, Some("MP-302"), "Unknown fields in the authorization details").await;
    }
    let detail = json!({"type": "urn:altinn:systemuser", "systemuser_org": org});
    let several = sound(&sandbox).await.with("authorization_details", json!([detail, detail]));
    assert_refused(&sandbox, &several, "invalid_request", Some("MP-011"), "Invalid parameter value").await;
    sandbox.stop().await;
}

#[tokio::test]
async fn a4_mp_303_no_such_system_user() {
    let sandbox = open().await;
    let error = "invalid_altinn_customer_configuration";
    for (client_name, party, reference) in [
        ("off-system", known::SENDER.number, None),
        ("sender", known::RECIPIENT.number, None),
        ("sender", known::SENDER.number, Some("no-such-reference")),
        ("sender", known::SENDER.number, Some(known::HALF_DONE)),
        ("sender", known::SENDER.number, Some("rejected")),
    ] {
        let assertion = Assertion::of(&sandbox, client_name, WRITE).await.acting_for(party, reference);
        assert_refused(&sandbox, &assertion, error, Some("MP-303"), "Invalid authorization details values").await;
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn a2_a_system_user_is_found_by_client_vendor_party_and_reference() {
    let sandbox = open().await;
    let vendors_token_for_sender = ("vendor", known::SENDER.number, None, known::VENDOR_SYSTEM, known::VENDOR.number);
    let own = ("sender", known::SENDER.number, None, known::SENDER_SYSTEM, known::SENDER.number);
    let with_its_number = ("sender", known::SENDER.number, Some(known::SENDER.number), known::SENDER_SYSTEM, known::SENDER.number);
    for (client_name, party, reference, system, consumer) in [own, with_its_number, vendors_token_for_sender] {
        let token = Assertion::of(&sandbox, client_name, WRITE).await.acting_for(party, reference).token(&sandbox).await;
        let claims = claims(&token);
        let detail = &claims["authorization_details"][0];
        assert_eq!(detail["type"], "urn:altinn:systemuser");
        assert!(detail["systemuser_id"][0].is_string());
        assert_eq!(detail["systemuser_org"], json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")}));
        assert_eq!(detail["system_id"], system);
        assert_eq!(detail.get("externalRef").and_then(Value::as_str), reference);
        assert_eq!(claims["consumer"]["ID"], format!("0192:{consumer}"), "the client's owner");

        let exchanged = sandbox_support::claims(&sandbox_support::exchange(&sandbox, &token).await.body);
        assert_eq!(exchanged["authorization_details"], *detail, "one element becomes an object (C.2)");
    }
    let bare =
        json!([{"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": known::SENDER.number}}]);
    let assertion = sound(&sandbox).await.with("authorization_details", bare);
    assert_eq!(assertion.ask(&sandbox).await.status, StatusCode::OK, "some of Broker's own files leave the prefix out");
    sandbox.stop().await;
}

#[tokio::test]
async fn d2_the_approver_acts_once_somebody_asks_and_the_system_user_works_at_once() {
    let options = Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() };
    let sandbox = sandbox_support::started(options).await;
    let ask = || async { sound(&sandbox).await.acting_for(known::SENDER.number, Some(known::HALF_DONE)).ask(&sandbox).await };
    assert_eq!(refused(&sandbox, &ask().await).1.as_deref(), Some("MP-303"), "it waits until somebody asks");
    let approved = async { while ask().await.status != StatusCode::OK {} };
    tokio::time::timeout(Duration::from_secs(20), approved).await.expect("approved");
    sandbox.stop().await;
}
