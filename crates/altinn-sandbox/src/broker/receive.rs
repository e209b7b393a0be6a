//! `POST /filetransfer/{id}/confirmdownload` (facts broker-api 2.8).

use super::call::{BrokerCall, broke};
use super::problem::Bro;
use super::read::as_recipient;
use super::stored::Stored;
use super::transfer::{RecipientStatus, Status};
use super::{counterpart, lifecycle};
use crate::http::reply;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

/// The result of the checks.
enum Checked {
    Confirms,
    Again,
    /// The policy lets the caller in, but it is no recipient of this transfer.
    NoRecipient,
}

pub(super) async fn confirm(call: &BrokerCall, path: &str) -> Result<Response, Response> {
    let id = call.transfer_id()?;
    let recipient = format!("0192:{}", call.organisation());
    let mut world = call.shared.world.lock().await;
    let at = world.broker.now();
    let mut happened = match checked(&world, call, id, &recipient).map_err(Bro::json)? {
        Checked::NoRecipient => return Err(broke(path)),
        Checked::Again => return Ok(reply::empty(StatusCode::NO_CONTENT)),
        Checked::Confirms => lifecycle::confirmed(&mut world.broker, id, &recipient, at),
    };
    happened.extend(counterpart::taken(&world.broker, id, call.organisation()));
    Ok(call.kept(&mut world, happened, reply::empty(StatusCode::NO_CONTENT)).await)
}

fn checked(world: &World, call: &BrokerCall, id: Uuid, recipient: &str) -> Result<Checked, Bro> {
    let transfer = world.broker.transfer(id).ok_or(Bro::NotFound)?;
    if !as_recipient(world, call, transfer) {
        return Err(Bro::NoAccess);
    }
    if transfer.stored == Stored::Nowhere {
        return Err(Bro::NoFile);
    }
    if transfer.status() != Status::Published {
        return Err(Bro::NotPublished);
    }
    match transfer.newest(recipient) {
        None => Ok(Checked::NoRecipient),
        Some(RecipientStatus::DownloadConfirmed) => Ok(Checked::Again),
        Some(RecipientStatus::Initialized) => Err(Bro::ConfirmBeforeDownload),
        Some(RecipientStatus::DownloadStarted) if transfer.highest(recipient) == Some(RecipientStatus::DownloadConfirmed) => {
            Ok(Checked::Again)
        }
        Some(RecipientStatus::DownloadStarted) => Ok(Checked::Confirms),
    }
}
