//! A sandbox for one test, with connections to it and shorthands for deeds.

use altinn_sandbox::{self as sandbox, Gateway, Options, Part, People, Preset, Sandbox, answers, known, write_kit};
use broker_setup::checks::Connection;
use broker_setup::deeds::perform;
use broker_setup::files::Content;
use broker_setup::journey::{
    DeedId, DeedMessage, DeedOptions, DeedProgress, EntryState, Environment, Evidence, FieldId, Outcome, Preview, Profile, Role, Stopped,
};
use broker_setup::services::{Grant, NewTransfer, SystemUserGrant, Trace, TransferStatus};
use broker_setup::values::{OrgNumber, Scope, Value};
use std::collections::BTreeMap;
use std::future::Future;
use std::io::Write as _;
use std::time::Duration;
use tempfile::{NamedTempFile, TempDir};
use tokio::sync::{mpsc, watch};
use uuid::Uuid;

/// How long a deed or a wait may take. It is far more than any of them needs, so that only a hang fails.
pub const DEADLINE: Duration = Duration::from_secs(60);

pub struct Scene {
    pub sandbox: Sandbox,
    pub folder: TempDir,
}

impl Scene {
    /// Starts a sandbox with a gateway that wants an API key, and with people who do nothing by themselves.
    pub async fn set() -> Self {
        let options = Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() };
        Self { sandbox: sandbox::start(options).await.expect("a sandbox"), folder: TempDir::new().expect("a folder") }
    }

    pub async fn connection(&self, part: Part) -> Connection {
        self.connection_with(part, Preset::Ready, &[]).await
    }

    pub async fn connection_with(&self, part: Part, preset: Preset, changes: &[(FieldId, &str)]) -> Connection {
        let answers = answers(&self.sandbox.world().await, part, preset, self.folder.path()).expect("answers");
        let role: Role = part.name().parse().expect("a role");
        let mut profile = Profile::new(role, Environment::SANDBOX);
        for (name, text) in &answers.fields {
            profile.set(name.parse().expect("a field"), text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        }
        for (field, text) in changes {
            profile.set(*field, text).unwrap_or_else(|problem| panic!("{field}: {problem:?}"));
        }
        self.open(profile, Evidence::default()).await
    }

    pub async fn open(&self, profile: Profile, evidence: Evidence) -> Connection {
        Connection::open(profile, self.folder.path(), Some(&self.sandbox.origin), evidence, Trace::default()).await.expect("open")
    }

    /// A reference to the vendor's private key.
    pub async fn vendor_key(&self) -> String {
        let folder = self.folder.path().join("kit");
        write_kit(&folder, &self.sandbox.world().await, &self.sandbox.origin).expect("a kit");
        format!("file:{}", folder.join("vendor.pem").display())
    }

    /// Sends an invoice, which has no mark of a test unless `properties` hold one.
    pub async fn real_file(&self, properties: BTreeMap<String, String>, reference: &str) -> Uuid {
        let sender = self.connection(Part::Sender).await;
        let token = sender.exchanged(&acting(&sender, "altinn:broker.write")).await.expect("a token");
        let mut file = NamedTempFile::new().expect("a file");
        file.write_all(b"<invoice/>").expect("written");
        let new = NewTransfer {
            file_name: "invoice.xml".to_owned(),
            resource: sender.profile.resource.clone().expect("a resource"),
            reference: reference.to_owned(),
            sender: number(known::SENDER.number),
            recipients: vec![number(known::RECIPIENT.number)],
            properties,
            checksum: None,
        };
        let id = sender.services.initialize(&token, &new).await.expect("initialized");
        sender.services.upload(&token, id, &Content::File(file.path().to_owned()), &watch::Sender::new(0)).await.expect("uploaded");
        until(|| async { sender.services.transfer(&token, id).await.expect("an overview").status == TransferStatus::Published }).await;
        id
    }

    /// Fetches the marked test that waits for the recipient in every new world, so that none waits any more.
    pub async fn without_waiting_test(self) -> Self {
        let recipient = self.connection(Part::Recipient).await;
        done(DeedId::SendTest, &recipient, &plain_options()).await;
        self
    }

    pub async fn status_of(&self, id: Uuid) -> (TransferStatus, String) {
        let sender = self.connection(Part::Sender).await;
        let token = sender.exchanged(&acting(&sender, "altinn:broker.write")).await.expect("a token");
        let transfer = sender.services.transfer(&token, id).await.expect("an overview");
        (transfer.status, transfer.recipients.first().map(|r| r.status.clone()).unwrap_or_default())
    }
}

pub fn number(digits: &str) -> OrgNumber {
    digits.parse().expect("a number")
}

pub fn acting(connection: &Connection, scope: &'static str) -> Grant {
    let party = connection.profile.organisation.clone().expect("an organisation");
    Grant { scopes: vec![Scope::known(scope)], system_user: Some(SystemUserGrant { party, external_ref: None }) }
}

pub fn plain_options() -> DeedOptions {
    DeedOptions { confirm: true, ..DeedOptions::default() }
}

pub async fn until<F: Future<Output = bool>>(mut condition: impl FnMut() -> F) {
    let waiting = async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(DEADLINE, waiting).await.expect("in time");
}

pub async fn run(deed: DeedId, connection: &Connection, options: &DeedOptions) -> (Result<Outcome, Box<Stopped>>, Vec<DeedProgress>) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let done = tokio::time::timeout(DEADLINE, perform(deed, connection, options, sender)).await.expect("in time");
    let mut all = Vec::new();
    while let Some(progress) = receiver.recv().await {
        all.push(progress);
    }
    ends_last(&all);
    (done, all)
}

/// Whoever kills a deed after its entry is ended must find all that it has answered: nothing is given after the last entry that ends.
fn ends_last(progress: &[DeedProgress]) {
    let ends = |step: &DeedProgress| matches!(step, DeedProgress::Noted(entry) if entry.state != EntryState::Begun);
    let gives = |step: &DeedProgress| matches!(step, DeedProgress::Answered { .. } | DeedProgress::Recorded(_));
    if let Some(last) = progress.iter().rposition(ends) {
        assert!(!progress.iter().skip(last).any(gives), "something is given after the entry is ended: {progress:#?}");
    }
}

pub async fn done(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Outcome {
    run(deed, connection, options).await.0.unwrap_or_else(|stopped| panic!("stopped: {:?} {:?}", stopped.message, stopped.code))
}

pub async fn stopped(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Stopped {
    *run(deed, connection, options).await.0.expect_err("it should stop")
}

pub fn ids(messages: &[DeedMessage]) -> Vec<&'static str> {
    messages.iter().map(DeedMessage::id).collect()
}

pub fn row(preview: &Preview, label: &str) -> Option<Value> {
    preview.rows.iter().find(|(name, _)| *name == label).map(|(_, value)| value.clone())
}

pub fn transfer_of(evidence: &Evidence) -> Uuid {
    evidence.transfer.as_ref().expect("a transfer").id
}
