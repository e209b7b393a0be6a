//! `POST /filetransfer` (facts broker-api 2.1).

use super::access::{digits, has_access};
use super::body::json_body;
use super::call::{BrokerCall, broke};
use super::configuration::Configuration;
use super::problem::{Bro, validation};
use super::stored::Stored;
use super::transfer::{RecipientRow, RecipientStatus, Status, Transfer};
use super::validation::{BodyRefused, NewTransfer, asked};
use super::{lifecycle, shapes};
use crate::http::reply;
use crate::registry::resource::AccessListMode;
use crate::world::World;
use crate::world::happened::Happened;
use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use uuid::Uuid;

pub(super) async fn initialize(call: &BrokerCall, body: Body, path: &str) -> Result<Response, Response> {
    let body = json_body(&call.headers, body, &shapes::TRANSFER, "initializeExt").await?;
    let asked = match asked(&body) {
        Ok(asked) => asked,
        Err(BodyRefused::Breaks) => return Err(broke(path)),
        Err(BodyRefused::Invalid(errors)) => {
            let errors: Vec<(&str, &str)> = errors.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
            return Err(validation(&errors));
        }
    };
    let mut world = call.shared.world.lock().await;
    let (id, happened) = begun(call, &mut world, asked).map_err(Bro::json)?;
    Ok(call.kept(&mut world, happened, reply::json(StatusCode::OK, &json!({"fileTransferId": id}))).await)
}

/// Makes a new transfer if all checks pass.
pub(super) fn begun(call: &BrokerCall, world: &mut World, asked: NewTransfer) -> Result<(Uuid, Vec<Happened>), Bro> {
    checked(world, call, &asked)?;
    let transfer = made(world, asked, call.vendor());
    Ok((transfer.id, lifecycle::initialized(&mut world.broker, transfer)))
}

fn checked(world: &World, call: &BrokerCall, asked: &NewTransfer) -> Result<(), Bro> {
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

/// Checks that the service owner is registered and has the kind of storage that is needed.
pub(super) fn ready(world: &World, configuration: &Configuration, scanned: bool) -> Result<(), Bro> {
    let owner = world.broker.owner(&configuration.owner).ok_or(Bro::OwnerNotConfigured)?;
    if owner.has_storage(scanned) { Ok(()) } else { Err(Bro::StorageNotReady) }
}

fn required_party(configuration: &Configuration, asked: &NewTransfer) -> Result<(), Bro> {
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

fn made(world: &World, asked: NewTransfer, vendor: String) -> Transfer {
    let at = world.broker.now();
    let lifetime = world.broker.configuration(&asked.resource).map(Configuration::lifetime).unwrap_or_default();
    // Recipients are stored with the prefix 0192 whatever they came with; the sender is stored as sent.
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
