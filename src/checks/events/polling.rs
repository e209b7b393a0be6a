//! Asks Altinn Events for events, instead of waiting for it to call (facts platform F.1).

use crate::checks::connection::Connection;
use crate::checks::tokens::TokenProblem;
use crate::journey::{FieldId, ReceivedBy, ReceivedEvent, Role};
use crate::services::{Grant, Problem, Token};
use crate::values::{OrgNumber, ResourceFilter, ResourceId, Scope, SubjectFilter};

const SUBSCRIBE: &str = "altinn:events.subscribe";

/// Why no events could be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PollProblem {
    /// This answer is missing.
    Missing(FieldId),
    Token(Box<TokenProblem>),
    Events(Problem),
}

/// The grant that asks for events: that of whoever may subscribe.
pub(super) fn grant(connection: &Connection) -> Option<Grant> {
    let subscribe = Scope::known(SUBSCRIBE);
    match connection.profile.role {
        Role::Sender | Role::Recipient => connection.acting(&subscribe),
        Role::ServiceOwner => Some(Grant { scopes: vec![connection.role_scope(), subscribe], system_user: None }),
    }
}

/// The events about our resource and our party, from the last one on that was polled. An event shows half a minute after it happened.
///
/// # Errors
/// Why nothing could be asked.
pub async fn poll(connection: &Connection) -> Result<Vec<ReceivedEvent>, PollProblem> {
    let profile = &connection.profile;
    let resource = profile.resource.as_ref().ok_or(PollProblem::Missing(FieldId::Resource))?;
    let party = profile.organisation.as_ref().ok_or(PollProblem::Missing(FieldId::Organisation))?;
    let grant = grant(connection).ok_or(PollProblem::Missing(FieldId::Organisation))?;
    let token = connection.exchanged(&grant).await.map_err(|problem| PollProblem::Token(Box::new(problem)))?;
    ask(connection, &token, resource, party).await.map_err(PollProblem::Events)
}

/// The question itself.
pub(super) async fn ask(
    connection: &Connection,
    token: &Token,
    resource: &ResourceId,
    party: &OrgNumber,
) -> Result<Vec<ReceivedEvent>, Problem> {
    let (resource, subject) = (ResourceFilter::of(resource), SubjectFilter::of(party));
    let is_ours = |event: &&ReceivedEvent| {
        event.by == ReceivedBy::Poll
            && event.resource.as_deref() == Some(resource.as_str())
            && event.subject.as_deref() == Some(subject.as_str())
    };
    let last = connection.evidence.events.iter().rfind(is_ours).map(|event| event.id.as_str());
    connection.services.events(token, &resource, &subject, last).await
}
