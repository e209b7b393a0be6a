//! The system register and the system users (facts platform D; facts examples 16–22).

pub(crate) mod approval;
pub(crate) mod asked;
pub(crate) mod body;
pub(crate) mod change;
pub(crate) mod change_request;
pub(crate) mod change_requests;
pub(crate) mod confirm_url;
pub(crate) mod delegations;
pub(crate) mod lacking;
pub(crate) mod lists;
pub(crate) mod organisation_delegation;
pub(crate) mod packages;
pub(crate) mod problem;
pub(crate) mod refused;
pub(crate) mod register;
pub(crate) mod request;
pub(crate) mod requests;
pub(crate) mod seed;
pub(crate) mod service;
pub(crate) mod shapes;
pub(crate) mod state;
pub(crate) mod system;
pub(crate) mod users;

pub use approval::{approve, change_user, delete_user, escalate, expire, grow_old, refused_for, reject, try_approve};
pub use change_request::ChangeRequest;
pub use delegations::{give, take_back};
pub use organisation_delegation::OrganisationDelegation;
pub use refused::ApprovalRefused;
pub use request::{Request, RequestStatus, UserType};
pub use seed::seed;
pub(super) use service::dispatch;
pub use service::routes;
pub use state::{GrantedSystemUser, SystemsState};
pub use system::{AccessPackage, Right, RightResource, System};
pub use users::{Delegation, SystemUserRow};
