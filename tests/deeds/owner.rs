//! The service owner's deeds: from an organisation that Broker does not know to a resource that only those on a list may use.

use crate::scene::{Scene, done, ids, number, plain_options, row, run, stopped};
use crate::systems::{Kept, shown};
use altinn_sandbox::{Part, Preset, known, write_kit};
use broker_setup::checks::Connection;
use broker_setup::deeds::{preview, preview_undo, undo};
use broker_setup::journey::{
    ChangeKind, DeedId, DeedMessage, DeedOptions, DeedProgress, Entry, EntryState, Evidence, FieldId, MustType, Preview,
};
use broker_setup::services::{AccessListMode, Grant, ListPlace, Patience, ResourceConfig, Token};
use broker_setup::values::{FileSize, Lasting, Scope, Value};
use secrecy::ExposeSecret as _;
use std::time::Duration;
use tokio::sync::mpsc;

const RESTRICTED: &str = "prov-tilgangsliste";

/// A service owner that Broker does not know, with a published resource.
pub async fn newcomer(scene: &Scene, kept: &Kept, changes: &[(FieldId, &str)]) -> Connection {
    let folder = scene.folder.path().join("kit");
    write_kit(&folder, &scene.sandbox.world().await, &scene.sandbox.origin).expect("a kit");
    let client = known::client("newcomer").expect("a client");
    let (kid, key) = (client.kid(), format!("file:{}", folder.join("newcomer.pem").display()));
    let own = [
        (FieldId::Organisation, known::NEWCOMER.number),
        (FieldId::ClientId, client.id),
        (FieldId::ClientKid, kid.as_str()),
        (FieldId::ClientKey, key.as_str()),
        (FieldId::Resource, known::NEWCOMER_RESOURCE),
        (FieldId::TransferRecipients, ""),
    ];
    kept.in_hands_of(scene.connection_with(Part::ServiceOwner, Preset::Ready, &[&own[..], changes].concat()).await)
}

/// The same with other answers, as a program that starts now would have it.
pub async fn changed(scene: &Scene, kept: &Kept, connection: &Connection, changes: &[(FieldId, &str)]) -> Connection {
    let mut profile = connection.profile.clone();
    for (field, text) in changes {
        profile.set(*field, text).expect("the field takes it");
    }
    kept.in_hands_of(scene.open(profile, Evidence::default()).await)
}

async fn token(connection: &Connection, scope: &'static str) -> Token {
    connection.exchanged(&Grant { scopes: vec![Scope::known(scope)], system_user: None }).await.expect("a token")
}

async fn config(connection: &Connection) -> ResourceConfig {
    let resource = connection.profile.resource.clone().expect("a resource");
    let token = token(connection, "altinn:serviceowner").await;
    connection.services.resource_config(&token, &resource).await.expect("an answer").expect("a configuration")
}

pub async fn mode(connection: &Connection) -> AccessListMode {
    let resource = connection.profile.resource.clone().expect("a resource");
    connection.services.resource(&resource).await.expect("an answer").expect("a resource").access_list_mode
}

pub async fn members(connection: &Connection, list: &str) -> Vec<String> {
    let token = token(connection, "altinn:resourceregistry/accesslist.read").await;
    let place = ListPlace { owner: "nyk".to_owned(), id: list.to_owned() };
    let members = connection.services.list_members(&token, &place).await.expect("the members");
    members.iter().map(|member| member.digits().to_owned()).collect()
}

pub async fn undone(entry: &Entry, connection: &Connection) -> Vec<&'static str> {
    let (sender, _progress) = mpsc::unbounded_channel::<DeedProgress>();
    ids(&undo(entry, connection, sender).await.expect("undone").says)
}

pub fn last(kept: &Kept) -> Entry {
    kept.now().entries.last().cloned().expect("an entry")
}

/// A preview with these options, and the options with which it is agreed to.
pub async fn agreed(deed: DeedId, connection: &Connection, options: DeedOptions) -> (Preview, DeedOptions) {
    let shown = preview(deed, connection, &options).await.expect("a preview");
    let options = DeedOptions { agreed: shown.agreed(), ..options };
    (shown, options)
}

fn adding(numbers: &[&str]) -> DeedOptions {
    DeedOptions { add: numbers.iter().map(|digits| number(digits)).collect(), ..DeedOptions::default() }
}

fn removing(numbers: &[&str]) -> DeedOptions {
    DeedOptions { remove: numbers.iter().map(|digits| number(digits)).collect(), ..DeedOptions::default() }
}

#[tokio::test]
async fn an_owner_is_registered_once_and_its_storage_is_waited_for() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = newcomer(&scene, &kept, &[]).await;
    let first = shown(DeedId::RegisterOwner, &owner).await;
    assert_eq!(ids(&first.says), ["would-register-owner", "storage-is-made"], "what cannot be undone comes first");
    assert_eq!(row(&first, "name"), Some(Value::Text(known::NEWCOMER.name.to_owned())));

    let outcome = done(DeedId::RegisterOwner, &owner, &plain_options()).await;
    assert_eq!(ids(&outcome.says), ["owner-stands", "configure-next"]);
    let entry = last(&kept);
    assert_eq!((entry.state, entry.made.as_str(), entry.can_be_undone()), (EntryState::Done, known::NEWCOMER.number, false));
    assert_eq!(preview_undo(&entry, &owner).await.expect_err("no way back").message, DeedMessage::CannotBeUndone);

    // Once more makes nothing more.
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(ids(&shown(DeedId::RegisterOwner, &owner).await.says), ["would-keep-owner"]);
    done(DeedId::RegisterOwner, &owner, &plain_options()).await;
    assert_eq!(kept.now().entries.len(), 1);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_wait_that_is_left_is_taken_up_again() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let mut owner = newcomer(&scene, &kept, &[]).await;
    owner.services = owner.services.clone().with_patience(Patience { storage: Duration::ZERO, ..Patience::default() });
    let outcome = done(DeedId::RegisterOwner, &owner, &plain_options()).await;
    let ids = ids(&outcome.says);
    assert!(ids == ["owner-stands", "storage-still-made"] || ids == ["owner-stands", "configure-next"], "{ids:?}");
    let again = changed(&scene, &kept, &owner, &[]).await;
    let says = done(DeedId::RegisterOwner, &again, &plain_options()).await.says;
    assert_eq!(crate::scene::ids(&says), ["owner-stands", "configure-next"]);
    assert_eq!(kept.now().entries.len(), 1);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_resource_is_configured_with_what_is_answered_and_the_rest_stays() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = newcomer(&scene, &kept, &[]).await;
    assert_eq!(stopped(DeedId::ConfigureResource, &owner, &plain_options()).await.message.id(), "owner-not-in-broker");
    done(DeedId::RegisterOwner, &owner, &plain_options()).await;
    let first = shown(DeedId::ConfigureResource, &owner).await;
    assert_eq!(ids(&first.says), ["would-configure"]);
    assert_eq!(first.bodies.first().map(|(_, body)| body.as_str()), Some("{}"));
    done(DeedId::ConfigureResource, &owner, &plain_options()).await;
    assert_eq!(config(&owner).await, ResourceConfig { purges: Some(true), ..ResourceConfig::default() });
    assert!(!last(&kept).can_be_undone(), "a resource stays known to Broker");
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(ids(&shown(DeedId::ConfigureResource, &owner).await.says), ["would-keep-config"]);

    // Both spellings of a duration, a size with a unit, and a number with blanks.
    let answers = [
        (FieldId::BrokerTimeToLive, "7.00:00:00"),
        (FieldId::BrokerGrace, "PT1H"),
        (FieldId::BrokerMaxSize, "2 GB"),
        (FieldId::BrokerPurge, "no"),
        (FieldId::BrokerRequiredParty, "310 400 106"),
    ];
    let owner = changed(&scene, &kept, &owner, &answers).await;
    let preview = shown(DeedId::ConfigureResource, &owner).await;
    assert_eq!(ids(&preview.says), ["would-set-limits", "settings-stay"]);
    assert!(preview.must_type.is_empty(), "the journal knows it");
    assert_eq!(row(&preview, "largest-file"), Some(Value::FileSize(FileSize(2_000_000_000))));
    assert_eq!(row(&preview, "kept-for"), Some(Value::Lasting(Lasting::of_days(7))));
    done(DeedId::ConfigureResource, &owner, &DeedOptions { agreed: preview.agreed(), ..plain_options() }).await;
    let there = config(&owner).await;
    assert_eq!((there.max_size, there.purges), (Some(2_000_000_000), Some(false)));
    assert_eq!((there.time_to_live, there.grace_period), (Some(Lasting::of_days(7)), Some(Lasting::of_seconds(3600))));
    assert_eq!(there.required_party.as_deref(), Some("0192:310400106"));

    // What is changed again can be put back.
    let owner = changed(&scene, &kept, &owner, &[(FieldId::BrokerTimeToLive, "P14D"), (FieldId::BrokerRequiredParty, "none")]).await;
    let (preview, options) = agreed(DeedId::ConfigureResource, &owner, plain_options()).await;
    let kinds: Vec<_> = preview.changes.iter().map(|line| (line.kind, line.what.as_str())).collect();
    assert!(kinds.contains(&(ChangeKind::Goes, "fileTransferTimeToLive P7D")), "{kinds:?}");
    assert!(kinds.contains(&(ChangeKind::Added, "fileTransferTimeToLive P14D")), "{kinds:?}");
    assert!(kinds.contains(&(ChangeKind::Stays, "purgeFileTransferGracePeriod PT1H")), "{kinds:?}");
    done(DeedId::ConfigureResource, &owner, &options).await;
    assert_eq!(config(&owner).await.required_party, None);
    let entry = last(&kept);
    assert!(entry.can_be_undone() && preview_undo(&entry, &owner).await.is_ok());
    assert_eq!(undone(&entry, &owner).await, ["config-put-back"]);
    let back = config(&owner).await;
    assert_eq!((back.time_to_live, back.required_party.as_deref()), (Some(Lasting::of_days(7)), Some("0192:310400106")));
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_was_configured_elsewhere_needs_its_id_and_a_change_meanwhile_stops() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let changes = [(FieldId::BrokerTimeToLive, "P7D")];
    let owner = kept.in_hands_of(scene.connection_with(Part::ServiceOwner, Preset::Ready, &changes).await);
    let (preview, options) = agreed(DeedId::ConfigureResource, &owner, plain_options()).await;
    assert_eq!(preview.must_type, [MustType::Id(known::RESOURCE.to_owned())]);
    assert_eq!(stopped(DeedId::ConfigureResource, &owner, &plain_options()).await.message.id(), "config-not-from-here");
    let other = changed(&scene, &kept, &owner, &[(FieldId::BrokerTimeToLive, "P9D")]).await;
    let (_, agreed_to_other) = agreed(DeedId::ConfigureResource, &other, plain_options()).await;
    done(DeedId::ConfigureResource, &other, &agreed_to_other).await;
    assert_eq!(stopped(DeedId::ConfigureResource, &owner, &options).await.message.id(), "config-changed-since");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn organisations_are_admitted_to_a_list_that_is_made_for_them() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let list = known::NEWCOMER_RESOURCE;
    let owner = newcomer(&scene, &kept, &[]).await;
    assert_eq!(stopped(DeedId::RestrictResource, &owner, &plain_options()).await.message.id(), "nobody-on-list");

    let (sender, recipient) = (known::SENDER.number, known::RECIPIENT.number);
    let (preview, options) = agreed(DeedId::Admit, &owner, adding(&[sender, recipient])).await;
    assert_eq!(ids(&preview.says), ["would-admit", "would-make-list", "would-connect-list", "list-not-enforced"]);
    let methods: Vec<_> = preview.requests.iter().map(|(method, _)| method.as_str()).collect();
    assert_eq!(methods, ["GET", "PUT", "PUT", "POST"]);
    let (outcome, progress) = run(DeedId::Admit, &owner, &options).await;
    assert_eq!(ids(&outcome.expect("admitted").says), ["list-stands", "restrict-next"]);
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Answered { field: FieldId::AccessListId, text } if text == list)));
    assert_eq!(members(&owner, list).await, [sender, recipient]);
    assert_eq!(mode(&owner).await, AccessListMode::Disabled, "only restrict-resource changes it");
    let made = last(&kept);

    // One goes, one that Altinn does not know is named, the others come.
    let owner = changed(&scene, &kept, &owner, &[]).await;
    let (preview, options) = agreed(DeedId::Admit, &owner, removing(&[recipient])).await;
    assert_eq!((preview.requests.last().map(|(method, _)| method.as_str()), preview.must_type.len()), (Some("DELETE"), 0));
    done(DeedId::Admit, &owner, &options).await;
    assert_eq!(members(&owner, list).await, [sender]);
    let owner = changed(&scene, &kept, &owner, &[]).await;
    let unknown = stopped(DeedId::Admit, &owner, &adding(&["991825827", recipient])).await.message;
    assert_eq!(unknown, DeedMessage::MembersUnknown { organisations: vec![number("991825827")] });
    assert_eq!(members(&owner, list).await, [sender, recipient]);
    assert_eq!(ids(&shown(DeedId::Admit, &owner).await.says), ["would-keep-list"]);

    // Restricted: all others lose access. Undone: all are let in again.
    let (preview, options) = agreed(DeedId::RestrictResource, &owner, plain_options()).await;
    assert_eq!(ids(&preview.says), ["would-restrict", "resource-made-elsewhere"]);
    assert_eq!(preview.must_type, [MustType::Id(list.to_owned())]);
    assert_eq!(stopped(DeedId::RestrictResource, &owner, &plain_options()).await.message.id(), "resource-not-from-here");
    done(DeedId::RestrictResource, &owner, &options).await;
    assert_eq!(mode(&owner).await, AccessListMode::Enabled);
    assert_eq!(ids(&shown(DeedId::RestrictResource, &owner).await.says), ["would-keep-restricted"]);
    assert_eq!(undone(&last(&kept), &owner).await, ["restriction-lifted"]);
    assert_eq!(mode(&owner).await, AccessListMode::Disabled);

    // The first deed is taken back: whom it added goes, and the list with them.
    assert_eq!(undone(&made, &owner).await, ["list-put-back"]);
    let place = ListPlace { owner: "nyk".to_owned(), id: list.to_owned() };
    let token = token(&owner, "altinn:resourceregistry/accesslist.read").await;
    assert_eq!(owner.services.access_list(&token, &place).await, Ok(None));
    scene.sandbox.stop().await;
}

/// Somebody connects the list for reading only.
async fn filtered(scene: &Scene, owner: &Connection, list: &str) {
    let token = token(owner, "altinn:resourceregistry/accesslist.write").await;
    let place = ListPlace { owner: "prov".to_owned(), id: list.to_owned() };
    let address = owner.services.list_connection_address(&place, &RESTRICTED.parse().expect("a resource"));
    let put = reqwest::Client::new().put(address).bearer_auth(token.secret.expose_secret());
    let key = std::fs::read_to_string(scene.folder.path().join("api-key.txt")).expect("a key");
    let put = put.header("Ocp-Apim-Subscription-Key", key.trim());
    let answer = put.json(&serde_json::json!({"actionFilters": ["read"]})).send().await.expect("an answer");
    assert!(answer.status().is_success(), "{answer:?}");
}

#[tokio::test]
async fn a_list_made_elsewhere_needs_its_id_and_its_filters_go() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let changes = [(FieldId::Resource, RESTRICTED)];
    let owner = kept.in_hands_of(scene.connection_with(Part::ServiceOwner, Preset::Ready, &changes).await);
    let (first, _) = agreed(DeedId::Admit, &owner, adding(&[known::VENDOR.number])).await;
    let Some(MustType::Id(list)) = first.must_type.first() else { panic!("no id is wanted: {first:?}") };
    filtered(&scene, &owner, list).await;
    let (preview, options) = agreed(DeedId::Admit, &owner, adding(&[known::VENDOR.number])).await;
    let says = ids(&preview.says);
    assert_eq!(says, ["would-admit", "would-widen-connection", "list-takes-minutes", "list-made-elsewhere"]);
    assert_eq!(stopped(DeedId::Admit, &owner, &adding(&[known::VENDOR.number])).await.message.id(), "list-not-from-here");
    done(DeedId::Admit, &owner, &options).await;
    let token = token(&owner, "altinn:resourceregistry/accesslist.read").await;
    let place = ListPlace { owner: "prov".to_owned(), id: list.clone() };
    assert!(owner.services.list_members(&token, &place).await.expect("members").contains(&number(known::VENDOR.number)));
    assert!(
        owner
            .services
            .list_connections(&token, &place)
            .await
            .expect("connections")
            .iter()
            .all(|one| one.actions().is_empty() || one.resource != RESTRICTED)
    );
    scene.sandbox.stop().await;
}
