//! The keys of a client, changed by an admin client: added to, kept, put back, taken off, and never by surprise.

use crate::keys::{answered, given, private_keys};
use crate::scene::{Scene, ids, plain_options, run};
use altinn_sandbox::{Part, Preset, known};
use broker_setup::checks::{AdminUse, Connection, Keeping};
use broker_setup::deeds::{preview, preview_undo, undo};
use broker_setup::journey::{ChangeKind, DeedId, DeedOptions, DeedProgress, Entry, EntryState, FieldId, Journal, MustType};
use broker_setup::keys::{make, public_jwk};
use broker_setup::services::{ClientKey, ClientKeys};
use tokio::sync::mpsc;

/// The sender's admin client in a new world.
const ADMIN: &str = "5a0c0017-7d1e-4f6a-9b1c-000000000017";

async fn with_admin(scene: &Scene) -> Connection {
    let plain = scene.connection(Part::Sender).await;
    let answer = |field| plain.profile.answer(field).expect("an answer");
    // Both clients have the same key, each under a kid of its own.
    let (key, kid) = (answer(FieldId::ClientKey), known::client("admin").expect("the client").kid());
    scene
        .connection_with(Part::Sender, Preset::Ready, &[(FieldId::AdminId, ADMIN), (FieldId::AdminKey, &key), (FieldId::AdminKid, &kid)])
        .await
}

async fn on_client(connection: &Connection) -> ClientKeys {
    let token = connection.admin_token(AdminUse::Read).await.expect("a token");
    connection.services.client_keys(&token, connection.profile.client.id.as_ref().expect("an id")).await.expect("its keys")
}

async fn put(connection: &Connection, keys: &ClientKeys) {
    let token = connection.admin_token(AdminUse::Change).await.expect("a token");
    let id = connection.profile.client.id.as_ref().expect("an id");
    connection.services.replace_client_keys(&token, id, keys).await.expect("replaced");
}

fn kids(keys: &ClientKeys) -> Vec<String> {
    let mut kids: Vec<String> = keys.0.iter().map(|key| key.kid().to_owned()).collect();
    kids.sort();
    kids
}

/// The connection after a deed: with its answers, and with the journal as it is then.
async fn after(scene: &Scene, connection: &Connection, progress: &[DeedProgress]) -> (Connection, Journal) {
    let (answers, journal) = given(progress);
    (answered(scene, connection, &answers).await.with_journal(journal.clone(), Keeping::default()), journal)
}

async fn taken_back(connection: &Connection, entry: &Entry) {
    preview_undo(entry, connection).await.expect("a preview");
    let (sender, _receiver) = mpsc::unbounded_channel();
    undo(entry, connection, sender).await.expect("undone");
}

/// A connection whose profile signs with a key that is not on the client yet.
async fn with_new_key(scene: &Scene) -> Connection {
    let connection = with_admin(scene).await;
    let mut without = connection.profile.clone();
    for field in [FieldId::ClientKey, FieldId::ClientKid, FieldId::ClientKeyPosted] {
        without.set(field, "").expect("cleared");
    }
    let without = scene.open(without, connection.evidence.clone()).await;
    let (done, progress) = run(DeedId::MakeKey, &without, &plain_options()).await;
    done.expect("made");
    after(scene, &without, &progress).await.0
}

#[tokio::test]
async fn a_key_is_posted_beside_the_others_and_taken_back() {
    let scene = Scene::set().await;
    let connection = with_new_key(&scene).await;
    let before = on_client(&connection).await;
    let shown = preview(DeedId::PostKey, &connection, &plain_options()).await.expect("a preview");
    let kinds: Vec<ChangeKind> = shown.changes.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [ChangeKind::Stays, ChangeKind::Added]);
    assert!(shown.changes.first().is_some_and(|line| line.until.is_some()) && shown.must_type.is_empty());
    let (done, progress) = run(DeedId::PostKey, &connection, &DeedOptions { agreed: shown.agreed(), ..plain_options() }).await;
    let says = done.expect("posted").says;
    assert!(ids(&says).contains(&"key-posted") && ids(&says).contains(&"keys-kept"), "{says:?}");
    assert_eq!(on_client(&connection).await.0.len(), 2);
    let (posted, journal) = after(&scene, &connection, &progress).await;
    assert!(posted.profile.client.key_posted.is_some());
    // The same again: it is there.
    let again = run(DeedId::PostKey, &posted, &plain_options()).await.0.expect("nothing to do").says;
    assert_eq!(ids(&again), ["key-is-on-client"]);
    let entry = journal.entries.iter().find(|entry| entry.deed == DeedId::PostKey).expect("an entry");
    assert_eq!(entry.state, EntryState::Done);
    taken_back(&posted, entry).await;
    assert_eq!(kids(&on_client(&connection).await), kids(&before));
}

#[tokio::test]
async fn a_list_that_changed_since_it_was_shown_is_left_alone() {
    let scene = Scene::set().await;
    let connection = with_new_key(&scene).await;
    let shown = preview(DeedId::PostKey, &connection, &plain_options()).await.expect("a preview");
    let (other, _) = make().expect("a key");
    let changed = on_client(&connection).await.with(ClientKey::of(&public_jwk(&other, "somebody-elses")).expect("a key"));
    put(&connection, &changed).await;
    let (stopped, _) = run(DeedId::PostKey, &connection, &DeedOptions { agreed: shown.agreed(), ..plain_options() }).await;
    assert_eq!(stopped.expect_err("changed").message.id(), "keys-changed");
    assert_eq!(kids(&on_client(&connection).await), kids(&changed));
}

#[tokio::test]
async fn at_five_keys_one_goes_by_its_typed_name_and_never_the_own_one() {
    let scene = Scene::set().await;
    let connection = with_new_key(&scene).await;
    let (other, _) = make().expect("a key");
    let mut full = on_client(&connection).await;
    for number in 2..=5 {
        full = full.with(ClientKey::of(&public_jwk(&other, &format!("other-{number}"))).expect("a key"));
    }
    put(&connection, &full).await;
    let shown = preview(DeedId::PostKey, &connection, &plain_options()).await.expect("a preview");
    assert_eq!(ids(&shown.says).first(), Some(&"key-would-go"));
    assert_eq!(shown.must_type.len(), 1, "it was made elsewhere");
    let chosen = DeedOptions { kid: Some("other-3".to_owned()), ..plain_options() };
    let shown = preview(DeedId::PostKey, &connection, &chosen).await.expect("a preview");
    assert_eq!(shown.must_type, [MustType::Id("other-3".to_owned())]);
    let (done, progress) = run(DeedId::PostKey, &connection, &chosen).await;
    done.expect("posted");
    let now = on_client(&connection).await;
    assert!(now.0.len() == 5 && now.find("other-3").is_none());
    // What went comes back.
    let (posted, journal) = after(&scene, &connection, &progress).await;
    taken_back(&posted, journal.entries.iter().find(|entry| entry.deed == DeedId::PostKey).expect("an entry")).await;
    assert_eq!(kids(&on_client(&connection).await), kids(&full));
}

#[tokio::test]
async fn a_new_key_is_proven_before_it_is_used_and_the_old_one_can_be_retired() {
    let scene = Scene::set().await;
    let connection = with_admin(&scene).await;
    let old = connection.profile.answer(FieldId::ClientKid).expect("a kid");
    preview(DeedId::RotateKey, &connection, &plain_options()).await.expect("a preview");
    assert!(private_keys(&connection.keys).is_empty(), "a preview makes nothing");
    let (done, progress) = run(DeedId::RotateKey, &connection, &plain_options()).await;
    assert_eq!(ids(&done.expect("rotated").says).first(), Some(&"key-rotated"));
    let (rotated, _) = after(&scene, &connection, &progress).await;
    let new = rotated.profile.answer(FieldId::ClientKid).expect("a kid");
    assert!(new != old && private_keys(&connection.keys).len() == 1);
    assert!(rotated.granted(&rotated.plain(&rotated.role_scope())).await.is_ok());
    // The key that signs here stays; the other one goes.
    let own = DeedOptions { kid: Some(new.clone()), ..plain_options() };
    assert_eq!(run(DeedId::RetireKey, &rotated, &own).await.0.expect_err("it signs").message.id(), "key-signs-here");
    let shown = preview(DeedId::RetireKey, &rotated, &plain_options()).await.expect("a preview");
    assert_eq!(shown.must_type, [MustType::Id(old.clone())], "it was made elsewhere");
    let (done, progress) = run(DeedId::RetireKey, &rotated, &plain_options()).await;
    assert_eq!(ids(&done.expect("retired").says).first(), Some(&"key-retired"));
    assert_eq!(kids(&on_client(&connection).await), std::slice::from_ref(&new));
    // The last one that works stays, also where another client's key is named.
    let last = run(DeedId::RetireKey, &rotated, &plain_options()).await.0.expect_err("the last one");
    assert_eq!(last.message.id(), "no-key-to-retire");
    let (retired, journal) = after(&scene, &rotated, &progress).await;
    taken_back(&retired, journal.entries.iter().find(|entry| entry.deed == DeedId::RetireKey).expect("an entry")).await;
    assert_eq!(on_client(&connection).await.0.len(), 2);
}

/// The journal is written first: a kill may come before the answers are kept.
#[tokio::test]
async fn a_new_key_that_was_proven_and_not_answered_is_taken_up() {
    let scene = Scene::set().await;
    let connection = with_admin(&scene).await;
    let (done, progress) = run(DeedId::RotateKey, &connection, &plain_options()).await;
    done.expect("rotated");
    let (answers, journal) = given(&progress);
    // Nothing was kept; only the kid; all of it.
    for (kept, says) in [(0, "would-go-on-with-key"), (2, "would-go-on-with-key"), (answers.len(), "would-rotate-key")] {
        let killed = answered(&scene, &connection, &answers[..kept]).await.with_journal(journal.clone(), Keeping::default());
        let shown = preview(DeedId::RotateKey, &killed, &plain_options()).await.expect("a preview");
        assert_eq!(ids(&shown.says).first(), Some(&says), "{kept} of {answers:?}");
    }
    let killed = answered(&scene, &connection, &[]).await.with_journal(journal, Keeping::default());
    let (again, progress) = run(DeedId::RotateKey, &killed, &plain_options()).await;
    again.expect("goes on");
    assert_eq!((given(&progress).0, private_keys(&connection.keys).len(), on_client(&connection).await.0.len()), (answers, 1, 2));
}

#[tokio::test]
async fn without_an_admin_client_a_person_adds_the_key_and_says_so() {
    let scene = Scene::set().await;
    let connection = scene.connection_with(Part::Sender, Preset::Ready, &[(FieldId::ClientKeyPosted, "")]).await;
    let shown = preview(DeedId::PostKey, &connection, &plain_options()).await.expect("a preview");
    assert_eq!(ids(&shown.says), ["post-by-hand", "public-key-is", "post-by-hand-then"]);
    let (done, progress) = run(DeedId::PostKey, &connection, &plain_options()).await;
    assert_eq!(ids(&done.expect("noted").says), ["posted-by-hand"]);
    assert_eq!(given(&progress).0.first().map(|(field, _)| *field), Some(FieldId::ClientKeyPosted));
    // A new key that is not on the client is kept, and the same one is tried again.
    let (stopped, progress) = run(DeedId::RotateKey, &connection, &plain_options()).await;
    assert_eq!(stopped.expect_err("nobody added it").message.id(), "new-key-not-on-client");
    let again = after(&scene, &connection, &progress).await.0;
    let (stopped, _) = run(DeedId::RotateKey, &again, &plain_options()).await;
    assert_eq!(stopped.expect_err("nobody added it").message.id(), "new-key-not-on-client");
    assert_eq!(private_keys(&connection.keys).len(), 1);
}
