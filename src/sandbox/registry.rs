//! registry

use super::{Shared, World};
use axum::Router;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What it knows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct State {}

/// Puts what is known into a new world.
pub fn seed(_world: &mut World) {}

/// Its routes.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new()
}
