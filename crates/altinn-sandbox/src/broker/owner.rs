//! `POST` and `GET /serviceowner` (facts broker-api 2.11).

use super::body::json_body;
use super::call::{BrokerCall, broke};
use super::problem::Bro;
use super::service_owner::ServiceOwner;
use super::shapes;
use crate::http::answer::as_problem;
use crate::http::{fields, reply};
use crate::world::happened::Happened;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;

pub(super) async fn post(call: &BrokerCall, body: Body) -> Result<Response, Response> {
    let body = json_body(&call.headers, body, &shapes::OWNER, "serviceOwnerInitializeExt").await.map_err(as_problem)?;
    let Some(name) = fields::member(&body, "name").and_then(Value::as_str) else {
        return Err(as_problem(reply::validation_problem(&[("Name", "The Name field is required.")])));
    };
    if name.chars().count() > 500 {
        return Err(broke("/serviceowner"));
    }
    let organisation = call.organisation().to_owned();
    let mut world = call.shared.world.lock().await;
    if world.broker.owner(&organisation).is_some() {
        return Err(Bro::OwnerExists.problem());
    }
    world.broker.owners.push(ServiceOwner { organisation: organisation.clone(), name: name.to_owned(), providers: Vec::new() });
    Ok(call.kept(&mut world, vec![Happened::StorageMissing(organisation)], reply::empty(StatusCode::OK)).await)
}

pub(super) async fn get(call: &BrokerCall) -> Result<Response, Response> {
    let world = call.shared.world.lock().await;
    let owner = world.broker.owner(call.organisation()).ok_or_else(|| Bro::OwnerNotFound.json())?;
    Ok(reply::json(StatusCode::OK, &owner.json()))
}
