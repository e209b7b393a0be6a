//! A service owner publishes a resource and its policy: made, changed, put back, and done by somebody else before.

use crate::owner::{agreed, changed, last, members, mode, newcomer, undone};
use crate::scene::{Scene, done, ids, plain_options, row, stopped};
use crate::systems::{Kept, shown};
use altinn_sandbox::{Part, Preset, known};
use broker_setup::checks::Connection;
use broker_setup::deeds::preview_undo;
use broker_setup::journey::{ChangeKind, DeedId, DeedMessage, DeedOptions, DeedProgress, FieldId, MustType};
use broker_setup::services::{AccessListMode, ResourceRecord};
use broker_setup::values::Value;
use serde_json::json;

const NEW: &str = "nyk-nye-filer";

const ANSWERS: [(FieldId, &str); 5] = [
    (FieldId::Resource, NEW),
    (FieldId::ContactEmail, "kari@nykommerverket.no"),
    (FieldId::PublishTitleNb, "Smarte filer"),
    (FieldId::PolicyOwnerActs, "no"),
    (FieldId::PolicyAdmits, "any"),
];

async fn publisher(scene: &Scene, kept: &Kept, changes: &[(FieldId, &str)]) -> Connection {
    newcomer(scene, kept, &[&ANSWERS[..], changes].concat()).await
}

async fn record(connection: &Connection) -> Option<ResourceRecord> {
    let resource = connection.profile.resource.clone().expect("a resource");
    connection.services.resource_record(&resource).await.expect("an answer")
}

/// Who may do what, as the registry lists it.
async fn rules(connection: &Connection) -> Vec<String> {
    let resource = connection.profile.resource.clone().expect("a resource");
    let rules = connection.services.policy_rules(&resource).await.expect("an answer").unwrap_or_default();
    let mut rules: Vec<String> = rules.iter().map(|rule| format!("{} {}", rule.subject, rule.action)).collect();
    rules.sort();
    rules
}

async fn lists_asked(connection: &Connection) -> Vec<String> {
    members(connection, NEW).await
}

#[tokio::test]
async fn a_resource_is_made_with_what_was_answered_and_the_rest_is_proposed() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = publisher(&scene, &kept, &[]).await;
    let (preview, options) = agreed(DeedId::PublishResource, &owner, plain_options()).await;
    assert_eq!(ids(&preview.says), ["would-publish", "proposed-may-be-changed", "any-may-use", "nobody-before-policy"]);
    assert_eq!(row(&preview, "title-en"), Some(Value::Text("Smarte filer".to_owned())), "one language stands for the others");
    let Some(Value::Proposed(proposed)) = row(&preview, "description-nn") else { panic!("{:?}", preview.rows) };
    assert!(proposed.starts_with("Filer mellom Nykommerverket og andre verksemder"), "{proposed}");
    assert!(preview.must_type.is_empty());

    assert_eq!(ids(&done(DeedId::PublishResource, &owner, &options).await.says), ["resource-stands", "policy-next"]);
    let made = record(&owner).await.expect("a resource");
    assert_eq!(made.member("resourceType"), Some(&json!("BrokerService")));
    assert_eq!(made.member("delegable"), Some(&json!(true)));
    assert_eq!(made.member("contactPoints").expect("contacts")[0]["email"], "kari@nykommerverket.no");
    let authority = made.member("hasCompetentAuthority").expect("an owner");
    assert_eq!((&authority["orgcode"], &authority["organization"]), (&json!("nyk"), &json!(known::NEWCOMER.number)));
    assert_eq!(mode(&owner).await, AccessListMode::Disabled);

    // Once more makes nothing more; a text that is answered otherwise is changed, and put back.
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(ids(&shown(DeedId::PublishResource, &owner).await.says), ["would-keep-resource"]);
    done(DeedId::PublishResource, &owner, &plain_options()).await;
    assert_eq!(kept.now().entries.len(), 1);
    let first = last(&kept);
    let owner = changed(&scene, &kept, &owner, &[(FieldId::PublishTitleEn, "Smart files")]).await;
    let (preview, options) = agreed(DeedId::PublishResource, &owner, plain_options()).await;
    assert_eq!((ids(&preview.says), preview.changes.len()), (vec!["would-change-resource"], 2));
    assert!(preview.must_type.is_empty(), "what we made is ours");
    assert_eq!(ids(&done(DeedId::PublishResource, &owner, &options).await.says), ["resource-stands", "kept-in-file"]);
    assert_eq!(record(&owner).await.expect("a resource").member("title").expect("titles")["en"], "Smart files");
    assert_eq!(undone(&last(&kept), &owner).await, ["resource-put-back"]);
    assert_eq!(record(&owner).await.expect("a resource").member("title").expect("titles")["en"], "Smarte filer");

    // Undone: it is gone, and its id is used up.
    assert_eq!(ids(&preview_undo(&first, &owner).await.expect("a preview").says), ["would-delete-resource"]);
    assert_eq!(undone(&first, &owner).await, ["resource-deleted"]);
    assert_eq!(record(&owner).await, None);
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(stopped(DeedId::PublishResource, &owner, &plain_options()).await.message.id(), "resource-id-used");
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_a_resource_or_its_policy_lacks_is_named_and_anothers_resource_is_left_alone() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = publisher(&scene, &kept, &[(FieldId::ContactEmail, "")]).await;
    let missing = stopped(DeedId::PublishResource, &owner, &plain_options()).await.message;
    assert_eq!(missing, DeedMessage::FieldMissing { field: "contact.email".to_owned() });
    let owner = publisher(&scene, &kept, &[(FieldId::PolicyOwnerActs, "")]).await;
    assert_eq!(stopped(DeedId::PublishPolicy, &owner, &plain_options()).await.message.id(), "field-missing");
    let owner = publisher(&scene, &kept, &[]).await;
    assert_eq!(stopped(DeedId::PublishPolicy, &owner, &plain_options()).await.message.id(), "resource-not-there");
    let other = publisher(&scene, &kept, &[(FieldId::Resource, known::RESOURCE)]).await;
    for deed in [DeedId::PublishResource, DeedId::PublishPolicy] {
        assert_eq!(stopped(deed, &other, &plain_options()).await.message.id(), "resource-of-other");
    }
    assert!(kept.now().entries.is_empty());
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_policy_is_said_in_words_replaced_as_shown_and_put_back() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = publisher(&scene, &kept, &[]).await;
    done(DeedId::PublishResource, &owner, &plain_options()).await;
    let owner = changed(&scene, &kept, &owner, &[]).await;
    let (preview, options) = agreed(DeedId::PublishPolicy, &owner, plain_options()).await;
    assert_eq!(ids(&preview.says), ["policy-stays-for-good", "may-approve", "owner-may-not-act", "any-may-use"]);
    let proposed = "dagl, informasjon-og-kommunikasjon".to_owned();
    assert_eq!((row(&preview, "may-approve"), preview.changes.len()), (Some(Value::Proposed(proposed)), 6));
    assert_eq!(ids(&done(DeedId::PublishPolicy, &owner, &options).await.says), ["policy-stands", "policy-takes-minutes"]);
    let each = ["read", "subscribe", "write"];
    let of = |who: &str| each.map(|action| format!("{who} {action}"));
    assert_eq!(rules(&owner).await, [of("dagl"), of("informasjon-og-kommunikasjon")].concat());
    assert!(!last(&kept).can_be_undone(), "a policy cannot be taken away");

    // The same answers change nothing; others replace the policy, and what was there comes back.
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(ids(&shown(DeedId::PublishPolicy, &owner).await.says), ["would-keep-policy"]);
    let owner = changed(&scene, &kept, &owner, &[(FieldId::PolicyOwnerActs, "yes"), (FieldId::PolicyApprovers, "lede")]).await;
    let (preview, options) = agreed(DeedId::PublishPolicy, &owner, plain_options()).await;
    assert_eq!(ids(&preview.says), ["would-replace-policy", "may-approve", "owner-may-act-for-any", "any-may-use"]);
    let count = |kind| preview.changes.iter().filter(|line| line.kind == kind).count();
    assert_eq!((count(ChangeKind::Goes), count(ChangeKind::Added), count(ChangeKind::Stays)), (6, 9, 0));
    done(DeedId::PublishPolicy, &owner, &options).await;
    assert_eq!(rules(&owner).await, [of(known::NEWCOMER.number), of("lede"), of("nyk")].concat());
    let owner = changed(&scene, &kept, &owner, &[]).await;
    assert_eq!(undone(&last(&kept), &owner).await, ["policy-put-back"]);
    assert_eq!(rules(&owner).await, [of("dagl"), of("informasjon-og-kommunikasjon")].concat());
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn only_those_on_a_list_are_admitted_from_the_first_moment() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let listed = [(FieldId::PolicyAdmits, "listed"), (FieldId::PolicyOwnerActs, "yes")];
    let owner = publisher(&scene, &kept, &listed).await;
    done(DeedId::PublishResource, &owner, &plain_options()).await;
    assert_eq!(mode(&owner).await, AccessListMode::Enabled);
    let owner = changed(&scene, &kept, &owner, &[]).await;
    let (preview, options) = agreed(DeedId::PublishPolicy, &owner, plain_options()).await;
    let says = ids(&preview.says);
    assert!(says.contains(&"only-listed-may-use") && says.contains(&"would-make-list") && says.contains(&"would-admit"), "{says:?}");
    let (outcome, progress) = crate::scene::run(DeedId::PublishPolicy, &owner, &options).await;
    assert_eq!(ids(&outcome.expect("published").says), ["policy-stands", "list-stands", "policy-takes-minutes"]);
    assert!(progress.iter().any(|step| matches!(step, DeedProgress::Answered { field: FieldId::AccessListId, text } if text == NEW)));
    assert_eq!(lists_asked(&owner).await, [known::NEWCOMER.number]);
    let owner = changed(&scene, &kept, &owner, &[(FieldId::AccessListId, NEW)]).await;
    assert_eq!(ids(&shown(DeedId::PublishPolicy, &owner).await.says), ["would-keep-policy"]);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn a_list_is_enforced_at_once_only_while_nobody_can_lose_access() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let owner = publisher(&scene, &kept, &[]).await;
    done(DeedId::PublishResource, &owner, &plain_options()).await;
    // The answer is changed before there is a policy: the resource follows.
    let owner = changed(&scene, &kept, &owner, &[(FieldId::PolicyAdmits, "listed")]).await;
    let (preview, options) = agreed(DeedId::PublishPolicy, &owner, plain_options()).await;
    assert!(preview.changes.iter().any(|line| line.what == "accessListMode Enabled"), "{:?}", preview.changes);
    done(DeedId::PublishPolicy, &owner, &options).await;
    assert_eq!(mode(&owner).await, AccessListMode::Enabled);

    // Where others may use it already, that is a deed of its own.
    let there = publisher(&scene, &kept, &[(FieldId::Resource, known::NEWCOMER_RESOURCE), (FieldId::PolicyAdmits, "listed")]).await;
    let (preview, options) = agreed(DeedId::PublishPolicy, &there, plain_options()).await;
    assert!(ids(&preview.says).contains(&"restrict-afterwards"), "{:?}", preview.says);
    let says = done(DeedId::PublishPolicy, &there, &options).await.says;
    assert_eq!(ids(&says).last(), Some(&"restrict-next"));
    assert_eq!(mode(&there).await, AccessListMode::Disabled);
    scene.sandbox.stop().await;
}

#[tokio::test]
async fn what_altinn_studio_made_is_shown_for_studio_and_changed_here_only_by_its_id() {
    let (scene, kept) = (Scene::set().await, Kept::default());
    let changes = [
        (FieldId::Resource, "prov-plassholder"),
        (FieldId::ContactEmail, "ola@prov.no"),
        (FieldId::PolicyOwnerActs, "yes"),
        (FieldId::PolicyAdmits, "any"),
    ];
    let owner = kept.in_hands_of(scene.connection_with(Part::ServiceOwner, Preset::Ready, &changes).await);
    let (preview, options) = agreed(DeedId::PublishPolicy, &owner, plain_options()).await;
    let says = ids(&preview.says);
    assert!(says.contains(&"resource-made-elsewhere") && says.contains(&"rules-in-studio"), "{says:?}");
    assert_eq!(preview.must_type, [MustType::Id("prov-plassholder".to_owned())]);
    assert!(preview.changes.iter().any(|line| line.kind == ChangeKind::Goes && line.what.contains("[org]")), "{:?}", preview.changes);
    assert_eq!(stopped(DeedId::PublishPolicy, &owner, &plain_options()).await.message.id(), "policy-not-from-here");
    assert!(kept.now().entries.is_empty());

    // Somebody changes it in the meantime.
    let other = changed(&scene, &kept, &owner, &[(FieldId::PolicyApprovers, "lede")]).await;
    let (_, of_other) = agreed(DeedId::PublishPolicy, &other, plain_options()).await;
    done(DeedId::PublishPolicy, &other, &of_other).await;
    assert_eq!(stopped(DeedId::PublishPolicy, &owner, &options).await.message.id(), "policy-changed-since");

    // A resource that cannot be given to a system user is opened, by its id.
    let closed = changed(&scene, &kept, &owner, &[(FieldId::Resource, "prov-ikke-delegerbar")]).await;
    let (preview, options) = agreed(DeedId::PublishResource, &closed, plain_options()).await;
    assert_eq!(ids(&preview.says), ["would-change-resource", "resource-made-elsewhere", "change-in-studio"]);
    assert_eq!(stopped(DeedId::PublishResource, &closed, &plain_options()).await.message.id(), "resource-not-from-here");
    done(DeedId::PublishResource, &closed, &options).await;
    let opened = record(&closed).await.expect("a resource");
    assert_eq!(opened.member("delegable"), Some(&json!(true)));
    // What was only changed here stays somebody else's.
    let closed = changed(&scene, &kept, &closed, &[(FieldId::PublishTitleNb, "Nytt navn")]).await;
    assert_eq!(agreed(DeedId::PublishResource, &closed, DeedOptions::default()).await.0.must_type.len(), 1);
    scene.sandbox.stop().await;
}
