//! The deeds about systems and system users.

use super::stage::{Deed, Stage, put};
use altinn_sandbox::known;

const REGISTER: &str = "POST /authentication/api/v1/systemregister/vendor";
const REQUESTS: &str = "/authentication/api/v1/systemuser/request/vendor";
const OTHER_RESOURCE: &str = known::NEWCOMER_RESOURCE;

/// A client of the sender's that stands in no system.
fn off_system(answers: &mut toml::Table) {
    let client = known::client("off-system").expect("a client");
    put(answers, "client.id", client.id);
    put(answers, "client.kid", &client.kid());
    answers.remove("system");
}

#[test]
fn a_system_is_registered_once() {
    let stage = Stage::set("sender.toml", off_system);
    let kills = Deed::new("register-system", &[], &[REGISTER]).kills(20_261_129);
    for (number, kill) in kills.into_iter().enumerate() {
        // An id is used up even when its system is deleted.
        let id = format!("{}_kills-{number}", known::SENDER.number);
        let entry = stage.done_once(&Deed::new("register-system", &["--system-id", &id], &[REGISTER]), kill);
        assert_eq!((Some(&entry.made), stage.answer("system.id")), (Some(&id), Some(id.clone())), "{kill:?}");
        stage.undone_once("register-system", &entry, kill, &["DELETE "]);
    }
}

#[test]
fn a_request_for_a_system_user_is_made_once() {
    let stage = Stage::set("sender.toml", off_system);
    stage.does(&["do", "register-system"]);
    let changes = [format!("POST {REQUESTS}")];
    let changes = changes.each_ref().map(String::as_str);
    let deed = Deed::new("ask-system-user", &[], &changes);
    for kill in deed.kills(20_261_130) {
        let entry = stage.done_once(&deed, kill);
        assert!(!entry.made.is_empty(), "{kill:?}: {entry:?}");
        stage.undone_once(deed.name, &entry, kill, &["DELETE "]);
    }
}

#[test]
fn a_right_is_added_to_a_system_once() {
    let stage = Stage::set("sender.toml", |_| {});
    let more = ["--resource", OTHER_RESOURCE, "--confirm-id", known::SENDER_SYSTEM];
    let deed = Deed::new("update-system", &more, &["PUT /authentication/api/v1/systemregister/vendor/"]);
    for kill in deed.kills(20_261_131) {
        let entry = stage.done_once(&deed, kill);
        stage.undone_once(deed.name, &entry, kill, &["PUT "]);
    }
}

#[test]
fn a_right_is_asked_for_once() {
    let stage = Stage::set("sender.toml", |_| {});
    stage.does(&["do", "update-system", "--resource", OTHER_RESOURCE, "--confirm-id", known::SENDER_SYSTEM]);
    let deed =
        Deed::new("change-system-user", &["--resource", OTHER_RESOURCE], &["POST /authentication/api/v1/systemuser/changerequest/vendor"]);
    for kill in deed.kills(20_261_132) {
        let entry = stage.done_once(&deed, kill);
        stage.undone_once(deed.name, &entry, kill, &["DELETE "]);
    }
}
