//! The screen that tells what is in a token: the one that the profile's integration would use, or one that is pasted. The token itself is
//! on no screen.

use super::Entry;
use crate::journey::{CheckId, Profile, TokenAnswer, TokenFacts, WantedToken};
use crate::values::Scope;
use jiff::Timestamp;

#[derive(Debug)]
pub struct TokenScreen {
    pub wanted: WantedToken,
    /// Whether the token that is told of was pasted.
    pub is_pasted: bool,
    /// The id of the question that has no answer yet.
    pub asking: Option<u64>,
    /// None before the first answer.
    pub answer: Option<TokenAnswer>,
    /// The line to type or paste a token into. Dots stand for what is in it.
    pub entry: Option<Entry>,
}

impl TokenScreen {
    pub(in crate::app) const fn new(asking: u64, wanted: WantedToken) -> Self {
        Self { wanted, is_pasted: false, asking: Some(asking), answer: None, entry: None }
    }

    /// Another question takes the place of the one before.
    pub(in crate::app) fn ask(&mut self, id: u64, is_pasted: bool) {
        *self = Self { is_pasted, ..Self::new(id, self.wanted.clone()) };
    }

    /// The facts of the token that is told of.
    #[must_use]
    pub fn facts(&self) -> Option<&TokenFacts> {
        match self.answer.as_ref()? {
            TokenAnswer::Told(facts) => Some(facts),
            TokenAnswer::None(_) | TokenAnswer::NoClient | TokenAnswer::Refused(_) | TokenAnswer::NotOpened(_) => None,
        }
    }

    /// The scopes that the token should carry, and does not: those that were asked for, or that the role cannot be without.
    #[must_use]
    pub fn lacks(&self, facts: &TokenFacts, profile: &Profile) -> Vec<Scope> {
        if self.is_pasted { facts.lacks(profile) } else { self.wanted.missing(facts) }
    }

    /// The check that looks at what is wrong. None where nothing is, or no check looks at it.
    #[must_use]
    pub fn check(&self, profile: &Profile, now: Timestamp) -> Option<CheckId> {
        match self.answer.as_ref()? {
            TokenAnswer::NoClient => Some(CheckId::ClientKey),
            TokenAnswer::Refused(refusal) => Some(refusal.check),
            TokenAnswer::Told(facts) => {
                let remarks = facts.remarks(Some(profile), now);
                let of = |amiss: bool| remarks.iter().filter(move |remark| remark.is_amiss() == amiss).find_map(|remark| remark.check());
                let lacks = (!self.lacks(facts, profile).is_empty()).then_some(CheckId::ClientScopes);
                of(true).or(lacks).or_else(|| of(false))
            }
            TokenAnswer::None(_) | TokenAnswer::NotOpened(_) => None,
        }
    }
}
