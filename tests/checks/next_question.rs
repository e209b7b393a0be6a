//! A part of the plan asks the next question by itself: who fails leads to the checks of its chain, and whoever has the cause accuses.

use crate::desk::{Desk, Outcome, SENDER, accusations, summaries};
use altinn_sandbox::{Options, People, known, start};
use broker_setup::checks::{Connection, Run, run};
use broker_setup::deeds;
use broker_setup::journey::{
    ChainLink, ChainQuestion, CheckId, DeedId, DeedOptions, Evidence, FieldId, Finding, Mark, Message, Profile, chain, plan,
};
use broker_setup::services::Trace;
use std::error::Error;
use tokio::sync::mpsc;

/// What a part of the plan finds, and how many calls it makes.
async fn only(desk: &Desk, profile: Profile, checks: &[CheckId]) -> Result<(Run, usize), Box<dyn Error>> {
    only_after(desk, profile, checks, Evidence::default()).await
}

/// The same after deeds that left this evidence.
async fn only_after(desk: &Desk, profile: Profile, checks: &[CheckId], evidence: Evidence) -> Result<(Run, usize), Box<dyn Error>> {
    let part = plan(&profile).only(&profile, checks);
    let trace = Trace::default();
    let connection = Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), evidence, trace.clone()).await?;
    let run = run(&connection, &part, mpsc::unbounded_channel().0).await;
    Ok((run, trace.calls().len()))
}

async fn done(desk: &Desk, profile: &Profile, deed: DeedId, evidence: Evidence) -> Result<Evidence, Box<dyn Error>> {
    let connection = Connection::open(profile.clone(), desk.folder.path(), Some(&desk.sandbox.origin), evidence, Trace::default()).await?;
    let options = DeedOptions { confirm: true, ..DeedOptions::default() };
    let outcome = deeds::perform(deed, &connection, &options, mpsc::unbounded_channel().0).await;
    Ok(outcome.map_err(|stopped| format!("{deed}: {stopped:?}"))?.evidence)
}

fn of(run: &Run, check: CheckId) -> Option<&Finding> {
    run.findings.iter().find(|finding| finding.check == check)
}

/// The names of what was asked before this check, in order.
fn asked(run: &Run, profile: &Profile, check: CheckId) -> Vec<&'static str> {
    let Some(finding) = of(run, check) else { return Vec::new() };
    let links = chain(finding, profile.role, |check| of(run, check));
    let name = |link: ChainLink<'_>| match link {
        ChainLink::Check(finding) => finding.check.name(),
        ChainLink::Question { answer, .. } => answer.asked.name(),
    };
    links.into_iter().map(name).collect()
}

fn client(name: &str) -> Vec<(FieldId, String)> {
    let found = known::client(name).map(|client| (client.id.to_owned(), client.kid())).unwrap_or_default();
    vec![(FieldId::ClientId, found.0), (FieldId::ClientKid, found.1)]
}

fn admin(key: &str) -> Vec<(FieldId, String)> {
    let found = known::client("admin").map(|client| (client.id.to_owned(), client.kid())).unwrap_or_default();
    vec![(FieldId::AdminId, found.0), (FieldId::AdminKid, found.1), (FieldId::AdminKey, key.to_owned())]
}

async fn profile(desk: &Desk, changes: &[(FieldId, String)]) -> Result<Profile, Box<dyn Error>> {
    let changes: Vec<(FieldId, &str)> = changes.iter().map(|(field, text)| (*field, text.as_str())).collect();
    desk.profile(SENDER, &changes).await
}

#[tokio::test]
async fn what_passes_leads_to_nothing_further() -> Outcome {
    let desk = Desk::open().await?;
    let (run, _) = only(&desk, profile(&desk, &[]).await?, &[CheckId::AccessSystemUserToken]).await?;
    let checks: Vec<CheckId> = run.findings.iter().map(|finding| finding.check).collect();
    assert_eq!(checks, [CheckId::ClientKey, CheckId::ClientToken, CheckId::AccessSystemUserToken]);
    assert_eq!(summaries(&accusations(&run)), []);
    Ok(())
}

/// MP-303 of a client that stands in no system: the one check that was asked for is not the one that has the cause.
#[tokio::test]
async fn mp_303_leads_to_the_system_that_lacks_the_client() -> Outcome {
    let desk = Desk::open().await?;
    let profile = profile(&desk, &client("off-system")).await?;
    let (run, calls) = only(&desk, profile.clone(), &[CheckId::AccessSystemUserToken]).await?;
    assert_eq!(summaries(&accusations(&run)), [(CheckId::AccessSystem, "needs-you", "system-without-client")]);
    let token = of(&run, CheckId::AccessSystemUserToken).ok_or("no finding")?;
    assert_eq!(token.message, Message::NeedsCheck { check: CheckId::AccessSystem.to_string() });
    assert_eq!(asked(&run, &profile, CheckId::AccessSystem), ["client.identity", "access.resource", "access.system"]);
    // It asks nothing that a whole run would not ask.
    let every: Vec<CheckId> = plan(&profile).checks.iter().map(|planned| planned.check).collect();
    let (_, all) = only(&desk, profile, &every).await?;
    assert!(calls < all, "{calls} calls, and {all} of a whole run");
    Ok(())
}

#[tokio::test]
async fn mp_303_leads_to_the_reference_that_the_system_user_was_asked_for_with() -> Outcome {
    let desk = Desk::open().await?;
    let profile = profile(&desk, &[(FieldId::SystemExternalRef, "nobody-asked".to_owned())]).await?;
    let (run, _) = only(&desk, profile.clone(), &[CheckId::AccessSystemUserToken]).await?;
    let accused = accusations(&run);
    assert_eq!(summaries(&accused), [(CheckId::AccessSystemUser, "needs-you", "system-user-other-reference")]);
    let chain = ["client.identity", "access.resource", "access.system", "external-reference", "access.system-user"];
    assert_eq!(asked(&run, &profile, CheckId::AccessSystemUser), chain);
    let party = profile.organisation.as_ref().map(ToString::to_string).unwrap_or_default().replace(' ', "");
    let Some(Message::SystemUserOtherReference { references, .. }) = accused.first().map(|finding| &finding.message) else {
        return Err("another message".into());
    };
    assert!(references.contains(&party), "{references:?}");
    Ok(())
}

#[tokio::test]
async fn bro_00006_leads_to_what_the_service_owner_alone_is_told() -> Outcome {
    let desk = Desk::open().await?;
    for (part, resource, open) in [
        (SENDER, "prov-ikke-konfigurert", &[ChainQuestion::ResourceConfigured][..]),
        (altinn_sandbox::Part::Recipient, "prov-tilgangsliste", &[ChainQuestion::ResourceConfigured, ChainQuestion::AccessList]),
    ] {
        let profile = desk.profile(part, &[(FieldId::Resource, resource)]).await?;
        let (run, _) = only(&desk, profile.clone(), &[CheckId::IntegrateList]).await?;
        let accused = accusations(&run);
        assert_eq!(summaries(&accused), [(CheckId::IntegrateList, "needs-you", "list-no-access")], "{resource}");
        let chain = [
            "key.gateway",
            "client.exchange",
            "access.system-user-token",
            "access.resource",
            "resource-configured",
            "access.policy",
            "access-list",
            "changed-lately",
            "integrate.list",
        ];
        assert_eq!(asked(&run, &profile, CheckId::IntegrateList), chain, "{resource}");
        let left: Vec<ChainQuestion> = accused.iter().flat_map(|finding| finding.open_questions()).collect();
        assert_eq!(left, open, "{resource}");
    }
    Ok(())
}

/// MP-200 comes both for what nobody added to the client and for what was never granted. An admin client is told which.
#[tokio::test]
async fn mp_200_leads_to_the_grant_where_an_admin_client_can_tell_and_says_where_none_can() -> Outcome {
    let desk = Desk::open().await?;
    let untold = profile(&desk, &client("no-write")).await?;
    let (run, _) = only(&desk, untold.clone(), &[CheckId::ClientScopes]).await?;
    let accused = accusations(&run);
    assert_eq!(summaries(&accused), [(CheckId::ClientScopes, "needs-you", "scopes-missing")]);
    assert_eq!(accused.iter().flat_map(|finding| finding.open_questions()).collect::<Vec<_>>(), [ChainQuestion::ScopeGranted]);
    assert_eq!(asked(&run, &untold, CheckId::ClientScopes), ["client.token", "scope-granted", "client.scopes"]);

    let key = untold.answer(FieldId::ClientKey).ok_or("no key")?;
    let told = profile(&desk, &[client("no-write"), admin(&key)].concat()).await?;
    let (run, _) = only(&desk, told.clone(), &[CheckId::ClientScopes]).await?;
    let accused = accusations(&run);
    assert_eq!(summaries(&accused), [(CheckId::ClientScopes, "needs-you", "scopes-missing")]);
    assert_eq!(accused.iter().flat_map(|finding| finding.open_questions()).count(), 0);
    assert_eq!(asked(&run, &told, CheckId::ClientScopes), ["client.token", "key.scopes", "client.scopes"]);
    assert_eq!(of(&run, CheckId::KeyScopes).map(|finding| finding.outcome.mark()), Some(Mark::Pass));
    Ok(())
}

/// A host that nobody answers at is what `key.reach` says, also where only another check was asked for.
#[tokio::test]
async fn no_answer_leads_to_the_reach_of_the_hosts() -> Outcome {
    let desk = Desk::open().await?;
    let profile = profile(&desk, &[]).await?;
    let part = plan(&profile).only(&profile, &[CheckId::AccessResource]);
    let Desk { sandbox, folder } = desk;
    let gone = sandbox.origin.clone();
    sandbox.stop().await;
    let connection = Connection::open(profile, folder.path(), Some(&gone), Evidence::default(), Trace::default()).await?;
    let run = run(&connection, &part, mpsc::unbounded_channel().0).await;
    assert_eq!(summaries(&accusations(&run)), [(CheckId::KeyReach, "unknown", "no-answer-here")]);
    Ok(())
}

/// An empty 401 says nothing: the gateway, the token or the service? The chain names whose the token was.
#[tokio::test]
async fn an_empty_401_leads_to_who_signed_the_token() -> Outcome {
    let desk = Desk::open().await?;
    let profile = profile(&desk, &[]).await?;
    for (fault, check, before) in [
        ("http-401-token@broker", CheckId::IntegrateList, &["key.gateway", "client.exchange", "token-signer"][..]),
        ("http-401-token@exchange", CheckId::ClientExchange, &["key.gateway", "key.clock", "client.token", "token-signer"]),
    ] {
        desk.sandbox.shared().faults.set(fault.parse()?);
        let (run, _) = only(&desk, profile.clone(), &[check]).await?;
        desk.sandbox.shared().faults.clear_all();
        assert_eq!(accusations(&run).iter().map(|finding| finding.check).collect::<Vec<_>>(), [check], "{fault}");
        assert!(asked(&run, &profile, check).starts_with(before), "{fault}: {:?}", asked(&run, &profile, check));
        let signer = of(&run, check).and_then(|finding| finding.asked.first()).ok_or("nobody asked for the signer")?;
        assert_eq!((signer.asked, signer.mark), (ChainQuestion::TokenSigner, Mark::Pass), "{fault}");
    }
    Ok(())
}

/// No event: the chain tells a subscription that nothing has happened for from one that does not take what has happened.
#[tokio::test]
async fn no_event_leads_to_what_there_was_to_deliver_and_to_the_filter() -> Outcome {
    let options = Options { people: People::Instant, ..Options::default() };
    let desk = Desk { sandbox: start(options).await?, folder: tempfile::tempdir()? };
    let profile = profile(&desk, &[(FieldId::EventsTypes, "no.altinn.broker.filepurged".to_owned())]).await?;
    let subscribed = done(&desk, &profile, DeedId::Subscribe, Evidence::default()).await?;
    let sent = done(&desk, &profile, DeedId::SendTest, subscribed.clone()).await?;
    for (evidence, mark, words) in
        [(subscribed, Mark::NeedsYou, "answer-nothing-to-deliver"), (sent, Mark::Waiting, "answer-delivery-tried")]
    {
        let (run, _) = only_after(&desk, profile.clone(), &[CheckId::EventsReceived], evidence).await?;
        assert!(accusations(&run).iter().any(|finding| finding.check == CheckId::EventsReceived), "{words}");
        let before = ["events.subscription", "events.validated", "integrate.transfer"];
        let questions = ["subscription-filter", "subscription-identity", "event-delivery"];
        let chain = asked(&run, &profile, CheckId::EventsReceived);
        assert!(chain.ends_with(&[&questions[..], &["events.received"]].concat()), "{words}: {chain:?}");
        assert!(chain.iter().take_while(|name| **name != questions[0]).all(|name| before.contains(name)), "{words}: {chain:?}");
        let answers = of(&run, CheckId::EventsReceived).map(|finding| finding.asked.clone()).unwrap_or_default();
        let said: Vec<(Mark, &str)> = answers.iter().map(|answer| (answer.mark, answer.message.words())).collect();
        assert_eq!(said, [(Mark::Warn, "answer-filter-types"), (Mark::Pass, "answer-identity-role"), (mark, words)]);
    }
    Ok(())
}
