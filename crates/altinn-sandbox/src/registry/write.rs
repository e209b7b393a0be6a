//! The calls that publish a resource and its policy. They check in the service's order (facts platform E).

use super::resource::Resource;
use super::{binding, rules, xacml};
use crate::broker::multipart::{Parts, Unreadable};
use crate::http::answer::with_header;
use crate::http::target::Target;
use crate::http::{fields, reply};
use crate::identity::admission;
use crate::identity::caller::Caller;
use crate::json::{self, BodyRefused, Shape};
use crate::shared::Shared;
use crate::world::World;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value, json};
use std::sync::Arc;

const ADMIN: &str = "altinn:resourceregistry/resource.admin";
const SCOPES: [&str; 2] = ["altinn:resourceregistry/resource.write", ADMIN];
/// The longest body with a policy, in bytes: many times the size of any real one.
const POLICY_LIMIT: u64 = 2 << 20;
/// The host and the environment name of production.
const PRODUCTION: (&str, &str) = ("platform.altinn.no", "PROD");

/// `POST /resource`.
pub(super) async fn create(shared: &Arc<Shared>, request: Request) -> Response {
    let (caller, body) = match admitted_with_body(shared, request).await {
        Ok(admitted) => admitted,
        Err(refused) => return refused.answer(),
    };
    if let Some(refused) = refused_by_rules(&body) {
        return refused;
    }
    let resource = Resource::read(&body);
    if let Some(refused) = refused_to(&caller, &resource) {
        return refused;
    }
    let mut world = shared.world.lock().await;
    if world.registry.has_used(&resource.identifier) {
        return reply::json(StatusCode::CONFLICT, &Value::from(format!("The Resource already exist: {}", resource.identifier)));
    }
    let location = format!("/resourceregistry/api/v1/resource/{}", resource.identifier);
    world.registry.put(resource);
    saved(shared, &mut world, with_header(reply::empty(StatusCode::CREATED), header::LOCATION, &location)).await
}

/// `PUT /resource/{id}`. Without a body the service breaks.
pub(super) async fn update(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let (caller, body) = match admitted_with_body(shared, request).await {
        Ok(admitted) => admitted,
        Err(NoResource::Unread(BodyRefused::Missing)) => return reply::empty(StatusCode::INTERNAL_SERVER_ERROR),
        Err(refused) => return refused.answer(),
    };
    let mut world = shared.world.lock().await;
    if world.registry.resource(target.id(1)).is_none() {
        return reply::framework_problem(StatusCode::NOT_FOUND);
    }
    if fields::text(&body, "identifier") != Some(target.id(1)) {
        return reply::json(StatusCode::BAD_REQUEST, &Value::from("Id in path does not match ID in resource"));
    }
    if let Some(refused) = refused_by_rules(&body) {
        return refused;
    }
    let resource = Resource::read(&body);
    if let Some(refused) = refused_to(&caller, &resource) {
        return refused;
    }
    world.registry.put(resource);
    saved(shared, &mut world, reply::empty(StatusCode::OK)).await
}

/// `DELETE /resource/{id}`.
pub(super) async fn delete(shared: &Arc<Shared>, target: &Target, headers: &HeaderMap) -> Response {
    let caller = match admitted(shared, headers).await {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    let (production, environment) = PRODUCTION;
    if shared.origin.host_str() == Some(production) {
        let text = format!("Delete operation is not allowed in {environment} environment");
        return reply::body(StatusCode::FORBIDDEN, reply::TEXT, text);
    }
    let mut world = shared.world.lock().await;
    match world.registry.resource(target.id(1)) {
        None => reply::framework_problem(StatusCode::NOT_FOUND),
        Some(resource) if !owns(&caller, resource) => reply::forbidden(),
        Some(_) => {
            world.registry.remove(target.id(1));
            saved(shared, &mut world, reply::empty(StatusCode::NO_CONTENT)).await
        }
    }
}

/// `POST` and `PUT /resource/{id}/policy`.
pub(super) async fn policy(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let caller = match admitted(shared, request.headers()).await {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    let refused = |text: &str| reply::json(StatusCode::BAD_REQUEST, &Value::from(text));
    let file = match policy_file(request).await {
        Ok(Some(file)) => file,
        Ok(None) => return refused("The policy file can not be null"),
        Err(answer) => return answer,
    };
    let id = target.id(1);
    let mut world = shared.world.lock().await;
    let Some(resource) = world.registry.resource(id) else { return refused("Unknown resource") };
    let is_owner = owns(&caller, resource);
    match xacml::read(&file, id) {
        // The owner is checked last.
        Ok(_) if !is_owner => reply::forbidden(),
        Ok(policy) => {
            world.registry.put_policy(id, policy);
            saved(shared, &mut world, with_header(reply::empty(StatusCode::CREATED), header::LOCATION, &format!("{id}/policy"))).await
        }
        Err(xacml::Refused::OtherResource) => refused("Policy not accepted: Contains rules for a different registry resource"),
        Err(xacml::Refused::NoResource) => refused("Policy not accepted: Contains rule without reference to registry resource id"),
        // The facts do not say how the service answers a file that is no policy. A 400, because a 5xx would blame the service.
        Err(xacml::Refused::TooLarge) => reply::empty(StatusCode::PAYLOAD_TOO_LARGE),
        Err(xacml::Refused::Unreadable) => reply::framework_problem(StatusCode::BAD_REQUEST),
    }
}

/// The file in the form's part `policyFile` (case is ignored); none without a form or without this part.
async fn policy_file(request: Request) -> Result<Option<Vec<u8>>, Response> {
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    if !content_type.to_ascii_lowercase().starts_with("multipart/form-data") {
        return Err(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let Some(mut parts) = Parts::of(&content_type, request.into_body(), POLICY_LIMIT) else { return Ok(None) };
    while let Some(part) = parts.next().await.map_err(unreadable)? {
        if part.is_file && part.name.eq_ignore_ascii_case("policyFile") {
            let mut file = Vec::new();
            while let Some(bytes) = parts.data().await.map_err(unreadable)? {
                file.extend_from_slice(&bytes);
            }
            return Ok(Some(file));
        }
    }
    Ok(None)
}

fn unreadable(cause: Unreadable) -> Response {
    const ENDED: &str =
        "Failed to read the request form. Unexpected end of Stream, the content may have already been read by another component. ";
    match cause {
        Unreadable::TooLong => reply::empty(StatusCode::PAYLOAD_TOO_LARGE),
        Unreadable::Client | Unreadable::Malformed => reply::validation_problem(&[("", ENDED)]),
    }
}

async fn saved(shared: &Arc<Shared>, world: &mut World, answer: Response) -> Response {
    match shared.save(world).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

async fn admitted(shared: &Arc<Shared>, headers: &HeaderMap) -> Result<Caller, Response> {
    let caller = admission::authentication(shared, headers)?;
    if admission::has_any(&caller, &SCOPES) { Ok(caller) } else { Err(reply::forbidden()) }
}

/// Why there is no resource to write.
enum NoResource {
    /// The caller may not, or members are missing.
    Refused(Response),
    Unread(BodyRefused),
}

impl NoResource {
    /// The registry does not name the parameter in its error, as the other services do.
    fn answer(self) -> Response {
        match self {
            Self::Refused(answer) => answer,
            Self::Unread(refused) => refused.answer(None, std::convert::identity),
        }
    }
}

/// The caller and the body, which has the members that every resource must have.
async fn admitted_with_body(shared: &Arc<Shared>, request: Request) -> Result<(Caller, Map<String, Value>), NoResource> {
    let headers = request.headers().clone();
    let caller = admitted(shared, &headers).await.map_err(NoResource::Refused)?;
    let body = json::read(&headers, request.into_body(), &Shape::Object(&binding::RESOURCE)).await.map_err(NoResource::Unread)?;
    let body = body.as_object().cloned().unwrap_or_default();
    match refused_by_required(&body) {
        Some(refused) => Err(NoResource::Refused(refused)),
        None => Ok((caller, body)),
    }
}

/// The members that every resource must have; the service looks at them before anything else.
fn refused_by_required(body: &Map<String, Value>) -> Option<Response> {
    let required = ["Identifier", "Title", "Description", "ContactPoints", "HasCompetentAuthority"];
    let absent: Vec<&str> = required.into_iter().filter(|name| fields::member(body, name).is_none_or(Value::is_null)).collect();
    let texts: Vec<String> = absent.iter().map(|name| format!("The {name} field is required.")).collect();
    let complaints: Vec<(&str, &str)> = absent.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    (!complaints.is_empty()).then(|| reply::validation_problem(&complaints))
}

fn refused_by_rules(body: &Map<String, Value>) -> Option<Response> {
    let complaints = rules::complaints(body);
    (!complaints.is_empty()).then(|| reply::validation_problem(&complaints))
}

/// A resource is written by its owner, who owns the prefixes of all scopes that it refers to.
fn refused_to(caller: &Caller, resource: &Resource) -> Option<Response> {
    if !owns(caller, resource) {
        return Some(reply::forbidden());
    }
    let is_own =
        |scope: &str| caller.prefixes.iter().any(|prefix| scope.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.starts_with(':')));
    let foreign: Vec<&str> = resource.scopes().into_iter().filter(|scope| !is_own(scope)).collect();
    if foreign.is_empty() || caller.has_scope(ADMIN) {
        return None;
    }
    let problem = json!({"title": "Unauthorized", "status": 401, "detail": "Not authorized for creating resource with the listed scopes",
                         "errors": {"InvalidPrefix": foreign}});
    Some(reply::json(StatusCode::UNAUTHORIZED, &problem))
}

fn owns(caller: &Caller, resource: &Resource) -> bool {
    let number = caller.org_number.as_ref().unwrap_or(&caller.consumer);
    resource.owner.as_deref() == Some(number.digits())
}
