//! The journey: what must be true for a role, in which order, and how far it has come. Pure: no I/O, no clock, no async.
//!
//! Everything public about it (fields, checks, verdicts, states) is defined here once and rendered by every front.

mod acting;
mod cause;
mod check;
mod deed;
mod deed_message;
mod environment;
mod evidence;
mod field;
mod finding;
mod message;
mod plan;
mod profile;
mod readiness;
mod role;
mod scopes;
mod step;

pub use acting::Acting;
pub use cause::{Cause, Said, Service};
pub use check::CheckId;
pub use deed::{DeedId, DeedOptions, DeedProgress, Outcome, Preview, Stopped};
pub use deed_message::DeedMessage;
pub use environment::{Environment, PublishedEnvironment};
pub use evidence::{Change, Evidence, ReceivedBy, ReceivedEvent, SubscriptionEvidence, TransferEvidence};
pub use field::{FieldId, FieldKind};
pub use finding::{Finding, Mark, Row, Skip, Verdict, Waiting, Who};
pub use message::Message;
pub use plan::{Plan, Planned, plan};
pub use profile::{ClientAnswers, EventAnswers, FieldProblem, Profile, SystemAnswers, TransferAnswers};
pub use readiness::{Readiness, StepReadiness, StepState};
pub use role::Role;
pub use scopes::{Need, WantedScope, scopes};
pub use step::StepId;
