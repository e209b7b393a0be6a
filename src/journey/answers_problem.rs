//! Answers that were not taken, and where to correct them.

use super::{EngineMessage, FieldId};
use crate::values::Invalid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersProblem {
    /// Where the answer stands; none where one is missing, or the whole is meant.
    pub place: Option<AnswerPlace>,
    pub reason: AnswersReason,
}

/// Where an answer stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerPlace {
    /// In an answers file: its name, and the line from 1.
    File { name: String, line: usize },
    /// Behind the flag of a field.
    Flag(FieldId),
    /// In the environment variable of a field.
    Variable(FieldId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswersReason {
    /// The value itself was refused. The field is named as it stands there.
    Invalid {
        field: String,
        invalid: Invalid,
    },
    Message(EngineMessage),
}

impl From<EngineMessage> for AnswersProblem {
    fn from(message: EngineMessage) -> Self {
        Self { place: None, reason: AnswersReason::Message(message) }
    }
}

impl AnswersProblem {
    /// A value that was refused at a place.
    #[must_use]
    pub fn invalid(place: AnswerPlace, field: impl Into<String>, invalid: Invalid) -> Self {
        Self { place: Some(place), reason: AnswersReason::Invalid { field: field.into(), invalid } }
    }

    /// What the engine says of a place.
    #[must_use]
    pub const fn at(place: AnswerPlace, message: EngineMessage) -> Self {
        Self { place: Some(place), reason: AnswersReason::Message(message) }
    }
}
