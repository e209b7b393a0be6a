//! What to do about a finding: its message says what is wrong, and this says what mends it.

use super::{Act, Errand, Next, Situation, basics};
use crate::journey::{
    CheckId, ClientAuth, DeedId, FieldId, Finding, LetterGround, LetterKind, Mend, Message, Profile, Role, Skip, Verdict, Waiting, Who,
    YesNo, last_test, scopes_of,
};
use crate::values::{EventType, Link, Scope, SystemId};

pub(super) fn of(finding: &Finding, situation: Situation<'_>) -> Option<Next> {
    let step = finding.check.step();
    let act = match &finding.outcome {
        Verdict::Pass | Verdict::Warn => return None,
        Verdict::Skipped(Skip::NotApplicable | Skip::Needs { .. } | Skip::ThisRun) => return None,
        // The step was set aside when it was asked, and is not now.
        Verdict::Skipped(Skip::SetAside { .. }) => Act::Check,
        // Altinn is waited for in vain as long as nothing is sent.
        Verdict::Waiting(_) if matches!(finding.message, Message::EventNeedsTransfer { .. }) => possible(finding, situation),
        Verdict::Waiting(waiting) => return Some(waits(finding, waiting, situation)),
        Verdict::Unknown => Act::Check,
        Verdict::NeedsYou | Verdict::Fail => possible(finding, situation),
    };
    let next = Next { check: Some(finding.check), link: link(finding), ..Next::new(step, act) };
    Some(match (&finding.message, act) {
        (Message::RateLimited { until }, Act::Check) if *until > situation.now => {
            let waiting = Waiting { on: Who::Propagation, since: None, until: Some(*until) };
            Next { check: next.check, ..Next::waits(step, &waiting) }
        }
        (message, Act::Person(deed)) => by_letter(next, deed, message, situation),
        (_, Act::Portal(Errand::AddScopes)) => after_the_desk(next, situation),
        (_, Act::Answer(_) | Act::Choose(_) | Act::HaveClient | Act::Deed(_) | Act::Portal(_) | Act::Wait | Act::Check) => next,
    })
}

/// A person is asked once, and then waited for.
fn by_letter(next: Next, deed: DeedId, message: &Message, situation: Situation<'_>) -> Next {
    let (profile, journal) = (situation.profile, situation.journal);
    let Some(kind) = LetterKind::of(deed) else { return next };
    let next = Next { who: kind.receiver(profile.role), ..next };
    let since = match kind {
        // What the desk has denied is asked for anew, and what the answers have come to need is asked for too.
        LetterKind::Scopes if matches!(message, Message::ScopesNotGranted { .. }) || is_to_be_asked(situation) => None,
        LetterKind::Scopes => kind.last_sent(profile, journal),
        LetterKind::Access | LetterKind::Approver if !kind.is_asked(profile, journal) => None,
        LetterKind::Access | LetterKind::Approver => kind.last_sent(profile, journal),
        // The test that has come or gone since then was the answer.
        LetterKind::Counterpart => journal.asked_since(profile, deed, last_test(situation.findings)).map(|entry| entry.at),
    };
    match since {
        Some(since) => Next { act: Act::Wait, since: Some(since), ..next },
        None => next,
    }
}

/// What mends a finding, if this profile may do it. A field that is not asked of it is no way on, nor is another role's deed; and what
/// would be refused for the lack of a scope comes after the scope.
fn possible(finding: &Finding, situation: Situation<'_>) -> Act {
    let profile = situation.profile;
    match act(finding, situation) {
        Act::Answer(field) | Act::Choose(field) if !field.is_for(profile) => Act::Check,
        Act::Deed(deed) | Act::Person(deed) if !deed.is_for(profile.role) => Act::Check,
        Act::Deed(deed) => scope_first(deed, situation).unwrap_or(Act::Deed(deed)),
        act => act,
    }
}

/// How the client gets a scope that the deed needs and that the findings say it lacks.
fn scope_first(deed: DeedId, situation: Situation<'_>) -> Option<Act> {
    let profile = situation.profile;
    let needed = scopes_of(deed, profile.role);
    let lacks = |scopes: &[Scope]| scopes.iter().any(|scope| needed.contains(&scope.as_str()));
    let has = |is: &dyn Fn(&Message) -> bool| situation.findings.iter().any(|finding| is(&finding.message));
    if has(&|message| matches!(message, Message::ScopesWantedNotGranted { scopes } if lacks(scopes))) {
        Some(Act::Person(DeedId::AskScopes))
    } else if has(&|message| matches!(message, Message::ScopesWantedMissing { scopes } if lacks(scopes))) {
        Some(ask_for_scopes(situation))
    } else {
        None
    }
}

/// Once the desk is asked, the portal has nothing to add before it answers.
fn after_the_desk(next: Next, situation: Situation<'_>) -> Next {
    let (profile, journal) = (situation.profile, situation.journal);
    if !LetterKind::Scopes.is_asked(profile, journal) {
        return next;
    }
    Next { who: Who::ServiceDesk, since: LetterKind::Scopes.last_sent(profile, journal), ..next }
}

fn link(finding: &Finding) -> Option<Link> {
    finding.link.clone().or_else(|| finding.message.link().and_then(|link| link.parse().ok()))
}

/// Whoever we wait for. The approver is asked by a message of ours; outside production it is mostly the user, who opens the page.
fn waits(finding: &Finding, waiting: &Waiting, situation: Situation<'_>) -> Next {
    let (profile, step) = (situation.profile, finding.check.step());
    let wait = Next { check: Some(finding.check), link: link(finding), ..Next::waits(step, waiting) };
    match waiting.on {
        Who::Approver if !profile.environment.is_production() && wait.link.is_some() => {
            Next { act: Act::Portal(Errand::Approve), who: Who::You, ..wait }
        }
        Who::Approver if profile.approval_requested.is_none() && DeedId::AskApprover.is_for(profile.role) => {
            Next { act: Act::Person(DeedId::AskApprover), ..wait }
        }
        Who::You
        | Who::ServiceDesk
        | Who::Digdir
        | Who::ServiceOwner
        | Who::Approver
        | Who::Vendor
        | Who::Sender
        | Who::Recipient
        | Who::AltinnEvents
        | Who::AltinnBroker
        | Who::Propagation
        | Who::Network => wait,
    }
}

/// What mends a finding in which somebody must act.
fn act(finding: &Finding, situation: Situation<'_>) -> Act {
    let profile = situation.profile;
    match &finding.message {
        Message::FieldMissing { field } if field == FieldId::EventsEndpoint.name() && takes_no_part(profile) => {
            Act::Answer(FieldId::EventsSetAside)
        }
        Message::FieldMissing { field }
            if field == FieldId::EventsEndpoint.name() && profile.events.by.is_none() && profile.events.set_aside.is_none() =>
        {
            Act::Choose(FieldId::EventsBy)
        }
        message => mended(message.mend().unwrap_or(Mend::ByCheck), finding.check, situation),
    }
}

/// What mends it, as this profile can do it.
fn mended(mend: Mend, check: CheckId, situation: Situation<'_>) -> Act {
    let profile = situation.profile;
    let is_owner = profile.role == Role::ServiceOwner;
    match mend {
        Mend::Answer(field) => Act::Answer(field),
        Mend::Field(field) => field.map_or(Act::Check, |field| basics::field(field, profile)),
        Mend::Deed(deed) => Act::Deed(deed),
        Mend::Letter(deed) => Act::Person(deed),
        Mend::Scopes => ask_for_scopes(situation),
        Mend::ScopesOfClient => Act::Portal(Errand::AddScopes),
        Mend::OtherResource if !is_owner => Act::Choose(FieldId::Resource),
        Mend::AskOwner if !is_owner => Act::Person(DeedId::AskAccess),
        Mend::Publish => basics::publish(profile),
        Mend::PublishAgain => basics::or_first(profile.contact.email.is_none().then_some(FieldId::ContactEmail), DeedId::PublishResource),
        Mend::Policy => basics::or_first(profile.lacks_for_policy(), DeedId::PublishPolicy),
        Mend::System(system) if is_of_the_clients_owner(&system, profile) => Act::Deed(DeedId::RegisterSystem),
        Mend::System(_) => basics::field(FieldId::SystemId, profile),
        Mend::Test => test_transfer(profile),
        Mend::AnotherTest => one_more(situation),
        Mend::LookAgain => Act::Check,
        Mend::ByCheck | Mend::OtherResource | Mend::AskOwner => of_check(check, profile),
    }
}

/// The scopes are asked for once, and those once more that the answers have come to need since. After that only the portal shows
/// whether they were granted.
fn ask_for_scopes(situation: Situation<'_>) -> Act {
    if is_to_be_asked(situation) { Act::Person(DeedId::AskScopes) } else { Act::Portal(Errand::AddScopes) }
}

/// Whether there is a scope that no letter has asked for.
fn is_to_be_asked(situation: Situation<'_>) -> bool {
    let profile = situation.profile;
    let ground = LetterGround { profile, findings: situation.findings, journal: situation.journal, transfer: None };
    profile.scopes_requested.is_none() || !ground.unasked_scopes().is_empty()
}

/// The test transfer of the role. Who sends says first who is to receive it. A service owner that takes part sends to itself, and one
/// that does not is asked for nothing.
fn test_transfer(profile: &Profile) -> Act {
    match profile.role {
        Role::Recipient => Act::Deed(DeedId::ReceiveTest),
        Role::ServiceOwner if takes_no_part(profile) => Act::Check,
        Role::ServiceOwner if profile.acts_itself() => Act::Deed(DeedId::SendTest),
        Role::Sender | Role::ServiceOwner if profile.transfer.recipients.is_empty() => basics::field(FieldId::TransferRecipients, profile),
        Role::Sender | Role::ServiceOwner => Act::Deed(DeedId::SendTest),
    }
}

/// Whether it is a service owner that takes no part in any transfer: its policy gives it no rule, so that it hears of no event either.
fn takes_no_part(profile: &Profile) -> bool {
    profile.role == Role::ServiceOwner && profile.policy.owner_acts == Some(YesNo::No)
}

/// No event has come: one more test is heard of. A recipient needs a sender for it.
fn one_more(situation: Situation<'_>) -> Act {
    match situation.profile.role {
        Role::Sender if waits_for_recipients(situation) => Act::Person(DeedId::AskCounterpart),
        Role::Sender => Act::Deed(DeedId::SendTest),
        Role::ServiceOwner if takes_no_part(situation.profile) => Act::Answer(FieldId::EventsSetAside),
        Role::ServiceOwner => test_transfer(situation.profile),
        Role::Recipient => Act::Person(DeedId::AskCounterpart),
    }
}

/// Whether a test has gone, and each event that is wanted comes only when it is fetched.
fn waits_for_recipients(situation: Situation<'_>) -> bool {
    let types = &situation.profile.events.types;
    last_test(situation.findings).is_some() && !types.is_empty() && types.iter().all(EventType::comes_of_a_recipient)
}

/// The answer that a check is most about.
fn of_check(check: CheckId, profile: &Profile) -> Act {
    let by_certificate = profile.client.auth == ClientAuth::Certificate;
    match check {
        CheckId::ClientKey if by_certificate => Act::Answer(FieldId::ClientCertificate),
        CheckId::ClientKey => Act::Answer(FieldId::ClientKey),
        CheckId::ClientToken => Act::Portal(Errand::CompareClient),
        CheckId::IntegrateTransfer => test_transfer(profile),
        CheckId::EventsSubscription | CheckId::EventsValidated => Act::Deed(DeedId::Subscribe),
        CheckId::AccessSystem
        | CheckId::AccessSystemUser
        | CheckId::AccessSystemUserToken
        | CheckId::KeyReach
        | CheckId::KeyClock
        | CheckId::KeyGateway
        | CheckId::KeyScopes
        | CheckId::ClientScopes
        | CheckId::ClientExchange
        | CheckId::ClientIdentity
        | CheckId::AccessResource
        | CheckId::AccessPolicy
        | CheckId::AccessServiceOwner
        | CheckId::AccessResourceConfig
        | CheckId::AccessMembers
        | CheckId::IntegrateList
        | CheckId::EventsEndpoint
        | CheckId::EventsReceived => Act::Check,
    }
}

/// Whether the client's owner may register a system with this id.
fn is_of_the_clients_owner(system: &SystemId, profile: &Profile) -> bool {
    profile.client_owner().is_some_and(|owner| owner.digits() == system.vendor_digits())
}
