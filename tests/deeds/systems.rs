//! `register-system` and `ask-system-user`: from a client that stands nowhere to a system user.

use crate::scene::{DEADLINE, Scene, done, ids, number, plain_options, run, stopped};
use altinn_sandbox::{Part, Preset, known};
use broker_setup::checks::{Connection, Keeping, Kept as Left};
use broker_setup::deeds::{preview, undo};
use broker_setup::journey::{
    Agreed, ChangeKind, DeedId, DeedMessage, DeedOptions, DeedProgress, EntryState, Evidence, FieldId, Journal, MustType, Preview,
};
use broker_setup::services::{Grant, RequestStatus, SystemRecord};
use broker_setup::values::Scope;
use std::sync::{Arc, Mutex};
use tokio::sync::mpsc;

const REGISTERED: &str = "310400203_prov-filutveksling_sender";

/// A journal that outlives its connections.
#[derive(Clone, Default)]
pub struct Kept(Arc<Mutex<Journal>>);

impl Kept {
    pub fn now(&self) -> Journal {
        self.0.lock().expect("a journal").clone()
    }

    /// The connection as a program that starts now would have it.
    pub fn in_hands_of(&self, connection: Connection) -> Connection {
        let kept = self.clone();
        let keep = move |left: Left<'_>| {
            if let Left::Entry(entry) = left {
                kept.0.lock().expect("a journal").add(entry.clone());
            }
            Ok(())
        };
        connection.with_journal(self.now(), Keeping::to(keep))
    }
}

/// A sender whose client is in order and stands in no system.
async fn newcomer(scene: &Scene, changes: &[(FieldId, &str)]) -> Connection {
    let client = known::client("off-system").expect("a client");
    let kid = client.kid();
    let own = [(FieldId::ClientId, client.id), (FieldId::ClientKid, kid.as_str()), (FieldId::SystemId, "")];
    scene.connection_with(Part::Sender, Preset::Ready, &[&own[..], changes].concat()).await
}

/// The same with the answers that the deed has given.
async fn answered(scene: &Scene, connection: &Connection, progress: &[DeedProgress], kept: &Kept) -> Connection {
    let mut profile = connection.profile.clone();
    for step in progress {
        if let DeedProgress::Answered { field, text } = step {
            profile.set(*field, text).expect("the field takes it");
        }
    }
    kept.in_hands_of(scene.open(profile, Evidence::default()).await)
}

pub async fn shown(deed: DeedId, connection: &Connection) -> Preview {
    tokio::time::timeout(DEADLINE, preview(deed, connection, &plain_options())).await.expect("in time").expect("a preview")
}

/// The approver's answer, on the page that the link leads to.
async fn answer(scene: &Scene, request: &str, says: &str) {
    let page = scene.sandbox.origin.join(&format!("sandbox/approve?id={request}")).expect("a page");
    let origin = scene.sandbox.origin.as_str().trim_end_matches('/').to_owned();
    let form = reqwest::Client::new().post(page).header("Origin", origin).header("Content-Type", "application/x-www-form-urlencoded");
    let answer = form.body(format!("answer={says}")).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{answer:?}");
}

#[tokio::test]
async fn a_client_that_stands_nowhere_gets_its_system_and_its_user() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let sender = kept.in_hands_of(newcomer(&scene, &[(FieldId::SystemNameNn, "Filsendar")]).await);
    let first = shown(DeedId::RegisterSystem, &sender).await;
    assert_eq!(first.says.first().map(DeedMessage::id), Some("would-register"), "what cannot be undone comes first");
    let (_, body) = first.bodies.first().expect("a body");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!(
        (body["id"].as_str(), body["name"]["nb"].as_str(), body["isVisible"].as_bool()),
        (Some(REGISTERED), Some("Filsendar"), Some(false))
    );
    assert!(body.get("allowedRedirectUrls").is_none());

    let (outcome, progress) = run(DeedId::RegisterSystem, &sender, &plain_options()).await;
    assert_eq!(ids(&outcome.expect("registered").says), ["system-stands", "ask-user-next"]);
    let sender = answered(&scene, &sender, &progress, &kept).await;
    assert_eq!(sender.profile.answer(FieldId::SystemId).as_deref(), Some(REGISTERED));
    let entry = kept.now().entries.first().cloned().expect("an entry");
    assert_eq!((entry.state, entry.made.as_str()), (EntryState::Done, REGISTERED));

    // Once more makes nothing more.
    assert_eq!(ids(&shown(DeedId::RegisterSystem, &sender).await.says), ["would-keep-system"]);
    done(DeedId::RegisterSystem, &sender, &plain_options()).await;
    assert_eq!(kept.now().entries.len(), 1);

    let asked = done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    assert_eq!(ids(&asked.says), ["request-stands", "approve-it-next"]);
    assert!(asked.link.is_some_and(|link| link.as_str().contains("/sandbox/approve") || link.as_str().contains("systemuser/request")));
    let request = kept.now().entries.last().cloned().expect("an entry");
    assert!(request.state == EntryState::Done && request.link.is_some(), "{request:?}");

    // A request that waits is taken up tomorrow, and made once.
    let sender = answered(&scene, &sender, &[], &kept).await;
    assert_eq!(ids(&shown(DeedId::AskSystemUser, &sender).await.says), ["would-take-up-request"]);
    assert!(done(DeedId::AskSystemUser, &sender, &plain_options()).await.link.is_some());
    assert_eq!(kept.now().entries.len(), 2);

    answer(&scene, &request.made, "yes").await;
    let there = done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    assert_eq!(there.says, [DeedMessage::UserThere { organisation: number(known::SENDER.number), user: request.made }]);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_no_of_ours_is_made_anew_and_anothers_needs_its_id() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let changes = [(FieldId::SystemExternalRef, "branch-north")];
    let sender = kept.in_hands_of(scene.connection_with(Part::Sender, Preset::Ready, &changes).await);
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    let first = kept.now().entries.first().cloned().expect("an entry").made;
    answer(&scene, &first, "no").await;

    // Another machine does not know the request.
    let stranger = Kept::default();
    let elsewhere = stranger.in_hands_of(scene.connection_with(Part::Sender, Preset::Ready, &changes).await);
    let preview = shown(DeedId::AskSystemUser, &elsewhere).await;
    assert_eq!(preview.must_type, [MustType::Id(first.clone())]);
    assert_eq!(stopped(DeedId::AskSystemUser, &elsewhere, &plain_options()).await.message.id(), "request-not-ours");

    let sender = answered(&scene, &sender, &[], &kept).await;
    let preview = shown(DeedId::AskSystemUser, &sender).await;
    assert!(preview.must_type.is_empty() && ids(&preview.says).contains(&"would-ask-after-no"), "{preview:?}");
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    let journal = kept.now();
    let states: Vec<EntryState> = journal.entries.iter().map(|entry| entry.state).collect();
    assert_eq!(states, [EntryState::Undone, EntryState::Done]);

    // The second one is declined too. With its id typed it may be deleted from elsewhere.
    let second = journal.entries.last().cloned().expect("an entry").made;
    answer(&scene, &second, "no").await;
    let options = DeedOptions { agreed: Agreed { ids: vec![second], seen: None }, ..plain_options() };
    done(DeedId::AskSystemUser, &elsewhere, &options).await;
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_request_is_withdrawn_and_a_system_deleted_and_its_id_is_used_up() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let sender = kept.in_hands_of(newcomer(&scene, &[]).await);
    let (_, progress) = run(DeedId::RegisterSystem, &sender, &plain_options()).await;
    let sender = answered(&scene, &sender, &progress, &kept).await;
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;

    let entries = kept.now().entries;
    let [system, request] = entries.as_slice() else { panic!("{entries:?}") };
    for entry in [request, system] {
        undo(entry, &sender, mpsc::unbounded_channel().0).await.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    }
    assert!(kept.now().entries.iter().all(|entry| entry.state == EntryState::Undone));
    let again = undo(&kept.now().entries[0], &sender, mpsc::unbounded_channel().0).await.expect_err("undone before");
    assert_eq!(again.message.id(), "undone-already");

    let refused = stopped(DeedId::RegisterSystem, &sender, &plain_options()).await;
    assert_eq!(refused.message.id(), "system-id-used");
    let fresh = kept.in_hands_of(newcomer(&scene, &[]).await);
    let (_, body) = shown(DeedId::RegisterSystem, &fresh).await.bodies.remove(0);
    assert!(body.contains(&format!("\"{REGISTERED}-2\"")), "{body}");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_stands_in_the_way_of_a_system_is_said_with_a_way_on() {
    let scene = Scene::set().await;
    // A client stands in one system only, whatever is answered.
    let answered = [(FieldId::SystemId, "310400203_another")];
    let refused =
        stopped(DeedId::RegisterSystem, &scene.connection_with(Part::Sender, Preset::Ready, &answered).await, &plain_options()).await;
    assert_eq!(refused.message.id(), "client-in-other-system");
    // A system of the vendor's that lacks the resource is taken, and the resource added next.
    let other = [(FieldId::Resource, known::NEWCOMER_RESOURCE), (FieldId::SystemId, "")];
    let sender = scene.connection_with(Part::Sender, Preset::Ready, &other).await;
    assert_eq!(ids(&shown(DeedId::RegisterSystem, &sender).await.says), ["would-take-system", "or-new-client"]);
    // An id of another vendor's.
    let foreign = newcomer(&scene, &[(FieldId::SystemId, known::VENDOR_SYSTEM)]).await;
    assert_eq!(stopped(DeedId::RegisterSystem, &foreign, &plain_options()).await.message.id(), "system-of-other");
    // A system that is there, without this client.
    let without = newcomer(&scene, &[(FieldId::SystemId, known::SENDER_SYSTEM)]).await;
    assert_eq!(stopped(DeedId::RegisterSystem, &without, &plain_options()).await.message.id(), "system-without-client");
    // A resource that nobody knows: the register says so, and nothing is made.
    let unknown = newcomer(&scene, &[(FieldId::Resource, "no-such-resource")]).await;
    let kept = Kept::default();
    let refused = stopped(DeedId::RegisterSystem, &kept.in_hands_of(unknown), &plain_options()).await;
    assert_eq!(refused.message.cause().map(|cause| cause.name()), Some("system-resource-unknown"));
    assert_eq!(kept.now().entries.first().map(|entry| entry.state), Some(EntryState::Refused));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_a_kill_left_open_is_looked_at_first() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    // Killed after the service had made it, and before the answer was noted.
    let sender = kept.in_hands_of(newcomer(&scene, &[]).await);
    let (_, progress) = run(DeedId::RegisterSystem, &sender, &plain_options()).await;
    let sender = answered(&scene, &sender, &progress, &kept).await;
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    for entry in &mut kept.0.lock().expect("a journal").entries {
        entry.state = EntryState::Begun;
        if entry.deed == DeedId::AskSystemUser {
            (entry.made, entry.link) = (String::new(), None);
        }
    }
    let sender = answered(&scene, &sender, &[], &kept).await;
    done(DeedId::RegisterSystem, &sender, &plain_options()).await;
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    let entries = kept.now().entries;
    assert_eq!(entries.len(), 2, "nothing twice: {entries:?}");
    assert!(entries.iter().all(|entry| entry.state == EntryState::Done && !entry.made.is_empty()), "{entries:?}");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_vendor_registers_its_own_system_and_asks_its_customer() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let client = known::client("vendor").expect("a client");
    let kid = client.kid();
    let changes = [
        (FieldId::Acting, "for-customer"),
        (FieldId::Organisation, known::RECIPIENT.number),
        (FieldId::ClientOwner, known::VENDOR.number),
        (FieldId::ClientId, client.id),
        (FieldId::ClientKid, kid.as_str()),
        (FieldId::SystemId, ""),
    ];
    // The vendor's key lies where its part's answers would put it.
    let key = scene.vendor_key().await;
    let changes = [&changes[..], &[(FieldId::ClientKey, key.as_str())]].concat();
    let vendor = kept.in_hands_of(scene.connection_with(Part::Recipient, Preset::Ready, &changes).await);
    let kept_system = shown(DeedId::RegisterSystem, &vendor).await;
    assert_eq!(kept_system.says, [DeedMessage::WouldKeepSystem { system: known::VENDOR_SYSTEM.parse().expect("an id") }]);
    done(DeedId::AskSystemUser, &vendor, &plain_options()).await;
    let request = kept.now().entries.first().cloned().expect("an entry").made;
    answer(&scene, &request, "yes").await;
    let plain = Grant { scopes: vec![Scope::known("altinn:authentication/systemuser.request.read")], system_user: None };
    let token = vendor.exchanged(&plain).await.expect("a token");
    let system = known::VENDOR_SYSTEM.parse().expect("an id");
    let found = vendor.services.system_user_request(&token, &system, &number(known::RECIPIENT.number), None).await;
    assert_eq!(found.expect("an answer").map(|found| found.status), Some(RequestStatus::Accepted));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_system_gets_what_it_lacks_and_is_put_back_as_it_was() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    // The vendor's system is there, and lacks this client: it was made elsewhere, so its id is typed.
    let changes = [(FieldId::SystemId, known::SENDER_SYSTEM), (FieldId::Resource, known::NEWCOMER_RESOURCE)];
    let sender = kept.in_hands_of(newcomer(&scene, &changes).await);
    let preview = shown(DeedId::UpdateSystem, &sender).await;
    assert_eq!(preview.must_type, [MustType::Id(known::SENDER_SYSTEM.to_owned())]);
    let added: Vec<&str> = preview.changes.iter().filter(|line| line.kind == ChangeKind::Added).map(|line| line.what.as_str()).collect();
    assert_eq!(added, [known::NEWCOMER_RESOURCE, sender.profile.client.id.as_ref().expect("a client").to_string().as_str()]);
    assert!(preview.changes.iter().all(|line| line.kind != ChangeKind::Goes), "it only adds");
    assert_eq!(stopped(DeedId::UpdateSystem, &sender, &plain_options()).await.message.id(), "system-not-from-here");

    let before = record(&sender).await;
    let options = DeedOptions { agreed: preview.agreed(), ..plain_options() };
    done(DeedId::UpdateSystem, &sender, &options).await;
    let after = record(&sender).await;
    assert!(after.has_resource(sender.profile.resource.as_ref().expect("a resource")));
    assert!(after.clients().len() > before.clients().len() && before.clients().iter().all(|client| after.clients().contains(client)));

    // Once more adds nothing more.
    assert_eq!(ids(&shown(DeedId::UpdateSystem, &sender).await.says), ["would-keep-system"]);

    let entry = kept.now().entries.last().cloned().expect("an entry");
    assert!(entry.kept.is_some() && entry.state == EntryState::Done, "{entry:?}");
    undo(&entry, &sender, mpsc::unbounded_channel().0).await.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(record(&sender).await, before);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_system_that_changed_since_it_was_shown_is_left_alone() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let sender = kept.in_hands_of(newcomer(&scene, &[]).await);
    let (_, progress) = run(DeedId::RegisterSystem, &sender, &plain_options()).await;
    let sender = answered(&scene, &sender, &progress, &kept).await;
    let mut profile = sender.profile.clone();
    profile.set(FieldId::Resource, known::NEWCOMER_RESOURCE).expect("a resource");
    let grows = kept.in_hands_of(scene.open(profile.clone(), Evidence::default()).await);
    let preview = shown(DeedId::UpdateSystem, &grows).await;
    assert!(preview.must_type.is_empty(), "this machine registered it");
    // Somebody else is quicker.
    let token = grows.exchanged(&register()).await.expect("a token");
    let system = grows.profile.system.id.clone().expect("a system");
    let theirs = record(&grows)
        .await
        .with(&"prov-kun-organisasjon".parse().expect("a resource"), grows.profile.client.id.as_ref().expect("a client"));
    grows.services.replace_system(&token, &system, &theirs).await.expect("changed");
    let options = DeedOptions { agreed: preview.agreed(), ..plain_options() };
    assert_eq!(stopped(DeedId::UpdateSystem, &grows, &options).await.message.id(), "system-changed-since");
    assert_eq!(record(&grows).await.resources().len(), 2, "theirs stands");

    let options = DeedOptions { agreed: shown(DeedId::UpdateSystem, &grows).await.agreed(), ..plain_options() };
    done(DeedId::UpdateSystem, &grows, &options).await;
    assert_eq!(record(&grows).await.resources().len(), 3);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_system_user_is_given_one_more_right_by_its_approver() {
    let scene = Scene::set().await;
    let kept = Kept::default();
    let sender = kept.in_hands_of(newcomer(&scene, &[]).await);
    let (_, progress) = run(DeedId::RegisterSystem, &sender, &plain_options()).await;
    let sender = answered(&scene, &sender, &progress, &kept).await;
    done(DeedId::AskSystemUser, &sender, &plain_options()).await;
    let first = kept.now().entries.last().cloned().expect("an entry").made;
    answer(&scene, &first, "yes").await;
    let sender = answered(&scene, &sender, &[], &kept).await;
    assert_eq!(ids(&done(DeedId::ChangeSystemUser, &sender, &plain_options()).await.says), ["user-has-right"]);

    let mut profile = sender.profile.clone();
    profile.set(FieldId::Resource, known::NEWCOMER_RESOURCE).expect("a resource");
    let grows = kept.in_hands_of(scene.open(profile, Evidence::default()).await);
    let options = DeedOptions { agreed: shown(DeedId::UpdateSystem, &grows).await.agreed(), ..plain_options() };
    done(DeedId::UpdateSystem, &grows, &options).await;
    let asked = done(DeedId::ChangeSystemUser, &grows, &plain_options()).await;
    assert_eq!(ids(&asked.says), ["request-stands", "approve-it-next"]);
    assert!(asked.link.is_some());
    let grows = answered(&scene, &grows, &[], &kept).await;
    let count = kept.now().entries.len();
    assert_eq!(ids(&shown(DeedId::ChangeSystemUser, &grows).await.says), ["would-take-up-request"]);
    done(DeedId::ChangeSystemUser, &grows, &plain_options()).await;
    assert_eq!(kept.now().entries.len(), count, "taken up, not made twice");
    let entry = kept.now().entries.last().cloned().expect("an entry");
    undo(&entry, &grows, mpsc::unbounded_channel().0).await.unwrap_or_else(|stopped| panic!("{stopped:?}"));
    assert_eq!(ids(&shown(DeedId::ChangeSystemUser, &grows).await.says), ["would-ask-for-right", "only-with-answer"]);
    scene.sandbox.stop().await;
}

fn register() -> Grant {
    Grant { scopes: vec![Scope::known("altinn:authentication/systemregister.write")], system_user: None }
}

/// The profile's system as the register has it now.
async fn record(connection: &Connection) -> SystemRecord {
    let token = connection.exchanged(&register()).await.expect("a token");
    let system = connection.profile.system.id.as_ref().expect("a system");
    connection.services.system_record(&token, system).await.expect("an answer").expect("the system")
}
