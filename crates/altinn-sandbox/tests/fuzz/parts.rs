//! Valid tokens and existing ids, for requests.

use crate::plan::Parts;
use altinn_sandbox::{Sandbox, known};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

const TRANSFERRING: &str = "altinn:broker.write altinn:broker.read altinn:events.subscribe";
const REGISTERING: &str = "altinn:authentication/systemregister.write altinn:authentication/systemuser.request.write altinn:authentication/systemuser.request.read";
const OWNING: &str = "altinn:serviceowner altinn:broker.write altinn:broker.read altinn:events.subscribe altinn:resourceregistry/resource.write altinn:resourceregistry/accesslist.read";

/// The tokens and ids of a new world.
pub async fn of(sandbox: &Sandbox) -> Parts {
    let mut tokens = Vec::new();
    for (client, party, scopes) in [
        ("sender", Some(known::SENDER.number), TRANSFERRING),
        ("recipient", Some(known::RECIPIENT.number), TRANSFERRING),
        ("sender", None, REGISTERING),
        ("service-owner", None, OWNING),
        ("newcomer", None, "altinn:serviceowner altinn:broker.write"),
    ] {
        let raw = token(sandbox, client, party, scopes).await;
        tokens.push(exchanged(sandbox, &raw).await);
        tokens.push(raw);
    }
    let resources = [known::RESOURCE, known::NEWCOMER_RESOURCE, known::SENDER_SYSTEM, known::SENDER.number, "partnere", "1001"];
    let mut ids = resources.map(str::to_owned).to_vec();
    ids.extend(known::CLIENTS.iter().map(|client| client.id.to_owned()));
    ids.extend(sandbox.world().await.systems.pending().map(|request| request.id.to_string()));
    Parts { origin: sandbox.origin.clone(), tokens, ids }
}

async fn token(sandbox: &Sandbox, name: &str, party: Option<&str>, scopes: &str) -> String {
    let client = known::client(name).expect("a known client");
    let world = sandbox.world().await;
    let key = EncodingKey::from_rsa_pem(world.keys.holders[&client.key].pem.expose().as_bytes()).expect("a key");
    drop(world);
    let mut header = Header::new(Algorithm::RS256);
    header.kid = Some(client.kid());
    let now = jiff::Timestamp::now().as_second();
    let mut claims =
        json!({"aud": sandbox.origin, "iss": client.id, "scope": scopes, "iat": now, "exp": now + 120, "jti": uuid::Uuid::new_v4()});
    if let Some(party) = party {
        let owner = json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")});
        claims["authorization_details"] = json!([{"type": "urn:altinn:systemuser", "systemuser_org": owner}]);
    }
    let assertion = jsonwebtoken::encode(&header, &claims, &key).expect("signed");
    let form = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
        .append_pair("assertion", &assertion)
        .finish();
    let request = client_of_none().post(sandbox.origin.join("token").expect("a url"));
    let answer = request.header("Content-Type", "application/x-www-form-urlencoded").body(form).send().await.expect("an answer");
    let answer: Value = serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("JSON");
    answer["access_token"].as_str().expect("a token").to_owned()
}

async fn exchanged(sandbox: &Sandbox, token: &str) -> String {
    let url = sandbox.origin.join("authentication/api/v1/exchange/maskinporten").expect("a url");
    client_of_none().get(url).bearer_auth(token).send().await.expect("an answer").text().await.expect("a token")
}

fn client_of_none() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().expect("a client")
}
