//! `POST /filetransfer` (facts broker-api 2.1).

use super::accept::content_type;
use super::problem::{Bro, validation};
use super::service::{Call, broke};
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use super::validation::{Asked, Wrong, asked};
use super::{Configuration, Stored, digits, has_access, jobs, lifecycle};
use crate::http::{answer, reply};
use crate::registry::AccessListMode;
use crate::world::World;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde_json::{Value, json};
use uuid::Uuid;

/// The service sets none; this one keeps a sandbox small.
const LIMIT: usize = 30_000_000;

pub(super) async fn initialize(call: &Call, body: Body, path: &str) -> Result<Response, Response> {
    let body = json_body(&call.headers, body, "initializeExt").await?;
    let asked = match asked(body.as_object().unwrap_or(&serde_json::Map::new())) {
        Ok(asked) => asked,
        Err(Wrong::Breaks) => return Err(broke(path)),
        Err(Wrong::Invalid(errors)) => {
            let errors: Vec<(&str, &str)> = errors.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
            return Err(validation(&errors));
        }
    };
    let mut world = call.shared.world.lock().await;
    let id = begun(call, &mut world, asked).map_err(Bro::json)?;
    Ok(call.kept(&world, reply::json(StatusCode::OK, &json!({"fileTransferId": id}))).await)
}

/// A new transfer, if the checks let it.
pub(super) fn begun(call: &Call, world: &mut World, asked: Asked) -> Result<Uuid, Bro> {
    checked(world, call, &asked)?;
    let transfer = made(world, asked, call.vendor());
    world.broker.transfers.push(transfer.clone());
    lifecycle::tell_sender(&call.shared, world, &transfer, "filetransferinitialized");
    jobs::wake(&call.shared, world, transfer.expires);
    Ok(transfer.id)
}

/// The JSON body of a call; `parameter` is the second key of a complaint.
pub(super) async fn json_body(headers: &HeaderMap, body: Body, parameter: &str) -> Result<Value, Response> {
    let json_type =
        |kind: &str| matches!(kind, "application/json" | "text/json") || (kind.starts_with("application/") && kind.ends_with("+json"));
    if !content_type(headers).is_some_and(|kind| json_type(&kind)) {
        return Err(answer::as_json(reply::framework_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE)));
    }
    let Ok(bytes) = to_bytes(body, LIMIT).await else { return Err(reply::empty(StatusCode::PAYLOAD_TOO_LARGE)) };
    // A byte order mark is passed over.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let required = format!("The {parameter} field is required.");
    if bytes.is_empty() {
        return Err(validation(&[("", "A non-empty request body is required."), (parameter, &required)]));
    }
    match serde_json::from_slice::<Value>(bytes) {
        Ok(body @ Value::Object(_)) => Ok(body),
        Ok(Value::Null) => Err(validation(&[("", "A non-empty request body is required."), (parameter, &required)])),
        Ok(_) => Err(validation(&[("$", "The JSON value could not be converted."), (parameter, &required)])),
        Err(cause) => {
            let text = format!(
                "The JSON object is malformed. LineNumber: {} | BytePositionInLine: {}.",
                cause.line().saturating_sub(1),
                cause.column()
            );
            Err(validation(&[("$", &text), (parameter, &required)]))
        }
    }
}

/// The checks in the service's order.
fn checked(world: &World, call: &Call, asked: &Asked) -> Result<(), Bro> {
    if !has_access(world, &call.subject, &["write"], &asked.resource, digits(&asked.sender)) {
        return Err(Bro::NoAccess);
    }
    let configuration = world.broker.configuration(&asked.resource).ok_or(Bro::ResourceNotConfigured)?;
    ready(world, configuration, asked.scanned)?;
    let resource = world.registry.resource(&asked.resource).filter(|resource| resource.owner.is_some()).ok_or(Bro::InvalidResource)?;
    if resource.access_list_mode == AccessListMode::Enabled {
        let listed = |recipient: &String| world.registry.is_member(&asked.resource, digits(recipient), None);
        if !asked.recipients.iter().all(listed) {
            return Err(Bro::RecipientNotListed);
        }
    }
    required_party(configuration, asked)
}

/// Service owner, storage of the wanted type.
pub(super) fn ready(world: &World, configuration: &Configuration, scanned: bool) -> Result<(), Bro> {
    let owner = world.broker.owner(&configuration.owner).ok_or(Bro::OwnerNotConfigured)?;
    if owner.has_storage(scanned) { Ok(()) } else { Err(Bro::StorageNotReady) }
}

fn required_party(configuration: &Configuration, asked: &Asked) -> Result<(), Bro> {
    let Some(required) = configuration.required_party.as_deref().filter(|party| !party.trim().is_empty()).map(digits) else {
        return Ok(());
    };
    if digits(&asked.sender) == required {
        return Ok(());
    }
    match asked.recipients.as_slice() {
        [only] if digits(only) == required => Ok(()),
        [_] => Err(Bro::RequiredPartyAbsent),
        _ => Err(Bro::RequiredPartyRecipients),
    }
}

fn made(world: &World, asked: Asked, vendor: String) -> Transfer {
    let at = world.broker.now();
    let lifetime = world.broker.configuration(&asked.resource).map(Configuration::lifetime).unwrap_or_default();
    // Whatever the prefix was, a recipient is stored as 0192; the sender stays as it came.
    let normalised = |recipient: &String| if recipient.is_empty() { String::new() } else { format!("0192:{}", digits(recipient)) };
    let recipients = asked.recipients.iter().map(normalised);
    let mut transfer = Transfer {
        id: Uuid::new_v4(),
        resource: asked.resource,
        file_name: asked.file_name,
        reference: asked.reference,
        sender: asked.sender,
        sender_vendor: Some(vendor),
        properties: asked.properties,
        supplied: asked.checksum.as_deref().is_some_and(|checksum| !checksum.trim().is_empty()),
        checksum: asked.checksum,
        md5: None,
        scanned: asked.scanned,
        size: 0,
        created: at,
        expires: at.checked_add(lifetime).unwrap_or(at),
        purge_at: None,
        published: None,
        history: Vec::new(),
        recipient_history: recipients
            .map(|recipient| RecipientRow { recipient, status: RecipientStatus::Initialized, at, vendor: None })
            .collect(),
        parts_asked: Vec::new(),
        stored: Stored::Nowhere,
        by_counterpart: false,
    };
    transfer.become_status(Status::Initialized, Status::Initialized.text(), at);
    transfer
}
