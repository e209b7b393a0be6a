//! A sandbox that is killed between two changes leaves a world with every change that it has answered (contract 8).

use crate::support::*;
use altinn_sandbox::running;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use url::Url;

fn options(world: &Path) -> Options {
    Options { gateway: Gateway::Open, people: People::Never, world: Some(world.to_owned()), ..Options::default() }
}

/// Starts the sandbox program, which the test kills.
fn serving(world: &Path) -> (Child, Url) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_altinn-sandbox"))
        .args(["--json", "--gateway", "open", "--people", "never", "--world"])
        .arg(world)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let said: Value = serde_json::from_str(&line).expect("one line of JSON");
    (child, said["platform"].as_str().expect("an origin").parse().unwrap())
}

/// Contract 8.
#[tokio::test]
async fn killed_at_any_moment_it_has_what_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let world = folder.path().join("world.json");
    let mut answered = 0;
    for round in 0..12u64 {
        let (mut child, origin) = serving(&world);
        assert_eq!(running(&world).await, Some(origin.clone()), "round {round}");
        let clients = origin.join("sandbox/portal/clients").unwrap();
        let posting = tokio::spawn(async move {
            let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
            let (form, mut count) = ([("org", known::SENDER.number), ("name", "one more")], 0u64);
            while let Ok(answer) = http.post(clients.clone()).form(&form).send().await {
                if !answer.status().is_redirection() {
                    break;
                }
                count += 1;
            }
            count
        });
        // Killed while requests are being made: only after some changes are on disk, and at a different moment in each round.
        let wanted = answered + 2 + usize::try_from(round % 4).unwrap();
        while on_disk(&world) < wanted {
            tokio::task::yield_now().await;
        }
        for _ in 0..uuid::Uuid::new_v4().as_u128() % 2000 {
            tokio::task::yield_now().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        answered += usize::try_from(posting.await.unwrap()).unwrap();
        let kept = on_disk(&world);
        assert!(kept == answered || kept == answered + 1, "{kept} on disk, {answered} answered");
        answered = kept;
        assert_eq!(running(&world).await, None);
    }
    let sandbox = started(options(&world)).await;
    assert_eq!(sandbox.set_aside, None);
    let one_more = |client: &&Value| client["registration"]["described"]["client_name"] == "one more";
    let clients = serde_json::to_value(&sandbox.world().await.maskinporten.clients).unwrap();
    assert_eq!(clients.as_array().unwrap().iter().filter(one_more).count(), answered);
    sandbox.stop().await;
}

fn on_disk(world: &Path) -> usize {
    let file: Value = serde_json::from_slice(&std::fs::read(world).unwrap()).expect("a whole world at any moment");
    file.to_string().matches(r#""client_name":"one more""#).count()
}
