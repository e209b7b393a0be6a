//! The sandbox: the engine uses one that already runs, or starts one. Also its ready answers for a profile, and its faults.

use super::problem::{no_faults, not_started, shown, world_problem};
use super::{Engine, addresses};
use crate::files::make_folder;
use crate::journey::{EngineMessage, Environment, FieldId, FillPreset, Profile, Role};
use crate::services::{Services, Trace};
use crate::values::{FaultChange, Faults, Invalid, SetFault};
use altinn_sandbox::{Options, Part, Preset, StartError, World};
use std::io;
use url::Url;

impl Engine {
    /// The sandbox's address if the profile is one of the program's own sandbox, which is started if none runs; `None` for every
    /// other profile.
    ///
    /// # Errors
    /// The error says why the sandbox did not start.
    pub async fn sandbox_for(&self, profile: &Profile) -> Result<Option<Url>, EngineMessage> {
        if profile.environment.is_own_sandbox() { self.sandbox().await.map(Some) } else { Ok(None) }
    }

    /// The message that the world's file could not be read when the sandbox started, and was set aside. Only the first call returns
    /// it.
    pub async fn world_set_aside(&self) -> Option<EngineMessage> {
        let path = self.sandbox.lock().await.as_mut()?.set_aside.take()?;
        Some(EngineMessage::SandboxWorldBroken { path: shown(&path) })
    }

    /// Stops the sandbox if this engine started it, after the requests in flight have ended.
    pub async fn close(&self) {
        if let Some(sandbox) = self.sandbox.lock().await.take() {
            sandbox.stop().await;
        }
    }

    /// A profile for a role in the sandbox, with the answers that the sandbox has ready. It is not saved.
    ///
    /// # Errors
    /// The error says why the sandbox, its world or its keys could not be had.
    pub async fn fill(&self, role: Role, preset: FillPreset) -> Result<Profile, EngineMessage> {
        self.sandbox().await?;
        let world = self.world().await.map_err(|cause| world_problem(&cause))?;
        let part = match role {
            Role::ServiceOwner => Part::ServiceOwner,
            Role::Sender => Part::Sender,
            Role::Recipient => Part::Recipient,
        };
        let preset = match preset {
            FillPreset::Filled => Preset::Ready,
            FillPreset::HalfDone => Preset::HalfDone,
        };
        let keys = self.store.folders.state.join("sandbox").join("keys");
        let answers = altinn_sandbox::answers(&world, part, preset, &keys);
        let answers = answers.map_err(|cause| EngineMessage::SandboxKeys { reason: cause.to_string() })?;
        let mut profile = Profile::new(role, Environment::SANDBOX);
        for (name, text) in &answers.fields {
            let set = name.parse::<FieldId>().and_then(|field| profile.set(field, text).map_err(|problem| problem.invalid));
            set.map_err(|_| EngineMessage::SandboxAnswer { field: (*name).to_owned() })?;
        }
        Ok(profile)
    }

    /// The faults that a sandbox knows, and those that are set.
    ///
    /// # Errors
    /// The error says why the sandbox could not be asked.
    pub async fn faults(&self, profile: &Profile) -> Result<Faults, EngineMessage> {
        self.sandbox_pages(profile).await?.faults().await.map_err(no_faults)
    }

    /// Sets or clears faults of a profile's sandbox. Returns the faults that are set afterwards, or why the sandbox refused the
    /// change.
    ///
    /// # Errors
    /// The error says why the sandbox could not be asked.
    pub async fn change_faults(&self, profile: &Profile, change: &FaultChange) -> Result<Result<Vec<SetFault>, Invalid>, EngineMessage> {
        self.sandbox_pages(profile).await?.change_faults(change).await.map_err(no_faults)
    }

    /// A client for the sandbox's own pages. It has no API key, token or trace: these calls are not calls of the user's connection.
    async fn sandbox_pages(&self, profile: &Profile) -> Result<Services, EngineMessage> {
        addresses::usable(&profile.environment)?;
        let origin = self.sandbox_for(profile).await?;
        let endpoints = profile.environment.endpoints(origin.as_ref()).ok_or(EngineMessage::SandboxNotRunning)?;
        Ok(Services::new(endpoints, None, Trace::default()))
    }

    /// The address of the sandbox: this engine's, another process's, or one that is started now.
    pub(super) async fn sandbox(&self) -> Result<Url, EngineMessage> {
        let mut ours = self.sandbox.lock().await;
        if let Some(sandbox) = &*ours {
            return Ok(sandbox.origin.clone());
        }
        let world = self.store.sandbox_world();
        if let Some(origin) = altinn_sandbox::running(&world).await {
            return Ok(origin);
        }
        // The sandbox keeps its world in a folder of its own below this one, which is ours to make.
        make_folder(&self.store.folders.state).map_err(|cause| world_problem(&cause))?;
        match altinn_sandbox::start(Options { world: Some(world), ..Options::default() }).await {
            Ok(sandbox) => Ok(ours.insert(sandbox).origin.clone()),
            // Another process started one in the meantime.
            Err(StartError::Served(Some(origin))) => Ok(origin),
            Err(problem) => Err(not_started(problem)),
        }
    }

    /// The sandbox's world: from memory when this engine runs the sandbox, else from the file of the process that does.
    pub(super) async fn world(&self) -> io::Result<World> {
        if let Some(sandbox) = &*self.sandbox.lock().await {
            return Ok(sandbox.world().await);
        }
        let file = self.store.sandbox_world();
        tokio::task::spawn_blocking(move || altinn_sandbox::stored_world(&file)).await.map_err(io::Error::other)?
    }
}
