//! Facts platform A.1, A.4 and C.2: the issuers' key sets, changes of keys, and how long a change takes to take effect.

use super::*;
use crate::admin_api;
use altinn_sandbox::{Caches, Strictness, TokenKind};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use std::time::Duration;

const MASKINPORTEN: &str = "jwk";
const ALTINN: &str = "authentication/api/v1/openid/.well-known/openid-configuration/jwks";

async fn key_set(sandbox: &Sandbox, path: &str) -> Vec<Value> {
    let set = sandbox.get(path).await.json();
    assert_eq!(set.as_object().unwrap().len(), 1, "nothing but keys");
    set["keys"].as_array().unwrap().clone()
}

async fn kids(sandbox: &Sandbox, path: &str) -> Vec<String> {
    key_set(sandbox, path).await.iter().map(|key| key["kid"].as_str().unwrap().to_owned()).collect()
}

async fn raw(sandbox: &Sandbox) -> String {
    Assertion::of(sandbox, "sender", READ).await.token(sandbox).await
}

fn kid(token: &str) -> String {
    header_of(token)["kid"].as_str().unwrap().to_owned()
}

async fn rotate(sandbox: &Sandbox, body: &Value) -> Answer {
    sandbox.post("sandbox/signing-keys").json(body).await
}

/// Facts platform A.1.
#[tokio::test]
async fn several_keys_are_published_with_the_examples_members() {
    let sandbox = open().await;
    let keys = key_set(&sandbox, MASKINPORTEN).await;
    assert_eq!(keys.len(), 2);
    for key in &keys {
        let members: Vec<&String> = key.as_object().unwrap().keys().collect();
        assert_eq!(members, ["kty", "e", "use", "kid", "alg", "n"]);
        assert!(!key["n"].as_str().unwrap().contains(['+', '/', '=']), "base64url");
    }
    assert_ne!(keys[0]["n"], keys[1]["n"]);
    // The key is chosen by its kid, not by its place in the set.
    let token = raw(&sandbox).await;
    let fits = |key: &&Value| key["kid"] == json!(kid(&token));
    let key = serde_json::from_value(keys.iter().find(fits).unwrap().clone()).unwrap();
    let mut validation = Validation::new(Algorithm::RS256);
    validation.set_issuer(&[sandbox.origin.as_str()]);
    assert!(jsonwebtoken::decode::<Value>(&token, &DecodingKey::from_jwk(&key).unwrap(), &validation).is_ok());
    for path in [MASKINPORTEN, ".well-known/oauth-authorization-server"] {
        let answer = sandbox.get(path).await;
        assert_eq!(answer.header("content-type"), "application/json", "facts examples 1");
    }
    sandbox.stop().await;
}

/// Facts platform A.1.
#[tokio::test]
async fn a_changed_key_signs_at_once_and_a_kept_key_set_does_not_know_it() {
    let sandbox = open().await;
    let (kept, old) = (kids(&sandbox, MASKINPORTEN).await, raw(&sandbox).await);
    let told = rotate(&sandbox, &json!({"rotate": "maskinporten"})).await;
    told.is(200);
    let new = raw(&sandbox).await;
    let fresh = kids(&sandbox, MASKINPORTEN).await;
    told.has("/maskinporten", json!({"signs": kid(&new), "published": fresh}));
    assert!(!kept.contains(&kid(&new)) && fresh.contains(&kid(&new)), "an unknown kid: the set must be fetched again");
    assert!(fresh.contains(&kid(&old)), "several at a time");
    for token in [&old, &new] {
        exchange(&sandbox, token).await.is(200);
    }
    rotate(&sandbox, &json!({"rotate": "maskinporten"})).await;
    assert!(!kids(&sandbox, MASKINPORTEN).await.contains(&kid(&old)));
    assert_eq!(exchange(&sandbox, &old).await.status, StatusCode::UNAUTHORIZED, "no longer published, no longer believed");
    exchange(&sandbox, &new).await.is(200);
    let seen = sandbox.get("sandbox/signing-keys").await.json();
    assert_eq!(seen["maskinporten"]["published"], json!(kids(&sandbox, MASKINPORTEN).await));
    sandbox.stop().await;
}

/// Facts platform C.2.
#[tokio::test]
async fn altinns_key_changes_as_maskinportens_does() {
    let sandbox = open().await;
    let kept = kids(&sandbox, ALTINN).await;
    let old = exchange(&sandbox, &raw(&sandbox).await).await.body;
    assert_eq!((kept.len(), &kept[0]), (1, &kid(&old)));
    rotate(&sandbox, &json!({"rotate": "all"})).await.is(200);
    let new = exchange(&sandbox, &raw(&sandbox).await).await.body;
    assert!(!kept.contains(&kid(&new)));
    assert_eq!(kids(&sandbox, ALTINN).await, [kid(&new), kid(&old)]);
    for token in [old, new] {
        let caller = Caller { sandbox: &sandbox, token: Some(token) };
        assert_eq!(caller.get("events/api/v1/subscriptions").await.status, 200, "believed");
    }
    sandbox.stop().await;
}

/// Facts platform A.1.
#[tokio::test]
async fn keys_change_for_this_machine_alone_and_are_kept_with_the_world() {
    let folder = tempfile::tempdir().unwrap();
    let kept = || Options { gateway: Gateway::Open, people: People::Never, world: Some(folder.path().join("world")), ..Options::default() };
    let sandbox = started(kept()).await;
    for wrong in [json!({"rotate": "nobody"}), json!({}), json!(["maskinporten"]), json!({"rotate": "all", "more": 1})] {
        assert_eq!(rotate(&sandbox, &wrong).await.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let url = sandbox.origin.join("sandbox/signing-keys").unwrap();
    let body = json!({"rotate": "all"});
    let foreign = client().post(url.clone()).json(&body).header("Origin", "https://evil.example");
    Answer::of(foreign).await.is(403);
    Answer::of(client().post(url).body(body.to_string())).await.is(415);
    rotate(&sandbox, &body).await;
    let (before, token) = (kids(&sandbox, MASKINPORTEN).await, raw(&sandbox).await);
    sandbox.stop().await;

    let again = started(kept()).await;
    assert_eq!(kids(&again, MASKINPORTEN).await, before);
    let keys = again.world().await.keys;
    assert_eq!(keys.published(TokenKind::Maskinporten).next().map(|key| key.kid(TokenKind::Maskinporten)), Some(kid(&token)));
    again.stop().await;
}

/// Facts platform A.4.
#[tokio::test]
async fn new_keys_and_scopes_come_through_after_two_minutes_where_caches_are_played() {
    for (caches, status) in [(Caches::Off, 200), (Caches::AsAltinn, 400)] {
        let strictness = Strictness { caches, ..Strictness::default() };
        let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
        let admin = Assertion::of(&sandbox, "admin", "idporten:dcr.write").await.token(&sandbox).await;
        let client_id = known::client("off-system").unwrap().id;
        let with_new_key = async || {
            let mut assertion = Assertion::of(&sandbox, "off-system", READ).await;
            assertion.header.kid = Some("new".to_owned());
            assertion.ask(&sandbox).await
        };
        Assertion::of(&sandbox, "off-system", READ).await.token(&sandbox).await;
        let set = json!({"keys": [admin_api::jwk(&sandbox, "new").await]});
        admin_api::call(&sandbox, Some(&admin), Method::POST, &format!("clients/{client_id}/jwks"), Some(&set)).await.is(200);
        let soon = with_new_key().await;
        assert_eq!(soon.status.as_u16(), status, "{caches:?} {}", soon.body);
        assert!(status == 200 || soon.body.contains("Unknown key identifier (kid) for client."), "{}", soon.body);

        let not_granted = async || Assertion::of(&sandbox, "not-granted", READ).await.ask(&sandbox).await.status.as_u16();
        assert_eq!(not_granted().await, 403);
        let owner = Assertion::of(&sandbox, "scope-owner", "idporten:scopes.write").await.token(&sandbox).await;
        let access = format!("scopes/access/{}?scope={READ}", known::OUTSIDER.number);
        admin_api::call(&sandbox, Some(&owner), Method::PUT, &access, None).await.is(200);
        assert_eq!(not_granted().await, if status == 200 { 200 } else { 403 });

        sandbox.world().await.memory.pass(Duration::from_secs(2 * 60));
        assert_eq!((with_new_key().await.status.as_u16(), not_granted().await), (200, 200), "two minutes later");
        sandbox.stop().await;
    }
}

/// Facts platform A.2.
#[tokio::test]
async fn a_system_user_and_a_client_on_its_system_work_at_once_whatever_is_remembered() {
    let strictness = Strictness { caches: Caches::AsAltinn, ..Strictness::default() };
    let sandbox = started(Options { gateway: Gateway::Open, people: People::Never, strictness, ..Options::default() }).await;
    let ask = async || Assertion::of(&sandbox, "off-system", READ).await.acting_for(known::SENDER.number, None).ask(&sandbox).await;
    assert!(ask().await.body.contains("MP-303"));
    let vendor = Caller::organisation(&sandbox, "sender", "altinn:authentication/systemregister.write").await;
    let path = format!("authentication/api/v1/systemregister/vendor/{}", known::SENDER_SYSTEM);
    let mut system = vendor.get(&path).await.json();
    system["clientId"].as_array_mut().unwrap().push(json!(known::client("off-system").unwrap().id));
    system["vendor"]["authority"] = json!("iso6523-actorid-upis");
    vendor.put(&path).json(&system).await.is(200);
    let token = ask().await;
    token.is(200);
    assert_eq!(claims(token.json()["access_token"].as_str().unwrap())["authorization_details"][0]["system_id"], known::SENDER_SYSTEM);
    sandbox.stop().await;
}
