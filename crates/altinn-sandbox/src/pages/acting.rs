//! How the played organisations call the services: over the services' own routes with a token, so that all rules apply to them too.

use super::note::Note;
use crate::shared::Shared;
use crate::signing::token_kind::TokenKind;
use crate::world::World;
use crate::world::organisations::Organisation;
use crate::{broker, exchange, systems};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// The most that is read of a JSON answer, in bytes.
const ANSWER_MOST: usize = 4 << 20;

/// An organisation with a token to call the services with.
pub(super) struct Acting<'s> {
    shared: &'s Arc<Shared>,
    token: String,
}

/// A result whose error is the note to show.
pub(super) type Outcome<T> = Result<T, Note>;

impl<'s> Acting<'s> {
    /// Acts as the organisation's system user for the resource if it has one, otherwise as the organisation itself.
    pub(super) fn of(shared: &'s Arc<Shared>, world: &World, organisation: &Organisation, resource: Option<&str>) -> Outcome<Self> {
        let user = resource.and_then(|resource| {
            let mut own = world.systems.users.iter().filter(|user| user.party == organisation.number.digits() && !user.is_deleted);
            own.find(|user| user.delegations.iter().any(|delegation| delegation.resource == resource))
        });
        let consumer = json!({"authority": "iso6523-actorid-upis", "ID": organisation.number.iso6523()});
        let mut claims = Map::new();
        let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        put("scope", super::world::scopes(world).join(" ").into());
        put("client_id", Uuid::new_v4().to_string().into());
        put("consumer", consumer.clone());
        put("jti", Uuid::new_v4().to_string().into());
        if let Some(user) = user {
            put(
                "authorization_details",
                json!({"type": "urn:altinn:systemuser", "systemuser_id": [user.id], "systemuser_org": consumer, "system_id": user.system_id}),
            );
        }
        let claims = exchange::exchanged(shared, claims, &organisation.number, organisation.org_code.clone());
        let token = shared.signers.sign(TokenKind::Altinn, &claims).map_err(|cause| Note::NotKept { cause: cause.to_string() })?;
        Ok(Self { shared, token })
    }

    /// Calls Broker; `path` is below its prefix.
    pub(super) async fn broker(&self, method: Method, path: &str, kind: &str, body: impl Into<Body>) -> Outcome<Response> {
        succeeded(broker::dispatch(State(Arc::clone(self.shared)), self.request(method, path, kind, body)?).await).await
    }

    /// Calls the system register or the system users with JSON, and reads the JSON of the answer.
    pub(super) async fn systems(&self, method: Method, path: &str, body: &Value) -> Outcome<Value> {
        let request = self.request(method, path, "application/json", body.to_string())?;
        read(succeeded(systems::dispatch(State(Arc::clone(self.shared)), request).await).await?).await
    }

    fn request(&self, method: Method, path: &str, kind: &str, body: impl Into<Body>) -> Outcome<Request> {
        let builder = Request::builder().method(method).uri(path).header(header::AUTHORIZATION, format!("Bearer {}", self.token));
        let builder = if kind.is_empty() { builder } else { builder.header(header::CONTENT_TYPE, kind) };
        builder.body(body.into()).map_err(|_| Note::Nothing {})
    }
}

/// Reads the JSON of an answer.
pub(super) async fn read(response: Response) -> Outcome<Value> {
    let bytes = to_bytes(response.into_body(), ANSWER_MOST).await.unwrap_or_default();
    Ok(serde_json::from_slice(&bytes).unwrap_or_default())
}

/// Passes on a successful answer; a refusal becomes a note with its code and text.
async fn succeeded(response: Response) -> Outcome<Response> {
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status();
    let problem = read(response).await?;
    Err(refusal(status, &problem))
}

fn refusal(status: StatusCode, problem: &Value) -> Note {
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let finding = problem.get("validationErrors").and_then(|list| list.get(0));
    let of = finding.unwrap_or(problem);
    let invalid = || {
        let errors = problem.get("errors").and_then(Value::as_object)?;
        errors.values().filter_map(|texts| texts.get(0)).find_map(Value::as_str).map(str::to_owned)
    };
    let title = text(of, "detail").or_else(invalid).or_else(|| text(of, "title")).unwrap_or_default();
    Note::Refused { code: text(of, "code").unwrap_or_else(|| status.as_u16().to_string()), title }
}
