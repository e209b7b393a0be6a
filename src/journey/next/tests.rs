//! Rules of what comes next, and a search for situations that lead nowhere.

#![allow(clippy::expect_used, clippy::panic)]

mod searched;

use super::*;
use crate::journey::samples::samples;
use crate::journey::{
    Cause, ClientAuth, Entry, EntryState, Environment, JournalPlace, Message, PublishedEnvironment, Role, Skip, StepState, Verdict,
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn blank(role: Role) -> Profile {
    Profile::new(role, Environment::Named(PublishedEnvironment::Tt02))
}

fn with(mut profile: Profile, answers: &[(FieldId, &str)]) -> Profile {
    for (field, text) in answers {
        assert_eq!(profile.set(*field, text), Ok(()), "{field}");
    }
    profile
}

const BASICS: &[(FieldId, &str)] = &[(FieldId::Organisation, "310100005"), (FieldId::Resource, "smart-files")];
const CLIENT: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11"), (FieldId::ClientKey, "file:/keys/one.pem"), (FieldId::ClientKid, "one")];

fn acts(profile: &Profile, findings: &[Finding]) -> Vec<Act> {
    next(Situation { profile, findings, journal: &Journal::default(), now: NOW }).iter().map(|next| next.act).collect()
}

fn first(profile: &Profile, findings: &[Finding]) -> Option<Act> {
    acts(profile, findings).first().copied()
}

fn found(profile: &Profile, check: CheckId, outcome: Verdict, message: Message) -> Finding {
    Finding { outcome, message, ..Finding::passed(check, 1) }.made_with(profile)
}

/// All checks of the profile pass, but for this one.
fn all_but(profile: &Profile, check: CheckId, outcome: Verdict, message: Message) -> Vec<Finding> {
    let checks = plan(profile).checks.into_iter().map(|planned| planned.check);
    checks
        .map(
            |one| {
                if one == check {
                    found(profile, one, outcome.clone(), message.clone())
                } else {
                    Finding::passed(one, 1).made_with(profile)
                }
            },
        )
        .collect()
}

#[test]
fn an_empty_profile_is_led_to_its_client() {
    for role in [Role::Sender, Role::Recipient] {
        let mut profile = blank(role);
        assert_eq!(first(&profile, &[]), Some(Act::Answer(FieldId::Organisation)));
        profile = with(profile, &BASICS[..1]);
        assert_eq!(first(&profile, &[]), Some(Act::Choose(FieldId::Resource)));
        profile = with(profile, &BASICS[1..]);
        assert_eq!(first(&profile, &[]), Some(Act::HaveClient));
        profile = with(profile, &CLIENT[1..]);
        assert_eq!(first(&profile, &[]), Some(Act::Person(DeedId::AskScopes)), "the letter before the portal");
        profile = with(profile, &[(FieldId::ScopesRequested, "2026-11-20")]);
        assert_eq!(first(&profile, &[]), Some(Act::Portal(Errand::MakeClient)));
        profile = with(profile, &CLIENT[..1]);
        assert_eq!(first(&profile, &[]), Some(Act::Check));
    }
}

#[test]
fn who_has_a_client_is_asked_for_its_key_and_writes_no_letter_first() {
    let profile = with(with(blank(Role::Sender), BASICS), &CLIENT[..1]);
    assert_eq!(first(&profile, &[]), Some(Act::Answer(FieldId::ClientKey)));
    let profile = with(with(blank(Role::Sender), BASICS), CLIENT);
    assert_eq!(first(&profile, &[]), Some(Act::Check));
}

#[test]
fn what_the_portal_does_not_tell_is_not_looked_for_there() {
    let profile = with(blank(Role::Sender), &[BASICS, CLIENT].concat());
    let refused = |cause| {
        let message = Message::Refused { status: 400, cause };
        first(&profile, &all_but(&profile, CheckId::ClientToken, Verdict::Fail, message))
    };
    assert_eq!(refused(Cause::ClientKeyExpired), Some(Act::Deed(DeedId::RotateKey)));
    assert_eq!(refused(Cause::ClientClock), Some(Act::Check));
    assert_eq!(refused(Cause::ClientUnknownKid), Some(Act::Portal(Errand::CompareClient)));
}

#[test]
fn a_resource_that_is_not_there_is_chosen_anew_before_a_letter_names_it() {
    let profile = with(blank(Role::Sender), &[BASICS, &CLIENT[1..]].concat());
    let resource = profile.resource.clone().expect("a resource");
    let gone = found(&profile, CheckId::AccessResource, Verdict::NeedsYou, Message::ResourceMissing { resource });
    let acts = acts(&profile, &[gone]);
    assert_eq!(acts[..2], [Act::Choose(FieldId::Resource), Act::Person(DeedId::AskScopes)], "{acts:?}");
    assert_eq!(acts.iter().filter(|act| **act == Act::Choose(FieldId::Resource)).count(), 1);
}

#[test]
fn a_vendor_names_itself_before_its_client() {
    let profile = with(blank(Role::Sender), &[(FieldId::Acting, "for-customer")]);
    assert_eq!(first(&with(profile.clone(), BASICS), &[]), Some(Act::Answer(FieldId::ClientOwner)));
    assert_eq!(first(&with(with(profile, BASICS), CLIENT), &[]), Some(Act::Check), "a client that is there tells its owner");
}

#[test]
fn a_missing_scope_is_asked_for_once_and_then_added_in_the_portal() {
    let profile = with(with(blank(Role::Sender), BASICS), CLIENT);
    let missing = |profile: &Profile| {
        let scopes = vec![crate::values::Scope::known("altinn:broker.write")];
        all_but(profile, CheckId::ClientScopes, Verdict::NeedsYou, Message::ScopesMissing { scopes, granted: 0, all: 1 })
    };
    assert_eq!(first(&profile, &missing(&profile)), Some(Act::Person(DeedId::AskScopes)));
    let asked = with(profile, &[(FieldId::ScopesRequested, "2026-11-20")]);
    assert_eq!(first(&asked, &missing(&asked)), Some(Act::Portal(Errand::AddScopes)));
}

/// An owner's letter asked for what it needed then. Since then it has answered that only those on a list may use its resource.
#[test]
fn a_scope_that_is_needed_since_the_letter_is_asked_for_in_another_and_not_looked_for_in_the_portal() {
    let answers = [(FieldId::ScopesRequested, "2026-11-20"), (FieldId::PolicyAdmits, "listed"), (FieldId::PolicyOwnerActs, "no")];
    let owner = with(with(with(blank(Role::ServiceOwner), BASICS), CLIENT), &answers);
    let lists = || crate::values::Scope::known("altinn:resourceregistry/accesslist.write");
    let lacks = Message::ScopesWantedMissing { scopes: vec![lists()] };
    let mut findings = all_but(&owner, CheckId::AccessMembers, Verdict::NeedsYou, Message::MembersNone);
    findings.retain(|finding| finding.check != CheckId::ClientScopes);
    findings.push(found(&owner, CheckId::ClientScopes, Verdict::Warn, lacks));
    let letter = |scopes: Vec<crate::values::Scope>| {
        let entry = Entry::begun("a".to_owned(), DeedId::AskScopes, JournalPlace::Letter, String::new(), &owner, NOW);
        Entry { scopes, ..entry.with_state(EntryState::Done) }
    };
    let next_of = |letters: Vec<Entry>| {
        let journal = Journal { entries: letters };
        next(Situation { profile: &owner, findings: &findings, journal: &journal, now: NOW }).first().map(|next| next.act)
    };
    let then = letter(vec![crate::values::Scope::known("altinn:serviceowner")]);
    let resources = crate::values::Scope::known("altinn:resourceregistry/resource.write");
    let since = Entry { id: "b".to_owned(), ..letter(vec![lists(), resources]) };
    assert_eq!(next_of(vec![then.clone()]), Some(Act::Person(DeedId::AskScopes)));
    assert_eq!(next_of(vec![then, since]), Some(Act::Portal(Errand::AddScopes)), "once they are asked for, the portal");
    assert_eq!(next_of(vec![letter(Vec::new())]), Some(Act::Portal(Errand::AddScopes)), "an older program did not note what it asked for");
}

#[test]
fn the_system_user_is_asked_for_and_then_approved_by_oneself_but_in_production_by_the_approver() {
    let waiting = |profile: &Profile| {
        let outcome = Verdict::Waiting(Waiting { on: Who::Approver, since: None, until: None });
        let party = profile.organisation.clone().expect("answered");
        let mut all = all_but(profile, CheckId::AccessSystemUser, outcome, Message::SystemUserWaits { party });
        for finding in all.iter_mut().filter(|finding| finding.check == CheckId::AccessSystemUser) {
            finding.link = "https://am.ui.tt02.altinn.no/accessmanagement/ui/systemuser/request?id=1".parse().ok();
        }
        all
    };
    let tt02 = with(with(blank(Role::Sender), BASICS), CLIENT);
    assert_eq!(first(&tt02, &waiting(&tt02)), Some(Act::Portal(Errand::Approve)));
    let prod = with(with(Profile::new(Role::Sender, Environment::Named(PublishedEnvironment::Prod)), BASICS), CLIENT);
    assert_eq!(first(&prod, &waiting(&prod)), Some(Act::Person(DeedId::AskApprover)));
    let asked = Profile { approval_requested: Some(jiff::civil::date(2026, 11, 20)), ..prod };
    assert_eq!(first(&asked, &waiting(&asked)), Some(Act::Wait));
    let none = Message::SystemUserNone { party: tt02.organisation.clone().expect("answered") };
    assert_eq!(first(&tt02, &all_but(&tt02, CheckId::AccessSystemUser, Verdict::NeedsYou, none)), Some(Act::Deed(DeedId::AskSystemUser)));
}

#[test]
fn how_events_come_and_the_subscription_come_before_the_first_file() {
    let mut profile = with(with(blank(Role::Sender), BASICS), CLIENT);
    let open = |profile: &Profile| {
        let mut all = all_but(profile, CheckId::IntegrateTransfer, Verdict::NeedsYou, Message::TransferNone);
        let (about, message) = match profile.events.endpoint {
            None => (CheckId::EventsEndpoint, Message::FieldMissing { field: FieldId::EventsEndpoint.to_string() }),
            Some(_) => (CheckId::EventsSubscription, Message::SubscriptionNone),
        };
        for finding in all.iter_mut().filter(|finding| finding.check == about) {
            (finding.outcome, finding.message) = (Verdict::NeedsYou, message.clone());
        }
        all
    };
    assert_eq!(first(&profile, &open(&profile)), Some(Act::Choose(FieldId::EventsBy)));
    profile = with(profile, &[(FieldId::EventsBy, "webhook")]);
    assert_eq!(first(&profile, &open(&profile)), Some(Act::Answer(FieldId::EventsEndpoint)));
    profile = with(profile, &[(FieldId::EventsEndpoint, "https://hooks.example.no/a"), (FieldId::TransferRecipients, "974760673")]);
    assert_eq!(first(&profile, &open(&profile)), Some(Act::Deed(DeedId::Subscribe)));
}

/// Checking again would lead round in a circle: nothing but the portal tells whether the desk has granted them.
#[test]
fn scopes_that_the_desk_was_asked_for_are_added_after_all_else_is_done() {
    let profile = with(with(with(blank(Role::Sender), BASICS), CLIENT), &[(FieldId::ScopesRequested, "2026-11-20")]);
    let scopes = vec![crate::values::Scope::known("altinn:broker.write")];
    let to_add = Message::ScopesToAdd { scopes, asked: jiff::civil::date(2026, 11, 20) };
    let mut all = all_but(&profile, CheckId::KeyScopes, Verdict::NeedsYou, to_add);
    let last = |all: &[Finding]| next(Situation { profile: &profile, findings: all, journal: &Journal::default(), now: NOW });
    assert_eq!(
        last(&all).iter().map(|next| (next.act, next.who)).collect::<Vec<_>>(),
        [(Act::Portal(Errand::AddScopes), Who::ServiceDesk)]
    );
    for finding in all.iter_mut().filter(|finding| finding.check == CheckId::IntegrateTransfer) {
        (finding.outcome, finding.message) = (Verdict::NeedsYou, Message::TransferNone);
    }
    assert_eq!(last(&all).last().map(|next| next.act), Some(Act::Portal(Errand::AddScopes)));
}

#[test]
fn what_the_desk_has_denied_is_asked_for_anew() {
    let profile = with(with(with(blank(Role::Sender), BASICS), CLIENT), &[(FieldId::ScopesRequested, "2026-11-20")]);
    let denied = Message::ScopesNotGranted { scopes: vec![crate::values::Scope::known("altinn:broker.write")] };
    let all = all_but(&profile, CheckId::KeyScopes, Verdict::NeedsYou, denied);
    assert_eq!(first(&profile, &all), Some(Act::Person(DeedId::AskScopes)));
}

/// A letter whose check cannot see that it was sent.
#[test]
fn who_was_asked_is_waited_for() {
    let profile = with(with(blank(Role::Recipient), BASICS), CLIENT);
    let resource = profile.resource.clone().expect("answered");
    let ending = |profile: &Profile| {
        let message = Message::ResourceEnding { resource: resource.clone(), status: "Deprecated".to_owned() };
        all_but(profile, CheckId::AccessResource, Verdict::NeedsYou, message)
    };
    assert_eq!(first(&profile, &ending(&profile)), Some(Act::Person(DeedId::AskAccess)));
    let asked = with(profile, &[(FieldId::AccessRequested, "2026-11-20")]);
    let findings = ending(&asked);
    let left = next(Situation { profile: &asked, findings: &findings, journal: &Journal::default(), now: NOW });
    let waits = left.first().map(|next| (next.act, next.who, next.since.is_some()));
    assert_eq!(waits, Some((Act::Wait, Who::ServiceOwner, true)));
}

fn asked_counterpart(profile: &Profile, at: i64) -> Journal {
    let at = Timestamp::from_second(at).expect("a time");
    let entry = Entry::begun("a".to_owned(), DeedId::AskCounterpart, JournalPlace::Letter, String::new(), profile, at);
    Journal { entries: vec![entry.with_state(EntryState::Done)] }
}

/// A test went through 100 seconds after the beginning of time, and none since the subscription.
fn no_event_yet(profile: &Profile) -> Vec<Finding> {
    let until = Timestamp::MAX;
    let outcome = Verdict::Waiting(Waiting { on: Who::AltinnEvents, since: None, until: Some(until) });
    let mut all = all_but(profile, CheckId::EventsReceived, outcome, Message::EventNeedsTransfer { until });
    for finding in all.iter_mut().filter(|finding| finding.check == CheckId::IntegrateTransfer) {
        finding.message = Message::TransferPublished { at: Timestamp::from_second(100).expect("a time") };
    }
    all
}

/// Altinn tells of no event before something is sent, so that waiting for it would end by itself only after an hour, and in vain.
#[test]
fn an_event_that_needs_a_transfer_is_not_waited_for() {
    let sender = with(with(with(blank(Role::Sender), BASICS), CLIENT), &[(FieldId::TransferRecipients, "974760673")]);
    assert_eq!(first(&sender, &no_event_yet(&sender)), Some(Act::Deed(DeedId::SendTest)));
    let recipient = with(with(blank(Role::Recipient), BASICS), CLIENT);
    let act = |journal: &Journal| {
        let findings = no_event_yet(&recipient);
        next(Situation { profile: &recipient, findings: &findings, journal, now: NOW }).first().map(|next| next.act)
    };
    assert_eq!(act(&asked_counterpart(&recipient, 50)), Some(Act::Person(DeedId::AskCounterpart)), "that was answered by the test");
    assert_eq!(act(&asked_counterpart(&recipient, 150)), Some(Act::Wait));
}

/// Another file would make no other event: its recipient must confirm it.
#[test]
fn a_sender_asks_its_recipient_for_the_event_of_a_confirmation() {
    let types = "no.altinn.broker.downloadconfirmed, no.altinn.broker.allconfirmeddownloaded";
    let profile = with(with(blank(Role::Sender), BASICS), CLIENT);
    let profile = with(profile, &[(FieldId::TransferRecipients, "974760673"), (FieldId::EventsTypes, types)]);
    let all = no_event_yet(&profile);
    let left = |journal: &Journal| {
        let left = next(Situation { profile: &profile, findings: &all, journal, now: NOW });
        left.first().map(|next| (next.act, next.who))
    };
    assert_eq!(left(&Journal::default()), Some((Act::Person(DeedId::AskCounterpart), Who::Recipient)));
    assert_eq!(left(&asked_counterpart(&profile, 150)), Some((Act::Wait, Who::Recipient)));
}

#[test]
fn an_owner_that_sends_itself_says_to_whom_and_gets_the_scopes_for_it() {
    let profile = with(with(blank(Role::ServiceOwner), BASICS), CLIENT);
    let open = |profile: &Profile| all_but(profile, CheckId::EventsReceived, Verdict::NeedsYou, Message::EventNonePolled);
    assert_eq!(first(&profile, &open(&profile)), Some(Act::Answer(FieldId::TransferRecipients)));
    let profile = with(profile, &[(FieldId::TransferRecipients, "974760673")]);
    let mut all = open(&profile);
    assert_eq!(first(&profile, &all), Some(Act::Deed(DeedId::SendTest)));
    for finding in all.iter_mut().filter(|finding| finding.check == CheckId::ClientScopes) {
        finding.outcome = Verdict::Warn;
        finding.message = Message::ScopesWantedMissing { scopes: vec![crate::values::Scope::known("altinn:broker.write")] };
    }
    assert_eq!(first(&profile, &all), Some(Act::Person(DeedId::AskScopes)));
    let asked = with(profile, &[(FieldId::ScopesRequested, "2026-11-20")]);
    assert_eq!(first(&asked, &all), Some(Act::Portal(Errand::AddScopes)));
}

#[test]
fn an_owner_that_has_said_whether_it_takes_part_is_not_asked_for_a_recipient() {
    let said = |acts: &str| with(with(with(blank(Role::ServiceOwner), BASICS), CLIENT), &[(FieldId::PolicyOwnerActs, acts)]);
    let first = |profile: &Profile| first(profile, &all_but(profile, CheckId::EventsReceived, Verdict::NeedsYou, Message::EventNonePolled));
    // It sends to itself.
    assert_eq!(first(&said("yes")), Some(Act::Deed(DeedId::SendTest)));
    assert_eq!(DeedId::SendTest.missing(&said("yes")), None);
    // It hears of nothing.
    assert_eq!(first(&said("no")), Some(Act::Answer(FieldId::EventsSetAside)));
}

#[test]
fn what_a_vendor_must_say_first_is_asked_of_the_vendor() {
    let profile = with(with(blank(Role::Sender), BASICS), &[(FieldId::Acting, "by-vendor"), (FieldId::VendorName, "Acme")]);
    let all: Vec<Finding> =
        [CheckId::AccessResource, CheckId::AccessPolicy].map(|check| Finding::passed(check, 1).made_with(&profile)).to_vec();
    let left = next(Situation { profile: &profile, findings: &all, journal: &Journal::default(), now: NOW });
    let asked = left.first().map(|next| (next.kind(), next.who, next.field()));
    assert_eq!(asked, Some((NextKind::Person, Who::Vendor, Some(FieldId::VendorApprovedOn))));
}

#[test]
fn a_recipient_asks_a_sender_and_fetches_what_is_there() {
    let profile = with(with(blank(Role::Recipient), BASICS), CLIENT);
    let found = |message| all_but(&profile, CheckId::IntegrateTransfer, Verdict::NeedsYou, message);
    assert_eq!(first(&profile, &found(Message::TransferNoneReceived)), Some(Act::Person(DeedId::AskCounterpart)));
    let waits = Message::TransferTestWaits { transfer: "1".to_owned(), sender: "310100005".to_owned() };
    assert_eq!(first(&profile, &found(waits)), Some(Act::Deed(DeedId::ReceiveTest)));
}

#[test]
fn nothing_is_left_once_all_is_ready() {
    let profile = with(with(blank(Role::Sender), BASICS), CLIENT);
    let all: Vec<Finding> = plan(&profile).checks.iter().map(|planned| Finding::passed(planned.check, 1).made_with(&profile)).collect();
    assert_eq!(first(&profile, &all), None);
}

/// Every message that a check can give, with a value for each of its fields.
fn messages() -> Vec<Message> {
    samples(Message::ALL)
}

#[test]
fn nearly_every_message_has_a_sample() {
    assert!(messages().len() * 10 >= Message::ALL.len() * 9, "{} of {}", messages().len(), Message::ALL.len());
}

/// Whoever must act is led to a field, a deed, a portal, a letter, or to look again after what the finding says; never to the other
/// side's work.
#[test]
fn each_finding_that_needs_you_has_a_next_thing_of_ones_own_side() {
    for role in Role::ALL {
        let profile = with(with(blank(*role), BASICS), CLIENT);
        for check in CheckId::ALL.iter().filter(|check| check.is_for(*role)) {
            for message in messages() {
                let all = all_but(&profile, *check, Verdict::NeedsYou, message.clone());
                let left = next(Situation { profile: &profile, findings: &all, journal: &Journal::default(), now: NOW });
                let Some(first) = left.first() else { panic!("{role} {check} {message:?} leads nowhere") };
                let others = match role {
                    Role::Sender => matches!(first.act, Act::Deed(DeedId::ReceiveTest)),
                    Role::Recipient => matches!(first.act, Act::Deed(DeedId::SendTest)),
                    Role::ServiceOwner => matches!(first.act, Act::Person(DeedId::AskAccess)),
                };
                // What was asked too often is asked again at a time that is known.
                assert!((first.can_be_done_now() || first.until.is_some()) && !others, "{role} {check} {message:?}: {first:?}");
            }
        }
    }
}

#[test]
fn a_wait_that_is_over_is_a_look_again() {
    let profile = with(blank(Role::Sender), &[BASICS, CLIENT].concat());
    let act = |until: i64| {
        let until = Timestamp::from_second(until).expect("a time");
        first(&profile, &all_but(&profile, CheckId::IntegrateList, Verdict::Unknown, Message::RateLimited { until }))
    };
    assert_eq!(act(60), Some(Act::Wait));
    assert_eq!(act(0), Some(Act::Check));
}
