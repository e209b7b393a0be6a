//! The known world: the organisations, clients, resources and systems that a new sandbox holds, as data. Start here to find values
//! to type or to test with.
//!
//! The organisation numbers are valid (modulus 11) and not assigned to any real organisation. There is one client for each
//! situation; `about` describes it.

mod clients;
mod organisations;
mod resources;
mod scopes;
mod systems;

pub use clients::*;
pub use organisations::*;
pub use resources::*;
pub use scopes::*;
pub use systems::*;
