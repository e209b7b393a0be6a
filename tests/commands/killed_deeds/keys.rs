//! The deeds about the keys of a client.

use super::stage::{Deed, Stage, put};
use altinn_sandbox::known;
use std::path::PathBuf;

/// The sender's profile, with the admin client that may change its client's keys. Both have the same key.
fn with_admin(answers: &mut toml::Table) {
    let admin = known::client("admin").expect("a client");
    put(answers, "admin.id", admin.id);
    put(answers, "admin.kid", &admin.kid());
    put(answers, "admin.key", "file:sender.pem");
}

fn without_key(answers: &mut toml::Table) {
    with_admin(answers);
    let client = answers["client"].as_table_mut().expect("a table");
    client.retain(|name, _| !matches!(name, "key" | "kid" | "key_posted"));
}

fn private_keys(stage: &Stage) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(stage.home.path().join("config/keys")).into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).into_iter().flatten().flatten()).map(|file| file.path());
    files.filter(|path| path.to_string_lossy().ends_with(".private.pem")).collect()
}

/// The keys that lie on the client, by what the next deed shows of them.
fn on_client(stage: &Stage) -> Vec<String> {
    let shown = stage.home.run(&["do", "post-key", "--dry-run", "--profile", "mine"]);
    assert_eq!(shown.code, 0, "{}{}", shown.out, shown.err);
    let stays = shown.out.lines().filter(|line| line.contains("  stays"));
    stays.filter_map(|line| line.split_whitespace().next()).map(ToOwned::to_owned).collect()
}

#[test]
fn a_key_is_made_once_and_posted_once() {
    let stage = Stage::set("sender.toml", without_key);
    let make = Deed::new("make-key", &[], &[]).does_more_each_time();
    let post = Deed::new("post-key", &[], &["POST /api/v1/clients/"]);
    let in_making = make.kills(20_261_140).into_iter().cycle();
    for (number, (kill, other)) in post.kills(20_261_135).into_iter().zip(in_making).enumerate() {
        let entry = stage.done_once(&make, other);
        assert_eq!((stage.answer("client.kid"), private_keys(&stage).len()), (Some(entry.made.clone()), number + 1), "{other:?}");
        let posted = stage.done_once(&post, kill);
        assert_eq!(posted.made, entry.made, "{kill:?}");
        assert!(stage.answer("client.key_posted").is_some(), "{kill:?}");
        stage.undone_once(post.name, &posted, kill, &["POST /api/v1/clients/"]);
        stage.undone_once(make.name, &entry, other, &[]);
        assert_eq!((stage.answer("client.key"), stage.answer("client.kid")), (None, None), "{other:?}");
    }
}

#[test]
fn a_key_is_changed_once_and_the_old_one_retired_once() {
    let stage = Stage::set("sender.toml", with_admin);
    let rotate = Deed::new("rotate-key", &[], &["POST /api/v1/clients/"]).does_more_each_time();
    for (number, kill) in rotate.kills(20_261_136).into_iter().enumerate() {
        let old = stage.answer("client.kid").expect("a kid");
        let entry = stage.done_once(&rotate, kill);
        let new = stage.answer("client.kid").expect("a kid");
        assert!(stage.answer("client.key").is_some_and(|key| key.contains(&new)), "{kill:?}");
        assert!(new == entry.made && new != old, "{kill:?}: {old} {entry:?}");
        assert_eq!(private_keys(&stage).len(), number + 1, "{kill:?}");
        let kid = ["--kid", &old, "--confirm-id", &old];
        let retire = Deed::new("retire-key", if number == 0 { &kid } else { &kid[..2] }, &["POST /api/v1/clients/"]).does_more_each_time();
        let retired = stage.done_once(&retire, kill);
        assert_eq!(retired.made, old, "{kill:?}");
        assert_eq!(on_client(&stage), [new], "{kill:?}");
    }
}
