//! What the checks find after deeds, and how they share tokens with them.

use crate::desk::{Desk, OWNER, Outcome, SENDER, accusations, summaries};
use altinn_sandbox::{Options, Part, People, Sandbox, start};
use broker_setup::checks::{Connection, Run, run};
use broker_setup::deeds;
use broker_setup::journey::{CheckId, DeedId, DeedOptions, Evidence, FieldId, Readiness, plan};
use broker_setup::services::Trace;
use std::time::{Duration, Instant};
use tokio::sync::mpsc;

/// Checks that run side by side share the tokens: each grant, each exchange and each search is one request (contract 3).
#[tokio::test]
async fn every_grant_and_exchange_is_asked_for_once() -> Outcome {
    let desk = Desk::open().await?;
    for part in Part::ALL {
        let profile = desk.profile(part, &[]).await?;
        let plan = plan(&profile);
        let trace = Trace::default();
        let connection =
            Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), trace.clone()).await?;
        let (sender, _progress) = mpsc::unbounded_channel();
        run(&connection, &plan, sender).await;
        let calls = trace.calls();
        let to = |path: &str| calls.iter().filter(|call| call.path.contains(path)).count();
        let scopes = broker_setup::journey::scopes(&connection.profile).len();
        let system_users = usize::from(part != OWNER);
        assert!(to("/token") <= scopes + system_users + 1, "{part:?}: {} grants", to("/token"));
        assert!(to("/exchange/") <= 3, "{part:?}: {} exchanges", to("/exchange/"));
        let search = calls.iter().filter(|call| call.path.contains("/filetransfer?resourceId=prov")).count();
        assert!(search <= 1, "{part:?} searches once");
    }
    Ok(())
}

#[tokio::test]
async fn after_its_deeds_a_setup_is_ready() -> Outcome {
    let options = Options { people: People::Instant, ..Options::default() };
    let desk = Desk { sandbox: start(options).await?, folder: tempfile::tempdir()? };
    for part in [OWNER, SENDER] {
        let profile = desk.profile(part, &[]).await?;
        let plan = plan(&profile);
        let mut evidence = Evidence::default();
        for deed in [DeedId::Subscribe, DeedId::SendTest] {
            let connection =
                Connection::open(profile.clone(), desk.folder.path(), Some(&desk.sandbox.origin), evidence, Trace::default()).await?;
            let (sender, _progress) = mpsc::unbounded_channel();
            let options = DeedOptions { confirm: true, ..DeedOptions::default() };
            evidence = match deeds::perform(deed, &connection, &options, sender).await {
                Ok(outcome) => outcome.evidence,
                Err(stopped) => return Err(format!("{part:?} {deed}: {stopped:?}").into()),
            };
        }
        let deadline = Instant::now() + Duration::from_secs(30);
        loop {
            let connection =
                Connection::open(profile.clone(), desk.folder.path(), Some(&desk.sandbox.origin), evidence.clone(), Trace::default())
                    .await?;
            let (sender, _progress) = mpsc::unbounded_channel();
            let run = run(&connection, &plan, sender).await;
            if Readiness::of(&plan, &run.findings).is_ready() {
                assert!(!run.evidence.events.is_empty(), "{part:?}: the sink's events are learned");
                break;
            }
            assert!(Instant::now() < deadline, "{part:?}: {:?}", summaries(&accusations(&run)));
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }
    Ok(())
}

#[tokio::test]
async fn a_deed_goes_on_with_the_tokens_of_the_run_before_it() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(Part::Sender, &[]).await?;
    let connection =
        Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), Trace::default()).await?;
    let grant = connection.own_grant().ok_or("a sender has a grant of its own")?;
    connection.exchanged(&grant).await.map_err(|problem| format!("{problem:?}"))?;
    let calls = connection.services.traffic().len();
    let again = connection.again(Evidence::default());
    again.exchanged(&grant).await.map_err(|problem| format!("{problem:?}"))?;
    assert_eq!(again.services.traffic().len(), calls, "nothing is asked twice");
    Ok(())
}

#[tokio::test]
async fn what_was_refused_is_asked_anew() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(Part::Sender, &[(FieldId::ClientKid, "no-such-key")]).await?;
    let connection =
        Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), Trace::default()).await?;
    let grant = connection.own_grant().ok_or("a sender has a grant of its own")?;
    assert!(connection.granted(&grant).await.is_err());
    let calls = connection.services.traffic().len();
    assert!(connection.again(Evidence::default()).granted(&grant).await.is_err());
    assert_eq!(connection.services.traffic().len(), calls + 1, "it may be granted by now");
    Ok(())
}

/// Who asks Altinn for events has no webhook: three checks do not apply, and the fourth asks (contract 3).
#[tokio::test]
async fn events_that_are_asked_for_prove_the_step_without_a_webhook() -> Outcome {
    for part in Part::ALL {
        let desk = Desk::open().await?;
        let polls = [(FieldId::EventsBy, "poll"), (FieldId::EventsEndpoint, "")];
        let of = |run: &Run, check: CheckId| {
            let finding = run.findings.iter().find(|finding| finding.check == check).cloned();
            finding.map(|finding| (finding.outcome.name(), finding.message.words()))
        };
        let run = desk.check(desk.profile(part, &polls).await?).await?;
        for check in [CheckId::EventsEndpoint, CheckId::EventsSubscription, CheckId::EventsValidated] {
            assert_eq!(of(&run, check), Some(("skipped", "not-applicable")), "{part:?} {check}");
        }
        assert_eq!(of(&run, CheckId::EventsReceived), Some(("needs-you", "event-none-polled")), "{part:?}");
        let profile = desk.profile(part, &polls).await?;
        let party = profile.organisation.clone().ok_or("an organisation")?;
        let resource = profile.resource.clone().ok_or("a resource")?;
        let body = format!("{{\"event\":\"published\",\"resource\":\"{resource}\",\"sender\":\"{}\"}}", party.digits());
        post(&desk.sandbox, "sandbox/trigger", &body).await?;
        let run = desk.check(desk.profile(part, &polls).await?).await?;
        assert_eq!(of(&run, CheckId::EventsReceived), Some(("needs-you", "event-none-polled")), "{part:?}: it lags");
        post(&desk.sandbox, "sandbox/time", "{\"pass\":\"PT30S\"}").await?;
        let run = desk.check(desk.profile(part, &polls).await?).await?;
        assert_eq!(of(&run, CheckId::EventsReceived), Some(("pass", "event-polled")), "{part:?}");
        // The next run asks only for what came since, and still knows it.
        let again = desk.check_with(profile, run.evidence.clone()).await?;
        assert_eq!(again.evidence.events, run.evidence.events, "{part:?}");
        assert_eq!(of(&again, CheckId::EventsReceived), Some(("pass", "event-polled")), "{part:?}");
        desk.sandbox.stop().await;
    }
    Ok(())
}

async fn post(sandbox: &Sandbox, path: &str, body: &str) -> Outcome {
    let client = reqwest::Client::builder().no_proxy().build()?;
    let request = client.post(sandbox.origin.join(path)?).header("content-type", "application/json").body(body.to_owned());
    request.send().await?.error_for_status()?;
    Ok(())
}
