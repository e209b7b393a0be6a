//! The test token generator (facts platform C.3, and its own public source where they are silent): Altinn tokens for tests without
//! a Maskinporten client.

mod admission;
pub(crate) mod function;
mod query;
mod token_request;

use crate::http::reply;
use crate::shared::Shared;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use function::Function;
use query::Query;
use serde_json::{Map, Value};
use std::io;
use std::sync::Arc;
use token_request::TokenRequest;
use url::form_urlencoded;

/// The routes at the root: below the path that the real generator has, and below one of the sandbox's own.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/testtools/api/{function}", get(generate)).route("/api/{function}", get(generate))
}

async fn generate(
    State(shared): State<Arc<Shared>>,
    Path(function): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(function) = Function::named(&function) else { return reply::empty(StatusCode::NOT_FOUND) };
    if let Err(refused) = admission::admitted(&shared, &headers, function).await {
        return refused;
    }
    let given: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let mut query = Query::of(&given);
    let Some(wanted) = TokenRequest::read(&mut query, function) else {
        return reply::json(StatusCode::BAD_REQUEST, &query.complaints());
    };
    made(&shared, &wanted, query.is_given("dump")).unwrap_or_else(|_| reply::empty(StatusCode::INTERNAL_SERVER_ERROR))
}

/// The answer: several tokens as one object, or one token, or with `dump` its content.
fn made(shared: &Shared, wanted: &TokenRequest, dump: bool) -> io::Result<Response> {
    let token = |whose: &str| shared.signers.sign_for_tests(&wanted.claims(shared, whose));
    if wanted.bulk_count > 0 {
        let several = wanted.whose_any().into_iter().take(wanted.bulk_count as usize);
        let by_whose: Map<String, Value> = several.map(|whose| Ok((whose.to_owned(), token(whose)?.into()))).collect::<io::Result<_>>()?;
        return Ok(reply::json(StatusCode::OK, &Value::Object(by_whose)));
    }
    let any = wanted.whose_any();
    let token = token(wanted.whose.as_deref().or(any.first().copied()).unwrap_or_default())?;
    Ok(reply::body(StatusCode::OK, reply::TEXT, if dump { dumped(&token)? } else { token }))
}

/// A token's header and claims as indented JSON.
fn dumped(token: &str) -> io::Result<String> {
    let read = crate::signing::jws::Jws::read(token).ok_or_else(|| io::Error::other("a token that was just made cannot be read"))?;
    Ok(format!("{}\n.\n{}", serde_json::to_string_pretty(&read.header)?, serde_json::to_string_pretty(&read.claims)?))
}
