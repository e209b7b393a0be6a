//! Who calls: the claims of a verified token, and who may come in with them.

pub(crate) mod admission;
pub(crate) mod caller;
pub(crate) mod verify;

pub use caller::{Caller, Door, SystemUser, TokenProblem, bearer};
