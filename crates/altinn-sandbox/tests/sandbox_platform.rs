//! The sandbox's platform against the facts: exchange, gateway, its world on disk, its sink and its kit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod sandbox_support;

use altinn_sandbox::{
    Gateway, Options, Part, People, Preset, Sandbox, StartError, answers, describe, known, running, start, stored_world, write_kit,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use reqwest::StatusCode;
use sandbox_support::{Answer, Assertion, claims, client, exchange, exchange_url, open, started};
use serde_json::{Value, json};
use std::path::Path;
use std::time::{Duration, Instant};

const KEY: &str = "Ocp-Apim-Subscription-Key";

async fn raw(sandbox: &Sandbox, client_name: &str, scope: &str) -> String {
    Assertion::of(sandbox, client_name, scope).await.token(sandbox).await
}

fn persistent(world: &Path) -> Options {
    Options { gateway: Gateway::Open, people: People::Never, world: Some(world.to_owned()), ..Options::default() }
}

#[tokio::test]
async fn c1_raw_text_by_default_and_quoted_for_json() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    let plain = exchange(&sandbox, &token).await;
    assert_eq!((plain.status, plain.header("content-type")), (StatusCode::OK, "text/plain; charset=utf-8"));
    assert!(!plain.body.starts_with('"'));
    let quoted = Answer::of(client().get(exchange_url(&sandbox)).bearer_auth(&token).header("Accept", "application/json")).await;
    assert!(quoted.header("content-type").starts_with("application/json"));
    let Value::String(inner) = quoted.json() else { panic!("a JSON string: {}", quoted.body) };
    assert_eq!(claims(&inner)["client_id"], known::client("sender").unwrap().id);
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_the_claims_of_an_exchanged_token() {
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

#[tokio::test]
async fn c2_the_org_code_needs_the_scope_and_the_list() {
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

#[tokio::test]
async fn c1_everything_that_is_no_good_token_is_a_401_problem() {
    let sandbox = open().await;
    let good = raw(&sandbox, "sender", "altinn:broker.write").await;
    let exchanged = exchange(&sandbox, &good).await.body;
    let mut forged = good.clone();
    forged.replace_range(forged.len() - 8.., "AAAAAAAA");
    for token in ["not-a-jwt", forged.as_str(), exchanged.as_str()] {
        let answer = exchange(&sandbox, token).await;
        assert_eq!((answer.status, answer.header("content-type")), (StatusCode::UNAUTHORIZED, "application/problem+json"), "{token}");
        assert_eq!(answer.json()["type"], "https://tools.ietf.org/html/rfc9110#section-15.5.2");
        assert_eq!(answer.json()["title"], "Unauthorized");
        assert!(answer.json().get("code").is_none() && answer.headers.get("www-authenticate").is_none());
    }
    let without = Answer::of(client().get(exchange_url(&sandbox))).await;
    assert_eq!(without.status, StatusCode::UNAUTHORIZED);
    sandbox.stop().await;
}

#[tokio::test]
async fn c1_provider_test_and_enterprise_user_in_their_order() {
    let sandbox = open().await;
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    let ask = |path: &str| client().get(sandbox.origin.join("authentication/api/v1/exchange/").unwrap().join(path).unwrap());
    let unknown = Answer::of(ask("facebook").bearer_auth(&token)).await;
    assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
    assert!(unknown.body.starts_with("Invalid token provider: facebook. Trusted token providers are 'Maskinporten'"));
    assert_eq!(Answer::of(ask("facebook")).await.status, StatusCode::UNAUTHORIZED, "the header comes first");
    assert_eq!(Answer::of(ask("MaskinPorten").bearer_auth(&token)).await.status, StatusCode::OK);
    assert_eq!(Answer::of(ask("maskinporten?test=true").bearer_auth(&token)).await.status, StatusCode::OK);
    assert_eq!(Answer::of(ask("maskinporten?test=maybe").bearer_auth(&token)).await.status, StatusCode::BAD_REQUEST);

    let enterprise = |token: &str| ask("maskinporten").bearer_auth(token).header("X-Altinn-EnterpriseUser-Authentication", "dXNlcjpwdw==");
    let gone = Answer::of(enterprise(&token)).await;
    assert_eq!((gone.status, gone.json()["title"].clone()), (StatusCode::GONE, json!("Virksomhetsbruker is no longer available")));
    assert_eq!(Answer::of(enterprise("bad")).await.status, StatusCode::UNAUTHORIZED, "only on an otherwise good token");
    sandbox.stop().await;
}

#[tokio::test]
async fn c2_altinns_key_set_is_ordinary_base64_with_a_certificate_and_no_alg() {
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

#[tokio::test]
async fn g_the_keyed_gateway_tells_a_missing_key_from_a_wrong_one() {
    let sandbox = started(Options { people: People::Never, ..Options::default() }).await;
    let world = sandbox.world().await;
    for api in ["authentication", "broker", "events", "resourceregistry"] {
        let url = sandbox.origin.join(&format!("{api}/api/v1/anything")).unwrap();
        let missing = Answer::of(client().get(url.clone())).await;
        assert_eq!(missing.status, StatusCode::UNAUTHORIZED);
        assert!(missing.json()["message"].as_str().unwrap().contains("missing subscription key"));
        let challenge = format!(r#"AzureApiManagementKey realm="{}{api}",name="{KEY}",type="header""#, sandbox.origin);
        assert_eq!(missing.header("www-authenticate"), challenge);
        for wrong in ["guessed", world.foreign_api_key.expose()] {
            let answer = Answer::of(client().get(url.clone()).header(KEY, wrong)).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
            assert!(answer.json()["message"].as_str().unwrap().contains("invalid subscription key"));
        }
        let right = Answer::of(client().get(url).header(KEY, world.api_key.expose())).await;
        assert!(!right.body.contains("subscription key"), "{api}: {}", right.body);
    }
    let token = raw(&sandbox, "sender", "altinn:broker.write").await;
    assert!(!token.is_empty(), "Maskinporten is not behind the gateway");
    sandbox.stop().await;
}

#[tokio::test]
async fn g_the_open_gateway_never_asks_and_an_unknown_route_is_the_gateways_404() {
    let sandbox = open().await;
    let metadata = sandbox.origin.join("authentication/api/v1/openid/.well-known/openid-configuration").unwrap();
    assert_eq!(Answer::of(client().get(metadata.clone())).await.status, StatusCode::OK);
    assert_eq!(Answer::of(client().get(metadata).header(KEY, "superfluous")).await.status, StatusCode::OK);
    let nowhere = Answer::of(client().get(sandbox.origin.join("nowhere").unwrap())).await;
    assert_eq!((nowhere.status, nowhere.json()["message"].clone()), (StatusCode::NOT_FOUND, json!("Resource not found")));
    sandbox.stop().await;
}

#[tokio::test]
async fn it_listens_on_this_machine_only() {
    for address in ["0.0.0.0:0", "192.0.2.1:0", "[::]:0"] {
        let asked = Options { listen: Some(address.parse().unwrap()), ..Options::default() };
        assert!(matches!(start(asked).await, Err(StartError::NotLoopback(_))), "{address}");
    }
    let sandbox = open().await;
    let taken = Options { listen: Some(format!("127.0.0.1:{}", sandbox.origin.port().unwrap()).parse().unwrap()), ..Options::default() };
    assert!(matches!(start(taken).await, Err(StartError::Listen { .. })));
    sandbox.stop().await;
}

#[tokio::test]
async fn contract_8_a_world_keeps_its_keys_port_and_events_across_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let first = started(persistent(&file)).await;
    let (origin, before) = (first.origin.clone(), first.world().await);
    let sink = origin.join("sandbox/sink/sender").unwrap();
    let event = json!({"specversion": "1.0", "id": "1"});
    assert_eq!(Answer::of(client().post(sink.clone()).json(&event)).await.status, StatusCode::OK);
    first.stop().await;

    let second = started(persistent(&file)).await;
    let after = second.world().await;
    assert_eq!(second.origin, origin);
    assert_eq!(after.id, before.id);
    assert_eq!(after.api_key.expose(), before.api_key.expose());
    assert_eq!(Answer::of(client().get(sink)).await.json(), json!({"events": [event]}));
    raw(&second, "sender", "altinn:broker.write").await;
    second.stop().await;

    let fresh = started(Options { fresh: true, ..persistent(&file) }).await;
    assert_ne!(fresh.world().await.id, before.id);
    fresh.stop().await;
}

#[tokio::test]
async fn contract_8_at_another_port_its_own_addresses_are_rewritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let first = started(persistent(&file)).await;
    let (sink, origin) = (first.origin.join("sandbox/sink/x").unwrap(), first.origin.clone());
    let event = json!({"source": format!("{origin}broker/api/v1/filetransfer"), "other": "https://example.no/"});
    Answer::of(client().post(sink).json(&event)).await;
    first.stop().await;

    let squatter = tokio::net::TcpListener::bind(("127.0.0.1", origin.port().unwrap())).await.unwrap();
    let second = started(persistent(&file)).await;
    assert_ne!(second.origin, origin);
    let received = Answer::of(client().get(second.origin.join("sandbox/sink/x").unwrap())).await.json();
    assert_eq!(
        received["events"][0],
        json!({"source": format!("{}broker/api/v1/filetransfer", second.origin), "other": "https://example.no/"})
    );
    let token = raw(&second, "sender", "altinn:broker.write").await;
    assert_eq!(claims(&token)["iss"], second.origin.as_str());
    second.stop().await;
    drop(squatter);
}

#[tokio::test]
async fn contract_8_one_process_serves_a_world_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deeper").join("world.json");
    assert_eq!(running(&file).await, None);
    let sandbox = started(persistent(&file)).await;
    assert_eq!(running(&file).await, Some(sandbox.origin.clone()));
    assert_eq!(stored_world(&file).unwrap().id, sandbox.world().await.id);
    match start(persistent(&file)).await {
        Err(StartError::Served(Some(origin))) => assert_eq!(origin, sandbox.origin),
        other => panic!("{other:?}"),
    }
    sandbox.stop().await;
    assert_eq!(running(&file).await, None);
    // What a killed process leaves: a lock file whose guard nobody holds.
    std::fs::write(folder.path().join("deeper/world.json.lock"), br#"{"pid":1,"port":1,"origin":"http://127.0.0.1:1/"}"#).unwrap();
    assert_eq!(running(&file).await, None);
    started(persistent(&file)).await.stop().await;
}

#[tokio::test]
async fn contract_8_a_broken_world_is_set_aside_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    for (number, content) in [(1, "{\"version\":1,\"id\":"), (2, "{\"version\":99}")] {
        std::fs::write(&file, content).unwrap();
        let sandbox = started(persistent(&file)).await;
        let aside = folder.path().join(format!("world.json.broken-{number}"));
        assert_eq!(sandbox.set_aside.as_deref(), Some(aside.as_path()));
        assert_eq!(std::fs::read_to_string(aside).unwrap(), content);
        sandbox.stop().await;
    }
}

#[tokio::test]
async fn contract_8_the_file_is_whole_at_every_moment_and_holds_what_was_answered() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let sandbox = started(persistent(&file)).await;
    let sink = sandbox.origin.join("sandbox/sink/many").unwrap();
    let http = client();
    for number in 0..25 {
        let answer = Answer::of(http.post(sink.clone()).json(&json!({"number": number}))).await;
        assert_eq!(answer.status, StatusCode::OK);
        // What a process killed now would leave behind: no other file of the world's, and this one complete.
        let on_disk: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(on_disk["sink"]["received"]["many"].as_array().unwrap().len(), number + 1);
    }
    sandbox.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn contract_8_what_holds_secrets_is_readable_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("world.json");
    let sandbox = started(persistent(&file)).await;
    write_kit(&folder.path().join("kit"), &sandbox.world().await, &sandbox.origin).unwrap();
    for secret in ["world.json", "kit/sender.pem", "kit/api-key.txt", "kit/service-owner.pem"] {
        let mode = std::fs::metadata(folder.path().join(secret)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{secret}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn contract_8_the_kit_is_enough_for_another_program() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).unwrap();
    let kit: Value = serde_json::from_slice(&std::fs::read(folder.path().join("kit.json")).unwrap()).unwrap();
    assert_eq!(kit["platform"], sandbox.origin.as_str());
    assert_eq!(kit["organisations"]["recipient"], known::RECIPIENT.number);
    assert_eq!(kit["newcomer"]["resource"], known::NEWCOMER_RESOURCE);
    let every = kit["clients"].as_array().unwrap().iter().chain([&kit["newcomer"]["client"]]);
    for client in every {
        let key = client["key"].as_str().unwrap();
        assert!(std::fs::read_to_string(folder.path().join(key)).unwrap().starts_with("-----BEGIN PRIVATE KEY-----"), "{key}");
        assert!(client["kid"].is_string() && client["scopes"].is_array());
    }
    for role in ["sender", "recipient", "service-owner"] {
        let text = std::fs::read_to_string(folder.path().join(format!("{role}.toml"))).unwrap();
        let answers: toml::Table = toml::from_str(&text).unwrap_or_else(|cause| panic!("{role}: {cause}\n{text}"));
        assert_eq!(answers["role"].as_str(), Some(role));
        assert_eq!(answers["environment"]["platform"].as_str(), Some(sandbox.origin.as_str()));
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn the_answers_of_each_role_hold_no_secret() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = open().await;
    let world = sandbox.world().await;
    for part in Part::ALL {
        for preset in [Preset::Ready, Preset::HalfDone] {
            let answers = answers(&world, part, preset, folder.path()).unwrap();
            for (field, text) in &answers.fields {
                assert!(!text.contains("PRIVATE KEY") && !text.contains(world.api_key.expose()), "{field}");
            }
            assert_eq!(answers.text("role"), Some(part.name()));
            let https = answers.text("events.endpoint").unwrap();
            assert_eq!(https.starts_with("{sandbox}/sandbox/sink/"), preset == Preset::Ready, "{https}");
        }
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn its_overview_and_its_addresses_hold_no_secret() {
    let sandbox = open().await;
    let overview = Answer::of(client().get(sandbox.origin.join("sandbox/world").unwrap())).await;
    let world = sandbox.world().await;
    assert_eq!(overview.json()["id"], json!(world.id));
    let shown = format!("{}{:?}{:?}{}", overview.body, sandbox, world, describe(&sandbox));
    assert!(!shown.contains(world.api_key.expose()) && !shown.contains("PRIVATE KEY"));
    for (name, url) in describe(&sandbox).as_object().unwrap() {
        assert!(url.as_str().unwrap().starts_with(sandbox.origin.as_str()), "{name}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn several_sandboxes_live_side_by_side() {
    let (one, other) = tokio::join!(open(), open());
    assert_ne!(one.origin, other.origin);
    let token = raw(&one, "sender", "altinn:broker.write").await;
    assert_eq!(exchange(&other, &token).await.status, StatusCode::UNAUTHORIZED, "another issuer");
    one.stop().await;
    assert_eq!(Answer::of(client().get(other.origin.join("jwk").unwrap())).await.status, StatusCode::OK);
    other.stop().await;
}

#[tokio::test]
async fn d2_the_approvers_page_says_what_is_asked_and_takes_an_answer() {
    let sandbox = open().await;
    let waiting = |world: &altinn_sandbox::World, party: &str| {
        let found = world.systems.pending().find(|request| request.party == party && request.external_ref == known::HALF_DONE);
        found.map(|request| request.id)
    };
    let world = sandbox.world().await;
    for (party, said, shown) in [(known::SENDER.number, "yes", "approved"), (known::RECIPIENT.number, "no", "rejected")] {
        let id = waiting(&world, party).expect("a waiting request");
        let url = sandbox.origin.join(&format!("sandbox/approve?id={id}")).unwrap();
        let page = Answer::of(client().get(url.clone())).await;
        assert!(page.header("content-type").starts_with("text/html") && page.body.contains(party) && page.body.contains("Approve"));
        let form = |answer: &str| client().post(url.clone()).body(format!("answer={answer}"));
        assert!(Answer::of(form(said)).await.body.contains(shown));
        assert!(Answer::of(form(said)).await.body.contains("AUTH-00013"), "answered once");
        assert_eq!(waiting(&sandbox.world().await, party), None);
    }
    let granted = Assertion::of(&sandbox, "sender", "altinn:broker.write").await;
    granted.acting_for(known::SENDER.number, Some(known::HALF_DONE)).token(&sandbox).await;
    sandbox.stop().await;
}

#[tokio::test]
async fn latency_holds_every_answer_back() {
    let latency = Duration::from_millis(40);
    let sandbox = started(Options { latency, ..Options::default() }).await;
    for path in ["jwk", "broker/api/v1/filetransfer", "nowhere"] {
        let asked = Instant::now();
        Answer::of(client().get(sandbox.origin.join(path).unwrap())).await;
        assert!(asked.elapsed() >= latency, "{path}");
    }
    sandbox.stop().await;
}

#[tokio::test]
async fn every_known_organisation_client_and_system_is_in_a_new_world() {
    let sandbox = open().await;
    let world = sandbox.world().await;
    assert_eq!(world.organisations.all.len(), known::ORGANISATIONS.len());
    assert_eq!(world.maskinporten.clients.len(), known::CLIENTS.len());
    assert_eq!(world.maskinporten.granted.len(), known::ORGANISATIONS.len() + 1, "the owner of the scopes is in no register");
    for system in known::SYSTEMS {
        assert!(world.systems.system(system.id).is_some(), "{}", system.id);
        for name in system.clients {
            assert!(known::client(name).is_some(), "{name}");
        }
    }
    let systems = serde_json::to_value(&world.systems).unwrap();
    assert_eq!(systems["requests"].as_array().map(Vec::len), Some(known::REQUESTS.len()));
    sandbox.stop().await;
}
