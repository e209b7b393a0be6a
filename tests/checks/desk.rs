//! A sandbox, and the checks of a setup against it.

use altinn_sandbox::{self as sandbox, Options, Part, People, Preset, Sandbox};
use broker_setup::checks::{Connection, Progress, Run, run};
use broker_setup::journey::{CheckId, Environment, Evidence, FieldId, Finding, Profile, Role, Verdict, plan};
use broker_setup::services::Trace;
use std::error::Error;
use tempfile::TempDir;
use tokio::sync::mpsc;

pub const SENDER: Part = Part::Sender;
pub const OWNER: Part = Part::ServiceOwner;

pub type Outcome = Result<(), Box<dyn Error>>;

pub struct Desk {
    pub sandbox: Sandbox,
    pub folder: TempDir,
}

impl Desk {
    pub async fn open() -> Result<Self, Box<dyn Error>> {
        let options = Options { people: People::Never, ..Options::default() };
        Ok(Self { sandbox: sandbox::start(options).await?, folder: tempfile::tempdir()? })
    }

    /// A profile with the answers of a ready setup, some of them changed.
    pub async fn profile(&self, part: Part, changes: &[(FieldId, &str)]) -> Result<Profile, Box<dyn Error>> {
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

    pub async fn check(&self, profile: Profile) -> Result<Run, Box<dyn Error>> {
        self.check_with(profile, Evidence::default()).await
    }

    pub async fn check_with(&self, profile: Profile, evidence: Evidence) -> Result<Run, Box<dyn Error>> {
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
pub fn accusations(run: &Run) -> Vec<&Finding> {
    accusing(&run.findings)
}

/// The same of findings that come from elsewhere.
pub fn accusing(findings: &[Finding]) -> Vec<&Finding> {
    let accuses = |verdict: &Verdict| matches!(verdict, Verdict::Fail | Verdict::NeedsYou | Verdict::Waiting(_) | Verdict::Unknown);
    findings.iter().filter(|finding| accuses(&finding.outcome)).collect()
}

pub fn summaries(findings: &[&Finding]) -> Vec<(CheckId, &'static str, &'static str)> {
    findings.iter().map(|finding| (finding.check, finding.outcome.name(), finding.message.words())).collect()
}
