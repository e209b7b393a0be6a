//! What a deed would do, shown before it is done.

use super::{Agreed, DeedId, DeedMessage, Letter, Profile};
use crate::values::Value;
use jiff::Timestamp;

/// What a deed would do, shown before it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    pub deed: DeedId,
    /// Sentences about the deed, in the order to show them.
    pub says: Vec<DeedMessage>,
    /// The requests it would make: method and address.
    pub requests: Vec<(String, String)>,
    /// The requests that have a body, each with the body as indented JSON. They contain no secrets.
    pub bodies: Vec<(String, String)>,
    /// Labels (ids under `preview` in `deeds.ftl`) with their values.
    pub rows: Vec<(&'static str, Value)>,
    /// What lies at a service and is replaced by it, line by line: what stays, what goes, what is new.
    pub changes: Vec<ChangeLine>,
    /// What the user must type before it is done, in this order.
    pub must_type: Vec<MustType>,
    /// The letter that it writes.
    pub letter: Option<Box<Letter>>,
    /// What lies at the service and is replaced, as text, so that the deed can tell whether it is the same when it is done.
    pub seen: Option<String>,
    /// Those of which the deed takes one, if there are several. None of them is taken where the user must choose.
    pub candidates: Vec<Candidate>,
}

/// One of several things of which a deed takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// A kid, or the number of a subscription.
    pub id: String,
    pub about: CandidateAbout,
    /// Whether it is the one that is taken if the user chooses none.
    pub is_taken: bool,
}

/// What a candidate is recognised by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CandidateAbout {
    /// When a key ends. None if that is not known.
    Ends(Option<Timestamp>),
    /// The webhook of a subscription.
    LeadsTo(String),
}

impl Preview {
    /// A preview of a deed for this profile, which says this. In production the profile's name is to be typed.
    #[must_use]
    pub fn new(deed: DeedId, profile: &Profile, says: Vec<DeedMessage>) -> Self {
        let must_type = if profile.environment.is_production() { vec![MustType::ProfileName] } else { Vec::new() };
        Self {
            deed,
            says,
            requests: Vec::new(),
            bodies: Vec::new(),
            rows: Vec::new(),
            changes: Vec::new(),
            must_type,
            letter: None,
            seen: None,
            candidates: Vec::new(),
        }
    }

    /// Whether nothing is done before the user has chosen one of several.
    #[must_use]
    pub fn lacks_choice(&self) -> bool {
        !self.candidates.is_empty() && !self.candidates.iter().any(|candidate| candidate.is_taken)
    }

    /// What is agreed to by doing the deed after this preview.
    #[must_use]
    pub fn agreed(&self) -> Agreed {
        let ids = self.must_type.iter().filter_map(|must| match must {
            MustType::Id(id) => Some(id.clone()),
            MustType::ProfileName => None,
        });
        Agreed { ids: ids.collect(), seen: self.seen.clone() }
    }
}

impl Preview {
    /// Whether it goes on with an upload that was begun.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        self.says.iter().any(|message| matches!(message, DeedMessage::WouldGoOn { .. }))
    }
}

/// What the user types to say that a deed is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MustType {
    /// The profile's name, in production.
    ProfileName,
    /// The id of a thing that the journal does not know, so that it was made elsewhere.
    Id(String),
}

impl MustType {
    /// What is to be typed, for a profile of this name.
    #[must_use]
    pub fn word<'a>(&'a self, profile: &'a str) -> &'a str {
        match self {
            Self::ProfileName => profile,
            Self::Id(id) => id,
        }
    }
}

crate::choice! {
    /// What becomes of one part of a thing that is replaced.
    pub enum ChangeKind {
        Stays = "stays",
        Added = "added",
        Goes = "goes",
    }
}

/// One line of what a deed changes at a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    pub kind: ChangeKind,
    /// The part: a kid, a right, a client id.
    pub what: String,
    /// When it ends by itself.
    pub until: Option<Timestamp>,
}

impl ChangeLine {
    /// A line about a part that does not end by itself.
    pub fn new(kind: ChangeKind, what: impl Into<String>) -> Self {
        Self { kind, what: what.into(), until: None }
    }
}
