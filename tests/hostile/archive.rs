//! `support` against a platform that sends back all that it was sent, in every form: nothing of it is in any file of the archive. The
//! private key is sent to nobody, so that nobody could send it back.

use crate::cases::{Case, echoes};
use crate::echo::{KEY_FILE, Place, assert_harmless, canaries, forms};
use crate::program::program;
use crate::server::{Manner, Server, path_of};
use crate::unpacked::unpacked;
use altinn_sandbox::{Options, Sandbox, start, write_kit};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// Echoes in each place of an answer: its body in each shape, its headers, its address.
const CASES: [&str; 7] = [
    "400 with an echo in a problem",
    "400 with an echo in Maskinporten's form",
    "401 with an echo in the gateway's form",
    "200 with an echo in a token",
    "403 with an echo in plain text",
    "302 with an echo in the host and the query",
    "401 with echoes in headers",
];

struct Scene {
    sandbox: Sandbox,
    home: TempDir,
}

impl Scene {
    async fn set() -> Self {
        let sandbox = start(Options::default()).await.expect("a sandbox");
        let home = tempfile::tempdir().expect("a home");
        write_kit(&home.path().join("kit"), &sandbox.world().await, &sandbox.origin).expect("a kit");
        Self { sandbox, home }
    }

    /// The requests that a hostile server has heard while `support` ran against it, and the archive.
    fn archive(&self, case: Case, is_maskinporten_too: bool) -> (Vec<String>, Vec<(String, String)>) {
        let sandbox = self.sandbox.origin.socket_addrs(|| None).expect("an address")[0];
        let case = Arc::new(case);
        // What stands before the last services is passed on, so that tokens are made and brought to those.
        let is_hostile = move |path: &str| is_maskinporten_too || path.starts_with("/broker") || path.starts_with("/events");
        let server =
            Server::by_request(move |request| if is_hostile(path_of(request)) { case.answer(request) } else { Manner::Forward(sandbox) });
        let maskinporten = if is_maskinporten_too { server.base() } else { self.sandbox.origin.to_string() };
        let kit = self.home.path().join("kit");
        let mut answers: toml::Table = std::fs::read_to_string(kit.join("sender.toml")).expect("the kit").parse().expect("TOML");
        let addresses = [("platform", server.base()), ("maskinporten", maskinporten)];
        let addresses = addresses.into_iter().map(|(name, address)| (name.to_owned(), toml::Value::from(address))).collect();
        answers.insert("environment".to_owned(), toml::Value::Table(addresses));
        answers.insert("api_key".to_owned(), "file:hostile-key.txt".into());
        std::fs::write(kit.join("hostile-key.txt"), KEY_FILE).expect("written");
        std::fs::write(kit.join("hostile.toml"), answers.to_string()).expect("the answers");
        let file = self.home.path().join("support.zip");
        let arguments = ["support", "--answers", "kit/hostile.toml", "--output", "support.zip", "--yes"];
        let output = program(self.home.path()).args(arguments).output().expect("it runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let files = unpacked(&file);
        std::fs::remove_file(&file).expect("the next one is written anew");
        (server.heard(), files)
    }
}

fn key_lines(kit: &Path) -> Vec<String> {
    let key = std::fs::read_to_string(kit.join("sender.pem")).expect("a key");
    key.lines().filter(|line| line.len() > 40 && !line.starts_with("---")).map(ToOwned::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_a_host_sends_back_is_in_any_file_of_the_archive() {
    let scene = Scene::set().await;
    let lines = key_lines(&scene.home.path().join("kit"));
    assert!(lines.len() > 10);
    let mut brought = (false, false);
    for name in CASES {
        for is_maskinporten_too in [false, true] {
            let case = echoes().into_iter().find(|case| case.name == name).unwrap_or_else(|| panic!("no case {name}"));
            let (heard, files) = tokio::task::block_in_place(|| scene.archive(case, is_maskinporten_too));
            let sent = heard.join("\n");
            brought =
                (brought.0 || sent.contains("assertion=ey"), brought.1 || sent.to_ascii_lowercase().contains("authorization: bearer ey"));
            let secrets = canaries(&heard);
            assert!(!secrets.is_empty() && files.len() == 7, "{name}: {files:?}");
            for (file, text) in &files {
                assert_harmless(&format!("{name}, {file}"), text, &secrets, Place::Inside);
                for form in lines.iter().flat_map(|line| forms(line)) {
                    assert!(!text.contains(&form) && !sent.contains(&form), "{name}: the private key in {file}, or on its way");
                }
            }
        }
    }
    assert_eq!(brought, (true, true), "an assertion and a token were brought to the host that sends them back");
}
