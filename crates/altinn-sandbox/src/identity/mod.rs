//! The caller of a request: verifies its token and decides whether the service accepts it.

pub(crate) mod admission;
pub(crate) mod caller;
pub(crate) mod verify;

pub use caller::{Caller, Door, Issued, SystemUser, TokenProblem, bearer};
