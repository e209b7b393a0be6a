//! A service owner publishes a resource and its policy.

use super::owner::newcomer;
use super::stage::{Deed, Stage, put};

const REGISTRY: &str = "/resourceregistry/api/v1";

fn publisher(answers: &mut toml::Table) {
    newcomer(answers);
    put(answers, "contact.name", "Kari Nordmann");
    put(answers, "contact.email", "kari@nykommerverket.no");
    put(answers, "policy.owner_acts", "yes");
    put(answers, "policy.admits", "listed");
}

#[test]
fn a_resource_and_its_policy_are_published_once_and_its_list_is_made_once() {
    let stage = Stage::set("service-owner.toml", publisher);
    let made = [format!("POST {REGISTRY}/resource")];
    let made = made.each_ref().map(String::as_str);
    let lists = format!("{REGISTRY}/access-lists/nyk/");
    let changes = [format!("PUT {REGISTRY}/resource/"), format!("PUT {lists}"), format!("PUT {lists}"), format!("POST {lists}")];
    let changes = changes.each_ref().map(String::as_str);
    let kills = Deed::new("publish-policy", &[], &changes).kills(20_261_141);
    let in_making = Deed::new("publish-resource", &[], &made).kills(20_261_142).into_iter().cycle();
    for (number, (kill, other)) in kills.into_iter().zip(in_making).enumerate() {
        // The id of a resource that is deleted is used up.
        let id = format!("nyk-kills-{number}");
        let more = ["--resource", id.as_str(), "--access-list-id", &id];
        let published = stage.done_once(&Deed::new("publish-resource", &more, &made), other);
        assert_eq!(published.made, id, "{other:?}");
        let policy = stage.done_once(&Deed::new("publish-policy", &more, &changes), kill);
        assert_eq!(policy.made, id, "{kill:?}");
        let admitted = stage.entries("admit");
        assert!(admitted.len() == number + 1 && admitted.iter().all(|entry| entry.state == "done"), "{kill:?}: {admitted:?}");
    }
}

#[test]
fn a_text_and_a_policy_are_changed_once_and_put_back_once() {
    let stage = Stage::set("service-owner.toml", |answers| {
        publisher(answers);
        put(answers, "resource", "nyk-kills");
        put(answers, "policy.owner_acts", "no");
        put(answers, "policy.admits", "any");
    });
    stage.does(&["do", "publish-resource"]);
    stage.does(&["do", "publish-policy"]);
    let changes = [format!("PUT {REGISTRY}/resource/")];
    let changes = changes.each_ref().map(String::as_str);
    let text = Deed::new("publish-resource", &["--publish-title-en", "Killed files"], &changes);
    let policy = Deed::new("publish-policy", &["--policy-owner-acts", "yes"], &changes);
    for (kill, other) in text.kills(20_261_143).into_iter().zip(policy.kills(20_261_144)) {
        let changed = stage.done_once(&text, kill);
        stage.undone_once(text.name, &changed, kill, &changes);
        let replaced = stage.done_once(&policy, other);
        stage.undone_once(policy.name, &replaced, other, &changes);
    }
}
