//! The Resource Registry: resources, their policies, access lists (facts platform E; facts examples 10–15).

pub(crate) mod access_list;
pub(crate) mod answer;
pub(crate) mod binding;
pub(crate) mod combining;
pub(crate) mod conditions;
pub(crate) mod feeds;
pub(crate) mod include;
pub(crate) mod list_bodies;
pub(crate) mod lists;
pub(crate) mod policy;
pub(crate) mod resource;
pub(crate) mod rules;
pub(crate) mod search;
pub(crate) mod seed;
pub(crate) mod service;
pub(crate) mod state;
pub(crate) mod write;
pub(crate) mod xacml;

pub use access_list::{AccessList, Connection, Member};
pub use combining::Decision;
pub use policy::{Attribute, Combining, Comparison, Effect, Policy, Rule, attribute};
pub use resource::{AccessListMode, Resource};
pub use seed::seed;
pub use service::routes;
pub use state::RegistryState;
