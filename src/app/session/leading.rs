//! What comes next: the line above the footer, and what Enter does with it.

use super::{Item, Pane, Section, Session};
use crate::app::Effect;
use crate::journey::{Act, DeedId, Errand, FieldId, Finding, Message, Next, Role, Situation, next};
use jiff::Timestamp;

impl Session {
    /// All that is left to do, the first thing first.
    #[must_use]
    pub fn next(&self) -> &[Next] {
        &self.next
    }

    /// Finds out anew what is left to do, after an answer, a finding or the journal has changed.
    pub(super) fn reconsider(&mut self) {
        self.next = self.left_to_do();
    }

    /// The same for what came by itself. While checks run the user is still shown what stood there before: what comes next is known
    /// when they are over, and no line moves under the user's finger.
    pub(super) fn reconsider_at_rest(&mut self) {
        if !self.is_checking() {
            self.reconsider();
        }
    }

    /// Computed from all that it follows from.
    pub(crate) fn left_to_do(&self) -> Vec<Next> {
        let situation = Situation { profile: self.profile(), findings: self.findings.all(), journal: &self.journal, now: self.now };
        let mut list = next(situation);
        // A deed that was just done has its effect only in the findings to come.
        list.retain(|next| !matches!(next.act, Act::Deed(deed) if self.findings.lack(deed)));
        list
    }

    /// The deed to do next, if a deed comes next.
    #[must_use]
    pub fn due(&self) -> Option<DeedId> {
        match self.next().first()?.act {
            Act::Deed(deed) | Act::Person(deed) => Some(deed),
            Act::Answer(_) | Act::Choose(_) | Act::HaveClient | Act::Portal(_) | Act::Wait | Act::Check => None,
        }
    }

    /// Whether Enter does what comes next: the user has not moved the selection away from it.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.focus.follows && !self.can_be_filled()
    }

    /// The same, with the keys in the pane of the step.
    #[must_use]
    pub fn leads_here(&self) -> bool {
        self.leads() && self.focus.pane == Pane::Step && !self.next().is_empty()
    }

    /// Selects a field of any step.
    pub(in crate::app) fn go_to_field(&mut self, field: FieldId) {
        let Some(step) = field.step() else { return };
        self.show(Section::Step(step));
        let line = self.items().iter().position(|item| *item == Item::Field(field));
        self.focus.line = line.unwrap_or(0);
        self.focus.pane = Pane::Step;
    }

    /// What is proposed for a field that has no answer, where it is asked for: what is published already has its words.
    #[must_use]
    pub fn proposal(&self, field: FieldId) -> Option<String> {
        let is_open = self.profile().answer(field).is_none() && field.deed().is_some_and(|deed| self.publishes(deed));
        is_open.then(|| field.proposal(self.profile(), self.findings.all())).flatten()
    }

    /// The field to go on to after this one, where a resource or its policy is to be published.
    pub(in crate::app) fn then_to_publish(&self, field: FieldId) -> Option<FieldId> {
        let next = field.then_to_publish(self.profile())?;
        self.publishes(next.deed().unwrap_or(DeedId::PublishResource)).then_some(next)
    }

    /// Whether one of the deeds that publish is to be done, or waits for an answer.
    pub(super) fn publishes(&self, deed: DeedId) -> bool {
        let is_about = |next: &Next| next.deed().or_else(|| next.field().and_then(FieldId::deed)) == Some(deed);
        let is_new = |finding: &Finding| matches!(finding.message, Message::ResourceNotPublished { .. });
        let is_missing = self.profile().role == Role::ServiceOwner && self.findings.all().iter().any(is_new);
        match deed {
            DeedId::PublishResource | DeedId::PublishPolicy => is_missing || self.next().iter().any(is_about),
            _ => false,
        }
    }

    /// The line of a step that stands for it.
    pub(super) fn item_of(next: &Next) -> Option<Item> {
        match next.act {
            Act::Answer(field) | Act::Choose(field) => Some(Item::Field(field)),
            Act::HaveClient | Act::Portal(Errand::MakeClient) => Some(Item::Field(FieldId::ClientId)),
            Act::Deed(deed) | Act::Person(deed) => Some(Item::Deed(deed)),
            Act::Portal(Errand::AddScopes | Errand::CompareClient | Errand::Approve) | Act::Wait | Act::Check => {
                next.check.map(Item::Check)
            }
        }
    }

    /// Selects the line that stands for it, from where Enter does it.
    pub(in crate::app) fn go_to_next(&mut self, next: &Next) {
        self.show(Section::Step(next.step));
        let items = self.items();
        let own = Self::item_of(next).and_then(|own| items.iter().position(|item| *item == own));
        let of_check = next.check.and_then(|check| items.iter().position(|item| *item == Item::Check(check)));
        match own.or(of_check) {
            Some(line) => {
                self.focus.line = line;
                if let Some(check) = next.check.filter(|check| self.needs_attention(*check)) {
                    self.focus.open = Some(check);
                }
            }
            None => self.attend_within(next.step),
        }
    }

    /// The client's id has come from the portal, where the key that was made here was pasted: its year begins today.
    pub(in crate::app) fn note_posted(&mut self, now: Timestamp) -> Vec<Effect> {
        let Some(day) = self.profile().newly_posted(&self.journal, now) else { return Vec::new() };
        self.answer(FieldId::ClientKeyPosted, &day.to_string(), now).map(|accepted| accepted.effects).unwrap_or_default()
    }

    /// The selection follows again, after the user has asked for what comes next.
    pub(in crate::app) fn follow(&mut self) {
        self.focus.follows = true;
        self.attend();
    }
}
