//! The answers of a profile, and the plan that follows from them.

use crate::journey::{ConnectionKey, FieldId, FieldProblem, Plan, Profile, plan};
use jiff::Timestamp;

/// A profile with its name. The plan is computed anew with each answer, so it always fits them.
#[derive(Debug)]
pub struct Answers {
    name: String,
    profile: Profile,
    plan: Plan,
}

/// How far an accepted answer differs from the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Difference {
    None,
    Answer,
    /// The answers describe another connection now, so its findings are others too.
    Connection,
}

impl Answers {
    pub(super) fn new(name: String, profile: Profile) -> Self {
        Self { name, plan: plan(&profile), profile }
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    pub(super) fn set(&mut self, field: FieldId, text: &str, now: Timestamp) -> Result<Difference, FieldProblem> {
        let mut with_answer = self.profile.clone();
        with_answer.set_at(field, text, now)?;
        with_answer.forget_what_was_said_with(&self.profile);
        Ok(self.take_in(with_answer))
    }

    /// Takes all answers of this profile.
    pub(super) fn take_in(&mut self, now: Profile) -> Difference {
        if self.profile == now {
            return Difference::None;
        }
        let is_same = self.are_about_connection_of(&now);
        self.profile = now;
        self.plan = plan(&self.profile);
        if is_same { Difference::Answer } else { Difference::Connection }
    }

    pub(super) fn take_up_events(&mut self) {
        self.profile.events.set_aside = None;
        self.plan = plan(&self.profile);
    }

    /// Replaces all answers by those of the sandbox.
    pub(super) fn replace(&mut self, profile: Profile) {
        *self = Self::new(std::mem::take(&mut self.name), profile);
    }

    pub(super) fn are_about_connection_of(&self, profile: &Profile) -> bool {
        ConnectionKey::of(&self.profile) == ConnectionKey::of(profile)
    }

    /// Whether checks start without being asked.
    pub(super) const fn let_checks_run_by_themselves(&self) -> bool {
        self.profile.environment.lets_checks_run_by_themselves() && !self.can_be_filled()
    }

    /// Whether the sandbox can fill in the answers.
    pub(super) const fn can_be_filled(&self) -> bool {
        self.profile.can_be_filled()
    }
}
