//! Keys: made in the keys folder, answered, never overwritten; kept apart for test and production.

use crate::scene::{Scene, ids, plain_options, run};
use altinn_sandbox::{Part, Preset};
use broker_setup::checks::{self, Connection, Keeping};
use broker_setup::deeds::{preview, preview_undo, undo};
use broker_setup::journey::{
    CheckId, DeedId, DeedProgress, Entry, EntryState, Environment, Evidence, FieldId, Journal, PublishedEnvironment, plan,
};
use broker_setup::keys::OwnKey;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;

const WITHOUT_KEY: &[(FieldId, &str)] = &[(FieldId::ClientKey, ""), (FieldId::ClientKid, ""), (FieldId::ClientKeyPosted, "")];

/// The answers and the last state of each entry that a deed has given.
pub fn given(progress: &[DeedProgress]) -> (Vec<(FieldId, String)>, Journal) {
    let mut answers = Vec::new();
    let mut journal = Journal::default();
    for step in progress {
        match step {
            DeedProgress::Answered { field, text } => answers.push((*field, text.clone())),
            DeedProgress::Noted(entry) => journal.add((**entry).clone()),
            _ => {}
        }
    }
    (answers, journal)
}

pub fn private_keys(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.to_string_lossy().ends_with(".private.pem")).collect()
}

/// The connection with what the deed has answered.
pub async fn answered(scene: &Scene, connection: &Connection, answers: &[(FieldId, String)]) -> Connection {
    let mut profile = connection.profile.clone();
    for (field, text) in answers {
        profile.set(*field, text).expect("an answer of ours");
    }
    scene.open(profile, connection.evidence.clone()).await
}

#[tokio::test]
async fn a_key_is_made_once_and_answered() {
    let scene = Scene::set().await;
    let connection = scene.connection_with(Part::Sender, Preset::Ready, WITHOUT_KEY).await;
    let shown = preview(DeedId::MakeKey, &connection, &plain_options()).await.expect("a preview");
    assert_eq!(ids(&shown.says), ["would-make-test-key", "key-stays-here", "key-is-not-the-programs"]);
    assert!(private_keys(&connection.keys).is_empty(), "a preview makes nothing");
    let (done, progress) = run(DeedId::MakeKey, &connection, &plain_options()).await;
    assert_eq!(ids(&done.expect("done").says), ["key-lies", "public-key-is", "public-key-is-saved"]);
    let (answers, journal) = given(&progress);
    assert_eq!(answers.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [FieldId::ClientKid, FieldId::ClientKey]);
    let kid = answers.first().expect("a kid").1.clone();
    let owner = connection.profile.client_owner().expect("an owner").digits().to_owned();
    assert!(kid.starts_with(&format!("{owner}-20")), "{kid}");
    assert_eq!(journal.entries.iter().map(|entry| (entry.state, entry.made.as_str())).collect::<Vec<_>>(), [(EntryState::Done, &*kid)]);
    let own = OwnKey { folder: connection.keys.clone(), kid: kid.clone() };
    assert!(own.is_whole() && own.public_jwks().is_file() && own.public_pem().is_file() && own.public_jwk().is_file());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(own.private()).expect("the key").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    // The same again: the answers say that there is a key.
    let after = answered(&scene, &connection, &answers).await;
    let again = run(DeedId::MakeKey, &after, &plain_options()).await.0.expect_err("there is one");
    assert_eq!(again.message.id(), "key-is-there");
    assert!(!DeedId::MakeKey.has_room(&after.profile) && DeedId::MakeKey.has_room(&connection.profile));
}

#[tokio::test]
async fn a_key_that_was_made_and_not_answered_is_taken_up() {
    let scene = Scene::set().await;
    let connection = scene.connection_with(Part::Sender, Preset::Ready, WITHOUT_KEY).await;
    let (_, progress) = run(DeedId::MakeKey, &connection, &plain_options()).await;
    let (answers, mut journal) = given(&progress);
    // As after a kill: the key lies there, and nobody knows of it but the journal.
    journal.entries.iter_mut().for_each(|entry| entry.state = EntryState::Begun);
    let resumed = scene.open(connection.profile.clone(), connection.evidence.clone()).await;
    let resumed = resumed.with_journal(journal, Keeping::default());
    let shown = preview(DeedId::MakeKey, &resumed, &plain_options()).await.expect("a preview");
    assert_eq!(ids(&shown.says).first(), Some(&"would-take-up-key"));
    let (done, progress) = run(DeedId::MakeKey, &resumed, &plain_options()).await;
    done.expect("done");
    let (again, journal) = given(&progress);
    assert_eq!((again, private_keys(&connection.keys).len()), (answers, 1));
    assert_eq!(journal.entries.first().map(|entry| entry.state), Some(EntryState::Done));
}

#[tokio::test]
async fn a_key_that_is_let_go_of_keeps_its_files() {
    let scene = Scene::set().await;
    let connection = scene.connection_with(Part::Sender, Preset::Ready, WITHOUT_KEY).await;
    let (_, progress) = run(DeedId::MakeKey, &connection, &plain_options()).await;
    let (answers, journal) = given(&progress);
    let entry: Entry = journal.entries.first().expect("an entry").clone();
    let connection = answered(&scene, &connection, &answers).await.with_journal(journal, Keeping::default());
    assert_eq!(ids(&preview_undo(&entry, &connection).await.expect("a preview").says), ["would-let-go-of-key"]);
    let (sender, mut receiver) = mpsc::unbounded_channel();
    undo(&entry, &connection, sender).await.expect("undone");
    let mut progress = Vec::new();
    while let Some(step) = receiver.recv().await {
        progress.push(step);
    }
    let (cleared, journal) = given(&progress);
    assert!(cleared.iter().all(|(_, text)| text.is_empty()) && cleared.len() == 2, "{cleared:?}");
    assert_eq!(private_keys(&connection.keys).len(), 1);
    // From now on a new one is made.
    let fresh = scene.connection_with(Part::Sender, Preset::Ready, WITHOUT_KEY).await.with_journal(journal, Keeping::default());
    run(DeedId::MakeKey, &fresh, &plain_options()).await.0.expect("done");
    assert_eq!(private_keys(&connection.keys).len(), 2);
}

/// What `client.key` says in each of these environments of a key that was made in the first of them.
async fn said_of_a_key_made_in(environments: [Environment; 3]) -> [&'static str; 3] {
    let scene = Scene::set().await;
    let mut profile = scene.connection_with(Part::Sender, Preset::Ready, WITHOUT_KEY).await.profile;
    profile.environment = environments[0].clone();
    let connection = scene.open(profile, Evidence::default()).await;
    let (_, progress) = run(DeedId::MakeKey, &connection, &plain_options()).await;
    let (answers, _) = given(&progress);
    let mut said = Vec::new();
    for environment in environments {
        let mut profile = connection.profile.clone();
        for (field, text) in &answers {
            profile.set(*field, text).expect("an answer of ours");
        }
        profile.environment = environment;
        let only = plan(&profile).only(&profile, &[CheckId::ClientKey]);
        let opened = scene.open(profile, connection.evidence.clone()).await;
        let findings = checks::run(&opened, &only, mpsc::unbounded_channel().0).await.findings;
        said.push(findings.first().expect("a finding").message.id());
    }
    said.try_into().expect("one for each")
}

#[tokio::test]
async fn a_key_of_the_other_side_is_refused_in_production_and_in_test_alike() {
    let [tt02, prod] = [PublishedEnvironment::Tt02, PublishedEnvironment::Prod].map(Environment::Named);
    let of_test = said_of_a_key_made_in([Environment::SANDBOX, tt02.clone(), prod.clone()]).await;
    assert_eq!(of_test, ["key-good-expiry-unknown", "key-good-expiry-unknown", "key-for-test"]);
    let of_production = said_of_a_key_made_in([prod, tt02, Environment::SANDBOX]).await;
    assert_eq!(of_production, ["key-good-expiry-unknown", "key-for-production", "key-for-production"]);
}

#[tokio::test]
async fn no_key_is_made_for_a_client_that_signs_with_a_certificate() {
    let scene = Scene::set().await;
    let certificate: &[(FieldId, &str)] = &[(FieldId::ClientKey, ""), (FieldId::ClientKid, ""), (FieldId::ClientAuth, "certificate")];
    let connection = scene.connection_with(Part::Sender, Preset::Ready, certificate).await;
    let stopped = run(DeedId::MakeKey, &connection, &plain_options()).await.0.expect_err("it signs otherwise");
    assert_eq!(stopped.message.id(), "certificate-signs");
    assert!(!DeedId::MakeKey.has_room(&connection.profile));
}
