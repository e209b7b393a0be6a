//! The overview and the details of a transfer (facts broker-api 2.4 and 2.5).

use super::access::{digits, has_access};
use super::call::BrokerCall;
use super::problem::Bro;
use super::route::Route;
use super::transfer::Transfer;
use crate::http::reply;
use crate::world::World;
use axum::http::StatusCode;
use axum::response::Response;

pub(super) async fn read(call: &BrokerCall, route: Route) -> Result<Response, Response> {
    let id = call.transfer_id()?;
    let world = call.shared.world.lock().await;
    let transfer = world.broker.transfer(id).ok_or_else(|| Bro::NotFound.json())?;
    let as_sender = has_access(&world, &call.subject, &["write"], &transfer.resource, digits(&transfer.sender));
    if !as_sender && !as_recipient(&world, call, transfer) {
        return Err(Bro::NoAccess.json());
    }
    let shown = if route == Route::Details { transfer.details() } else { transfer.overview() };
    Ok(reply::json(StatusCode::OK, &shown))
}

/// Whether the caller may read for any of the recipients, asked one after the other (facts broker-api 1.4).
pub(super) fn as_recipient(world: &World, call: &BrokerCall, transfer: &Transfer) -> bool {
    transfer.recipients().into_iter().any(|recipient| has_access(world, &call.subject, &["read"], &transfer.resource, digits(recipient)))
}
