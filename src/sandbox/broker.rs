//! broker

use super::{Shared, World};
use axum::Router;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// What it knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {}

/// Puts what is known into a new world.
pub fn seed(_world: &mut World) {}

/// Its routes.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
}

/// The recipient's system fetches and confirms a transfer.
pub async fn counterpart_takes(_shared: &Arc<Shared>, _transfer: Uuid) {}

/// The sender's system sends one marked transfer that matches a subscription.
pub async fn counterpart_sends(_shared: &Arc<Shared>, _subscription: u64) {}
