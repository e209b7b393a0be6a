//! `PUT` and `GET /resource/{resourceId}` (facts broker-api 2.9 and 2.10).

use super::body::json_body;
use super::call::{BrokerCall, broke};
use super::configuration::{Configuration, DAY};
use super::duration::{self, DurationRefused};
use super::problem::{Bro, validation};
use super::shapes;
use crate::http::{fields, reply};
use crate::registry::resource::Resource;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use jiff::SignedDuration;
use serde_json::{Map, Value};

const TEST_DEPARTMENT: &str = "991825827";
const MOST: i64 = 1_677_721_600_000;

/// How the service refuses a field.
enum FieldRefused {
    Field(Bro),
    /// The service fails with 500 before it has written anything.
    Breaks,
}

struct Changed {
    configuration: Configuration,
    /// The service fails with 500 half-way: fields before this one are written (facts broker-api 2.9).
    breaks: bool,
}

pub(super) async fn put(call: &BrokerCall, body: Body, path: &str) -> Result<Response, Response> {
    let body = json_body(&call.headers, body, &shapes::RESOURCE, "resourceExt").await?;
    valid(&body)?;
    let id = call.target.id(1);
    let mut world = call.shared.world.lock().await;
    let known = world.broker.configuration(id).cloned();
    let before = match known {
        Some(known) if known.owner != call.organisation() => return Err(Bro::NoAccess.json()),
        Some(known) => known,
        None => {
            let owner = world.registry.resource(id).and_then(registered_owner).ok_or_else(|| Bro::InvalidResource.json())?;
            if owner != call.organisation() {
                return Err(Bro::NoAccess.json());
            }
            world.broker.owner(&owner).ok_or_else(|| Bro::OwnerUnknown.json())?;
            Configuration::of(id, &owner)
        }
    };
    let after = changed(before, &body).map_err(|wrong| match wrong {
        FieldRefused::Field(problem) => problem.json(),
        FieldRefused::Breaks => broke(path),
    })?;
    // The column in the service's table holds 80 characters.
    if id.chars().count() > 80 {
        return Err(broke(path));
    }
    world.broker.configurations.retain(|known| known.resource != id);
    world.broker.configurations.push(after.configuration);
    let answer = if after.breaks { broke(path) } else { reply::empty(StatusCode::NO_CONTENT) };
    Ok(call.kept(&mut world, Vec::new(), answer).await)
}

pub(super) async fn get(call: &BrokerCall) -> Result<Response, Response> {
    let world = call.shared.world.lock().await;
    let known = world.broker.configuration(call.target.id(1)).ok_or_else(|| Bro::ResourceNotConfigured.json())?;
    if known.owner != call.organisation() {
        return Err(Bro::NoAccess.json());
    }
    Ok(reply::json(StatusCode::OK, &known.json()))
}

/// The owner's number according to the Resource Registry. The test department's code `ttd` has its own number here.
fn registered_owner(resource: &Resource) -> Option<String> {
    let for_tests = resource.owner_code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case("ttd"));
    if for_tests { Some(TEST_DEPARTMENT.to_owned()) } else { resource.owner.clone() }
}

/// The shim needs both codes in the same request. Only the first of the two is told to be missing.
fn valid(body: &Map<String, Value>) -> Result<(), Response> {
    if fields::member(body, "useManifestFileShim").and_then(Value::as_bool) != Some(true) {
        return Ok(());
    }
    if fields::member(body, "externalServiceCodeLegacy").and_then(Value::as_str).is_none_or(str::is_empty) {
        return Err(validation(&[("", "ExternalServiceCodeLegacy must be set and not be an empty string.")]));
    }
    if fields::member(body, "externalServiceEditionCodeLegacy").and_then(Value::as_i64).is_none_or(|code| code == 0) {
        return Err(validation(&[("", "ExternalServiceEditionCodeLegacy must be set and not be zero.")]));
    }
    Ok(())
}

/// Applies size, time to live, grace and shim in this order. At the first error nothing is written.
fn changed(mut known: Configuration, body: &Map<String, Value>) -> Result<Changed, FieldRefused> {
    let text = |name: &str| fields::member(body, name).and_then(Value::as_str);
    if let Some(size) = fields::member(body, "maxFileTransferSize").and_then(Value::as_i64) {
        known.max_size = match size {
            ..0 => return Err(FieldRefused::Field(Bro::SizeNegative)),
            0 => return Err(FieldRefused::Field(Bro::SizeZero)),
            size if size > MOST => return Err(FieldRefused::Field(Bro::SizeOverGlobal)),
            size => Some(size),
        };
    }
    if let Some(text) = text("fileTransferTimeToLive") {
        known.time_to_live = Some(within(text, 365 * DAY, Bro::TimeToLiveFormat, Bro::TimeToLiveTooLong)?);
    }
    if let Some(purges) = fields::member(body, "purgeFileTransferAfterAllRecipientsConfirmed").and_then(Value::as_bool) {
        known.purges = purges;
    }
    if let Some(text) = text("purgeFileTransferGracePeriod") {
        known.grace = Some(within(text, DAY, Bro::GraceFormat, Bro::GraceTooLong)?);
    }
    if let Some(code) = text("externalServiceCodeLegacy") {
        // The column in the service's table holds 7 characters.
        if code.chars().count() > 7 {
            return Ok(Changed { configuration: known, breaks: true });
        }
        known.service_code = Some(code.to_owned());
    }
    if let Some(code) = fields::member(body, "externalServiceEditionCodeLegacy").and_then(Value::as_i64) {
        known.edition_code = Some(code);
    }
    if let Some(shim) = fields::member(body, "useManifestFileShim").and_then(Value::as_bool) {
        known.manifest_shim = shim;
    }
    if let Some(party) = text("requiredParty") {
        known.required_party = Some(party.to_owned());
    }
    Ok(Changed { configuration: known, breaks: false })
}

fn within(text: &str, most: SignedDuration, malformed: Bro, too_long: Bro) -> Result<SignedDuration, FieldRefused> {
    match duration::read(text) {
        Err(DurationRefused::Malformed) => Err(FieldRefused::Field(malformed)),
        Err(DurationRefused::OutOfRange) => Err(FieldRefused::Breaks),
        Ok(duration) if duration > most => Err(FieldRefused::Field(too_long)),
        Ok(duration) => Ok(duration),
    }
}
