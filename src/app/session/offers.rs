//! Values to choose from while editing a field: those that a service or the sandbox has given.

use super::{FieldList, Lists, Session};
use crate::app::{Effect, Ids};
use crate::journey::{Choice, FieldId, Message, Role};
use crate::values::Webhook;
use jiff::Timestamp;

impl Session {
    /// Values for a field, with the list of a service if it is there already; otherwise it is asked for.
    pub(in crate::app) fn lists(&self, field: FieldId, ids: &mut Ids, now: Timestamp) -> (Lists, Option<Effect>) {
        let mut lists = Lists { choices: self.offers(field), list: FieldList::None };
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

    /// Values for a field, found in the findings. Leaves out the current answer and values that the field would refuse.
    #[must_use]
    pub fn offers(&self, field: FieldId) -> Vec<Choice> {
        let messages = self.findings.all().iter().flat_map(|finding| {
            let rows = finding.evidence.iter().map(|row| (&row.message, row.subject.as_str()));
            std::iter::once((&finding.message, "")).chain(rows)
        });
        let mut found: Vec<String> = messages.flat_map(|(message, subject)| values_in(field, message, subject)).collect();
        found.extend(self.at_hand(field));
        let answered = self.profile().answer(field);
        let mut distinct: Vec<String> = Vec::new();
        for value in found {
            // The current answer, a repeated value or one that the field refuses is left out.
            if Some(&value) != answered.as_ref() && !distinct.contains(&value) && self.profile().clone().set(field, &value).is_ok() {
                distinct.push(value);
            }
        }
        distinct.into_iter().map(Choice::plain).collect()
    }

    /// A value that is known without a finding.
    fn at_hand(&self, field: FieldId) -> Option<String> {
        match field {
            FieldId::TransferId => self.findings.evidence().transfer.as_ref().map(|transfer| transfer.id.to_string()),
            FieldId::EventsEndpoint if self.profile().environment.is_own_sandbox() => {
                let part = match self.profile().role {
                    Role::ServiceOwner => "service-owner",
                    Role::Sender => "sender",
                    Role::Recipient => "recipient",
                };
                Some(Webhook::in_sandbox(&format!("sandbox/sink/{part}")).to_string())
            }
            _ => None,
        }
    }
}

/// The values for a field that a finding's message contains.
fn values_in(field: FieldId, message: &Message, subject: &str) -> Vec<String> {
    match (field, message) {
        (
            FieldId::SystemId,
            Message::SystemProven { system } | Message::SystemUserTokenGood { system, .. } | Message::SystemOther { system, .. },
        ) => vec![system.clone()],
        (FieldId::SystemId, Message::SystemGood { system }) => vec![system.to_string()],
        (FieldId::SystemId, Message::RowYourSystem) => vec![subject.to_owned()],
        (FieldId::ClientKid, Message::KeyKidDiffers { inside, .. }) => vec![inside.clone()],
        (FieldId::ClientKid, Message::KeyGood { kid, .. } | Message::KeyGoodExpiryUnknown { kid, .. }) => vec![kid.clone()],
        (FieldId::ClientOwner, Message::Identity { owner } | Message::IdentityServiceOwner { owner, .. }) => vec![owner.to_string()],
        (FieldId::ClientOwner, Message::CertificateOfOther { organisation, .. }) => vec![organisation.to_string()],
        (FieldId::ClientOwner, Message::IdentityOther { consumer, .. }) => vec![consumer.to_string()],
        (FieldId::ClientKid, Message::KeySeveral { kids }) => kids.clone(),
        _ => Vec::new(),
    }
}
