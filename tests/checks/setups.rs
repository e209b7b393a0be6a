//! Whole setups and parts of them: what is ready, what a vendor does, what is set aside, what cannot be asked.

use crate::desk::{Desk, Outcome, SENDER, accusations, summaries};
use crate::mistakes::WRONG_TYPE;
use altinn_sandbox::Part;
use broker_setup::checks::{Connection, Run, run};
use broker_setup::journey::{Change, CheckId, Evidence, FieldId, Message, Readiness, Skip, Verdict, plan};
use broker_setup::services::Trace;
use broker_setup::text::Text;
use broker_setup::values::Language;
use jiff::Timestamp;
use tokio::sync::mpsc;

#[tokio::test]
async fn a_ready_setup_lacks_only_its_deeds() -> Outcome {
    let desk = Desk::open().await?;
    for part in Part::ALL {
        let run = desk.check(desk.profile(part, &[]).await?).await?;
        let left = summaries(&accusations(&run));
        let ids: Vec<CheckId> = left.iter().map(|(check, _, _)| *check).collect();
        assert_eq!(ids, [CheckId::IntegrateTransfer, CheckId::EventsSubscription], "{left:?}");
        for finding in &run.findings {
            println!("{:?} {} {} {}ms", part, finding.check, finding.message.words(), finding.took_ms);
        }
    }
    Ok(())
}

#[tokio::test]
async fn what_our_vendor_does_is_not_asked_and_is_ready_only_when_the_user_has_said_so() -> Outcome {
    let desk = Desk::open().await?;
    let acting = [(FieldId::Acting, "by-vendor"), (FieldId::ClientOwner, "310400408"), (FieldId::ApiKey, "file:api-key.txt")];
    for part in [SENDER, Part::Recipient] {
        let mut profile = desk.profile(part, &acting).await?;
        let run = desk.check(profile.clone()).await?;
        let untold = [
            (CheckId::AccessSystem, "needs-you", "field-missing"),
            (CheckId::AccessSystemUser, "needs-you", "vendor-approval-untold"),
            (CheckId::AccessSystemUserToken, "needs-you", "vendor-transfer-untold"),
        ];
        assert_eq!(summaries(&accusations(&run)), untold, "{part:?}");
        assert!(!Readiness::of(&plan(&profile), &run.findings).is_ready(), "{part:?}");

        let told = [
            (FieldId::VendorName, "Acme Files AS"),
            (FieldId::VendorApprovedOn, "2026-11-20"),
            (FieldId::VendorTransferSeenOn, "2026-11-21"),
        ];
        for (field, text) in told {
            profile.set(field, text).map_err(|problem| format!("{problem:?}"))?;
        }
        let run = desk.check(profile.clone()).await?;
        assert_eq!(summaries(&accusations(&run)), [], "{part:?}");
        let passed = run.findings.iter().filter(|finding| finding.outcome.lets_through()).map(|finding| finding.check);
        assert_eq!(passed.collect::<Vec<_>>(), [CheckId::AccessResource, CheckId::AccessPolicy], "{part:?}: nothing else is proven");
        let readiness = Readiness::of(&plan(&profile), &run.findings);
        assert!(readiness.is_ready() && readiness.proven() == 0, "{part:?}: {readiness:?}");
        let approval = run.findings.iter().find(|finding| finding.check == CheckId::AccessSystemUser);
        assert_eq!(approval.map(|finding| finding.message.words()), Some("vendor-approved"), "{part:?}");
    }
    Ok(())
}

#[tokio::test]
async fn what_the_user_set_aside_is_said_with_its_reason_and_its_day() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(SENDER, &[(FieldId::EventsSetAside, "we ask once a day")]).await?;
    let at: Timestamp = "2026-11-21T12:00:00Z".parse()?;
    let changes = vec![Change { field: FieldId::EventsSetAside, at }];
    let run = desk.check_with(profile.clone(), Evidence { changes, ..Evidence::default() }).await?;
    let of_events = |run: &Run| run.findings.iter().find(|finding| finding.check == CheckId::EventsReceived).cloned();
    let (reason, day) = ("we ask once a day".to_owned(), jiff::civil::date(2026, 11, 21));
    let found = of_events(&run).ok_or("no finding")?;
    assert_eq!(found.outcome, Verdict::Skipped(Skip::SetAside { reason: reason.clone(), date: Some(day) }));
    assert_eq!(Text::new(Language::English).finding(&found.message).summary, "set aside on 21 November 2026: we ask once a day");
    // Without evidence of the change, as with an answers file, the day is unknown.
    let found = of_events(&desk.check(profile).await?).ok_or("no finding")?;
    assert_eq!(found.message, Message::SetAside { reason });
    Ok(())
}

#[tokio::test]
async fn without_services_nothing_is_anybodys_failure() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(SENDER, &[]).await?;
    let Desk { sandbox, folder } = desk;
    let gone = sandbox.origin.clone();
    sandbox.stop().await;
    let plan = plan(&profile);
    let connection = Connection::open(profile, folder.path(), Some(&gone), Evidence::default(), Trace::default()).await?;
    let (sender, _progress) = mpsc::unbounded_channel();
    let run = run(&connection, &plan, sender).await;
    for finding in &run.findings {
        let local = [CheckId::ClientKey, CheckId::EventsEndpoint].contains(&finding.check);
        assert!(local || matches!(finding.outcome, Verdict::Unknown | Verdict::Skipped(_)), "{finding:?}");
    }
    Ok(())
}

#[tokio::test]
async fn a_wanted_scope_that_is_missing_never_fails() -> Outcome {
    let desk = Desk::open().await?;
    let run = desk.check(desk.profile(SENDER, WRONG_TYPE).await?).await?;
    let scopes = run.findings.iter().find(|finding| finding.check == CheckId::ClientScopes);
    assert_eq!(scopes.map(|finding| finding.outcome.clone()), Some(Verdict::Warn));
    Ok(())
}

#[tokio::test]
async fn part_of_a_plan_leaves_the_accusation_to_whom_the_answer_belongs() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(SENDER, &[(FieldId::Resource, "")]).await?;
    let plan = plan(&profile).only(&profile, &[CheckId::AccessPolicy]);
    let connection =
        Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), Trace::default()).await?;
    let (sender, _progress) = mpsc::unbounded_channel();
    let run = run(&connection, &plan, sender).await;
    let findings: Vec<_> = run.findings.iter().map(|finding| (finding.check, finding.message.words())).collect();
    assert_eq!(findings, [(CheckId::AccessResource, "field-missing"), (CheckId::AccessPolicy, "needs-check")]);
    Ok(())
}
