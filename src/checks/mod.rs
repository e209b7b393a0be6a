//! The checks: one folder per step, and the runner that asks them all at once, each as soon as what it needs is there.
//!
//! A check asks one live question and never changes anything anywhere. In each file the asking stands apart from the judging:
//! `judge…` functions are pure, from a service's answer to a [`judgement::Judgement`].

mod access;
mod board;
mod client;
mod connection;
mod context;
mod events;
mod grants;
mod integrate;
mod judgement;
mod key;
mod problem;
mod runner;
mod secret;
mod tokens;
mod vendor;

pub use connection::{Connection, NoEndpoints};
pub use runner::run;
pub use tokens::TokenProblem;

use crate::journey::{CheckId, Evidence, Finding};

/// How a run goes on.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// A check is being asked.
    Started(CheckId),
    /// A check has its finding.
    Found(Box<Finding>),
}

/// What a run left behind.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// One finding for each check of the plan, in its order.
    pub findings: Vec<Finding>,
    /// The evidence, with what the run learned (events that arrived, a found transfer).
    pub evidence: Evidence,
}
