//! The answers that everything else hangs on, in the order in which they can be given: the organisation first, then what it sends,
//! then its client. Nothing is asked for here that a service can tell later.

use super::{Act, Errand, Next, Situation};
use crate::journey::letter::unasked_scopes;
use crate::journey::{Acting, ClientAuth, DeedId, FieldId, Message, Profile, Role, StepId};

/// What is missing before the checks can say anything of worth.
pub(super) fn missing(situation: Situation<'_>) -> Vec<Next> {
    let profile = situation.profile;
    let mut list = Vec::new();
    if profile.organisation.is_none() {
        list.push(Next::new(StepId::Key, field(FieldId::Organisation, profile)));
    }
    if profile.resource.is_none() || is_of_no_use(situation) {
        list.push(Next::new(StepId::Access, field(FieldId::Resource, profile)));
    }
    if profile.acting == Acting::ByVendor {
        return list;
    }
    // What is published decides which scopes the client needs, so it is asked for before the client.
    let is_unpublished = situation.findings.iter().any(|finding| matches!(finding.message, Message::ResourceNotPublished { .. }));
    if let Some(field) = lacks_to_publish(profile).filter(|_| is_unpublished && profile.role == Role::ServiceOwner) {
        list.push(Next::new(StepId::Access, Act::Answer(field)));
    }
    // A client that is there already tells its owner in its token.
    let is_vendor = profile.acting == Acting::ForCustomer;
    if is_vendor && profile.client.owner.is_none() && profile.client.id.is_none() {
        list.push(Next::new(StepId::Client, Act::Answer(FieldId::ClientOwner)));
    }
    // A key's name begins with the organisation, and a letter names it.
    if list.iter().all(|next| !matches!(next.field(), Some(FieldId::Organisation | FieldId::ClientOwner))) {
        list.extend(client(situation));
    }
    list
}

/// Whether files cannot go by the resource that was chosen. The letters name it, so another one is chosen before they are written.
fn is_of_no_use(situation: Situation<'_>) -> bool {
    let is_it = |message: &Message| {
        matches!(message, Message::ResourceMissing { .. } | Message::ResourceWrongType { .. } | Message::ResourceGeneric { .. })
    };
    situation.profile.role != Role::ServiceOwner && situation.findings.iter().any(|finding| is_it(&finding.message))
}

/// What is asked for before a resource and its policy can be published.
fn lacks_to_publish(profile: &Profile) -> Option<FieldId> {
    profile.lacks_to_publish().or_else(|| profile.lacks_for_policy())
}

/// Publishes a resource that is not there, once its answers are given.
pub(super) fn publish(profile: &Profile) -> Act {
    or_first(lacks_to_publish(profile), DeedId::PublishResource)
}

/// The deed, or the answer that it waits for.
pub(super) fn or_first(field: Option<FieldId>, deed: DeedId) -> Act {
    field.map_or(Act::Deed(deed), Act::Answer)
}

/// A field that a service can tell the values of is chosen, any other typed.
pub(super) fn field(field: FieldId, profile: &Profile) -> Act {
    // A webhook is an address of one's own: those of earlier subscriptions are offered beside the line.
    // A service owner's own resource may not be published yet.
    let is_own = field == FieldId::Resource && profile.role == Role::ServiceOwner;
    let is_told = field.is_chosen(profile) && field != FieldId::EventsEndpoint && !is_own;
    if is_told { Act::Choose(field) } else { Act::Answer(field) }
}

fn client(situation: Situation<'_>) -> Vec<Next> {
    let profile = situation.profile;
    let client = &profile.client;
    let answer = |field| vec![Next::new(StepId::Client, Act::Answer(field))];
    match client.auth {
        ClientAuth::Certificate if client.certificate.is_none() => return answer(FieldId::ClientCertificate),
        ClientAuth::Certificate if client.id.is_none() => return answer(FieldId::ClientId),
        ClientAuth::Certificate => return Vec::new(),
        ClientAuth::Key => {}
    }
    match (client.id.is_some(), client.key.is_some(), client.kid.is_some()) {
        (false, false, _) => vec![Next::new(StepId::Client, Act::HaveClient)],
        (false, true, _) => new_client(situation),
        (true, false, _) => answer(FieldId::ClientKey),
        // Without a kid the key itself is looked at first: a JWK has one inside.
        (true, true, false) => answer(FieldId::ClientKid),
        (true, true, true) => Vec::new(),
    }
}

/// A new client is made by a person in the portal. Its scopes must have been granted before they can be added to it, and that takes
/// days, so the letter goes first.
fn new_client(situation: Situation<'_>) -> Vec<Next> {
    let portal = Next::new(StepId::Client, Act::Portal(Errand::MakeClient));
    let letter = Next::new(StepId::Key, Act::Person(DeedId::AskScopes));
    let profile = situation.profile;
    let is_to_be_written = profile.scopes_requested.is_none() || !unasked_scopes(profile, situation.journal).is_empty();
    if is_to_be_written { vec![letter, portal] } else { vec![portal] }
}
