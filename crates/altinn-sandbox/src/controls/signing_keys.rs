//! `GET` and `POST /sandbox/signing-keys`: reads the keys that the issuers publish, and changes the one that signs. Maskinporten
//! publishes several at a time, and a client that keeps a key set must fetch it again when it sees an unknown `kid` (facts platform
//! A.1).

use crate::http::reply;
use crate::pages::guard;
use crate::shared::Shared;
use crate::signing::keys::Keys;
use crate::signing::rsa_key::RsaKey;
use crate::signing::token_kind::TokenKind;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io;
use std::sync::Arc;

/// The routes at the root.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/sandbox/signing-keys", get(current).post(change))
}

/// The issuers whose keys are changed.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Whose {
    Maskinporten,
    Altinn,
    All,
}

impl Whose {
    const fn issuers(self) -> &'static [TokenKind] {
        match self {
            Self::Maskinporten => &[TokenKind::Maskinporten],
            Self::Altinn => &[TokenKind::Altinn],
            Self::All => &TokenKind::ALL,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyRotation {
    rotate: Whose,
}

async fn current(State(shared): State<Arc<Shared>>) -> Response {
    reply::json(StatusCode::OK, &key_ids_json(&shared.world.lock().await.keys))
}

fn key_ids_json(keys: &Keys) -> Value {
    let of = |issuer: TokenKind| {
        let published: Vec<String> = keys.published(issuer).map(|key| key.kid(issuer)).collect();
        (issuer.issuer().to_owned(), json!({"signs": published.first(), "published": published}))
    };
    Value::Object(TokenKind::ALL.into_iter().map(of).collect())
}

async fn change(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Body) -> Response {
    let expected = json!({"rotate": ["maskinporten", "altinn", "all"]});
    let KeyRotation { rotate } = match guard::asked(&headers, body, &expected).await {
        Ok(change) => change,
        Err(refused) => return refused,
    };
    match rotated(&shared, rotate.issuers()).await {
        Ok(key_ids) => reply::json(StatusCode::OK, &key_ids),
        Err(cause) => reply::broken(&cause),
    }
}

async fn rotated(shared: &Shared, issuers: &'static [TokenKind]) -> io::Result<Value> {
    // Making a key takes a moment, so the world is not locked meanwhile.
    let made = tokio::task::spawn_blocking(|| issuers.iter().map(|_| RsaKey::generate()).collect::<io::Result<Vec<_>>>());
    let made = made.await.map_err(io::Error::other)??;
    let mut world = shared.world.lock().await;
    for (issuer, key) in issuers.iter().zip(made) {
        world.keys.succeed(*issuer, key);
    }
    shared.save(&mut world).await?;
    shared.signers.renew(&world.keys)?;
    Ok(key_ids_json(&world.keys))
}
