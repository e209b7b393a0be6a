//! Values to choose from while editing a field: those that a service or the sandbox has given.

use super::{FieldList, Lists, Session};
use crate::app::{Effect, Ids};
use crate::journey::{Choice, FieldId, offers};
use jiff::Timestamp;

impl Session {
    /// Values for a field, with the list of a service if it is there already; otherwise it is asked for.
    pub(in crate::app) fn lists(&self, field: FieldId, ids: &mut Ids, now: Timestamp) -> (Lists, Option<Effect>) {
        let mut lists =
            Lists { choices: offers(field, self.profile(), self.findings.all(), self.findings.evidence()), list: FieldList::None };
        let Some(list) = field.list(self.profile()) else { return (lists, None) };
        if let Some(kept) = self.lists.of(list, self.profile(), now) {
            lists.take(kept.to_vec());
            return (lists, None);
        }
        let id = ids.fresh();
        lists.list = FieldList::Asked { id };
        (lists, Some(Effect::AskChoices { id, list, profile: Box::new(self.profile().clone()) }))
    }

    /// Keeps the list of a service. Returns what of it the field takes.
    pub(in crate::app) fn list_told(&mut self, field: FieldId, told: Vec<Choice>, now: Timestamp) -> Vec<Choice> {
        let takes = |choice: &Choice| self.profile().clone().set(field, &choice.value).is_ok();
        let taken: Vec<Choice> = told.into_iter().filter(takes).collect();
        if let Some(list) = field.list(self.profile()) {
            let profile = self.profile().clone();
            self.lists.keep(list, &profile, now, taken.clone());
        }
        taken
    }
}
