//! The wizard's calls of the engine that take a while. Each is a task that sends messages and can be dropped at any moment.

use crate::app::{DeedCall, Msg, WizardMessage};
use crate::engine::{Engine, OpenConnection, Progress};
use crate::journey::{CheckId, EngineMessage, Evidence, FillPreset, Profile, Role, plan};
use crate::values::{Call, FaultChange};
use std::sync::Arc;
use tokio::sync::mpsc;

/// The engine, and who is told what it does.
#[derive(Debug, Clone)]
pub struct Work {
    engine: Arc<Engine>,
    to: mpsc::Sender<Msg>,
}

impl Work {
    #[must_use]
    pub const fn new(engine: Arc<Engine>, to: mpsc::Sender<Msg>) -> Self {
        Self { engine, to }
    }

    async fn tell(&self, msg: Msg) {
        // Nobody listens only while the program ends.
        let _ = self.to.send(msg).await;
    }

    /// Tells where the sandbox is, for a profile of it, before it is asked.
    async fn announce_sandbox(&self, profile: &Profile) -> Result<(), EngineMessage> {
        let origin = self.engine.sandbox_for(profile).await?;
        self.tell_of_a_world_set_aside().await;
        if let Some(origin) = origin {
            self.tell(Msg::SandboxAt(origin)).await;
        }
        Ok(())
    }

    async fn tell_of_a_world_set_aside(&self) {
        if let Some(message) = self.engine.world_set_aside().await {
            self.tell(Msg::Told(message)).await;
        }
    }

    /// Where the calls of a connection go: each becomes a message.
    fn calls(&self) -> mpsc::UnboundedSender<Call> {
        let (feed, mut calls) = mpsc::unbounded_channel();
        let to = self.to.clone();
        // Ends when the connection, and with it the feed, is dropped.
        tokio::spawn(async move {
            while let Some(call) = calls.recv().await {
                if to.send(Msg::Called(Box::new(call))).await.is_err() {
                    return;
                }
            }
        });
        feed
    }

    /// Runs checks, telling each finding as it lands.
    pub async fn run_checks(self, run: u64, profile: Profile, evidence: Evidence, only: Vec<CheckId>) {
        let result = self.checked(run, profile, evidence, &only).await.map(Box::new);
        self.tell(Msg::RunEnded { run, result }).await;
    }

    async fn checked(&self, run: u64, profile: Profile, evidence: Evidence, only: &[CheckId]) -> Result<Evidence, EngineMessage> {
        let all = plan(&profile);
        let planned = if only.is_empty() { all } else { all.only(&profile, only) };
        self.announce_sandbox(&profile).await?;
        let connection = self.engine.connect(profile, &self.engine.profile_folder(), evidence, Some(self.calls())).await?;
        let (progress, mut told) = mpsc::unbounded_channel();
        let telling = async {
            while let Some(progress) = told.recv().await {
                self.tell(match progress {
                    Progress::Started(check) => Msg::CheckStarted { run, check },
                    Progress::Found(finding) => Msg::CheckFound { run, finding },
                })
                .await;
            }
        };
        let (done, ()) = tokio::join!(connection.run_checks(&planned, progress), telling);
        Ok(done.evidence)
    }

    /// Asks what a deed would do.
    pub async fn preview(self, call: DeedCall) {
        match self.connection_for(&call).await {
            Err(message) => self.tell(Msg::NotBegun { id: call.id, message }).await,
            Ok(connection) => {
                let result = connection.preview(call.deed, &call.options).await.map(Box::new);
                self.tell(Msg::Previewed { id: call.id, result }).await;
            }
        }
    }

    /// Does a deed, telling each phase.
    pub async fn perform(self, call: DeedCall) {
        let id = call.id;
        let connection = match self.connection_for(&call).await {
            Err(message) => return self.tell(Msg::NotBegun { id, message }).await,
            Ok(connection) => connection,
        };
        let (progress, mut told) = mpsc::unbounded_channel();
        let telling = async {
            while let Some(progress) = told.recv().await {
                self.tell(Msg::DeedWent { id, progress: Box::new(progress) }).await;
            }
        };
        let (result, ()) = tokio::join!(connection.perform(call.deed, &call.options, progress), telling);
        self.tell(Msg::DeedEnded { id, result: result.map(Box::new) }).await;
    }

    async fn connection_for(&self, call: &DeedCall) -> Result<OpenConnection, EngineMessage> {
        self.announce_sandbox(&call.profile).await?;
        let (profile, evidence) = ((*call.profile).clone(), (*call.evidence).clone());
        self.engine.reconnect(profile, &self.engine.profile_folder(), evidence, || self.calls()).await
    }

    /// Lets the sandbox answer.
    pub async fn fill(self, id: u64, role: Role, preset: FillPreset) {
        let msg = match self.engine.fill(role, preset).await {
            Err(message) => Msg::NotBegun { id, message },
            Ok(profile) => {
                let notice = match preset {
                    FillPreset::Filled => WizardMessage::Filled,
                    FillPreset::HalfDone => WizardMessage::HalfDone,
                };
                Msg::Filled { id, profile: Box::new(profile), notice: notice.into() }
            }
        };
        self.tell(msg).await;
        // Last, or the line about the filling would cover it.
        self.tell_of_a_world_set_aside().await;
    }

    /// Asks how a sandbox misbehaves.
    pub async fn ask_faults(self, id: u64, profile: Profile) {
        let result = match self.announce_sandbox(&profile).await {
            Ok(()) => self.engine.faults(&profile).await.map(Box::new),
            Err(message) => Err(message),
        };
        self.tell(Msg::FaultsTold { id, result }).await;
    }

    /// Makes a sandbox misbehave otherwise.
    pub async fn change_faults(self, id: u64, profile: Profile, change: FaultChange) {
        let result = match self.announce_sandbox(&profile).await {
            Ok(()) => self.engine.change_faults(&profile, &change).await,
            Err(message) => Err(message),
        };
        self.tell(Msg::FaultsChanged { id, result }).await;
    }
}
