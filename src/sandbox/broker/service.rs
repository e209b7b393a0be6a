//! Broker's pipeline: routing, `Accept`, the token, the scope, the call (broker-api facts, 0).

use super::problem::{unhandled, validation};
use super::route::Route;
use super::{accept, configure, download, initialize, lifecycle, owner, read, receive, search, upload};
use crate::sandbox::answer::with_header;
use crate::sandbox::decision::Subject;
use crate::sandbox::target::Target;
use crate::sandbox::{Caller, Door, Shared, TokenProblem, World, admission, moment, reply};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use std::sync::Arc;
use uuid::Uuid;

/// A call that came through the door.
pub(super) struct Call {
    pub shared: Arc<Shared>,
    pub caller: Caller,
    pub subject: Subject,
    pub target: Target,
    pub headers: HeaderMap,
}

impl Call {
    /// The organisation that calls, nine digits (1.3).
    pub(super) fn organisation(&self) -> &str {
        self.caller.party().digits()
    }

    /// The transfer id of the path.
    pub(super) fn transfer_id(&self) -> Result<Uuid, Response> {
        let given = self.target.id(1);
        Uuid::parse_str(given).map_err(|_| validation(&[("fileTransferId", &format!("The value '{given}' is not valid."))]))
    }

    /// Puts the world on disk, then answers.
    pub(super) async fn kept(&self, world: &World, answer: Response) -> Response {
        match self.shared.save(world).await {
            Ok(()) => answer,
            Err(cause) => reply::broken(&cause),
        }
    }
}

/// The calls below `/broker/api/v1`.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().fallback(dispatch)
}

pub(in crate::sandbox) async fn dispatch(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let mut answer = served(shared, request).await;
    answer.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

async fn served(shared: Arc<Shared>, request: Request) -> Response {
    let target = Target::of(request.method(), request.uri());
    let (parts, body) = request.into_parts();
    let route = match admitted(&shared, &target, &parts.headers) {
        Ok(admitted) => admitted,
        Err(refused) => return refused,
    };
    let (route, caller) = route;
    lifecycle::settle(&shared).await;
    let subject = Subject::from(&caller);
    let path = parts.uri.path().to_owned();
    let call = Call { shared, caller, subject, target, headers: parts.headers };
    let outcome = match route {
        Route::Initialize => initialize::initialize(&call, body, &path).await,
        Route::Upload => upload::upload(&call, body).await,
        Route::Overview | Route::Details => read::read(&call, route).await,
        Route::Search => search::search(&call).await,
        Route::Download => download::download(&call).await,
        Route::Confirm => receive::confirm(&call, &path).await,
        Route::PutResource => configure::put(&call, body, &path).await,
        Route::GetResource => configure::get(&call).await,
        Route::PostOwner => owner::post(&call, body).await,
        Route::GetOwner => owner::get(&call).await,
    };
    outcome.unwrap_or_else(|refused| refused)
}

fn admitted(shared: &Shared, target: &Target, headers: &HeaderMap) -> Result<(Route, Caller), Response> {
    let route = Route::of(target, headers)?;
    if let Some(declared) = route.produces() {
        accept::acceptable(headers, declared)?;
    }
    let caller = shared.caller(headers, Door::Broker).map_err(unauthorized)?;
    if !admission::has_any(&caller, route.scopes()) {
        return Err(reply::forbidden());
    }
    Ok((route, caller))
}

/// Empty, with one `WWW-Authenticate` for each of the two schemes; only the one that knows the issuer tells why (1.2).
fn unauthorized(problem: TokenProblem) -> Response {
    let bad = |description: &str| format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
    let unknown_key = || bad("The signature key was not found");
    let at = |moment: jiff::Timestamp| moment.strftime("%m/%d/%Y %H:%M:%S").to_string();
    let values = match problem {
        TokenProblem::Missing => ["Bearer".to_owned(), "Bearer".to_owned()],
        TokenProblem::Unreadable => ["Bearer error=\"invalid_token\"".to_owned(), "Bearer error=\"invalid_token\"".to_owned()],
        TokenProblem::Signature => [unknown_key(), unknown_key()],
        TokenProblem::Issuer => [bad("The issuer is invalid"), unknown_key()],
        TokenProblem::NotYetValid { from } => [bad(&format!("The token is not valid before '{}'", at(from))), unknown_key()],
        TokenProblem::Expired { at: expired } => [bad(&format!("The token expired at '{}'", at(expired))), unknown_key()],
    };
    let answer = with_header(reply::empty(StatusCode::UNAUTHORIZED), header::WWW_AUTHENTICATE, &values[0]);
    with_header(answer, header::WWW_AUTHENTICATE, &values[1])
}

/// 500 of a call, as the exception handler rebuilds it.
pub(super) fn broke(path: &str) -> Response {
    unhandled(&format!("/broker/api/v1{path}"))
}

/// Now.
pub(super) fn now() -> jiff::Timestamp {
    moment::now()
}
