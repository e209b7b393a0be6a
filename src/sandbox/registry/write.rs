//! The calls that publish a resource and its policy, each check in the service's order (platform facts, E).

use super::{Resource, rules, xacml};
use crate::sandbox::answer::{as_json, with_header};
use crate::sandbox::target::Target;
use crate::sandbox::{Caller, Shared, World, admission, fields, reply};
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use serde_json::{Map, Value};
use std::sync::Arc;

const SCOPES: [&str; 2] = ["altinn:resourceregistry/resource.write", "altinn:resourceregistry/resource.admin"];
const LIMIT: usize = 1 << 20;

/// `POST /resource`.
pub(super) async fn create(shared: &Arc<Shared>, request: Request) -> Response {
    let (caller, body) = match admitted_with_body(shared, request).await {
        Ok(admitted) => admitted,
        Err(refused) => return refused,
    };
    if let Some(refused) = refused_by_binding(&body) {
        return refused;
    }
    if fields::text(&body, "identifier").is_none() || fields::member(&body, "hasCompetentAuthority").and_then(Value::as_object).is_none() {
        return reply::framework_problem(StatusCode::INTERNAL_SERVER_ERROR);
    }
    if let Some(refused) = refused_by_rules(&body) {
        return refused;
    }
    let resource = Resource::read(&body);
    if !owns(&caller, &resource) {
        return reply::forbidden();
    }
    let mut world = shared.world.lock().await;
    if world.registry.resource(&resource.identifier).is_some() {
        return reply::json(StatusCode::CONFLICT, &Value::from(format!("The Resource already exist: {}", resource.identifier)));
    }
    let location = format!("/resourceregistry/api/v1/resource/{}", resource.identifier);
    world.registry.put(resource);
    kept(shared, &world, with_header(reply::empty(StatusCode::CREATED), header::LOCATION, &location)).await
}

/// A member of another kind is found before anything is looked at (platform facts, E).
fn refused_by_binding(body: &Map<String, Value>) -> Option<Response> {
    let of_kind = |name: &str, is: fn(&Value) -> bool| fields::member(body, name).is_none_or(|value| value.is_null() || is(value));
    let wrong = match (of_kind("identifier", Value::is_string), of_kind("hasCompetentAuthority", Value::is_object)) {
        (true, true) => return None,
        (false, _) => "$.identifier",
        (true, false) => "$.hasCompetentAuthority",
    };
    let text = format!("The JSON value could not be converted. Path: {wrong} | LineNumber: 0 | BytePositionInLine: 0.");
    Some(as_json(reply::validation_problem(&[(wrong, &text)])))
}

/// `PUT /resource/{id}`.
pub(super) async fn update(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let (caller, body) = match admitted_with_body(shared, request).await {
        Ok(admitted) => admitted,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    if world.registry.resource(target.id(1)).is_none() {
        return as_json(reply::framework_problem(StatusCode::NOT_FOUND));
    }
    if fields::text(&body, "identifier") != Some(target.id(1)) {
        return reply::body(StatusCode::BAD_REQUEST, reply::TEXT, "Id in path does not match ID in resource");
    }
    if let Some(refused) = refused_by_required(&body).or_else(|| refused_by_rules(&body)) {
        return refused;
    }
    let resource = Resource::read(&body);
    if !owns(&caller, &resource) {
        return reply::forbidden();
    }
    world.registry.put(resource);
    kept(shared, &world, reply::empty(StatusCode::OK)).await
}

/// `DELETE /resource/{id}`.
pub(super) async fn delete(shared: &Arc<Shared>, target: &Target, headers: &HeaderMap) -> Response {
    let caller = match admitted(shared, headers).await {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    let mut world = shared.world.lock().await;
    match world.registry.resource(target.id(1)) {
        None => as_json(reply::framework_problem(StatusCode::NOT_FOUND)),
        Some(resource) if !owns(&caller, resource) => reply::forbidden(),
        Some(_) => {
            world.registry.remove(target.id(1));
            kept(shared, &world, reply::empty(StatusCode::NO_CONTENT)).await
        }
    }
}

/// `POST` and `PUT /resource/{id}/policy`.
pub(super) async fn policy(shared: &Arc<Shared>, target: &Target, request: Request) -> Response {
    let caller = match admitted(shared, request.headers()).await {
        Ok(caller) => caller,
        Err(refused) => return refused,
    };
    let refused = |text: &'static str| reply::body(StatusCode::BAD_REQUEST, reply::TEXT, text);
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    let Ok(body) = to_bytes(request.into_body(), LIMIT).await else { return refused("The policy file can not be null") };
    let Some(file) = policy_file(&content_type, &String::from_utf8_lossy(&body)) else { return refused("The policy file can not be null") };
    let id = target.id(1);
    let mut world = shared.world.lock().await;
    let Some(resource) = world.registry.resource(id) else { return refused("Unknown resource") };
    let is_owner = owns(&caller, resource);
    match xacml::read(&file, id) {
        // The owner is asked about last.
        Ok(_) if !is_owner => reply::forbidden(),
        Ok(policy) => {
            world.registry.put_policy(id, policy);
            kept(shared, &world, with_header(reply::empty(StatusCode::CREATED), header::LOCATION, &format!("{id}/policy"))).await
        }
        Err(xacml::Refused::OtherResource) => refused("Policy not accepted: Contains rules for a different registry resource"),
        Err(xacml::Refused::NoResource) => refused("Policy not accepted: Contains rule without reference to registry resource id"),
        // The facts do not say what becomes of a file that is no policy; a 5xx would blame the service for it.
        Err(xacml::Refused::Unreadable) => reply::framework_problem(StatusCode::BAD_REQUEST),
    }
}

async fn kept(shared: &Arc<Shared>, world: &World, answer: Response) -> Response {
    match shared.save(world).await {
        Ok(()) => answer,
        Err(cause) => reply::broken(&cause),
    }
}

async fn admitted(shared: &Arc<Shared>, headers: &HeaderMap) -> Result<Caller, Response> {
    let caller = admission::authentication(shared, headers)?;
    if admission::has_any(&caller, &SCOPES) { Ok(caller) } else { Err(reply::forbidden()) }
}

async fn admitted_with_body(shared: &Arc<Shared>, request: Request) -> Result<(Caller, Map<String, Value>), Response> {
    let caller = admitted(shared, request.headers()).await?;
    let bytes = to_bytes(request.into_body(), LIMIT).await.unwrap_or_default();
    match serde_json::from_slice::<Value>(&bytes) {
        Ok(Value::Object(body)) => Ok((caller, body)),
        _ => Err(as_json(reply::validation_problem(&[
            ("$", "The JSON value could not be converted to Altinn.ResourceRegistry.Core.Models.ServiceResource."),
            ("serviceResource", "The serviceResource field is required."),
        ]))),
    }
}

/// What a resource needs once it is there.
fn refused_by_required(body: &Map<String, Value>) -> Option<Response> {
    let required = ["Identifier", "Title", "Description", "ContactPoints", "HasCompetentAuthority"];
    let absent: Vec<&str> = required.into_iter().filter(|name| fields::member(body, name).is_none_or(Value::is_null)).collect();
    let texts: Vec<String> = absent.iter().map(|name| format!("The {name} field is required.")).collect();
    let complaints: Vec<(&str, &str)> = absent.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    (!complaints.is_empty()).then(|| as_json(reply::validation_problem(&complaints)))
}

fn refused_by_rules(body: &Map<String, Value>) -> Option<Response> {
    let complaints = rules::complaints(body);
    (!complaints.is_empty()).then(|| as_json(reply::validation_problem(&complaints)))
}

fn owns(caller: &Caller, resource: &Resource) -> bool {
    let number = caller.org_number.as_ref().unwrap_or(&caller.consumer);
    resource.owner.as_deref() == Some(number.digits())
}

/// The part `policyFile` of a multipart body; it must have a file name.
fn policy_file(content_type: &str, body: &str) -> Option<String> {
    let boundary = content_type.split(';').find_map(|parameter| parameter.trim().strip_prefix("boundary="))?.trim_matches('"');
    let marker = format!("--{boundary}");
    body.split(marker.as_str()).find_map(|part| {
        let (head, content) = part.split_once("\r\n\r\n")?;
        let named = head.contains("name=\"policyFile\"") || head.contains("name=policyFile");
        (named && head.contains("filename")).then(|| content.strip_suffix("\r\n").unwrap_or(content).to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ex_11_the_policy_file_is_found_in_its_part() {
        let body = "--b\r\nContent-Disposition: form-data; name=\"policyFile\"; filename=\"policy.xml\"\r\n\r\n<Policy/>\r\n--b--\r\n";
        assert_eq!(policy_file("multipart/form-data; boundary=b", body).as_deref(), Some("<Policy/>"));
        assert_eq!(policy_file("multipart/form-data; boundary=b", &body.replace("policyFile", "file")), None);
    }
}
