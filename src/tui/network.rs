//! What talks to services: checks, deeds, the sandbox. Each is a task that sends messages and can be dropped at any moment.

use super::disk::set_aside;
use crate::app::{DeedCall, Msg, Notice, Preset};
use crate::checks::{self, Connection, NoEndpoints, Progress};
use crate::deeds;
use crate::journey::{CheckId, Environment, Evidence, FieldId, Profile, Role, plan};
use crate::services::{Problem, Services, Trace};
use crate::store::Store;
use crate::values::FaultChange;
use altinn_sandbox::{self as sandbox, Options, Part, Sandbox, StartError, World};
use std::sync::Arc;
use tokio::sync::{Mutex, mpsc};
use url::Url;

/// The network as the wizard uses it. The sandbox starts with its first use, and ends with the program.
#[derive(Debug)]
pub struct Network {
    store: Store,
    to: mpsc::Sender<Msg>,
    sandbox: Mutex<Option<Sandbox>>,
    /// The connection opened last: a deed goes on with the tokens of the run before it.
    last: Mutex<Option<Last>>,
}

/// A connection, and where the sandbox was when it was opened.
#[derive(Debug)]
struct Last {
    connection: Arc<Connection>,
    sandbox: Option<Url>,
}

impl Network {
    /// Builds nothing yet: the first frame comes first.
    #[must_use]
    pub fn new(store: Store, to: mpsc::Sender<Msg>) -> Arc<Self> {
        Arc::new(Self { store, to, sandbox: Mutex::new(None), last: Mutex::new(None) })
    }

    async fn tell(&self, msg: Msg) {
        // Nobody listens only while the program ends.
        let _ = self.to.send(msg).await;
    }

    /// Where the sandbox is: ours, another process's, or one started now.
    async fn sandbox(&self) -> Result<Url, Notice> {
        let mut ours = self.sandbox.lock().await;
        if let Some(sandbox) = &*ours {
            return Ok(sandbox.origin.clone());
        }
        let world = self.store.sandbox_world();
        if let Some(origin) = sandbox::running(&world).await {
            return Ok(origin);
        }
        match sandbox::start(Options { world: Some(world), ..Options::default() }).await {
            Ok(sandbox) => Ok(ours.insert(sandbox).origin.clone()),
            Err(StartError::Served(Some(origin))) => Ok(origin),
            Err(problem) => Err(Notice::SandboxFailed { reason: problem.to_string() }),
        }
    }

    /// Where the sandbox is, for a profile of it; the wizard is told.
    async fn sandbox_of(&self, profile: &Profile) -> Result<Option<Url>, Notice> {
        if !profile.environment.is_sandbox() {
            return Ok(None);
        }
        let origin = self.sandbox().await?;
        self.tell_what_was_set_aside().await;
        self.tell(Msg::SandboxAt(origin.clone())).await;
        Ok(Some(origin))
    }

    /// A connection that asks everything anew: the checks always ask (contract 3).
    async fn connect(&self, profile: Profile, evidence: Evidence) -> Result<Arc<Connection>, Notice> {
        let sandbox = self.sandbox_of(&profile).await?;
        self.open(profile, evidence, sandbox).await
    }

    /// The connection opened last, if it is of these answers; else a new one.
    async fn go_on(&self, profile: Profile, evidence: Evidence) -> Result<Arc<Connection>, Notice> {
        let sandbox = self.sandbox_of(&profile).await?;
        let mut last = self.last.lock().await;
        if let Some(last) = last.as_mut().filter(|last| last.connection.profile == profile && last.sandbox == sandbox) {
            last.connection = Arc::new(last.connection.again(evidence));
            return Ok(Arc::clone(&last.connection));
        }
        drop(last);
        self.open(profile, evidence, sandbox).await
    }

    async fn open(&self, profile: Profile, evidence: Evidence, sandbox: Option<Url>) -> Result<Arc<Connection>, Notice> {
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
        let folder = self.store.profile_folder();
        let opened = Connection::open(profile, &folder, sandbox.as_ref(), evidence, Trace::feeding(feed)).await;
        let opened = opened.map_err(|problem| Notice::SandboxFailed { reason: problem.to_string() })?;
        let connection = Arc::new(opened.with_budget(self.store.folders.state.clone()));
        *self.last.lock().await = Some(Last { connection: Arc::clone(&connection), sandbox });
        Ok(connection)
    }

    /// Runs checks, telling each finding as it lands.
    pub async fn run_checks(self: Arc<Self>, run: u64, profile: Profile, evidence: Evidence, only: Vec<CheckId>) {
        let all = plan(&profile);
        let planned = if only.is_empty() { all } else { all.only(&profile, &only) };
        let result = match self.connect(profile, evidence).await {
            Err(notice) => Err(notice),
            Ok(connection) => {
                let (progress, mut told) = mpsc::unbounded_channel();
                let asking = checks::run(&connection, &planned, progress);
                let telling = async {
                    while let Some(progress) = told.recv().await {
                        self.tell(match progress {
                            Progress::Started(check) => Msg::CheckStarted { run, check },
                            Progress::Found(finding) => Msg::CheckFound { run, finding },
                        })
                        .await;
                    }
                };
                let (done, ()) = tokio::join!(asking, telling);
                Ok(Box::new(done.evidence))
            }
        };
        self.tell(Msg::RunEnded { run, result }).await;
    }

    /// Asks what a deed would do.
    pub async fn preview(self: Arc<Self>, call: DeedCall) {
        let DeedCall { id, deed, profile, evidence, options } = call;
        match self.go_on(*profile, *evidence).await {
            Err(notice) => self.tell(Msg::NotBegun { id, notice }).await,
            Ok(connection) => {
                let result = deeds::preview(deed, &connection, &options).await.map(Box::new);
                self.tell(Msg::Previewed { id, result }).await;
            }
        }
    }

    pub async fn perform(self: Arc<Self>, call: DeedCall) {
        let DeedCall { id, deed, profile, evidence, options } = call;
        let connection = match self.go_on(*profile, *evidence).await {
            Err(notice) => return self.tell(Msg::NotBegun { id, notice }).await,
            Ok(connection) => connection,
        };
        let (progress, mut told) = mpsc::unbounded_channel();
        let doing = deeds::perform(deed, &connection, &options, progress);
        let telling = async {
            while let Some(progress) = told.recv().await {
                self.tell(Msg::DeedWent { id, progress: Box::new(progress) }).await;
            }
        };
        let (result, ()) = tokio::join!(doing, telling);
        self.tell(Msg::DeedEnded { id, result: result.map(Box::new) }).await;
    }

    /// Lets the sandbox answer.
    pub async fn fill(self: Arc<Self>, id: u64, role: Role, preset: Preset) {
        let msg = match self.filled(role, preset).await {
            Err(reason) => Msg::NotBegun { id, notice: reason },
            Ok(profile) => {
                let notice = match preset {
                    Preset::Filled => Notice::Filled,
                    Preset::HalfDone => Notice::HalfDone,
                };
                Msg::Filled { id, profile: Box::new(profile), notice }
            }
        };
        self.tell(msg).await;
        // Last, or the line about the filling would cover it.
        self.tell_what_was_set_aside().await;
    }

    /// Asks how a sandbox misbehaves.
    pub async fn ask_faults(self: Arc<Self>, id: u64, profile: Profile) {
        let result = match self.sandbox_alone(&profile).await {
            Ok(sandbox) => sandbox.faults().await.map(Box::new).map_err(|problem| no_faults(&problem)),
            Err(notice) => Err(notice),
        };
        self.tell(Msg::FaultsTold { id, result }).await;
    }

    /// Makes a sandbox misbehave otherwise.
    pub async fn change_faults(self: Arc<Self>, id: u64, profile: Profile, change: FaultChange) {
        let result = match self.sandbox_alone(&profile).await {
            Ok(sandbox) => sandbox.change_faults(&change).await.map_err(|problem| no_faults(&problem)),
            Err(notice) => Err(notice),
        };
        self.tell(Msg::FaultsChanged { id, result }).await;
    }

    /// A sandbox's own pages, without key, token or trace: they are no part of the journey.
    async fn sandbox_alone(&self, profile: &Profile) -> Result<Services, Notice> {
        let origin = self.sandbox_of(profile).await?;
        let endpoints = profile.environment.endpoints(origin.as_ref());
        let endpoints = endpoints.ok_or_else(|| Notice::SandboxFailed { reason: NoEndpoints.to_string() })?;
        Ok(Services::new(endpoints, None, Trace::default()))
    }

    /// Tells once of a world that could not be read.
    async fn tell_what_was_set_aside(&self) {
        let aside = self.sandbox.lock().await.as_mut().and_then(|sandbox| sandbox.set_aside.take());
        if let Some(path) = aside {
            self.tell(set_aside(&path)).await;
        }
    }

    async fn filled(&self, role: Role, preset: Preset) -> Result<Profile, Notice> {
        self.sandbox().await?;
        let failed = |reason: String| Notice::SandboxFailed { reason };
        let world = self.world().await.map_err(|problem| failed(problem.to_string()))?;
        let part = match role {
            Role::ServiceOwner => Part::ServiceOwner,
            Role::Sender => Part::Sender,
            Role::Recipient => Part::Recipient,
        };
        let ready = match preset {
            Preset::Filled => sandbox::Preset::Ready,
            Preset::HalfDone => sandbox::Preset::HalfDone,
        };
        let keys = self.store.folders.state.join("sandbox").join("keys");
        let answers = sandbox::answers(&world, part, ready, &keys).map_err(|problem| failed(problem.to_string()))?;
        let mut profile = Profile::new(role, Environment::SANDBOX);
        for (name, text) in &answers.fields {
            let set = name.parse::<FieldId>().and_then(|field| profile.set(field, text).map_err(|problem| problem.invalid));
            set.map_err(|invalid| failed(format!("{name}: {}", invalid.id())))?;
        }
        Ok(profile)
    }

    /// The sandbox's world: ours from memory, another process's from its file.
    async fn world(&self) -> std::io::Result<World> {
        if let Some(sandbox) = &*self.sandbox.lock().await {
            return Ok(sandbox.world().await);
        }
        let bytes = tokio::fs::read(self.store.sandbox_world()).await?;
        Ok(serde_json::from_slice(&bytes)?)
    }
}

fn no_faults(problem: &Problem) -> Notice {
    Notice::FaultsUnknown { reason: problem.to_string() }
}
