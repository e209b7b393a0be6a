//! Calls of the engine that take a while. Each is a task that sends its results as messages. Dropping the task cancels the call.

use crate::app::{DeedCall, Msg, TypedSecret, WizardMessage};
use crate::engine::{Engine, OpenConnection, Progress};
use crate::journey::{CheckId, ChoiceList, EngineMessage, Evidence, FillPreset, NoChoices, Profile, Role, TokenAnswer, WantedToken, plan};
use crate::values::{Call, FaultChange};
use std::sync::Arc;
use tokio::sync::mpsc;

#[derive(Debug, Clone)]
pub struct Worker {
    engine: Arc<Engine>,
    to: mpsc::Sender<Msg>,
}

impl Worker {
    #[must_use]
    pub const fn new(engine: Arc<Engine>, to: mpsc::Sender<Msg>) -> Self {
        Self { engine, to }
    }

    /// Opens the profile's private key with this password from now on.
    pub fn use_password(&self, profile: &Profile, password: Option<TypedSecret>) {
        self.engine.use_password(profile, password.map(TypedSecret::into_secret));
    }

    async fn tell(&self, msg: Msg) {
        // Sending fails only while the program ends.
        let _ = self.to.send(msg).await;
    }

    /// Starts or finds the sandbox if the profile is one of it, and sends its address before the first request goes there.
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

    /// A channel for the calls of a connection. Each call becomes a message.
    fn calls(&self) -> mpsc::UnboundedSender<Call> {
        let (feed, mut calls) = mpsc::unbounded_channel();
        let to = self.to.clone();
        // The task ends when the connection is dropped, because the connection holds the sender.
        tokio::spawn(async move {
            while let Some(call) = calls.recv().await {
                if to.send(Msg::Called(Box::new(call))).await.is_err() {
                    return;
                }
            }
        });
        feed
    }

    /// Runs checks and sends each finding as soon as it is there. `only` is empty for all checks of the plan.
    pub async fn run_checks(self, run: u64, profile: Profile, evidence: Evidence, only: Vec<CheckId>) {
        let result = self.checked(run, profile, evidence, &only).await.map(Box::new);
        self.tell(Msg::RunEnded { run, result }).await;
    }

    async fn checked(&self, run: u64, profile: Profile, evidence: Evidence, only: &[CheckId]) -> Result<Evidence, EngineMessage> {
        let all = plan(&profile);
        let planned = if only.is_empty() { all } else { all.only(&profile, only) };
        self.announce_sandbox(&profile).await?;
        let connection = self.engine.connect(profile, &self.engine.profile_folder(), evidence, Some(self.calls())).await?;
        let (sender, mut receiver) = mpsc::unbounded_channel();
        let telling = async {
            while let Some(progress) = receiver.recv().await {
                self.tell(match progress {
                    Progress::Started(check) => Msg::CheckStarted { run, check },
                    Progress::Found(finding) => Msg::CheckFound { run, finding },
                })
                .await;
            }
        };
        let (done, ()) = tokio::join!(connection.run_checks(&planned, sender), telling);
        Ok(done.evidence)
    }

    /// Sends what a deed would do.
    pub async fn preview(self, call: DeedCall) {
        match self.connection_for(&call).await {
            Err(message) => self.tell(Msg::NotBegun { id: call.id, message }).await,
            Ok(connection) => {
                let result = connection.preview(call.deed, &call.options).await.map(Box::new);
                self.tell(Msg::Previewed { id: call.id, result }).await;
            }
        }
    }

    /// Does a deed and sends each phase of it.
    pub async fn perform(self, call: DeedCall) {
        let id = call.id;
        let connection = match self.connection_for(&call).await {
            Err(message) => return self.tell(Msg::NotBegun { id, message }).await,
            Ok(connection) => connection,
        };
        let (sender, mut receiver) = mpsc::unbounded_channel();
        let telling = async {
            while let Some(progress) = receiver.recv().await {
                self.tell(Msg::DeedWent { id, progress: Box::new(progress) }).await;
            }
        };
        let (result, ()) = tokio::join!(connection.perform(call.deed, &call.options, sender), telling);
        self.tell(Msg::DeedEnded { id, result: result.map(Box::new) }).await;
    }

    async fn connection_for(&self, call: &DeedCall) -> Result<OpenConnection, EngineMessage> {
        let opened = self.opened((*call.profile).clone(), (*call.evidence).clone()).await?;
        Ok(self.engine.named(&opened, &call.name))
    }

    /// The connection opened last, if it has these answers, else a new one.
    async fn opened(&self, profile: Profile, evidence: Evidence) -> Result<OpenConnection, EngineMessage> {
        self.announce_sandbox(&profile).await?;
        self.engine.reconnect(profile, &self.engine.profile_folder(), evidence, || self.calls()).await
    }

    /// Sends a profile that is filled with the sandbox's own answers.
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
        // Sent last, because the notice about the filled profile would replace this one.
        self.tell_of_a_world_set_aside().await;
    }

    /// Sends the public part of the profile's key.
    pub async fn public_key(self, profile: Profile) {
        let result = self.engine.public_key(&profile, &self.engine.profile_folder()).await;
        self.tell(Msg::PublicKey(result)).await;
    }

    /// Sends the values of a list, or why there is none.
    pub async fn ask_choices(self, id: u64, list: ChoiceList, profile: Profile) {
        let result = match self.announce_sandbox(&profile).await {
            Ok(()) => self.engine.choices(list, profile, || self.calls()).await,
            Err(message) => Err(NoChoices::NotOpened(message)),
        };
        self.tell(Msg::Choices { id, result }).await;
    }

    /// Gets a token, and sends what is in it. The token itself goes nowhere.
    pub async fn look_at_token(self, id: u64, profile: Profile, evidence: Evidence, wanted: WantedToken) {
        let answer = match self.opened(profile, evidence).await {
            Ok(opened) => opened.look_at_token(&wanted).await,
            Err(message) => TokenAnswer::NotOpened(message),
        };
        self.tell(Msg::TokenTold { id, answer: Box::new(answer) }).await;
    }

    /// Reads a token, and sends what is in it.
    pub async fn inspect_token(self, id: u64, profile: Profile, text: TypedSecret) {
        let answer = match self.opened(profile, Evidence::default()).await {
            Ok(opened) => match opened.inspect(&text.into_secret()).await {
                Ok(facts) => TokenAnswer::Told(Box::new(facts)),
                Err(why) => TokenAnswer::None(why),
            },
            Err(message) => TokenAnswer::NotOpened(message),
        };
        self.tell(Msg::TokenTold { id, answer: Box::new(answer) }).await;
    }

    /// Sends what is at a path.
    pub async fn look_at_path(self, typed: String, path: String) {
        if let Some(look) = self.engine.look_at_path(path).await {
            self.tell(Msg::PathSeen { typed, look }).await;
        }
    }

    /// Sends the faults that a sandbox knows and those that are set.
    pub async fn ask_faults(self, id: u64, profile: Profile) {
        let result = match self.announce_sandbox(&profile).await {
            Ok(()) => self.engine.faults(&profile).await.map(Box::new),
            Err(message) => Err(message),
        };
        self.tell(Msg::FaultsTold { id, result }).await;
    }

    /// Sets or clears faults of a sandbox, and sends the faults that are set afterwards.
    pub async fn change_faults(self, id: u64, profile: Profile, change: FaultChange) {
        let result = match self.announce_sandbox(&profile).await {
            Ok(()) => self.engine.change_faults(&profile, &change).await,
            Err(message) => Err(message),
        };
        self.tell(Msg::FaultsChanged { id, result }).await;
    }
}
