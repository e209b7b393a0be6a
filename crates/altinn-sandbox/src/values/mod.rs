//! Types that hold only valid values. The sandbox does not share them with its clients, so that a mistake in a client's types is
//! not repeated here, where it would go unnoticed.

pub(crate) mod client_id;
pub(crate) mod org_number;
pub(crate) mod secret;

pub use client_id::{ClientId, NotAClientId};
pub use org_number::{NotAnOrgNumber, OrgNumber};
pub use secret::Secret;
