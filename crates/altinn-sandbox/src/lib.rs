//! A local Maskinporten and Altinn over real HTTP, as strict as the services themselves.
//!
//! Its truth is the facts about the services (`docs/facts`), never what one client happens to send.

#![allow(clippy::result_large_err, reason = "a refusal is an answer, made once and handed on")]

#[macro_use]
mod http;

mod clock;
mod controls;
mod exchange;
mod gateway;
mod identity;
mod kit;
mod new_world;
mod org_list;
mod pages;
mod scheduler;
mod server;
mod shared;
mod signing;
mod storage;
mod test_tokens;
mod world;

pub mod admin;
pub mod broker;
pub mod command;
pub mod decision;
pub mod events;
pub mod faults;
pub mod known;
pub mod maskinporten;
pub mod people;
pub mod proxy;
pub mod registry;
pub mod systems;
pub mod values;

pub use command::departures::DEPARTURES;
pub use http::reply;
pub use identity::{Caller, Door, SystemUser, TokenProblem, bearer};
pub use kit::answers::{Answers, Part, Preset, answers};
pub use kit::write_kit;
pub use proxy::{Proxy, ProxyFace, TlsFault};
pub use server::{Sandbox, StartError, describe, start};
pub use shared::{AssertionClaims, Audience, Caches, Face, Gateway, Options, PackageAccess, People, RateLimits, Shared, Strictness};
pub use signing::{Earlier, EnterpriseCa, Keys, RsaKey, TokenKind, Validity};
pub use storage::disk::stored_world;
pub use storage::lock::running;
pub use storage::{Bodies, Kept, Scratch, Unclaimed};
pub use values::Secret;
pub use world::{Memory, Organisation, Organisations, World};
