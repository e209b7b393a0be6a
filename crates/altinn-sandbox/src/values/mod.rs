//! Values that hold only what is valid. The sandbox has its own, so that a mistake of its clients is not made twice.

pub(crate) mod client_id;
pub(crate) mod org_number;
pub(crate) mod secret;

pub use client_id::{ClientId, NotAClientId};
pub use org_number::{NotAnOrgNumber, OrgNumber};
pub use secret::Secret;
