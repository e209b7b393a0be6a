//! The services, one file each: what we send, and what their answers mean. The seam is a URL: the same code talks to the
//! real services and to the sandbox.
//!
//! Nothing here judges. An answer becomes a typed value, or a [`Problem`]; checks make findings of them.

mod broker;
mod claims;
mod events;
mod exchange;
mod faults;
mod gateway;
mod http;
mod maskinporten;
mod problem;
mod refusal;
mod registry;
mod sink;
mod systems;
mod token;
mod trace;
mod wire;

#[cfg(test)]
mod stub_server;

pub use broker::{FileTransfer, NewTransfer, RecipientStatus, ResourceConfig, ServiceOwner, Side, StorageProvider, TransferStatus};
pub use events::{NewSubscription, Subscription};
pub use gateway::{GatewayAnswer, Reached};
pub use http::{Answer, Patience, Services};
pub use maskinporten::{Client, Grant, SystemUserGrant};
pub use problem::{Foreign, Problem, Refusal, Unreachable};
pub use registry::{AccessListMember, AccessListMode, PolicyRule, Resource};
pub use sink::SinkEvent;
pub use systems::{RegisteredSystem, RequestStatus, SystemUser, SystemUserRequest};
pub use token::{Claims, SystemUserClaim, Token};
pub use trace::Trace;
