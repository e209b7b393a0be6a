//! The service owner's deeds.

use super::relay::Which;
use super::stage::{Deed, Kill, Stage, put};
use altinn_sandbox::known;

const RESOURCE: &str = known::NEWCOMER_RESOURCE;

/// A service owner that Broker does not know, with a published resource.
pub fn newcomer(answers: &mut toml::Table) {
    let client = known::client("newcomer").expect("a client");
    put(answers, "organisation", known::NEWCOMER.number);
    put(answers, "client.id", client.id);
    put(answers, "client.kid", &client.kid());
    put(answers, "client.key", "file:newcomer.pem");
    put(answers, "resource", RESOURCE);
    answers.remove("transfer");
}

#[test]
fn an_owner_is_registered_once_and_its_resource_configured_once() {
    let changes = ["POST /broker/api/v1/serviceowner"];
    let register = Deed::new("register-owner", &[], &changes);
    let mut first: Option<Stage> = None;
    for kill in register.kills(20_261_137) {
        // A service owner stays one, so each has a world of its own.
        let stage = Stage::set("service-owner.toml", newcomer);
        if let Some(first) = &first {
            stage.takes_as_long_as(first);
        }
        let entry = stage.done_once(&register, kill);
        assert_eq!(entry.made, known::NEWCOMER.number, "{kill:?}");
        stage.done_once(&Deed::new("configure-resource", &[], &["PUT /broker/api/v1/resource/"]), kill);
        first.get_or_insert(stage);
    }
}

#[test]
fn a_limit_is_set_once_and_taken_back_once() {
    let stage = Stage::set("service-owner.toml", newcomer);
    stage.does(&["do", "register-owner"]);
    stage.does(&["do", "configure-resource", "--broker-time-to-live", "P20D"]);
    let deed = Deed::new("configure-resource", &["--broker-time-to-live", "P7D"], &["PUT /broker/api/v1/resource/"]);
    for kill in deed.kills(20_261_138) {
        let entry = stage.done_once(&deed, kill);
        stage.undone_once(deed.name, &entry, kill, &["PUT /broker/api/v1/resource/"]);
    }
}

#[test]
fn organisations_are_admitted_once_and_the_resource_restricted_once() {
    let stage = Stage::set("service-owner.toml", newcomer);
    let both = format!("{},{}", known::SENDER.number, known::RECIPIENT.number);
    let admit = ["--add", &both];
    let admit = Deed::new("admit", &admit, &["PUT /resourceregistry/", "PUT /resourceregistry/", "POST /resourceregistry/"]);
    let confirmed = ["--confirm-id", RESOURCE];
    let restrict = Deed::new("restrict-resource", &confirmed, &["PUT /resourceregistry/api/v1/resource/"]);
    for kill in admit.kills(20_261_139) {
        let admitted = stage.done_once(&admit, kill);
        if let Kill::Never | Kill::At(Which::Change(1), _) | Kill::Sometime(_) = kill {
            let restricted = stage.done_once(&restrict, kill);
            stage.undone_once(restrict.name, &restricted, kill, &["PUT /resourceregistry/api/v1/resource/"]);
        }
        stage.undone_once(admit.name, &admitted, kill, &["DELETE ", "DELETE ", "DELETE "]);
    }
}
