//! A test file is sent, and one is fetched.

use super::relay::{Side, Which};
use super::stage::{Deed, Kill, Stage};

const TRANSFERS: &str = "/broker/api/v1/filetransfer";

const fn of(method: &'static str, path: &'static str, says: &'static str) -> Which {
    Which::Of { method, path, says }
}

#[test]
fn a_small_file_is_announced_once_and_sent_once() {
    let stage = Stage::set("sender.toml", |_| {});
    let changes = [format!("POST {TRANSFERS}"), format!("POST {TRANSFERS}/")];
    let changes = changes.each_ref().map(String::as_str);
    let deed = Deed::new("send-test", &[], &changes).does_more_each_time();
    let published = (of("GET", "/filetransfer/", "\"published\""), Side::Answer);
    for kill in [deed.kills(20_261_145), vec![Kill::At(published.0, published.1)]].concat() {
        let entry = stage.done_once(&deed, kill);
        assert_eq!(stage.transfer().as_ref(), Some(&entry.made), "{kill:?}");
    }
}

#[test]
fn a_large_file_killed_between_its_parts_is_one_transfer_and_no_part_goes_twice() {
    let stage = Stage::set("sender.toml", |_| {});
    let upload = format!("{TRANSFERS}/upload/tus/");
    let changes = [format!("POST {TRANSFERS}"), format!("POST {upload}"), format!("PATCH {upload}"), format!("PATCH {upload}")];
    let changes = changes.each_ref().map(String::as_str);
    let deed = Deed::new("send-test", &["--size", "33MiB"], &changes).does_more_each_time();
    let all = "upload-offset: 34603008";
    let moments = [
        // Before the first call, announced, the first part sent, all sent, published.
        (Which::Change(1), Side::Call),
        (Which::Change(1), Side::Answer),
        (Which::Change(3), Side::Answer),
        (of("PATCH", "/tus/", all), Side::Answer),
        (of("GET", "/filetransfer/", "\"published\""), Side::Answer),
    ];
    for kill in deed.kills_at(&moments, 20_261_146) {
        let entry = stage.done_once(&deed, kill);
        assert_eq!(stage.transfer().as_ref(), Some(&entry.made), "{kill:?}");
    }
}

#[test]
fn a_file_is_fetched_once_and_confirmed_once() {
    let stage = Stage::set("recipient.toml", |_| {});
    let changes = [format!("POST {TRANSFERS}/")];
    let changes = changes.each_ref().map(String::as_str);
    let deed = Deed::new("receive-test", &["--wait", "PT0S"], &changes).does_more_each_time();
    let (search, download, confirm) = (of("GET", "status=Published", ""), of("GET", "/download", ""), of("POST", "/confirmdownload", ""));
    let moments = [
        // Before the first call, before and after the download, when the file is there, and when it is confirmed.
        (search, Side::Call),
        (download, Side::Call),
        (download, Side::Answer),
        (confirm, Side::Call),
        (confirm, Side::Answer),
    ];
    for (number, kill) in deed.kills_at(&moments, 20_261_147).into_iter().enumerate() {
        if number > 0 {
            // The first one waits in every new world.
            let sent = stage.home.run(&["do", "send-test", "--yes", "--answers", "kit/sender.toml"]);
            assert_eq!(sent.code, 0, "{}{}", sent.out, sent.err);
        }
        let entry = stage.done_once(&deed, kill);
        assert_eq!((stage.transfer().as_ref(), stage.is_confirmed()), (Some(&entry.made), true), "{kill:?}");
        if let Kill::At(which, _) = kill
            && which == confirm
        {
            assert_eq!(stage.answered("/download"), 1, "{kill:?}: what was fetched is not fetched again");
        }
    }
}

#[test]
fn whoever_was_stopped_before_the_confirmation_is_led_to_it() {
    let stage = Stage::set("recipient.toml", |_| {});
    let check = || {
        let said = stage.home.run(&["check", "integrate.transfer", "--profile", "mine", "--format", "json"]);
        let document: serde_json::Value =
            serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}{}", said.out, said.err));
        let steps = document["steps"].as_array().expect("steps").clone();
        let checks = steps.iter().flat_map(|step| step["checks"].as_array().expect("checks").clone());
        let found = checks.into_iter().find(|check| check["id"] == "integrate.transfer").expect("the check");
        let deeds = document["next"].as_array().expect("next").iter().filter_map(|next| next["deed"].as_str().map(ToOwned::to_owned));
        (found["verdict"].as_str().expect("a verdict").to_owned(), deeds.collect::<Vec<_>>())
    };
    let receive = ["do", "receive-test", "--profile", "mine", "--yes", "--wait", "PT0S"];
    stage.killed(&receive, Kill::At(of("POST", "/confirmdownload", ""), Side::Call));
    let (verdict, deeds) = check();
    assert!(verdict == "needs-you" && deeds.contains(&"receive-test".to_owned()), "{verdict} {deeds:?}");
    stage.does(&receive[..2]);
    assert_eq!(check().0, "pass");
}

#[test]
fn a_round_of_the_owner_is_sent_once_and_confirmed_once() {
    let stage = Stage::set("service-owner.toml", |_| {});
    let changes = [format!("POST {TRANSFERS}"), format!("POST {TRANSFERS}/"), format!("POST {TRANSFERS}/")];
    let changes = changes.each_ref().map(String::as_str);
    let deed = Deed::new("send-test", &[], &changes).does_more_each_time();
    for kill in deed.kills(20_261_148) {
        let entry = stage.done_once(&deed, kill);
        assert_eq!((stage.transfer().as_ref(), stage.is_confirmed()), (Some(&entry.made), true), "{kill:?}");
    }
}
