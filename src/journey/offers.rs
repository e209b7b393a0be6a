//! Values to choose from that are known without asking anybody: those that the findings and the evidence hold.

use super::{CheckId, Choice, Evidence, FieldId, Finding, Message, Profile, Role};
use crate::values::{OrgNumber, Webhook};

/// Values for a field. Leaves out the current answer and values that the field would refuse.
#[must_use]
pub fn offers(field: FieldId, profile: &Profile, findings: &[Finding], evidence: &Evidence) -> Vec<Choice> {
    let messages = findings.iter().flat_map(|finding| {
        let rows = finding.evidence.iter().map(|row| (&row.message, row.subject.as_str()));
        std::iter::once((&finding.message, "")).chain(rows)
    });
    let mut found: Vec<String> = messages.flat_map(|(message, subject)| values_in(field, message, subject)).collect();
    found.extend(at_hand(field, profile, evidence));
    let answered = profile.answer(field);
    let mut distinct: Vec<String> = Vec::new();
    for value in found {
        // The current answer, a repeated value or one that the field refuses is left out.
        if Some(&value) != answered.as_ref() && !distinct.contains(&value) && profile.clone().set(field, &value).is_ok() {
            distinct.push(value);
        }
    }
    distinct.into_iter().map(Choice::plain).collect()
}

/// The values that a service has told, with those of before that it lacks in front of them.
#[must_use]
pub fn with_told(mut known: Vec<Choice>, told: Vec<Choice>) -> Vec<Choice> {
    known.retain(|known| told.iter().all(|choice| choice.value != known.value));
    known.extend(told);
    known
}

/// Who takes part and is on no access list, as far as the findings tell.
#[must_use]
pub fn missing_members(profile: &Profile, findings: &[Finding]) -> Vec<OrgNumber> {
    match findings.iter().find(|finding| finding.check == CheckId::AccessMembers).map(|finding| &finding.message) {
        Some(Message::MembersLack { organisations }) => organisations.clone(),
        Some(Message::MembersNone) | None => profile.takes_part(),
        Some(_) => Vec::new(),
    }
}

/// A value that is known without a finding.
fn at_hand(field: FieldId, profile: &Profile, evidence: &Evidence) -> Option<String> {
    match field {
        FieldId::TransferId => evidence.transfer.as_ref().map(|transfer| transfer.id.to_string()),
        FieldId::EventsEndpoint if profile.environment.is_own_sandbox() => {
            let part = match profile.role {
                Role::ServiceOwner => "service-owner",
                Role::Sender => "sender",
                Role::Recipient => "recipient",
            };
            Some(Webhook::in_sandbox(&format!("sandbox/sink/{part}")).to_string())
        }
        _ => None,
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
