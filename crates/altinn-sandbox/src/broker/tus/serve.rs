//! Identifies the caller of a resumable upload and passes the request on (facts broker-api 3 and 1.2).

use super::super::problem::unhandled;
use super::call::{Address, Intent, SCOPES, UploadCall, in_progress, in_session};
use super::{create, info, write};
use crate::broker::call::unauthorized;
use crate::decision::subject::Subject;
use crate::http::reply;
use crate::identity::admission;
use crate::identity::caller::{Caller, Door, TokenProblem};
use crate::shared::Shared;
use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use std::sync::Arc;

pub(in super::super) async fn serve(shared: Arc<Shared>, address: &Address, parts: Parts, body: Body) -> Response {
    let caller = match caller(&shared, address, &parts.headers).await {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    let subject = Subject::from(&caller);
    let call = UploadCall { shared, caller, subject, address: address.clone(), headers: parts.headers };
    // The request runs in its own task: when the client disconnects, the bytes received so far are still accepted.
    let path = address.path();
    tokio::spawn(async move { answered(&call, body).await }).await.unwrap_or_else(|_| unhandled(&path))
}

async fn answered(call: &UploadCall, body: Body) -> Response {
    if call.address.method == Method::PATCH
        && let Some(done) = write::already_there(call).await
    {
        return done;
    }
    let intent = match call.intent() {
        Ok(intent) => intent,
        Err(answered) => return answered,
    };
    let outcome = match intent {
        Intent::Create => create::create(call, body).await,
        Intent::Write => write::patch(call, body).await,
        Intent::Info => info::head(call).await,
        Intent::Delete => info::delete(call).await,
    };
    outcome.unwrap_or_else(|refused| refused)
}

/// The caller. An expired token still works within an active session (facts broker-api 1.2).
async fn caller(shared: &Arc<Shared>, address: &Address, headers: &HeaderMap) -> Result<Caller, Response> {
    let caller = match shared.caller(headers, Door::Broker) {
        Ok(caller) => caller,
        Err(problem @ TokenProblem::Expired { .. }) => {
            let expired = shared.caller_of_expired(headers, Door::Broker).ok_or_else(|| unauthorized(&problem))?;
            let world = shared.world.lock().await;
            let touches = [Method::POST, Method::PATCH, Method::HEAD, Method::DELETE].contains(&address.method);
            let transfer = address.transfer.and_then(|id| world.broker.transfer(id)).filter(|_| touches);
            match transfer {
                Some(transfer) if in_session(&world, &expired, transfer) && in_progress(transfer) => expired,
                Some(_) | None => return Err(unauthorized(&problem)),
            }
        }
        Err(problem) => return Err(unauthorized(&problem)),
    };
    if admission::has_any(&caller, SCOPES) { Ok(caller) } else { Err(reply::forbidden()) }
}
