//! A search for situations that lead nowhere.

use super::*;
use proptest::prelude::*;

fn outcomes() -> Vec<Verdict> {
    let waiting = |on| Verdict::Waiting(Waiting { on, since: None, until: None });
    vec![
        Verdict::Pass,
        Verdict::Warn,
        Verdict::NeedsYou,
        Verdict::Fail,
        Verdict::Unknown,
        waiting(Who::Approver),
        waiting(Who::AltinnEvents),
        waiting(Who::Propagation),
        Verdict::Skipped(Skip::NotApplicable),
        Verdict::Skipped(Skip::Needs { check: CheckId::ClientToken }),
    ]
}

#[derive(Debug, Clone)]
struct Drawn {
    profile: Profile,
    findings: Vec<Finding>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let environment = prop_oneof![Just(PublishedEnvironment::Sandbox), Just(PublishedEnvironment::Tt02), Just(PublishedEnvironment::Prod)];
    let answers: Vec<(FieldId, &str)> = [
        BASICS,
        CLIENT,
        &[
            (FieldId::ClientOwner, "974760673"),
            (FieldId::ScopesRequested, "2026-11-20"),
            (FieldId::SystemId, "310100005_files"),
            (FieldId::TransferRecipients, "974760673"),
            (FieldId::EventsEndpoint, "https://hooks.example.no/a"),
            (FieldId::EventsSetAside, "later"),
            (FieldId::VendorName, "Acme"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
        ],
    ]
    .concat();
    let given = prop::collection::vec(any::<bool>(), answers.len());
    let found = prop::collection::vec((0..3_usize, any::<prop::sample::Index>(), any::<prop::sample::Index>()), CheckId::ALL.len());
    let role = prop::sample::select(Role::ALL);
    let acting = prop::sample::select(vec!["own", "for-customer", "by-vendor"]);
    (role, acting, environment, given, found).prop_map(move |(role, acting, environment, given, found)| {
        let (messages, outcomes) = (messages(), outcomes());
        let mut profile = Profile::new(role, Environment::Named(environment));
        if role != Role::ServiceOwner {
            assert_eq!(profile.set(FieldId::Acting, acting), Ok(()));
        }
        for ((field, text), _) in answers.iter().zip(&given).filter(|(_, given)| **given) {
            // A field that is not asked for beside these answers is refused; then it is not given.
            let _ = profile.set(*field, text);
        }
        let findings = CheckId::ALL.iter().zip(found).filter(|(_, (there, _, _))| *there > 0).map(|(check, (_, outcome, message))| {
            found_with(&profile, *check, outcome.get(&outcomes).clone(), message.get(&messages).clone())
        });
        let findings = findings.collect();
        Drawn { profile, findings }
    })
}

fn found_with(profile: &Profile, check: CheckId, outcome: Verdict, message: Message) -> Finding {
    found(profile, check, outcome, message)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// In every situation there is something that the user can do, or all that is left waits for somebody who is named, or nothing
    /// is left.
    #[test]
    fn there_is_always_a_way_on(Drawn { profile, findings } in drawn()) {
        let plan = plan(&profile);
        let readiness = Readiness::of(&plan, &findings);
        let list = next(Situation { profile: &profile, findings: &findings, journal: &Journal::default(), now: NOW });
        prop_assert_eq!(list.is_empty(), readiness.is_ready());
        // What waits comes last, and waits for somebody.
        let first_wait = list.iter().position(|next| !next.can_be_done_now()).unwrap_or(list.len());
        prop_assert!(list.iter().skip(first_wait).all(|next| !next.can_be_done_now() && next.who != Who::You));
        // Nothing is asked for that is not asked of this profile.
        for next in &list {
            if let Act::Answer(field) | Act::Choose(field) = next.act {
                prop_assert!(field.is_for(&profile) || field == FieldId::ClientKeyPassword, "{field}");
            }
            if let Act::Deed(deed) | Act::Person(deed) = next.act {
                prop_assert!(deed.is_for(profile.role), "{deed}");
            }
        }
        // Nobody is sent away while something needs them.
        if readiness.steps.iter().any(|step| matches!(step.state, StepState::NeedsYou | StepState::Failing | StepState::Unknown)) {
            prop_assert!(list.first().is_some_and(Next::can_be_done_now) || list.first().is_some_and(|next| next.until.is_some() || next.who != Who::You));
        }
    }

    /// The organisation comes before all that hangs on it.
    #[test]
    fn the_organisation_comes_first(Drawn { profile, findings } in drawn()) {
        let list = next(Situation { profile: &profile, findings: &findings, journal: &Journal::default(), now: NOW });
        if profile.organisation.is_none() && !list.is_empty() {
            prop_assert_eq!(list.first().and_then(Next::field), Some(FieldId::Organisation));
        }
    }

    /// A client that signs with a certificate is not asked for a key.
    #[test]
    fn a_certificate_needs_no_key(Drawn { mut profile, .. } in drawn()) {
        profile.client.auth = ClientAuth::Certificate;
        let list = next(Situation { profile: &profile, findings: &[], journal: &Journal::default(), now: NOW });
        prop_assert!(list.iter().all(|next| next.act != Act::HaveClient && next.field() != Some(FieldId::ClientKid)));
    }
}
