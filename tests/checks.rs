//! The checks against the sandbox: a ready setup is ready, and each mistake is accused once, for the right reason.

use broker_setup::checks::{Connection, Progress, Run, run};
use broker_setup::journey::{CheckId, Environment, Evidence, FieldId, Finding, Profile, Role, Verdict, plan};
use broker_setup::sandbox::{self, Options, Part, People, Preset, Sandbox};
use broker_setup::services::Trace;
use std::error::Error;
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

    /// The ready answers of a role, with some of them changed.
    async fn profile(&self, part: Part, changes: &[(FieldId, &str)]) -> Result<Profile, Box<dyn Error>> {
        let role: Role = part.name().parse().map_err(|invalid| format!("{invalid:?}"))?;
        let mut profile = Profile::new(role, Environment::SANDBOX);
        let answers = sandbox::answers(&self.sandbox.world().await, part, Preset::Ready, self.folder.path())?;
        let given = answers.fields.iter().map(|(name, text)| (name.parse::<FieldId>(), text.as_str()));
        let changed = changes.iter().map(|(field, text)| (Ok(*field), *text));
        for (field, text) in given.chain(changed) {
            let field = field.map_err(|invalid| format!("{invalid:?}"))?;
            profile.set(field, text).map_err(|problem| format!("{problem:?}"))?;
        }
        Ok(profile)
    }

    async fn check(&self, profile: Profile) -> Result<Run, Box<dyn Error>> {
        let plan = plan(&profile);
        let trace = Trace::default();
        let connection =
            Connection::open(profile, self.folder.path(), Some(&self.sandbox.origin), Evidence::default(), trace).await?;
        let (told, mut progress) = mpsc::unbounded_channel();
        let run = run(&connection, &plan, told).await;
        let mut found = Vec::new();
        while let Ok(news) = progress.try_recv() {
            if let Progress::Found(finding) = news {
                found.push(*finding);
            }
        }
        assert_eq!(found.len(), plan.checks.len(), "every check told its finding once");
        Ok(run)
    }
}

/// Those that accuse: someone has to do something.
fn accusations(run: &Run) -> Vec<&Finding> {
    let accuses = |verdict: &Verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown);
    run.findings.iter().filter(|finding| accuses(&finding.outcome)).collect()
}

fn told(findings: &[&Finding]) -> Vec<(CheckId, &'static str, &'static str)> {
    findings.iter().map(|finding| (finding.check, finding.outcome.name(), finding.message.id())).collect()
}

#[tokio::test]
async fn a_ready_setup_lacks_only_its_deeds() -> Outcome {
    let desk = Desk::open().await?;
    for part in Part::ALL {
        let run = desk.check(desk.profile(part, &[]).await?).await?;
        let left = told(&accusations(&run));
        let ids: Vec<CheckId> = left.iter().map(|(check, _, _)| *check).collect();
        assert_eq!(ids, [CheckId::IntegrateTransfer, CheckId::EventsSubscription], "{left:?}");
        for finding in &run.findings {
            println!("{:?} {} {} {}ms", part, finding.check, finding.message.id(), finding.took_ms);
        }
    }
    Ok(())
}
