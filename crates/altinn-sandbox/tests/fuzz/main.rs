//! Sends random requests to every route: there must be no panic and no 5xx except those that the facts list. The run is short and
//! seeded; `fuzz/` has the same for long runs. `FUZZ_SEED` sets the seed and `FUZZ_REQUESTS` the number of requests.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

mod allowed;
mod parts;
mod plan;

use altinn_sandbox::{Gateway, Options, People, Proxy, Sandbox, start};
use plan::{Dice, Parts, Plan};
use reqwest::Client;
use std::sync::{Arc, Mutex};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

const REQUESTS: u64 = 2500;
const CONNECTIONS: u64 = 200;

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Collects every panic of this process, in any task.
fn panics() -> Arc<Mutex<Vec<String>>> {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (noting, before) = (Arc::clone(&seen), std::panic::take_hook());
    std::panic::set_hook(Box::new(move |panic| {
        noting.lock().unwrap().push(panic.to_string());
        before(panic);
    }));
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn any_request_to_any_route_is_answered_without_a_5xx_that_the_facts_do_not_list() {
    let panics = panics();
    let proxy = Proxy { listen: "127.0.0.1:0".parse().unwrap(), gateway: Gateway::Open };
    let sandbox = start(Options { gateway: Gateway::Open, people: People::Instant, proxy: Some(proxy), ..Options::default() })
        .await
        .expect("it starts");
    let mut parts = parts::of(&sandbox).await;
    let (seed, requests) = (from_environment("FUZZ_SEED", 20_261_123), from_environment("FUZZ_REQUESTS", REQUESTS));
    let mut dice = Dice::seeded(seed);
    // One connection for each request, so that a broken one does not fail the next request.
    let client = Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client");
    let mut taken = 0;
    for number in 0..requests {
        let plan = Plan::of(&mut dice, &parts);
        let described = || format!("request {number} of seed {seed}: {}", plan.described());
        let answer = plan.request(&client).send().await.unwrap_or_else(|error| panic!("{error:?}\n{}", described()));
        let status = answer.status();
        let body = answer.bytes().await.unwrap_or_else(|error| panic!("{error:?}\n{}", described()));
        assert!(!status.is_server_error() || allowed::is_listed(&plan), "{status} {}\n{}", String::from_utf8_lossy(&body), described());
        taken += u64::from(status.is_success());
        // Later requests use the ids of what was created.
        if let Ok(made) = serde_json::from_slice::<serde_json::Value>(&body)
            && let Some(id) = ["fileTransferId", "id", "client_id"].iter().find_map(|name| made.get(name))
            && parts.ids.len() < 200
        {
            parts.ids.push(id.as_str().map_or_else(|| id.to_string(), str::to_owned));
        }
    }
    // If almost every request were refused, the test would prove little.
    assert!(taken * 8 > requests, "only {taken} of {requests} requests were taken");
    torn(&sandbox, &mut dice, &parts).await;
    let answers = client.get(sandbox.origin.join("jwk").unwrap()).send().await.expect("it still answers");
    assert_eq!(answers.status(), 200);
    sandbox.stop().await;
    let seen = panics.lock().unwrap().clone();
    assert!(seen.is_empty(), "{seen:#?}");
}

/// Connections that send no HTTP, or close in the middle of a request.
async fn torn(sandbox: &Sandbox, dice: &mut Dice<'_>, parts: &Parts) {
    let addresses = [sandbox.origin.socket_addrs(|| None).unwrap()[0], sandbox.proxy.as_ref().unwrap().address];
    for _ in 0..CONNECTIONS {
        let plan = Plan::of(dice, parts);
        let opening = if dice.below(3) == 0 { "CONNECT platform.tt02.altinn.no:443 HTTP/1.1\r\n\r\n" } else { "" };
        let mut said =
            format!("{opening}{} {} HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", plan.method, plan.url.path()).into_bytes();
        said.extend_from_slice(&plan.body);
        said.truncate(dice.below(said.len()));
        let mut stream = TcpStream::connect(addresses[dice.below(2)]).await.expect("it listens");
        // The sandbox may close the connection before all is written.
        let _ = stream.write_all(if dice.below(2) == 0 { &plan.body } else { &said }).await;
        let _ = stream.shutdown().await;
    }
}
