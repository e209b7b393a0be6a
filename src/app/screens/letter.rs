//! A letter to somebody who must act: it is read, copied, saved or opened in a mail program, and noted once the user has sent it.

use super::Entry;
use crate::journey::{FieldId, LetterAct, LetterKind};

/// What is typed on the screen of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterLine {
    /// The mail address that it goes to.
    Address,
    /// One of the fields about whom the receiver may answer.
    Contact(FieldId),
    /// The profile's name, in production.
    ProfileName,
}

#[derive(Debug)]
pub struct LetterScreen {
    pub kind: LetterKind,
    /// Whether it is the first letter or a reminder.
    pub act: LetterAct,
    pub typing: Option<(LetterLine, Entry)>,
    /// The deed that notes it, while it is under way.
    pub noting: Option<u64>,
}

impl LetterScreen {
    pub(in crate::app) const fn new(kind: LetterKind, act: LetterAct) -> Self {
        Self { kind, act, typing: None, noting: None }
    }
}

impl LetterLine {
    /// The line that is typed after this one.
    pub(in crate::app) const fn next(self) -> Option<Self> {
        match self {
            Self::Contact(FieldId::ContactName) => Some(Self::Contact(FieldId::ContactEmail)),
            Self::Contact(FieldId::ContactEmail) => Some(Self::Contact(FieldId::ContactPhone)),
            Self::Contact(_) | Self::Address | Self::ProfileName => None,
        }
    }
}
