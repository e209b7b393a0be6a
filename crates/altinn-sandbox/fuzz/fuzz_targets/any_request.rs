//! Sends one request to a sandbox that runs as long as the fuzzer: there must be no panic and no 5xx except those that the facts list.

#![no_main]
#![allow(dead_code)]

#[path = "../../tests/fuzz/allowed.rs"]
mod allowed;
#[path = "../../tests/fuzz/parts.rs"]
mod parts;
#[path = "../../tests/fuzz/plan/mod.rs"]
mod plan;

use altinn_sandbox::{Gateway, Options, People, Sandbox, start};
use libfuzzer_sys::fuzz_target;
use plan::{Dice, Parts, Plan};
use std::sync::LazyLock;
use tokio::runtime::Runtime;

struct Stage {
    runtime: Runtime,
    client: reqwest::Client,
    parts: Parts,
    _sandbox: Sandbox,
}

static STAGE: LazyLock<Stage> = LazyLock::new(|| {
    // A panic in a task must end the fuzzer too.
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        before(panic);
        std::process::abort();
    }));
    let runtime = Runtime::new().expect("a runtime");
    let (sandbox, parts) = runtime.block_on(async {
        let options = Options { gateway: Gateway::Open, people: People::Instant, ..Options::default() };
        let sandbox = start(options).await.expect("a sandbox");
        let parts = parts::of(&sandbox).await;
        (sandbox, parts)
    });
    let client = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client");
    Stage { runtime, client, parts, _sandbox: sandbox }
});

fuzz_target!(|bytes: &[u8]| {
    let stage = &*STAGE;
    let plan = Plan::of(&mut Dice::of_bytes(bytes), &stage.parts);
    stage.runtime.block_on(async {
        let answer = plan.request(&stage.client).send().await.unwrap_or_else(|error| panic!("{error:?}\n{}", plan.described()));
        let status = answer.status();
        assert!(!status.is_server_error() || allowed::is_listed(&plan), "{status}\n{}", plan.described());
    });
});
