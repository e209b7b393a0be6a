//! The journey: what must be true for a role, in which order, and how far a profile has come. Pure: no I/O, no clock, no async.
//!
//! The public names (fields, checks, verdicts, states) are defined here once, and every front shows them.

mod acting;
mod answers_problem;
mod cause;
mod check;
mod choice;
mod choice_list;
mod client_auth;
mod connection_key;
mod deed;
mod deed_message;
mod engine_message;
mod environment;
mod event_fit;
mod event_wait;
mod evidence;
mod field;
mod fill_preset;
mod finding;
mod guide;
mod itinerary;
mod journal;
mod key_facts;
mod letter;
mod listed_profile;
mod message;
mod next;
mod owner_answers;
mod plan;
mod profile;
mod profile_merge;
mod publication;
mod readiness;
mod rests_on;
mod role;
mod said;
mod saved_state;
mod scopes;
mod step;

pub use acting::Acting;
pub use answers_problem::{AnswerPlace, AnswersProblem, AnswersReason};
pub use cause::{Cause, Said, Service};
pub use check::CheckId;
pub use choice::{Choice, ChoiceMessage, NoChoices};
pub use choice_list::ChoiceList;
pub use client_auth::ClientAuth;
pub use connection_key::ConnectionKey;
pub use deed::{
    Agreed, Candidate, CandidateAbout, ChangeKind, ChangeLine, DeedId, DeedOptions, DeedProgress, Moved, MustType, Outcome, Preview,
    Stopped,
};
pub use deed_message::DeedMessage;
pub use engine_message::EngineMessage;
pub use environment::{Environment, PublishedEnvironment};
pub use event_fit::{EventFit, TransferFit};
pub use event_wait::{next_delivery, next_validation};
pub use evidence::{Change, Evidence, ReceivedBy, ReceivedEvent, SubscriptionEvidence, TransferEvidence};
pub use field::{FieldId, FieldKind};
pub use fill_preset::FillPreset;
pub use finding::{Finding, Mark, Row, Skip, Verdict, Waiting, Who};
pub use guide::{GuideCopy, GuideLink, GuideMark, GuidePage, are_done, required_scope};
pub use itinerary::{Itinerary, Leg, LegId, Takes, Turn, itinerary};
pub use journal::{Entry, EntryState, Journal, JournalPlace};
pub use key_facts::{KeyDue, KeyFacts};
pub use letter::{LETTER_AGE, Letter, LetterAct, LetterAddress, LetterGround, LetterKind, LetterLanguage, LetterNeed, LetterOptions};
pub use listed_profile::ListedProfile;
pub use message::Message;
pub use next::{Act, Errand, Next, NextKind, Situation, next};
pub use owner_answers::{AccessListAnswers, Admits, BrokerAnswers, EventsBy, ListenAnswers, PolicyAnswers, PublishAnswers, YesNo};
pub use plan::{Plan, Planned, plan};
pub use profile::{
    AdminAnswers, ClientAnswers, ContactAnswers, EventAnswers, FieldProblem, Profile, SystemAnswers, TransferAnswers, VendorAnswers,
};
pub use publication::{OwnerName, Wording};
pub use readiness::{Readiness, Standing, StepReadiness, StepState};
pub use rests_on::Fingerprint;
pub use role::Role;
pub use said::VendorWord;
pub use saved_state::{SavedState, StateChange, StepChange};
pub use scopes::{Need, WantedScope, scopes, scopes_of};
pub use step::StepId;
