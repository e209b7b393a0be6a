//! A call that came through the door, and what refuses one.

use super::problem::{unhandled, validation};
use crate::decision::subject::Subject;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::{Caller, TokenProblem};
use crate::scheduler;
use crate::shared::Shared;
use crate::world::World;
use crate::world::happened::Happened;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use std::sync::Arc;
use uuid::Uuid;

/// A call that came through the door.
pub(super) struct BrokerCall {
    pub shared: Arc<Shared>,
    pub caller: Caller,
    pub subject: Subject,
    pub target: Target,
    pub headers: HeaderMap,
}

impl BrokerCall {
    /// The organisation that calls, nine digits (1.3).
    pub(super) fn organisation(&self) -> &str {
        self.caller.party().digits()
    }

    /// The client's owner, as the statistics name it (1.3).
    pub(super) fn vendor(&self) -> String {
        vendor(&self.caller)
    }

    /// The transfer id of the path.
    pub(super) fn transfer_id(&self) -> Result<Uuid, Response> {
        let given = self.target.id(1);
        guid(given).ok_or_else(|| validation(&[("fileTransferId", &format!("The value '{given}' is not valid."))]))
    }

    /// Lets happen what the change led to, puts the world on disk, then answers.
    pub(super) async fn kept(&self, world: &mut World, happened: Vec<Happened>, answer: Response) -> Response {
        match scheduler::keep(&self.shared, world, happened).await {
            Ok(()) => answer,
            Err(cause) => reply::broken(&cause),
        }
    }
}

/// Empty, with one `WWW-Authenticate` for each of the two schemes; only the one that knows the issuer tells why (1.2).
pub(crate) fn unauthorized(problem: TokenProblem) -> Response {
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

/// The owner of a caller's client.
pub(super) fn vendor(caller: &Caller) -> String {
    format!("0192:{}", caller.consumer.digits())
}

/// An id in any of the forms that .NET reads: with hyphens or without, in braces or in parentheses.
fn guid(text: &str) -> Option<Uuid> {
    let text = text.trim();
    let bare = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    if bare.starts_with("urn:") { None } else { Uuid::parse_str(bare).ok() }
}
