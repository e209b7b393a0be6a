//! A sandbox that is killed between two changes leaves a world with every change that it has answered (contract 8).

use crate::support::*;
use altinn_sandbox::{running, stored_world};
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

/// A token with which the sandbox's sender sends, from the test token generator.
async fn token(origin: &Url, world: &Path) -> String {
    let password = stored_world(world).unwrap().api_key.expose().to_owned();
    let mut generator = origin.join("testtools/api/GetEnterpriseToken").unwrap();
    let number = known::SERVICE_OWNER.number;
    generator
        .set_query(Some(&format!("env=tt02&org=prov&orgNo={number}&scopes=altinn:serviceowner+altinn:broker.write+altinn:broker.read")));
    client().get(generator).basic_auth("test", Some(password)).send().await.unwrap().text().await.unwrap()
}

fn transfer() -> Value {
    let party = format!("0192:{}", known::SERVICE_OWNER.number);
    json!({"fileName": "a.bin", "resourceId": known::RESOURCE, "sendersFileTransferReference": "a", "sender": party, "recipients": [party]})
}

/// Contract 8.
#[tokio::test]
async fn killed_at_any_moment_it_has_what_it_answered() {
    let folder = tempfile::tempdir().unwrap();
    let world = folder.path().join("world.json");
    let (mut clients, mut transfers) = (0, Vec::<String>::new());
    let mut random = 0x5eed_u64;
    for round in 0..12_usize {
        let (mut child, origin) = serving(&world);
        // It says where it listens before its keys are made; the first answer comes when its world is on disk.
        client().get(origin.clone()).send().await.unwrap();
        assert_eq!(running(&world).await, Some(origin.clone()), "round {round}");
        let token = token(&origin, &world).await;
        let (portal, sent) = (origin.join("sandbox/portal/clients").unwrap(), origin.join("broker/api/v1/filetransfer").unwrap());
        let (count, counted) = tokio::sync::watch::channel(0);
        let posting = tokio::spawn(async move {
            let http = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
            let (form, mut made_clients, mut ids) = ([("org", known::SENDER.number), ("name", "one more")], 0, Vec::new());
            loop {
                let Ok(answer) = http.post(portal.clone()).form(&form).send().await else { break };
                assert!(answer.status().is_redirection(), "{}", answer.status());
                made_clients += 1;
                let Ok(answer) = http.post(sent.clone()).bearer_auth(&token).json(&transfer()).send().await else { break };
                assert_eq!(answer.status(), 200);
                let Ok(made) = answer.json::<Value>().await else { break };
                ids.push(made["fileTransferId"].as_str().unwrap().to_owned());
                count.send_replace(ids.len());
            }
            (made_clients, ids)
        });
        // Killed while requests are being made, at a different moment in each round.
        let mut counted = counted;
        counted.wait_for(|count| *count > round % 4).await.unwrap();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        for _ in 0..(random >> 33) % 4000 {
            tokio::task::yield_now().await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let (made_clients, ids) = posting.await.unwrap();
        clients += made_clients;
        transfers.extend(ids);
        let kept = stored_world(&world).expect("a whole world at any moment");
        let on_disk = kept.maskinporten.clients.len() - known::CLIENTS.len();
        assert!(on_disk == clients || on_disk == clients + 1, "{on_disk} on disk, {clients} answered");
        clients = on_disk;
        let lost = transfers.iter().filter(|id| kept.broker.transfer(id.parse().unwrap()).is_none()).count();
        assert_eq!(lost, 0, "of {} transfers", transfers.len());
        assert_eq!(running(&world).await, None);
    }
    let sandbox = started(options(&world)).await;
    assert_eq!(sandbox.set_aside, None);
    assert_eq!(sandbox.world().await.maskinporten.clients.len(), known::CLIENTS.len() + clients);
    sandbox.stop().await;
}
