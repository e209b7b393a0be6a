//! Broker of the sandbox against the facts: for each documented call what is accepted and what is refused, with status, headers and
//! body. A test's name begins with the section of facts broker-api that it walks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[allow(dead_code)]
#[path = "../sandbox_services/calls.rs"]
mod calls;
#[path = "../sandbox_support/mod.rs"]
mod sandbox_support;

mod catalogue;
mod clients;
mod configure;
mod download;
mod facts;
mod form;
mod initialize;
mod internal;
mod limits;
mod reading;
mod routing;
mod search;
mod states;
mod statistics;
mod support;
mod time;
mod tus;
mod tus_concatenation;
mod tus_refusals;
mod upload;
