//! The deeds against the sandbox: what a user would notice of `send-test` and `subscribe`, in each role.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use altinn_sandbox::{self as sandbox, Gateway, Options, Part, People, Preset, Sandbox, answers, known};
use broker_setup::checks::{self, Connection};
use broker_setup::deeds::{perform, preview};
use broker_setup::journey::{
    CheckId, DeedId, DeedMessage, DeedOptions, DeedProgress, Environment, Evidence, FieldId, Outcome, Preview, Profile, Role, Stopped,
    Verdict,
};
use broker_setup::receiver::{self, Arrival};
use broker_setup::services::{Grant, NewSubscription, NewTransfer, Patience, SystemUserGrant, Trace, TransferStatus};
use broker_setup::values::{FileSize, OrgNumber, ResourceFilter, Scope, SubjectFilter, Value};
use std::collections::BTreeMap;
use std::future::Future;
use std::io::Write as _;
use std::net::SocketAddr;
use std::task::Poll;
use std::time::Duration;
use tempfile::{NamedTempFile, TempDir};
use tokio::sync::{mpsc, watch};
use uuid::Uuid;

/// Nothing here takes longer when all is well; what does, hangs.
const DEADLINE: Duration = Duration::from_secs(60);
/// The harmless file that every scanner takes for malware, split so that no scanner takes this source for it.
const EICAR: [&str; 2] = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!$H+H*"];

struct Scene {
    sandbox: Sandbox,
    folder: TempDir,
}

impl Scene {
    /// A sandbox whose people do nothing by themselves.
    async fn set() -> Self {
        let options = Options { gateway: Gateway::Keyed, people: People::Never, ..Options::default() };
        Self { sandbox: sandbox::start(options).await.expect("a sandbox"), folder: TempDir::new().expect("a folder") }
    }

    async fn connection(&self, part: Part) -> Connection {
        self.connection_with(part, Preset::Ready, &[]).await
    }

    async fn connection_with(&self, part: Part, preset: Preset, changes: &[(FieldId, &str)]) -> Connection {
        let given = answers(&self.sandbox.world().await, part, preset, self.folder.path()).expect("answers");
        let role: Role = part.name().parse().expect("a role");
        let mut profile = Profile::new(role, Environment::SANDBOX);
        for (name, text) in &given.fields {
            profile.set(name.parse().expect("a field"), text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        }
        for (field, text) in changes {
            profile.set(*field, text).unwrap_or_else(|problem| panic!("{field}: {problem:?}"));
        }
        self.open(profile, Evidence::default()).await
    }

    async fn open(&self, profile: Profile, evidence: Evidence) -> Connection {
        Connection::open(profile, self.folder.path(), Some(&self.sandbox.origin), evidence, Trace::default()).await.expect("open")
    }

    /// A file of the sender's real business: nothing marks it.
    async fn real_file(&self, properties: BTreeMap<String, String>, reference: &str) -> Uuid {
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
        sender.services.upload(&token, id, file.path(), &watch::Sender::new(0)).await.expect("uploaded");
        until(|| async { sender.services.transfer(&token, id).await.expect("an overview").status == TransferStatus::Published }).await;
        id
    }

    /// Fetches the marked test that waits in every new world.
    async fn nothing_waits(self) -> Self {
        let recipient = self.connection(Part::Recipient).await;
        done(DeedId::SendTest, &recipient, &plainly()).await;
        self
    }

    async fn status_of(&self, id: Uuid) -> (TransferStatus, String) {
        let sender = self.connection(Part::Sender).await;
        let token = sender.exchanged(&acting(&sender, "altinn:broker.write")).await.expect("a token");
        let transfer = sender.services.transfer(&token, id).await.expect("an overview");
        (transfer.status, transfer.recipients.first().map(|r| r.status.clone()).unwrap_or_default())
    }
}

fn number(digits: &str) -> OrgNumber {
    digits.parse().expect("a number")
}

fn acting(connection: &Connection, scope: &'static str) -> Grant {
    let party = connection.profile.organisation.clone().expect("an organisation");
    Grant { scopes: vec![Scope::known(scope)], system_user: Some(SystemUserGrant { party, external_ref: None }) }
}

fn plainly() -> DeedOptions {
    DeedOptions { file: None, transfer: None, confirm: true }
}

async fn until<F: Future<Output = bool>>(mut so: impl FnMut() -> F) {
    let waiting = async {
        while !so().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(DEADLINE, waiting).await.expect("in time");
}

async fn run(deed: DeedId, connection: &Connection, options: &DeedOptions) -> (Result<Outcome, Box<Stopped>>, Vec<DeedProgress>) {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let done = tokio::time::timeout(DEADLINE, perform(deed, connection, options, sender)).await.expect("in time");
    let mut told = Vec::new();
    while let Some(progress) = receiver.recv().await {
        told.push(progress);
    }
    (done, told)
}

async fn done(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Outcome {
    run(deed, connection, options).await.0.unwrap_or_else(|stopped| panic!("stopped: {:?} {:?}", stopped.message, stopped.code))
}

async fn stopped(deed: DeedId, connection: &Connection, options: &DeedOptions) -> Stopped {
    *run(deed, connection, options).await.0.expect_err("it should stop")
}

fn ids(messages: &[DeedMessage]) -> Vec<&'static str> {
    messages.iter().map(DeedMessage::id).collect()
}

fn row(preview: &Preview, label: &str) -> Option<Value> {
    preview.rows.iter().find(|(name, _)| *name == label).map(|(_, value)| value.clone())
}

fn transfer_of(evidence: &Evidence) -> Uuid {
    evidence.transfer.as_ref().expect("a transfer").id
}

#[tokio::test]
async fn a_sender_sends_and_a_recipient_fetches_compares_and_confirms() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let (sent, told) = run(DeedId::SendTest, &sender, &plainly()).await;
    let sent = sent.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(ids(&sent.says), ["sent", "recipient-next"]);
    // The evidence is told before the bytes leave: a kill in between loses nothing.
    let recorded = told.iter().position(|p| matches!(p, DeedProgress::Recorded(e) if e.transfer.is_some()));
    let uploading = told.iter().position(|p| matches!(p, DeedProgress::Started(DeedMessage::Uploading { .. })));
    assert!(recorded < uploading && recorded.is_some(), "{told:?}");
    assert!(told.iter().any(|p| matches!(p, DeedProgress::Bytes { done, total } if done == total && *total == 65_536)));

    let recipient = scene.connection(Part::Recipient).await;
    let (fetched, told) = run(DeedId::SendTest, &recipient, &plainly()).await;
    let fetched = fetched.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(ids(&fetched.says), ["fetched"]);
    assert!(told.iter().any(|p| matches!(p, DeedProgress::Done { message: DeedMessage::SameSha256, .. })), "{told:?}");
    assert_eq!(transfer_of(&fetched.evidence), transfer_of(&sent.evidence));
    assert!(fetched.evidence.transfer.is_some_and(|transfer| transfer.confirmed));
    assert_eq!(scene.status_of(transfer_of(&sent.evidence)).await.0, TransferStatus::AllConfirmedDownloaded);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn the_users_own_file_goes_with_the_mark_and_an_empty_one_is_allowed() {
    let scene = Scene::set().await;
    let mut file = NamedTempFile::with_suffix(".xml").unwrap();
    for content in ["", "<a/>"] {
        file.write_all(content.as_bytes()).unwrap();
        let options = DeedOptions { file: Some(file.path().to_owned()), ..plainly() };
        let sender = scene.connection(Part::Sender).await;
        let shown = preview(DeedId::SendTest, &sender, &options).await.unwrap();
        assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(content.len() as u64))));
        let sent = done(DeedId::SendTest, &sender, &options).await;
        let recipient = scene.connection(Part::Recipient).await;
        let fetched = done(DeedId::SendTest, &recipient, &plainly()).await;
        assert_eq!(transfer_of(&fetched.evidence), transfer_of(&sent.evidence));
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_service_owner_makes_the_whole_round_itself_where_its_policy_lets_it_in() {
    let scene = Scene::set().await;
    let owner = scene.connection(Part::ServiceOwner).await;
    let shown = preview(DeedId::SendTest, &owner, &plainly()).await.unwrap();
    assert_eq!(ids(&shown.says)[..2], ["would-go-round", "speaks-for-itself"]);
    let round = done(DeedId::SendTest, &owner, &plainly()).await;
    assert_eq!(ids(&round.says), ["went-round"]);
    assert!(round.evidence.transfer.is_some_and(|transfer| transfer.confirmed));

    let roles_only = [(FieldId::Resource, "prov-kun-roller")];
    let shut_out = scene.connection_with(Part::ServiceOwner, Preset::Ready, &roles_only).await;
    assert_eq!(stopped(DeedId::SendTest, &shut_out, &plainly()).await.message.id(), "ask-sender-and-recipient");

    let with_system = [(FieldId::Resource, "prov-kun-roller"), (FieldId::SystemId, known::SERVICE_OWNER_SYSTEM)];
    let through_system = scene.connection_with(Part::ServiceOwner, Preset::Ready, &with_system).await;
    assert_eq!(ids(&done(DeedId::SendTest, &through_system, &plainly()).await.says), ["went-round"]);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn an_unmarked_file_is_never_touched_unless_it_is_chosen() {
    let scene = Scene::set().await.nothing_waits().await;
    let real = scene.real_file(BTreeMap::new(), "invoice 4711").await;
    let half = scene.real_file(BTreeMap::new(), "broker-setup-test-copied").await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &plainly()).await;
    assert!(matches!(refused.message, DeedMessage::OnlyUnmarked { count: 2, .. }), "{refused:?}");
    assert!(preview(DeedId::SendTest, &recipient, &plainly()).await.is_err());

    // An answer of the profile is no choice for this deed.
    let answered = scene.connection_with(Part::Recipient, Preset::Ready, &[(FieldId::TransferId, &real.to_string())]).await;
    assert_eq!(stopped(DeedId::SendTest, &answered, &plainly()).await.message, DeedMessage::NotMarked { transfer: real.to_string() });
    for id in [real, half] {
        assert_eq!(scene.status_of(id).await, (TransferStatus::Published, "Initialized".to_owned()));
    }

    // Chosen, it is shown first, with what confirming means.
    let chosen = DeedOptions { transfer: Some(real), ..plainly() };
    let shown = preview(DeedId::SendTest, &recipient, &chosen).await.unwrap();
    assert_eq!(ids(&shown.says), ["would-fetch-chosen", "confirm-tells", "copy-removed"]);
    assert_eq!(row(&shown, "from"), Some(Value::Text(number(known::SENDER.number).to_string())));
    assert_eq!(row(&shown, "file"), Some(Value::Text("invoice.xml".to_owned())));
    assert_eq!(row(&shown, "size"), Some(Value::FileSize(FileSize(10))));
    assert!(matches!(row(&shown, "sent"), Some(Value::Moment(_))));
    assert_eq!(scene.status_of(real).await, (TransferStatus::Published, "Initialized".to_owned()));

    // Fetched without confirming, it stays where it is.
    let unconfirmed = DeedOptions { confirm: false, ..chosen.clone() };
    let (fetched, told) = run(DeedId::SendTest, &recipient, &unconfirmed).await;
    assert_eq!(ids(&fetched.unwrap().says), ["fetched-unconfirmed"]);
    assert!(told.iter().any(|p| matches!(p, DeedProgress::Done { message: DeedMessage::SameMd5 | DeedMessage::NotCompared, .. })));
    assert_eq!(scene.status_of(real).await, (TransferStatus::Published, "DownloadStarted".to_owned()));

    done(DeedId::SendTest, &recipient, &chosen).await;
    assert_eq!(scene.status_of(real).await.0, TransferStatus::AllConfirmedDownloaded);
    assert_eq!(scene.status_of(half).await, (TransferStatus::Published, "Initialized".to_owned()));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn nothing_waiting_names_the_sender_and_nothing_is_fetched_for_others() {
    let scene = Scene::set().await.nothing_waits().await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &plainly()).await;
    assert_eq!(refused.message.id(), "none-waiting");
    let unknown = DeedOptions { transfer: Some(Uuid::from_u128(7)), ..plainly() };
    let refused = stopped(DeedId::SendTest, &recipient, &unknown).await;
    assert_eq!((refused.message.id(), refused.code.as_deref()), ("transfer-unknown", Some("BRO-00001")));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn content_that_differs_is_not_confirmed() {
    let scene = Scene::set().await;
    let properties = BTreeMap::from([("broker-setup".to_owned(), "test".to_owned()), ("sha256".to_owned(), "00".repeat(32))]);
    let forged = scene.real_file(properties, "broker-setup-test-forged").await;
    let recipient = scene.connection(Part::Recipient).await;
    let refused = stopped(DeedId::SendTest, &recipient, &plainly()).await;
    assert_eq!(refused.message, DeedMessage::ContentDiffers { transfer: forged.to_string() });
    assert_eq!(scene.status_of(forged).await, (TransferStatus::Published, "DownloadStarted".to_owned()));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn malware_is_told_and_the_transfer_is_known() {
    let scene = Scene::set().await;
    let mut file = NamedTempFile::new().unwrap();
    file.write_all(EICAR.concat().as_bytes()).unwrap();
    let sender = scene.connection(Part::Sender).await;
    let options = DeedOptions { file: Some(file.path().to_owned()), ..plainly() };
    let refused = stopped(DeedId::SendTest, &sender, &options).await;
    assert_eq!(refused.message, DeedMessage::ScanFoundMalware { transfer: transfer_of(&refused.evidence).to_string() });
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_is_missing_is_told_before_anything_is_made() {
    let scene = Scene::set().await;
    let half_done = scene.connection_with(Part::Sender, Preset::HalfDone, &[]).await;
    for deed in [DeedId::SendTest] {
        let refused = stopped(deed, &half_done, &plainly()).await;
        assert_eq!((refused.message.id(), refused.code.as_deref()), ("no-system-user", Some("MP-303")));
        assert_eq!(refused.evidence, Evidence::default());
    }
    // Its webhook is not https, which Altinn refuses.
    assert_eq!(preview(DeedId::Subscribe, &half_done, &plainly()).await.unwrap_err().message.id(), "endpoint-not-taken");

    let no_write = known::client("no-write").unwrap();
    let changes = [(FieldId::ClientId, no_write.id), (FieldId::ClientKid, &no_write.kid())];
    let refused = stopped(DeedId::SendTest, &scene.connection_with(Part::Sender, Preset::Ready, &changes).await, &plainly()).await;
    assert_eq!((refused.message.id(), refused.code.as_deref()), ("scope-not-on-client", Some("MP-200")));

    let nobody = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::TransferRecipients, "")]).await;
    let refused = stopped(DeedId::SendTest, &nobody, &plainly()).await;
    assert_eq!(refused.message, DeedMessage::FieldMissing { field: "transfer.recipients".to_owned() });

    let gone = DeedOptions { file: Some(scene.folder.path().join("none.txt")), ..plainly() };
    let sender = scene.connection(Part::Sender).await;
    assert_eq!(stopped(DeedId::SendTest, &sender, &gone).await.message.id(), "file-missing");
    assert_eq!(preview(DeedId::SendTest, &sender, &gone).await.unwrap_err().message.id(), "file-missing");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn whoever_stops_in_the_middle_keeps_what_was_made() {
    let scene = Scene::set().await;
    let sender = scene.connection(Part::Sender).await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let options = plainly();
    let mut deed = Box::pin(perform(DeedId::SendTest, &sender, &options, tell));
    // Looks after each step of the deed itself, and drops it at the first record: however fast an upload is, a step is no more
    // than what needs no waiting.
    let mut recorded = None;
    std::future::poll_fn(|task| {
        let step = deed.as_mut().poll(task);
        while let Ok(progress) = told.try_recv() {
            if let DeedProgress::Recorded(evidence) = progress {
                recorded.get_or_insert(evidence);
            }
        }
        assert!(step.is_pending(), "done before it told");
        if recorded.is_some() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    drop(deed);
    let id = transfer_of(&recorded.expect("evidence"));
    // How far its bytes had come by then is not ours to say: the transfer is there, and the evidence names it.
    scene.status_of(id).await;
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn every_role_subscribes_once_however_often_it_asks() {
    let scene = Scene::set().await;
    for part in Part::ALL {
        let connection = scene.connection(part).await;
        let first = done(DeedId::Subscribe, &connection, &plainly()).await;
        assert_eq!(ids(&first.says), ["subscriptions-stand", "test-to-hear-of"], "{part:?}");
        let again = done(DeedId::Subscribe, &connection, &plainly()).await;
        let made = |outcome: &Outcome| outcome.evidence.subscriptions.iter().map(|s| s.id).collect::<Vec<_>>();
        assert_eq!((made(&first).len(), made(&first)), (1, made(&again)), "{part:?}");
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn each_type_gets_its_own_subscription_with_filters_that_match() {
    let scene = Scene::set().await;
    // Capital letters are the old documentation's: what is sent is what Events compares.
    let changes = [(FieldId::EventsTypes, "no.altinn.broker.Published, downloadconfirmed, published")];
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    let outcome = done(DeedId::Subscribe, &sender, &plainly()).await;
    assert_eq!(outcome.evidence.subscriptions.len(), 2);
    let token = sender.exchanged(&acting(&sender, "altinn:events.subscribe")).await.unwrap();
    let mut listed = sender.services.subscriptions(&token).await.unwrap();
    listed.sort_by_key(|subscription| subscription.id);
    let filters: Vec<_> = listed.iter().map(|s| s.type_filter.clone().unwrap_or_default()).collect();
    assert_eq!(filters, ["no.altinn.broker.published", "no.altinn.broker.downloadconfirmed"]);
    for subscription in listed {
        assert!(subscription.validated && subscription.source_filter.is_none());
        assert_eq!(subscription.resource_filter, Some(format!("urn:altinn:resource:{}", known::RESOURCE)));
        assert_eq!(subscription.subject_filter, Some(format!("urn:altinn:organization:identifier-no:{}", known::SENDER.number)));
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_the_deeds_leave_is_what_the_checks_look_for() {
    let scene = Scene::set().await;
    for part in Part::ALL {
        let fresh = scene.connection(part).await;
        let subscribed = done(DeedId::Subscribe, &fresh, &plainly()).await;
        let again = scene.open(fresh.profile.clone(), subscribed.evidence).await;
        let tested = done(DeedId::SendTest, &again, &plainly()).await;
        let proven = scene.open(fresh.profile.clone(), tested.evidence).await;
        let plan = broker_setup::journey::plan(&proven.profile);
        let run = checks::run(&proven, &plan, mpsc::unbounded_channel().0).await;
        for check in [CheckId::IntegrateTransfer, CheckId::EventsSubscription, CheckId::EventsValidated] {
            let finding = run.findings.iter().find(|finding| finding.check == check).expect("a finding");
            assert_eq!(finding.outcome, Verdict::Pass, "{part:?} {finding:?}");
        }
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_subscription_of_our_other_identity_is_kept_and_not_doubled() {
    let scene = Scene::set().await;
    // The policy names the sender by its number: as an organisation it may subscribe, its system user may not.
    let changes = [(FieldId::Resource, "prov-kun-organisasjon")];
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    let plain = Grant { scopes: vec![Scope::known("altinn:events.subscribe")], system_user: None };
    let token = sender.exchanged(&plain).await.unwrap();
    let endpoint = sender.profile.events.endpoint.as_ref().unwrap().resolve(&scene.sandbox.origin).unwrap();
    let new = NewSubscription {
        endpoint,
        resource: ResourceFilter::of(sender.profile.resource.as_ref().unwrap()),
        subject: SubjectFilter::of(sender.profile.organisation.as_ref().unwrap()),
        event_type: None,
    };
    let theirs = sender.services.subscribe(&token, &new).await.unwrap();
    until(|| async { sender.services.subscription(&token, theirs.id).await.unwrap().validated }).await;

    let (outcome, told) = run(DeedId::Subscribe, &sender, &plainly()).await;
    assert_eq!(outcome.unwrap().evidence.subscriptions.first().map(|s| s.id), Some(theirs.id));
    let identity = format!("/organisation/{}", known::SENDER.number);
    let kept = DeedMessage::KeptByOther { subscription: theirs.id, identity };
    assert!(told.iter().any(|p| matches!(p, DeedProgress::Done { message, .. } if *message == kept)), "{told:?}");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_webhook_that_does_not_answer_is_told_with_what_to_check() {
    let scene = Scene::set().await;
    let changes = [(FieldId::EventsEndpoint, "http://127.0.0.1:9/closed")];
    let mut sender = scene.connection_with(Part::Sender, Preset::Ready, &changes).await;
    // One look is enough: nobody will ever answer there.
    let hurried = Patience { validation: Duration::ZERO, ..Patience::default() };
    sender.services = sender.services.with_patience(hurried);
    let refused = stopped(DeedId::Subscribe, &sender, &plainly()).await;
    assert_eq!(refused.message.id(), "not-validated-yet");
    assert_eq!(refused.evidence.subscriptions.len(), 1);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_policy_without_subscribe_is_told_as_that() {
    let scene = Scene::set().await;
    let changes = [(FieldId::Resource, "prov-uten-abonnement")];
    for part in [Part::Sender, Part::ServiceOwner] {
        let refused = stopped(DeedId::Subscribe, &scene.connection_with(part, Preset::Ready, &changes).await, &plainly()).await;
        assert_eq!(refused.message.id(), "subscribe-not-allowed", "{part:?}");
    }
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn our_own_receiver_sees_the_validation_and_the_events_of_a_test() {
    let scene = Scene::set().await;
    let mut receiver = receiver::listen(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::EventsEndpoint, receiver.url.as_str())]).await;
    let subscribed = done(DeedId::Subscribe, &sender, &plainly()).await;
    let ours = subscribed.evidence.subscriptions.first().unwrap().id;
    let validation = tokio::time::timeout(DEADLINE, receiver.arrivals.recv()).await.unwrap();
    assert!(matches!(validation, Some(Arrival::Validation { subscription: Some(id), .. }) if id == ours), "{validation:?}");

    let sent = done(DeedId::SendTest, &sender, &plainly()).await;
    let published = async {
        loop {
            match receiver.arrivals.recv().await {
                Some(Arrival::Event { event, kind }) if kind == "no.altinn.broker.published" => break event,
                Some(_) => {}
                None => panic!("the receiver stopped"),
            }
        }
    };
    let event = tokio::time::timeout(DEADLINE, published).await.expect("an event");
    assert_eq!(event.transfer, Some(transfer_of(&sent.evidence)));

    // A subscription made after a transfer says why one more test may be needed.
    let later = scene.open(sender.profile.clone(), sent.evidence).await;
    assert_eq!(ids(&done(DeedId::Subscribe, &later, &plainly()).await.says), ["subscriptions-stand", "test-once-more"]);
    receiver.stop().await;
    scene.sandbox.stop().await;
}
