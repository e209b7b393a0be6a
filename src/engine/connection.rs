//! A connection that is open: checks are asked and deeds done through it.

use super::Engine;
use crate::checks::{self, Connection, NoEndpoints, Progress, Run};
use crate::deeds;
use crate::journey::{DeedId, DeedOptions, DeedProgress, EngineMessage, Evidence, Outcome, Plan, Preview, Profile, Stopped};
use crate::services::Trace;
use crate::values::Call;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedSender;
use url::Url;

#[derive(Debug, Clone)]
pub struct OpenConnection {
    connection: Arc<Connection>,
    /// Where the sandbox was when it was opened.
    sandbox: Option<Url>,
    trace: Trace,
}

/// A run of checks that has ended.
#[derive(Debug)]
pub struct CheckRun {
    pub run: Run,
    /// Whether what it found is on disk, or why not.
    pub kept: Result<(), EngineMessage>,
}

impl Engine {
    /// Opens a connection that asks everything anew: the checks always ask (contract 3). Answers on this machine are relative to
    /// `folder`; each call to a service is told to `calls`, if there is one, as it ends.
    ///
    /// # Errors
    /// Why the sandbox that the profile is of did not start.
    pub async fn connect(
        &self,
        profile: Profile,
        folder: &Path,
        evidence: Evidence,
        calls: Option<UnboundedSender<Call>>,
    ) -> Result<OpenConnection, EngineMessage> {
        let sandbox = self.sandbox_for(&profile).await?;
        let trace = calls.map_or_else(Trace::default, Trace::feeding);
        let opened = Connection::open(profile, folder, sandbox.as_ref(), evidence, trace.clone()).await;
        let connection = opened.map_err(|NoEndpoints| EngineMessage::SandboxNotRunning)?;
        let connection = Arc::new(connection.with_budget(self.store.folders.state.clone()));
        let opened = OpenConnection { connection, sandbox, trace };
        *self.last.lock().await = Some(opened.clone());
        Ok(opened)
    }

    /// The connection opened last with the evidence as it is now, if it is of these answers: its tokens serve on. Else a new one.
    ///
    /// # Errors
    /// Why the sandbox that the profile is of did not start.
    pub async fn reconnect(
        &self,
        profile: Profile,
        folder: &Path,
        evidence: Evidence,
        calls: impl FnOnce() -> UnboundedSender<Call>,
    ) -> Result<OpenConnection, EngineMessage> {
        let sandbox = self.sandbox_for(&profile).await?;
        let mut last = self.last.lock().await;
        if let Some(last) = last.as_mut().filter(|last| last.connection.profile == profile && last.sandbox == sandbox) {
            last.connection = Arc::new(last.connection.again(evidence));
            return Ok(last.clone());
        }
        drop(last);
        self.connect(profile, folder, evidence, Some(calls())).await
    }

    /// Runs checks and keeps what they found.
    pub async fn check(&self, opened: &OpenConnection, plan: &Plan, progress: UnboundedSender<Progress>) -> CheckRun {
        let run = opened.run_checks(plan, progress).await;
        let kept = self.keep_findings(&opened.connection.profile, &run.findings, &run.evidence);
        CheckRun { run, kept }
    }
}

impl OpenConnection {
    /// Runs checks, telling each finding as it lands. Dropping the future cancels everything under way.
    pub async fn run_checks(&self, plan: &Plan, progress: UnboundedSender<Progress>) -> Run {
        checks::run(&self.connection, plan, progress).await
    }

    /// What a deed would do.
    ///
    /// # Errors
    /// Why it cannot be done now.
    pub async fn preview(&self, deed: DeedId, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
        deeds::preview(deed, &self.connection, options).await
    }

    /// Does a deed. What it makes is told as [`DeedProgress::Recorded`] as soon as it exists, and is to be kept at once.
    ///
    /// # Errors
    /// Why it stopped.
    pub async fn perform(
        &self,
        deed: DeedId,
        options: &DeedOptions,
        progress: UnboundedSender<DeedProgress>,
    ) -> Result<Outcome, Box<Stopped>> {
        deeds::perform(deed, &self.connection, options, progress).await
    }

    /// The calls to services so far, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.trace.calls()
    }
}
