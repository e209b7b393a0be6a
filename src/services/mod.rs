//! The services, one file each: the requests we send, and how their answers are read. The same code calls the real services and the
//! sandbox; only the addresses differ.
//!
//! An answer becomes a typed value or a [`Problem`]. What it means for the user is decided in `checks` and `deeds`.

mod access_lists;
mod admin;
mod broker;
mod claims;
mod cloud_event;
mod events;
mod exchange;
mod faults;
mod gateway;
mod http;
mod inspection;
mod maskinporten;
mod pages;
mod problem;
mod refusal;
mod registry;
mod sink;
mod systems;
mod token;
mod trace;
mod trace_file;
mod wire;

#[cfg(test)]
mod stub_server;

pub use access_lists::{AccessList, AccessListMember, ListConnection, ListPlace, MOST_MEMBERS, list_body, members_body};
pub use admin::{ClientKey, ClientKeys, MOST_KEYS, OwnClient, ScopeAccess};
pub use broker::{
    ConfigChange, FileTransfer, NewTransfer, RecipientStatus, ResourceConfig, ServiceOwner, Side, StorageProvider, TransferStatus,
    owner_body,
};
pub use events::{NewSubscription, Subscription};
pub use gateway::{GatewayAnswer, Reached};
pub use http::{Answer, FileLimits, Patience, Proxy, Services, TrustStore, Way};
pub use inspection::ReadToken;
pub use maskinporten::{Client, Grant, Proof, SystemUserGrant};
pub use problem::{
    CLOCKS_AGREE_MS, CertificateFlaw, CertificatesFlaw, Foreign, GivenUp, LogInScheme, Problem, ProxyFlaw, ProxySource, ProxyTrouble,
    Refusal, Unreachable,
};
pub use registry::{AccessListMode, ListedOwner, ListedResource, NewPolicy, POLICY_ACTIONS, PolicyRule, Resource, ResourceRecord};
pub use systems::{
    NewChangeRequest, NewSystem, NewSystemUserRequest, RegisteredSystem, RequestStatus, SystemRecord, SystemUser, SystemUserRequest,
};
pub use token::{Claims, SystemUserClaim, Token};
pub use trace::Trace;
pub use trace_file::{TraceFile, TraceProblem, call_json};
