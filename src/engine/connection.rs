//! An open connection, through which checks and deeds run.

use super::problem::disk_words;
use super::{Engine, addresses};
use crate::checks::{self, ClientElsewhere, Connection, Keeping, Kept, NoEndpoints, PasswordLack, Progress, Run};
use crate::deeds;
use crate::journey::{
    DeedId, DeedOptions, DeedProgress, EngineMessage, Entry, Evidence, Finding, Journal, KeyFacts, Outcome, Plan, Preview, Profile,
    StateChange, Stopped,
};
use crate::services::Trace;
use crate::values::Call;
use jiff::Timestamp;
use std::path::Path;
use std::sync::Arc;
use tokio::sync::mpsc::UnboundedSender;
use url::Url;

#[derive(Debug, Clone)]
pub struct OpenConnection {
    pub(super) connection: Arc<Connection>,
    /// The sandbox's address when the connection was opened. After a restart it can be another.
    sandbox: Option<Url>,
    trace: Trace,
}

impl Engine {
    /// Opens a connection without tokens of earlier runs, because checks always ask the services (contract 3). Relative `file:`
    /// references start in `folder`. Each call to a service is sent to `calls` when it ends.
    ///
    /// # Errors
    /// The profile is one of the sandbox, which did not start, or has an address of its own that nothing may be sent to.
    pub async fn connect(
        &self,
        profile: Profile,
        folder: &Path,
        evidence: Evidence,
        calls: Option<UnboundedSender<Call>>,
    ) -> Result<OpenConnection, EngineMessage> {
        addresses::usable(&profile.environment)?;
        let sandbox = self.sandbox_for(&profile).await?;
        let trace = calls.map_or_else(Trace::default, Trace::feeding).written_to(self.traced.clone());
        let typed = self.typed_password(&profile);
        let opened = Connection::open_with(profile, folder, sandbox.as_ref(), evidence, trace.clone(), typed).await;
        let connection = opened.map_err(|NoEndpoints| EngineMessage::SandboxNotRunning)?;
        let connection = connection.kept_in(self.store.folders.state.clone(), self.store.scratch_folder());
        let keeping = self.keeping(&connection.profile, None);
        let connection = connection.with_journal(self.store.journal(), keeping);
        let findings = self.findings_of(&connection.profile);
        let elsewhere = self.client_elsewhere(&connection.profile);
        let connection = Arc::new(connection.with_findings(findings).with_client_elsewhere(elsewhere));
        let opened = OpenConnection { connection, sandbox, trace };
        *self.last.lock().await = Some(opened.clone());
        Ok(opened)
    }

    /// A profile with the same client id, for an environment that has other clients: one of the two is mistaken.
    fn client_elsewhere(&self, profile: &Profile) -> ClientElsewhere {
        let Some(id) = profile.client.id.clone() else { return ClientElsewhere::default() };
        let (store, environment) = (self.store.clone(), profile.environment.clone());
        ClientElsewhere::by(move || {
            let is_mistaken =
                |other: &Profile| other.client.id.as_ref() == Some(&id) && !other.environment.shares_clients_with(&environment);
            store.names().into_iter().find(|name| store.look_at(name).is_some_and(|other| is_mistaken(&other)))
        })
    }

    /// The connection opened last, if it has these answers, with `evidence` in place of its own: the tokens it has are used again.
    /// Otherwise opens a new one, which sends its calls to what `calls` makes.
    ///
    /// # Errors
    /// The profile is one of the sandbox, which did not start; the error says why.
    pub async fn reconnect(
        &self,
        profile: Profile,
        folder: &Path,
        evidence: Evidence,
        calls: impl FnOnce() -> UnboundedSender<Call>,
    ) -> Result<OpenConnection, EngineMessage> {
        addresses::usable(&profile.environment)?;
        let sandbox = self.sandbox_for(&profile).await?;
        let mut last = self.last.lock().await;
        let is_same = |last: &&mut OpenConnection| last.connection.profile == profile && last.sandbox == sandbox;
        if let Some(last) = last.as_mut().filter(is_same).filter(|last| last.lacks_password().is_none()) {
            let again = last.connection.again(evidence);
            let keeping = self.keeping(&again.profile, None);
            let again = again.with_journal(self.store.journal(), keeping);
            let findings = self.findings_of(&again.profile);
            last.connection = Arc::new(again.with_findings(findings));
            return Ok(last.clone());
        }
        drop(last);
        self.connect(profile, folder, evidence, Some(calls())).await
    }

    /// What was found last, for those deeds that tell others of it. A state that cannot be read is told elsewhere.
    fn findings_of(&self, profile: &Profile) -> Vec<Finding> {
        self.state(profile).unwrap_or_default().findings
    }

    /// The same connection as that of the profile with this name, to which the answers of deeds and the keys that they make belong.
    #[must_use]
    pub fn named(&self, opened: &OpenConnection, name: &str) -> OpenConnection {
        let connection = opened.connection.again(opened.connection.evidence.clone()).with_keys_in(self.keys_folder(name));
        let (journal, keeping) = (connection.journal.clone(), self.keeping(&connection.profile, Some(name)));
        OpenConnection { connection: Arc::new(connection.with_journal(journal, keeping)), ..opened.clone() }
    }

    /// The way to the disk for what deeds leave on a connection. Without a profile's name their answers are the front's to tell.
    fn keeping(&self, profile: &Profile, name: Option<&str>) -> Keeping {
        let (store, profile, name) = (self.store.clone(), profile.clone(), name.map(ToOwned::to_owned));
        Keeping::to(move |kept| {
            let done = match kept {
                Kept::Entry(entry) => store.note(entry),
                Kept::Evidence(evidence) => {
                    store.change_state(&profile, StateChange { evidence: evidence.clone(), ..StateChange::default() })
                }
                Kept::Answer { field, text } => {
                    let mut answered = profile.clone();
                    match (&name, answered.set_at(field, text, Timestamp::now())) {
                        (Some(name), Ok(_)) => store.change_profile(name, Some(&profile), &answered).map(drop),
                        (None, _) | (_, Err(_)) => Ok(()),
                    }
                }
            };
            done.map_err(|problem| disk_words(&problem))
        })
    }

    /// The public part of the profile's key as a JWK, in the form that Maskinporten's portal takes (facts platform B.1). Relative
    /// `file:` references start in `folder`. Makes no calls.
    ///
    /// # Errors
    /// [`EngineMessage::KeyUnusable`] when the key cannot be read; the check `client.key` says why.
    pub async fn public_key(&self, profile: &Profile, folder: &Path) -> Result<String, EngineMessage> {
        let typed = self.typed_password(profile);
        let unused = Url::parse("http://127.0.0.1:1/").ok();
        let opened = Connection::open_with(profile.clone(), folder, unused.as_ref(), Evidence::default(), Trace::default(), typed).await;
        opened.ok().and_then(|connection| connection.public_jwk()).ok_or(EngineMessage::KeyUnusable)
    }

    /// What deeds have made, for every profile, oldest first.
    #[must_use]
    pub fn journal(&self) -> Journal {
        self.store.journal()
    }

    /// Runs checks and saves their findings and evidence. [`Engine::unkept`] tells whether they are on disk.
    pub async fn check(&self, opened: &OpenConnection, plan: &Plan, progress: UnboundedSender<Progress>) -> Run {
        let run = opened.run_checks(plan, progress).await;
        // The engine holds what could not be saved.
        let _ = self.keep_findings(&opened.connection.profile, &run.findings, &run.evidence);
        run
    }
}

impl OpenConnection {
    /// Runs checks and sends each finding as soon as it is there. Saves nothing. Dropping the future cancels the calls in flight.
    pub async fn run_checks(&self, plan: &Plan, progress: UnboundedSender<Progress>) -> Run {
        checks::run(&self.connection, plan, progress).await
    }

    /// What a deed would do. It makes no change anywhere.
    ///
    /// # Errors
    /// The error says why the deed cannot be done now.
    pub async fn preview(&self, deed: DeedId, options: &DeedOptions) -> Result<Preview, Box<Stopped>> {
        deeds::preview(deed, &self.connection, options).await
    }

    /// Does a deed. What it records, answers and notes is on disk when it is sent; whoever shows it takes it in, and holds what the disk
    /// has refused.
    ///
    /// # Errors
    /// The error says why the deed stopped, and holds the evidence up to then.
    pub async fn perform(
        &self,
        deed: DeedId,
        options: &DeedOptions,
        progress: UnboundedSender<DeedProgress>,
    ) -> Result<Outcome, Box<Stopped>> {
        deeds::perform(deed, &self.connection, options, progress).await
    }

    /// What taking back an entry of the journal would do. It makes no change anywhere.
    ///
    /// # Errors
    /// The error says why it cannot be undone now.
    pub async fn preview_undo(&self, entry: &Entry) -> Result<Preview, Box<Stopped>> {
        deeds::preview_undo(entry, &self.connection).await
    }

    /// Takes back what an entry of the journal has made.
    ///
    /// # Errors
    /// The error says why it stopped.
    pub async fn undo(&self, entry: &Entry, progress: UnboundedSender<DeedProgress>) -> Result<Outcome, Box<Stopped>> {
        deeds::undo(entry, &self.connection, progress).await
    }

    /// Whether the private key needs a password that the user could type: no answer says where it is.
    #[must_use]
    pub fn lacks_password(&self) -> Option<PasswordLack> {
        self.connection.lacks_password()
    }

    /// What may be told of the key that the client signs with; none where no key can sign.
    #[must_use]
    pub fn key_facts(&self) -> Option<KeyFacts> {
        self.connection.key_facts()
    }

    /// The calls to services so far, oldest first.
    #[must_use]
    pub fn calls(&self) -> Vec<Call> {
        self.trace.calls()
    }
}
