//! Facts platform G: the gateway, open and keyed.

use crate::support::*;

const PATH: &str = "authorization/api/v1/authorize";
const KEY: &str = "Ocp-Apim-Subscription-Key";

/// Facts platform G.
#[tokio::test]
async fn the_decision_point_is_keyed_even_behind_an_open_gateway() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    let caller = Caller::nobody(&sandbox);
    let with = |key: &str| caller.post(PATH).header(KEY, key);
    let missing = caller.post(PATH).await;
    missing.is(401);
    assert_eq!(
        missing.json(),
        json!({"statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."})
    );
    assert!(missing.header("www-authenticate").starts_with("AzureApiManagementKey realm=\""));
    assert!(missing.header("www-authenticate").ends_with(r#"authorization",name="Ocp-Apim-Subscription-Key",type="header""#));
    with(world.foreign_api_key.expose())
        .await
        .has("/message", "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.");
    let taken = with(world.api_key.expose()).await;
    assert_eq!((taken.status.as_u16(), taken.body.as_str()), (401, ""), "the key is taken, the token is missing");
    let token = Caller::organisation(&sandbox, "sender", "altinn:broker.read").await;
    token.post(PATH).header(KEY, world.api_key.expose()).await.is(403).empty();
    sandbox.stop().await;
}

/// Facts platform G.
#[tokio::test]
async fn an_open_gateway_ignores_a_wrong_key_elsewhere() {
    let sandbox = open().await;
    let request = Caller::nobody(&sandbox).get("resourceregistry/api/v1/resource/orgs").header(KEY, "wrong");
    request.await.is(200);
    Caller::nobody(&sandbox).get("nothing/here").await.is(404).body_is(json!({"statusCode": 404, "message": "Resource not found"}));
    sandbox.stop().await;
}

/// Facts platform G.
#[tokio::test]
async fn too_many_calls_are_told_the_seconds_and_a_header_says_them_too_or_does_not() {
    let sandbox = open().await;
    let caller = Caller::nobody(&sandbox);
    let text = |seconds: u32| format!(r#"{{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in {seconds} seconds." }}"#);
    for (fault, seconds, header) in [("http-429=7:1", 7, "7"), ("http-429:1", 2, "2"), ("http-429-bare:1", 60, "")] {
        for path in ["broker/api/v1/filetransfer", "events/api/v1/subscriptions", "authentication/api/v1/exchange/maskinporten"] {
            sandbox.shared().faults.set(fault.parse().unwrap());
            let over = Answer::unjudged(caller.request(Method::GET, path)).await;
            assert_eq!((over.status.as_u16(), over.body), (429, text(seconds)), "{fault} at {path}");
            assert_eq!(over.headers.get("retry-after").map_or("", |value| value.to_str().unwrap()), header, "{fault}");
            assert_eq!(over.headers["content-type"], "application/json");
            assert_eq!(Answer::unjudged(caller.request(Method::GET, path)).await.status, 401, "once");
        }
    }
    sandbox.stop().await;
}

/// The body must be equal character by character, because clients recognise the gateway by its text.
/// Facts platform G and facts examples 29.
#[tokio::test]
async fn the_keys_refusals_are_spelt_as_the_gateway_spells_them() {
    let sandbox = started(Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() }).await;
    let caller = Caller::nobody(&sandbox);
    let why = |text: &str| format!(r#"{{ "statusCode": 401, "message": "Access denied due to {text}" }}"#);
    let missing = why("missing subscription key. Make sure to include subscription key when making requests to an API.");
    let invalid = why("invalid subscription key. Make sure to provide a valid key for an active subscription.");
    for path in [
        "broker/api/v1/filetransfer",
        "Events/api/v1/subscriptions",
        "authentication/api/v1/exchange/maskinporten",
        "resourceregistry/api/v1/resource/orgs",
    ] {
        let api = path.split('/').next().unwrap().to_lowercase();
        for (request, body) in
            [(caller.request(Method::GET, path), &missing), (caller.request(Method::GET, path).header(KEY, "0123456789abcdef"), &invalid)]
        {
            let refused = Answer::unjudged(request).await;
            assert_eq!((refused.status.as_u16(), &refused.body), (401, body), "{path}");
            refused.header_is("content-type", "application/json");
            let realm = format!(r#"AzureApiManagementKey realm="{}{api}",name="{KEY}",type="header""#, sandbox.origin);
            refused.header_is("www-authenticate", realm);
        }
    }
    for path in ["jwk", ".well-known/oauth-authorization-server"] {
        assert_eq!(Answer::unjudged(caller.request(Method::GET, path)).await.status, 200, "Maskinporten is behind another gateway");
    }
    sandbox.stop().await;
}

/// Facts platform G.
#[tokio::test]
async fn the_anonymous_probes_ask_for_nothing() {
    let sandbox = open().await;
    let caller = Caller::nobody(&sandbox);
    for path in [
        "authentication/api/v1/openid/.well-known/openid-configuration",
        &format!("resourceregistry/api/v1/resource/{}", known::RESOURCE),
        "resourceregistry/api/v1/resource/orgs",
        ".well-known/oauth-authorization-server",
        "jwk",
        "api/v1/scopes/all?accessible_for_all=true",
    ] {
        assert_eq!(caller.get(path).await.status, 200, "{path}");
    }
    sandbox.stop().await;
}

/// Facts platform G.
#[tokio::test]
async fn the_keyed_gateway_tells_a_missing_key_from_a_wrong_one() {
    let sandbox = started(Options { people: People::Never, ..Options::default() }).await;
    let world = sandbox.world().await;
    for api in ["authentication", "broker", "events", "resourceregistry"] {
        let url = sandbox.origin.join(&format!("{api}/api/v1/anything")).unwrap();
        let missing = Answer::of(client().get(url.clone())).await;
        missing.is(401);
        assert!(missing.json()["message"].as_str().unwrap().contains("missing subscription key"));
        let challenge = format!(r#"AzureApiManagementKey realm="{}{api}",name="{KEY}",type="header""#, sandbox.origin);
        missing.header_is("www-authenticate", challenge);
        for wrong in ["guessed", world.foreign_api_key.expose()] {
            let answer = Answer::of(client().get(url.clone()).header(KEY, wrong)).await;
            answer.is(401);
            assert!(answer.json()["message"].as_str().unwrap().contains("invalid subscription key"));
        }
        let right = Answer::of(client().get(url).header(KEY, world.api_key.expose())).await;
        assert!(!right.body.contains("subscription key"), "{api}: {}", right.body);
    }
    let token = Assertion::of(&sandbox, "sender", "altinn:broker.write").await.token(&sandbox).await;
    assert!(!token.is_empty(), "Maskinporten is not behind the gateway");
    sandbox.stop().await;
}

/// Facts platform G.
#[tokio::test]
async fn the_open_gateway_never_asks_and_an_unknown_route_is_the_gateways_404() {
    let sandbox = open().await;
    let metadata = sandbox.origin.join("authentication/api/v1/openid/.well-known/openid-configuration").unwrap();
    Answer::of(client().get(metadata.clone())).await.is(200);
    Answer::of(client().get(metadata).header(KEY, "superfluous")).await.is(200);
    let nowhere = sandbox.get("nowhere").await;
    nowhere.is(404).has("/message", "Resource not found");
    sandbox.stop().await;
}
