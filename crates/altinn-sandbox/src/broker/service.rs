//! The order in which Broker handles a request: routing, `Accept`, token, scope, then the call (facts broker-api 0).

use super::call::{BrokerCall, broke, unauthorized};
use super::problem::Rebuilt;
use super::route::{Admission, Route};
use super::{
    accept, configure, daily, download, form, initialize, limits, maintenance, owner, read, receive, search, statistics, tus, upload,
    webhook,
};
use crate::decision::subject::Subject;
use crate::http::answer::{uncached, with_header};
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::admission;
use crate::identity::caller::{Caller, Door};
use crate::scheduler;
use crate::shared::Shared;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use axum::routing::any;
use std::sync::Arc;

/// Routes below `/broker/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(dispatch)
}

/// Routes without a prefix: `/health` (facts broker-api 2.13).
pub fn at_the_root() -> Router<Arc<Shared>> {
    Router::new().route("/health", any(healthy)).route("/health/", any(healthy))
}

async fn healthy(method: Method, headers: HeaderMap) -> Response {
    let answer = if method == Method::GET {
        reply::text(StatusCode::OK, &headers, "Environment properly configured")
    } else {
        with_header(reply::empty(StatusCode::METHOD_NOT_ALLOWED), header::ALLOW, Method::GET.as_str())
    };
    fixed(answer, &headers)
}

pub(crate) async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let headers = request.headers().clone();
    let target = Target::of(request.method(), request.uri());
    // The gateway itself answers 429, so this answer lacks the headers that Broker adds to its own.
    match limits::over(&shared, &target, &headers).await {
        Some(over) => over,
        None => fixed(served(shared, target, request).await, &headers),
    }
}

/// Adds the headers that every answer of Broker has; answers of the exception handler get others (facts broker-api 0).
pub(crate) fn fixed(mut answer: Response, asked: &HeaderMap) -> Response {
    let rebuilt = answer.extensions().get::<Rebuilt>().is_some();
    if rebuilt && !accept::admits_json(asked) {
        *answer.body_mut() = Body::empty();
        answer.headers_mut().remove(header::CONTENT_TYPE);
    }
    if rebuilt {
        return uncached(answer);
    }
    let headers = answer.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

async fn served(shared: Arc<Shared>, target: Target, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if let Some(address) = tus::Address::of(&target) {
        scheduler::settle(&shared).await;
        return tus::serve(shared, &address, parts, body).await;
    }
    let path = parts.uri.path().to_owned();
    let route = match Route::of(&target, &parts.headers) {
        Ok(route) => route,
        Err(refused) => return refused,
    };
    if let Some(Err(refused)) = route.produces().map(|declared| accept::acceptable(&parts.headers, declared)) {
        return refused;
    }
    let caller = match route.admission() {
        Admission::Anybody => {
            scheduler::settle(&shared).await;
            return unguarded(&shared, route, &parts.headers, body, &path).await.unwrap_or_else(|refused| refused);
        }
        Admission::Scopes(scopes) => match admitted(&shared, &parts.headers, scopes) {
            Ok(caller) => caller,
            Err(refused) => return refused,
        },
    };
    scheduler::settle(&shared).await;
    let subject = Subject::from(&caller);
    let call = BrokerCall { shared, caller, subject, target, headers: parts.headers };
    answered(&call, route, body, &path).await.unwrap_or_else(|refused| refused)
}

async fn answered(call: &BrokerCall, route: Route, body: Body, path: &str) -> Result<Response, Response> {
    match route {
        Route::Initialize => initialize::initialize(call, body, path).await,
        Route::Upload => upload::upload(call, body).await,
        Route::FormUpload => form::upload(call, body, path).await,
        Route::Overview | Route::Details => read::read(call, route).await,
        Route::Search => search::search(call).await,
        Route::Download => download::download(call).await,
        Route::Confirm => receive::confirm(call, path).await,
        Route::PutResource => configure::put(call, body, path).await,
        Route::GetResource => configure::get(call).await,
        Route::PostOwner => owner::post(call, body).await,
        Route::GetOwner => owner::get(call).await,
        Route::Monthly => statistics::monthly(call).await,
        Route::Cleanup => maintenance::cleanup(call).await,
        Route::KeyRotation => maintenance::rotate_keys(call, body).await,
        // These need no token and are handled by `unguarded`.
        Route::DailySummary | Route::DailySummaryFile | Route::ScanResults => Err(broke(path)),
    }
}

async fn unguarded(shared: &Arc<Shared>, route: Route, headers: &HeaderMap, body: Body, path: &str) -> Result<Response, Response> {
    match route {
        Route::ScanResults => Ok(webhook::scan_results(shared, body, path).await),
        _ => daily::summary(shared, route, headers, body).await,
    }
}

/// The caller, if the token is valid and has one of the scopes.
pub(super) fn admitted(shared: &Shared, headers: &HeaderMap, scopes: &[&str]) -> Result<Caller, Response> {
    let caller = shared.caller(headers, Door::Broker).map_err(|problem| unauthorized(&problem))?;
    if admission::has_any(&caller, scopes) { Ok(caller) } else { Err(reply::forbidden()) }
}
