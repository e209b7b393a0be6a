//! A raw client for the sandbox. It is written from the facts and does not use the wizard's code.

#![allow(dead_code, unused_imports, reason = "each test target uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

pub mod answer;
pub mod caller;
pub mod facts_list;
pub mod openapi;
pub mod request;

use altinn_sandbox::start;
pub use altinn_sandbox::{Gateway, Options, People, Sandbox, known};
pub use answer::Answer;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
pub use caller::{Caller, until};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
pub use request::{Request, Requests};
use reqwest::Client;
pub use reqwest::{Method, StatusCode};
use serde_json::Map;
pub use serde_json::{Value, json};
use url::form_urlencoded;

pub const GRANT_TYPE: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/// An ephemeral sandbox whose gateway is open.
pub async fn open() -> Sandbox {
    started(Options { gateway: Gateway::Open, people: People::Never, ..Options::default() }).await
}

pub async fn started(options: Options) -> Sandbox {
    start(options).await.expect("the sandbox starts")
}

pub fn client() -> Client {
    Client::builder().no_proxy().build().expect("a client")
}

/// A valid assertion, of which a test can make one part wrong.
pub struct Assertion {
    pub header: Header,
    pub claims: Map<String, Value>,
    pub key: EncodingKey,
}

impl Assertion {
    /// A valid assertion of a known client.
    pub async fn of(sandbox: &Sandbox, client: &str, scope: &str) -> Self {
        let known = known::client(client).expect("a known client");
        let world = sandbox.world().await;
        let key = EncodingKey::from_rsa_pem(world.keys.holders[&known.key].pem.expose().as_bytes()).expect("a key");
        let mut header = Header::new(Algorithm::RS256);
        header.kid = Some(known.kid());
        let now = Timestamp::now().as_second();
        let claims =
            json!({"aud": sandbox.origin, "iss": known.id, "scope": scope, "iat": now, "exp": now + 120, "jti": uuid::Uuid::new_v4()});
        let Value::Object(claims) = claims else { unreachable!() };
        Self { header, claims, key }
    }

    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.claims.insert(name.to_owned(), value.into());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.claims.remove(name);
        self
    }

    pub fn acting_for(self, party: &str, external_ref: Option<&str>) -> Self {
        let mut detail = json!({"type": "urn:altinn:systemuser", "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": format!("0192:{party}")}});
        if let Some(reference) = external_ref {
            detail["externalRef"] = reference.into();
        }
        self.with("authorization_details", json!([detail]))
    }

    pub fn compact(&self) -> String {
        jsonwebtoken::encode(&self.header, &self.claims, &self.key).expect("signed")
    }

    pub async fn ask(&self, sandbox: &Sandbox) -> Answer {
        post_assertion(sandbox, &self.compact()).await
    }

    /// Gets a token; fails if it is refused.
    pub async fn token(&self, sandbox: &Sandbox) -> String {
        let answer = self.ask(sandbox).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        answer.json()["access_token"].as_str().expect("a token").to_owned()
    }
}

pub async fn post_assertion(sandbox: &Sandbox, compact: &str) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("grant_type", GRANT_TYPE)
        .append_pair("assertion", compact)
        .append_pair("unknown", "is ignored")
        .finish();
    post_form(sandbox, "application/x-www-form-urlencoded", form).await
}

pub async fn post_form(sandbox: &Sandbox, content_type: &str, form: String) -> Answer {
    let url = sandbox.origin.join("token").expect("a url");
    Answer::of(client().post(url).header("Content-Type", content_type).body(form)).await
}

/// The claims of a token; its signature is not verified.
pub fn claims(token: &str) -> Value {
    jsonwebtoken::dangerous::insecure_decode_claims(token).expect("claims")
}

/// Gets an exchanged token for a known client.
pub async fn exchanged(sandbox: &Sandbox, client_name: &str, scope: &str) -> String {
    let raw = Assertion::of(sandbox, client_name, scope).await.token(sandbox).await;
    exchange(sandbox, &raw).await.body
}

pub async fn exchange(sandbox: &Sandbox, token: &str) -> Answer {
    Answer::of(client().get(exchange_url(sandbox)).bearer_auth(token)).await
}

pub fn exchange_url(sandbox: &Sandbox) -> url::Url {
    sandbox.origin.join("authentication/api/v1/exchange/maskinporten").expect("a url")
}

/// The header of a token, parsed here because libraries refuse some headers that the services write.
pub fn header_of(token: &str) -> Value {
    let first = URL_SAFE_NO_PAD.decode(token.split('.').next().unwrap()).unwrap();
    serde_json::from_slice(&first).unwrap()
}
