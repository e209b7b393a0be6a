//! The checks against the sandbox: a ready setup passes, and each mistake leads to one accusation, for the right reason.

use altinn_sandbox::{self as sandbox, Options, Part, People, Preset, Sandbox};
use broker_setup::checks::{Connection, Progress, Run, run};
use broker_setup::deeds;
use broker_setup::journey::{
    Change, CheckId, DeedId, DeedOptions, Environment, Evidence, FieldId, Finding, Message, Profile, Readiness, Role, Skip, Verdict, plan,
};
use broker_setup::services::Trace;
use broker_setup::text::{Language, Text};
use jiff::Timestamp;
use std::error::Error;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::sync::mpsc;

type Outcome = Result<(), Box<dyn Error>>;

struct Desk {
    sandbox: Sandbox,
    folder: TempDir,
}

impl Desk {
    async fn open() -> Result<Self, Box<dyn Error>> {
        let options = Options { people: People::Never, ..Options::default() };
        Ok(Self { sandbox: sandbox::start(options).await?, folder: tempfile::tempdir()? })
    }

    /// A profile with the answers of a ready setup, some of them changed.
    async fn profile(&self, part: Part, changes: &[(FieldId, &str)]) -> Result<Profile, Box<dyn Error>> {
        let role: Role = part.name().parse().map_err(|invalid| format!("{invalid:?}"))?;
        let mut profile = Profile::new(role, Environment::SANDBOX);
        let answers = sandbox::answers(&self.sandbox.world().await, part, Preset::Ready, self.folder.path())?;
        let ready = answers.fields.iter().map(|(name, text)| (name.parse::<FieldId>(), text.as_str()));
        let changed = changes.iter().map(|(field, text)| (Ok(*field), *text));
        for (field, text) in ready.chain(changed) {
            let field = field.map_err(|invalid| format!("{invalid:?}"))?;
            profile.set(field, text).map_err(|problem| format!("{problem:?}"))?;
        }
        Ok(profile)
    }

    async fn check(&self, profile: Profile) -> Result<Run, Box<dyn Error>> {
        self.check_with(profile, Evidence::default()).await
    }

    async fn check_with(&self, profile: Profile, evidence: Evidence) -> Result<Run, Box<dyn Error>> {
        let plan = plan(&profile);
        let trace = Trace::default();
        let connection = Connection::open(profile, self.folder.path(), Some(&self.sandbox.origin), evidence, trace).await?;
        let (sender, mut receiver) = mpsc::unbounded_channel();
        let run = run(&connection, &plan, sender).await;
        let mut findings = Vec::new();
        while let Ok(progress) = receiver.try_recv() {
            if let Progress::Found(finding) = progress {
                findings.push(*finding);
            }
        }
        assert_eq!(findings.len(), plan.checks.len(), "every check told its finding once");
        Ok(run)
    }
}

/// The findings that say that something is wrong, missing, awaited or could not be asked.
fn accusations(run: &Run) -> Vec<&Finding> {
    let accuses = |verdict: &Verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown);
    run.findings.iter().filter(|finding| accuses(&finding.outcome)).collect()
}

fn summaries(findings: &[&Finding]) -> Vec<(CheckId, &'static str, &'static str)> {
    findings.iter().map(|finding| (finding.check, finding.outcome.name(), finding.message.words())).collect()
}

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

/// A mistake in a ready setup: the answers that are changed, and the one accusation that the checks must then make.
struct Mistake {
    part: Part,
    changes: &'static [(FieldId, &'static str)],
    check: CheckId,
    verdict: &'static str,
    message: &'static str,
    code: Option<&'static str>,
}

const fn mistake(
    part: Part,
    changes: &'static [(FieldId, &'static str)],
    accused: (CheckId, &'static str, &'static str),
    code: Option<&'static str>,
) -> Mistake {
    Mistake { part, changes, check: accused.0, verdict: accused.1, message: accused.2, code }
}

const SENDER: Part = Part::Sender;
const OWNER: Part = Part::ServiceOwner;
const NO_WRITE: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0011-7d1e-4f6a-9b1c-000000000011"), (FieldId::ClientKid, "sandbox-no-write")];
const NOT_GRANTED: &[(FieldId, &str)] = &[
    (FieldId::Organisation, "310400602"),
    (FieldId::ClientId, "5a0c0012-7d1e-4f6a-9b1c-000000000012"),
    (FieldId::ClientKid, "sandbox-not-granted"),
];
const NO_WRITE_ASKED: &[(FieldId, &str)] = &[NO_WRITE[0], NO_WRITE[1], (FieldId::ScopesRequested, "2026-11-20")];
const NOT_GRANTED_ASKED: &[(FieldId, &str)] = &[NOT_GRANTED[0], NOT_GRANTED[1], NOT_GRANTED[2], (FieldId::ScopesRequested, "2026-11-20")];
const EXPIRED: &[(FieldId, &str)] = &[
    (FieldId::ClientId, "5a0c0013-7d1e-4f6a-9b1c-000000000013"),
    (FieldId::ClientKid, "sandbox-expired-key"),
    (FieldId::ClientKeyPosted, ""),
];
const OFF_SYSTEM: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0014-7d1e-4f6a-9b1c-000000000014"), (FieldId::ClientKid, "sandbox-off-system")];
const WRONG_TYPE: &[(FieldId, &str)] =
    &[(FieldId::ClientId, "5a0c0015-7d1e-4f6a-9b1c-000000000015"), (FieldId::ClientKid, "sandbox-wrong-type")];
const NEWCOMER: &[(FieldId, &str)] = &[
    (FieldId::Organisation, "310400505"),
    (FieldId::ClientId, "5a0c0005-7d1e-4f6a-9b1c-000000000005"),
    (FieldId::ClientKid, "sandbox-newcomer"),
    (FieldId::ClientKey, "file:newcomer.pem"),
    (FieldId::Resource, "nyk-filutveksling"),
];

static MISTAKES: &[Mistake] = &[
    // Step 1, key.
    mistake(SENDER, &[(FieldId::ApiKey, "")], (CheckId::KeyGateway, "needs-you", "gateway-key-missing"), Some("http-401")),
    mistake(SENDER, &[(FieldId::ApiKey, "file:sender.pem")], (CheckId::KeyGateway, "fail", "gateway-key-wrong"), Some("http-401")),
    mistake(SENDER, &[(FieldId::ApiKey, "file:nowhere")], (CheckId::KeyGateway, "needs-you", "secret-file-missing"), None),
    mistake(SENDER, NOT_GRANTED, (CheckId::KeyScopes, "needs-you", "scopes-not-granted"), Some("MP-250")),
    mistake(SENDER, NOT_GRANTED_ASKED, (CheckId::KeyScopes, "waiting", "scopes-asked"), Some("MP-250")),
    // Step 2, client.
    mistake(SENDER, &[(FieldId::ClientKey, "")], (CheckId::ClientKey, "needs-you", "field-missing"), None),
    mistake(SENDER, &[(FieldId::ClientKey, "file:api-key.txt")], (CheckId::ClientKey, "fail", "key-unknown-format"), None),
    mistake(SENDER, &[(FieldId::ClientId, "")], (CheckId::ClientToken, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::ClientId, "7e1c2b1e-0d3f-4a55-9f3e-2f6f0a4f9d11")],
        (CheckId::ClientToken, "needs-you", "client-unknown"),
        Some("MP-100"),
    ),
    mistake(SENDER, &[(FieldId::ClientKid, "no-such-kid")], (CheckId::ClientToken, "needs-you", "client-unknown-kid"), None),
    mistake(SENDER, &[(FieldId::ClientKey, "file:recipient.pem")], (CheckId::ClientToken, "fail", "client-wrong-key"), Some("MP-124")),
    mistake(SENDER, EXPIRED, (CheckId::ClientToken, "fail", "client-key-expired"), Some("MP-121")),
    mistake(SENDER, NO_WRITE, (CheckId::ClientScopes, "needs-you", "scopes-missing"), Some("MP-200")),
    mistake(SENDER, NO_WRITE_ASKED, (CheckId::KeyScopes, "needs-you", "scopes-to-add"), None),
    mistake(SENDER, &[(FieldId::Organisation, "")], (CheckId::ClientIdentity, "needs-you", "field-missing"), None),
    mistake(SENDER, &[(FieldId::Organisation, "310400602")], (CheckId::ClientIdentity, "needs-you", "identity-other"), None),
    mistake(OWNER, &[(FieldId::Organisation, "310400602")], (CheckId::ClientIdentity, "needs-you", "identity-other"), None),
    // Step 3, access.
    mistake(SENDER, &[(FieldId::Resource, "")], (CheckId::AccessResource, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::Resource, "no-such-resource")],
        (CheckId::AccessResource, "needs-you", "resource-missing"),
        Some("http-404"),
    ),
    mistake(SENDER, &[(FieldId::Resource, "prov-feil-type")], (CheckId::AccessResource, "needs-you", "resource-wrong-type"), None),
    mistake(SENDER, &[(FieldId::Resource, "prov-ikke-delegerbar")], (CheckId::AccessResource, "needs-you", "resource-not-delegable"), None),
    mistake(OWNER, &[(FieldId::Resource, "nyk-filutveksling")], (CheckId::AccessResource, "needs-you", "resource-not-yours"), None),
    mistake(OWNER, &[(FieldId::Resource, "prov-plassholder")], (CheckId::AccessPolicy, "fail", "policy-placeholder-owner"), None),
    mistake(SENDER, &[(FieldId::Resource, "prov-uten-abonnement")], (CheckId::AccessPolicy, "needs-you", "policy-lacks"), None),
    mistake(SENDER, OFF_SYSTEM, (CheckId::AccessSystem, "needs-you", "system-without-client"), None),
    mistake(SENDER, WRONG_TYPE, (CheckId::AccessSystemUserToken, "needs-you", "system-user-token-refused"), Some("MP-303")),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "ignored")], (CheckId::AccessSystemUser, "waiting", "system-user-waits"), None),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "rejected")], (CheckId::AccessSystemUser, "needs-you", "system-user-rejected"), None),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "timed-out")], (CheckId::AccessSystemUser, "needs-you", "system-user-timed-out"), None),
    mistake(SENDER, &[(FieldId::SystemExternalRef, "nobody-asked")], (CheckId::AccessSystemUser, "needs-you", "system-user-none"), None),
    mistake(OWNER, NEWCOMER, (CheckId::AccessServiceOwner, "needs-you", "service-owner-missing"), Some("BRO-07004")),
    mistake(
        OWNER,
        &[(FieldId::Resource, "prov-ikke-konfigurert")],
        (CheckId::AccessResourceConfig, "needs-you", "config-missing"),
        Some("BRO-00025"),
    ),
    // Step 4, integrate.
    mistake(
        SENDER,
        &[(FieldId::Resource, "prov-ikke-konfigurert")],
        (CheckId::IntegrateList, "needs-you", "list-no-access"),
        Some("BRO-00006"),
    ),
    mistake(
        Part::Recipient,
        &[(FieldId::Resource, "prov-tilgangsliste")],
        (CheckId::IntegrateList, "needs-you", "list-no-access"),
        Some("BRO-00006"),
    ),
    // Step 5, events.
    mistake(SENDER, &[(FieldId::EventsEndpoint, "")], (CheckId::EventsEndpoint, "needs-you", "field-missing"), None),
    mistake(
        SENDER,
        &[(FieldId::EventsEndpoint, "http://hooks.example.no/altinn")],
        (CheckId::EventsEndpoint, "fail", "endpoint-not-https"),
        None,
    ),
];

#[tokio::test]
async fn each_mistake_is_accused_once_and_for_the_right_reason() -> Outcome {
    let desk = Desk::open().await?;
    // This writes every role's key into the folder, so that a mistake can name another role's key.
    for part in Part::ALL {
        desk.profile(part, &[]).await?;
    }
    let world = desk.sandbox.world().await;
    sandbox::write_kit(&desk.folder.path().join("kit"), &world, &desk.sandbox.origin)?;
    std::fs::copy(desk.folder.path().join("kit/newcomer.pem"), desk.folder.path().join("newcomer.pem"))?;
    let mut wrong = Vec::new();
    for mistake in MISTAKES {
        let run = desk.check(desk.profile(mistake.part, mistake.changes).await?).await?;
        // A ready setup has these findings too, so they do not come from the mistake.
        let to_do = |finding: &&Finding| {
            ["transfer-none", "transfer-none-received", "transfer-none-owner", "subscription-none"].contains(&finding.message.words())
        };
        let accused: Vec<&Finding> = accusations(&run).into_iter().filter(|finding| !to_do(finding)).collect();
        let codes: Vec<Option<&str>> = accused.iter().map(|finding| finding.code.as_deref()).collect();
        let code_fits = mistake.code.is_none() || codes == [mistake.code];
        if summaries(&accused) != [(mistake.check, mistake.verdict, mistake.message)] || !code_fits {
            wrong.push(format!("{:?} {:?}: {:?} {codes:?}", mistake.part, mistake.changes, summaries(&accused)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
async fn part_of_a_plan_accuses_by_itself() -> Outcome {
    let desk = Desk::open().await?;
    let profile = desk.profile(SENDER, &[(FieldId::Resource, "")]).await?;
    let plan = plan(&profile).only(&profile, &[CheckId::AccessPolicy]);
    let connection =
        Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), Trace::default()).await?;
    let (sender, _progress) = mpsc::unbounded_channel();
    let run = run(&connection, &plan, sender).await;
    let findings: Vec<_> = run.findings.iter().map(|finding| (finding.check, finding.message.words())).collect();
    assert_eq!(findings, [(CheckId::AccessPolicy, "field-missing")]);
    Ok(())
}

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
    let desk = Desk { sandbox: sandbox::start(options).await?, folder: tempfile::tempdir()? };
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
