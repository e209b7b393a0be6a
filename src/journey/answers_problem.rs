//! Answers that were refused, and where the user can correct them.

use super::{EngineMessage, FieldId};
use crate::values::Invalid;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswersProblem {
    /// Where the answer was given. None if an answer is missing, or if the problem is about all of them.
    pub place: Option<AnswerPlace>,
    pub reason: AnswersReason,
}

/// Where an answer was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerPlace {
    /// In an answers file: its name, and the line, counted from 1.
    File { name: String, line: usize },
    /// With the flag of this field.
    Flag(FieldId),
    /// In the environment variable of this field.
    Variable(FieldId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswersReason {
    /// The value is not valid. `field` is the name as it was written there.
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
    #[must_use]
    pub fn invalid(place: AnswerPlace, field: impl Into<String>, invalid: Invalid) -> Self {
        Self { place: Some(place), reason: AnswersReason::Invalid { field: field.into(), invalid } }
    }

    #[must_use]
    pub const fn at(place: AnswerPlace, message: EngineMessage) -> Self {
        Self { place: Some(place), reason: AnswersReason::Message(message) }
    }
}
