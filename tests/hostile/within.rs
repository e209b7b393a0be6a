//! One hostile service among the sandbox's own ones. The program gets real tokens, so that it comes to this service, and so that it
//! has secrets that it could lose there.

use crate::program::{Checked, check_role};
use crate::server::{Manner, Server, answer, typed};
use altinn_sandbox::{self as sandbox, Options, Sandbox};
use std::net::SocketAddr;
use tempfile::TempDir;

/// A role, the path of a service, and the checks that depend on that service.
const SERVICES: &[(&str, &str, &[&str])] = &[
    ("sender", "/authentication/api/v1/exchange", &["client.exchange"]),
    ("sender", "/resourceregistry", &["access.resource", "access.policy"]),
    ("sender", "/authentication/api/v1/systemregister", &["access.system"]),
    ("sender", "/authentication/api/v1/systemuser", &["access.system-user"]),
    ("sender", "/broker", &["key.gateway", "integrate.list"]),
    ("recipient", "/events", &["events.subscription"]),
    ("service-owner", "/broker", &["access.service-owner", "access.resource-config"]),
    ("service-owner", "/events", &["events.subscription"]),
];

struct Scene {
    sandbox: Sandbox,
    address: SocketAddr,
    kit: TempDir,
    api_key: String,
}

impl Scene {
    async fn set() -> Self {
        let sandbox = sandbox::start(Options::default()).await.expect("a sandbox");
        let kit = tempfile::tempdir().expect("a folder");
        sandbox::write_kit(kit.path(), &sandbox.world().await, &sandbox.origin).expect("a kit");
        let address = sandbox.origin.socket_addrs(|| None).expect("an address")[0];
        let api_key = std::fs::read_to_string(kit.path().join("api-key.txt")).expect("a key").trim().to_owned();
        Self { sandbox, address, kit, api_key }
    }

    /// Runs `check` as a role, through a server that is hostile below one path and passes on everything else to the sandbox.
    async fn check(&self, role: &'static str, path: &'static str, manner: Manner) -> Checked {
        let address = self.address;
        let between = Server::by_path(move |request| if request.starts_with(path) { manner.clone() } else { Manner::Forward(address) });
        let file = self.kit.path().join(format!("{role}.toml"));
        let answers = std::fs::read_to_string(&file).expect("answers");
        // Maskinporten's address stays, because it is the audience of every assertion.
        let platform = format!("platform = \"{}\"", self.sandbox.origin);
        let changed = answers.replace(&platform, &format!("platform = \"{}\"", between.base()));
        assert_ne!(answers, changed);
        std::fs::write(self.kit.path().join("answers.toml"), changed).expect("written");
        let folder = self.kit.path().to_owned();
        let checked = tokio::task::spawn_blocking(move || check_role(&folder)).await.expect("it runs");
        let shown = format!("{}{}", checked.document, checked.said);
        assert!(!shown.contains("eyJ") && !shown.contains(&self.api_key), "{role} {path}: {shown}");
        checked
    }
}

/// Whether the check passed because a system-user token was issued: that proves step 3 without the other services (contract 3).
fn is_proven_otherwise(check: &serde_json::Value) -> bool {
    check["verdict"] == "pass" && check["summary"].as_str().is_some_and(|summary| summary.starts_with("the token proves"))
}

/// The check itself, or the one that says the same for it.
fn says_it<'a>(checked: &'a Checked, id: &str) -> &'a serde_json::Value {
    let check = checked.check(id);
    check["needs"].as_str().map_or(check, |by| checked.check(by))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_service_does_not_say_is_unknown_and_nobodys_fault() {
    let scene = Scene::set().await;
    for (role, path, ids) in SERVICES {
        for (name, manner) in [
            ("closed", Manner::Close),
            ("truncated", typed(200, "application/json", b"{\"data\": [{\"id\": \"ey")),
            ("not UTF-8", typed(200, "application/json", &[b'"', 0xff, 0xfe, b'"'])),
            ("a web page", typed(200, "text/html", b"<html>Log in</html>")),
            ("ten megabytes", Manner::TenMegabytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")),
            ("trouble", typed(500, "application/json", b"{}")),
            ("too often", answer(429, "Retry-After: 5\r\n", b"")),
        ] {
            let checked = scene.check(role, path, manner).await;
            for id in *ids {
                let check = says_it(&checked, id);
                assert!(check["verdict"] == "unknown" || is_proven_otherwise(check), "{role} {path} {name} {id}\n{}", checked.lines());
            }
            let failed: Vec<_> = checked.checks().into_iter().filter(|check| check["verdict"] == "fail").collect();
            assert!(failed.is_empty(), "{role} {path} {name}: {failed:#?}");
            assert_eq!(checked.check("client.token")["verdict"], "pass", "{role} {path} {name}");
        }
    }
    scene.sandbox.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_carries_neither_token_nor_key_away() {
    let scene = Scene::set().await;
    let elsewhere = Server::of(typed(200, "application/json", b"{}"));
    for (role, path, ids) in SERVICES {
        for status in [302, 307] {
            let to = format!("Location: {}{path}\r\n", elsewhere.base());
            let checked = scene.check(role, path, answer(status, &to, b"")).await;
            for id in *ids {
                let check = says_it(&checked, id);
                let summary = check["summary"].as_str().unwrap_or_default();
                let names_redirect = check["verdict"] == "unknown" && summary.contains("elsewhere");
                assert!(names_redirect || is_proven_otherwise(check), "{role} {path} {id}\n{}", checked.lines());
            }
        }
    }
    assert_eq!(elsewhere.heard(), Vec::<String>::new());
    scene.sandbox.stop().await;
}
