//! The known world: what a new sandbox holds, as data. Whoever types by hand or writes a test starts here.
//!
//! Organisation numbers are valid (modulus 11) and belong to nobody. One client per situation; `about` says which.

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
