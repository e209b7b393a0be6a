//! A local Maskinporten and Altinn over real HTTP, as strict as the services themselves.
//!
//! It follows the documented facts about the services (`docs/facts`), not the habits of any one client.
//!
//! ```text
//!   who asks            the way in                    services, each a room               what they change and return
//!
//!   a client ──────▶ server ─▶ faults ─▶ gateway ─▶ maskinporten  exchange                 world ──▶ storage: on disk
//!   through  ──▶ proxy ─▲                           systems  registry  decision              │       before the answer
//!   real names          │                           broker  events  admin                    │       leaves
//!   a browser ──────────┘                           test_tokens  org_list                    ▼
//!                                                   pages, controls: the sandbox's own    happened
//!                                                        ▲                                   │
//!                                                        │      when something is due        ▼
//!                                                        └──────────────────────────── scheduler ──▶ people, webhooks
//! ```
//!
//! A call takes the lock of the [`World`], asks the rules of its service, and gets back what happened. The scheduler publishes
//! events in the same world, the world is saved, the answer leaves. Whatever happens later (a person's answer, a scan, an expiry, a
//! webhook's retry) has a timer, which asks the rules again when it is due. The rules know neither HTTP nor timers: they take the
//! world and the time, and return what happened.
//!
//! | room | what is in it |
//! |---|---|
//! | `server` | starts, stops, routes |
//! | `serving` | accepts connections, and serves each within its limits |
//! | `proxy` | the services' own names over TLS |
//! | `faults` | every documented error on demand |
//! | `gateway` | the API key, and unknown addresses |
//! | `maskinporten` | the token endpoint; its error table is `maskinporten/refusal.rs` |
//! | `exchange`, `org_list` | Maskinporten's token for Altinn's; altinn-orgs.json |
//! | `systems` | the system register, system users, their requests |
//! | `registry` | resources, policies, access lists |
//! | `decision` | the policy decision: who may do what |
//! | `broker` | transfers; the life of one is drawn in `broker/lifecycle.rs` |
//! | `events` | subscriptions, their validation, deliveries and their retries |
//! | `admin`, `test_tokens` | the self-service API of Maskinporten; the test token generator |
//! | `pages`, `controls` | the sandbox's own pages; the calls that control it |
//! | `people` | the people it plays: service desk, owners, approver, counterpart |
//! | `scheduler` | what follows from a change, now or when it is due |
//! | `world`, `new_world` | the state of all services; the state of a new world |
//! | `seed` | a file of the user's own organisations, clients, resources and system users, for the world |
//! | `storage` | the world's file, its journal and its lock, the bytes of transfers |
//! | `shared` | what every call gets: the world, the options, the names it answers under |
//! | `identity`, `signing` | the caller of a request; keys, certificates, tokens |
//! | `http` | requests and answers as the services speak them |
//! | `known`, `kit` | the known organisations, clients and resources; files with which other programs use them |
//! | `values`, `clock` | validated numbers and ids; times as the services write them |
//! | `command` | the command line |

#![allow(clippy::result_large_err, reason = "a refusal is an answer, made once and handed on")]

#[macro_use]
mod http;

mod clock;
mod controls;
mod exchange;
mod gateway;
mod identity;
mod json;
mod kit;
mod new_world;
mod org_list;
mod pages;
mod scheduler;
mod seed;
mod server;
mod serving;
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
pub use identity::{Caller, Door, Issued, SystemUser, TokenProblem, bearer};
pub use kit::answers::{Answers, Part, Preset, answers};
pub use kit::write_kit;
pub use proxy::{Proxy, ProxyFace, TlsFault};
pub use seed::{EXAMPLE as SEED_EXAMPLE, Planted, Seed, SeedRefused, WrongLine};
pub use server::{Listening, Sandbox, StartError, describe, listen, start};
pub use shared::{
    AssertionClaims, Audience, Caches, Face, Gateway, Limits, Options, PackageAccess, People, RateLimits, Shared, Strictness,
};
pub use signing::{Earlier, EnterpriseCa, Keys, NumberIn, RsaKey, TokenKind, Validity};
pub use storage::disk::stored_world;
pub use storage::lock::running;
pub use storage::{Bodies, KeptBody, Row, Rows, Scratch, Unclaimed};
pub use values::Secret;
pub use world::{Memory, Organisation, Organisations, World};
