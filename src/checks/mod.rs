//! The checks, in one folder for each step, and the runner that starts them all in parallel.
//!
//! A check asks the services one question and never changes anything. In each file the calls are kept apart from the judging: the
//! `judge…` functions are pure, from a service's answer to a [`judgement::Judgement`].

mod access;
mod admin;
mod blame;
mod board;
mod client;
mod client_elsewhere;
mod connection;
mod context;
mod events;
mod grants;
mod integrate;
mod judgement;
mod keeping;
mod key;
mod key_facts;
mod letters;
pub mod mark;
mod private_key;
mod problem;
mod proxy;
mod runner;
mod secret;
mod signer;
mod tokens;
mod vendor;

pub use admin::AdminUse;
pub use client_elsewhere::ClientElsewhere;
pub use connection::{Connection, NoEndpoints};
pub use events::{PollProblem, poll};
pub use keeping::{Keeping, Kept};
pub use private_key::PasswordLack;
pub use problem::stopped;
pub use runner::run;
pub use tokens::TokenProblem;

use crate::journey::{CheckId, Evidence, Finding};

/// The progress of a run.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// A check has begun.
    Started(CheckId),
    /// A check is done.
    Found(Box<Finding>),
}

/// The result of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// One finding for each check of the plan, in the plan's order.
    pub findings: Vec<Finding>,
    /// The evidence, with what the run has added, such as events that arrived.
    pub evidence: Evidence,
}
