//! A call whose route, token and scope were accepted, and the answers that refuse a call.

use super::problem::{unhandled, validation};
use crate::decision::subject::Subject;
use crate::http::answer::with_header;
use crate::http::reply;
use crate::http::target::Target;
use crate::identity::caller::{Caller, Issued, TokenProblem};
use crate::scheduler;
use crate::shared::Shared;
use crate::signing::token_kind::TokenKind;
use crate::world::World;
use crate::world::happened::Happened;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use std::sync::Arc;
use uuid::Uuid;

/// A call whose route, token and scope were accepted.
pub(super) struct BrokerCall {
    pub shared: Arc<Shared>,
    pub caller: Caller,
    pub subject: Subject,
    pub target: Target,
    pub headers: HeaderMap,
}

impl BrokerCall {
    /// The organisation that calls: nine digits (facts broker-api 1.3).
    pub(super) fn organisation(&self) -> &str {
        self.caller.party().digits()
    }

    /// The owner of the client, in the form `0192:<nine digits>` that the statistics use (facts broker-api 1.3).
    pub(super) fn vendor(&self) -> String {
        vendor(&self.caller)
    }

    pub(super) fn transfer_id(&self) -> Result<Uuid, Response> {
        let given = self.target.id(1);
        guid(given).ok_or_else(|| validation(&[("fileTransferId", &format!("The value '{given}' is not valid."))]))
    }

    /// Carries out what happened, writes the world to disk, then answers.
    pub(super) async fn kept(&self, world: &mut World, happened: Vec<Happened>, answer: Response) -> Response {
        match scheduler::keep(&self.shared, world, happened).await {
            Ok(()) => answer,
            Err(cause) => reply::broken(&cause),
        }
    }
}

/// 401 with an empty body and one `WWW-Authenticate` for each of the service's two token schemes: Altinn's tokens, then
/// Maskinporten's. The scheme that does not know the issuer says so, unless the lifetime is what is wrong (facts broker-api 1.2).
pub(crate) fn unauthorized(problem: &TokenProblem) -> Response {
    let bad = |description: &str| format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
    let both = |value: String| [value.clone(), value];
    let foreign = |issuer: &str| bad(&format!("The issuer '{issuer}' is invalid"));
    let own = |issued: &Issued, description: &str| match issued.by {
        TokenKind::Altinn => [bad(description), foreign(&issued.issuer)],
        TokenKind::Maskinporten => [foreign(&issued.issuer), bad(description)],
    };
    let at = |moment: &jiff::Timestamp| moment.strftime("%m/%d/%Y %H:%M:%S").to_string();
    let values = match problem {
        TokenProblem::Missing => both("Bearer".to_owned()),
        TokenProblem::Unreadable => both("Bearer error=\"invalid_token\"".to_owned()),
        TokenProblem::KeyUnknown(issued) => own(issued, "The signature key was not found"),
        TokenProblem::Signature(issued) => own(issued, "The signature is invalid"),
        TokenProblem::Issuer(issuer) => both(foreign(issuer)),
        TokenProblem::NotYetValid { from } => both(bad(&format!("The token is not valid before '{}'", at(from)))),
        TokenProblem::Expired { at: expired } => both(bad(&format!("The token expired at '{}'", at(expired)))),
    };
    let answer = with_header(reply::empty(StatusCode::UNAUTHORIZED), header::WWW_AUTHENTICATE, &values[0]);
    with_header(answer, header::WWW_AUTHENTICATE, &values[1])
}

/// The 500 that the service's exception handler writes for a failed call.
pub(super) fn broke(path: &str) -> Response {
    unhandled(&format!("/broker/api/v1{path}"))
}

/// The owner of the caller's client, as `0192:<nine digits>`.
pub(super) fn vendor(caller: &Caller) -> String {
    format!("0192:{}", caller.consumer.digits())
}

/// Reads a GUID in the forms that .NET accepts: with or without hyphens, in braces or in parentheses.
fn guid(text: &str) -> Option<Uuid> {
    let text = text.trim();
    let bare = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    if bare.starts_with("urn:") { None } else { Uuid::parse_str(bare).ok() }
}
