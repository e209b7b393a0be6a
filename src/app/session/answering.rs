//! Taking an answer. If it makes the profile describe another connection, that connection's stored state is read.

use super::answers::Difference;
use super::{Item, Session};
use crate::app::{Effect, Ids, TypedSecret};
use crate::journey::{FieldId, FieldProblem, Profile, SavedState, StepId};
use jiff::Timestamp;

#[derive(Debug)]
pub(in crate::app) struct Accepted {
    pub effects: Vec<Effect>,
    /// Whether checks may run now. Not when the stored state of another connection must be read first; the run then follows that.
    pub may_run: bool,
}

impl Session {
    /// Takes an answer and saves it at once.
    ///
    /// # Errors
    /// When the text is not a valid answer to this field.
    pub(in crate::app) fn answer(&mut self, field: FieldId, text: &str, now: Timestamp) -> Result<Accepted, FieldProblem> {
        let selected = self.item();
        let difference = self.answers.set(field, text, now)?;
        if difference == Difference::None {
            return Ok(Accepted { effects: Vec::new(), may_run: true });
        }
        // A typed password was for the key of before.
        self.has_typed_password &= !matches!(field, FieldId::ClientKey | FieldId::ClientCertificate);
        self.findings.note_change(field, now);
        if difference == Difference::Answer {
            self.findings.forget_those_of_other_answers(self.answers.profile());
            self.reconsider();
            self.stay_on(selected);
            return Ok(Accepted { effects: self.save(), may_run: true });
        }
        self.findings.forget_connection();
        let mut effects: Vec<Effect> = self.work.stop().into_iter().collect();
        self.reconsider();
        self.stay_on(selected);
        effects.extend([self.save_profile(), Effect::LoadState(Box::new(self.profile().clone()))]);
        Ok(Accepted { effects, may_run: false })
    }

    /// Opens the private key with a password that was typed, or forgets the one typed before.
    pub(in crate::app) fn use_password(&mut self, password: Option<TypedSecret>) -> Option<Effect> {
        let had_one = std::mem::replace(&mut self.has_typed_password, password.is_some());
        (had_one || password.is_some()).then(|| Effect::UsePassword { profile: Box::new(self.profile().clone()), password })
    }

    /// Takes the stored state of the connection that `profile` describes. Dropped if the answers have changed again since it was
    /// asked for. Returns whether it was taken.
    pub(in crate::app) fn state_read(&mut self, profile: &Profile, state: SavedState) -> bool {
        let is_current = self.answers.are_about_connection_of(profile);
        if is_current {
            let selected = self.item();
            self.journal = state.journal.clone();
            self.findings.add_stored(state);
            self.reconsider_at_rest();
            self.stay_on(selected);
        }
        is_current
    }

    /// Takes up step 5 again after it was set aside.
    pub(in crate::app) fn take_up_events(&mut self, ids: &mut Ids) -> Vec<Effect> {
        self.focus.follows = false;
        let selected = self.item();
        self.answers.take_up_events();
        self.findings.forget_those_of_other_answers(self.answers.profile());
        self.reconsider();
        self.stay_on(selected);
        let mut effects = self.save();
        effects.extend(self.check_by_itself(ids));
        effects
    }

    /// Selects the field with the reason for setting step 5 aside.
    pub(in crate::app) fn go_to_set_aside(&mut self) -> FieldId {
        let follows = self.focus.follows;
        let field = FieldId::EventsSetAside;
        self.attend_within(StepId::Events);
        let line = self.items().iter().position(|item| *item == Item::Field(field));
        self.focus.take_line(line.unwrap_or(0));
        // Who was led here is led on once the step is set aside.
        self.focus.follows = follows;
        field
    }

    fn save(&self) -> Vec<Effect> {
        vec![self.save_profile(), self.save_state()]
    }

    /// An answer or a finding can add or remove lines. Keeps the selection on the line it was on, if that still exists.
    pub(super) fn stay_on(&mut self, selected: Option<Item>) {
        let items = self.items();
        let same = items.iter().position(|item| Some(*item) == selected);
        self.focus.line = same.unwrap_or_else(|| self.focus.line.min(items.len().saturating_sub(1)));
    }
}
