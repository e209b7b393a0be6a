//! Answers of the services, changed as the bytes say: the checks end with findings.

#![no_main]
#![allow(dead_code)]

#[path = "../../tests/fuzz/bodies.rs"]
mod bodies;
#[path = "../../crates/altinn-sandbox/tests/fuzz/plan/dice.rs"]
mod dice;
#[path = "../../tests/fuzz/mutation.rs"]
mod mutation;

use dice::Dice;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use std::time::Duration;
use tokio::runtime::Runtime;

/// Far above what a run takes.
const PATIENCE: Duration = Duration::from_secs(60);

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
static STAGE: LazyLock<bodies::Stage> = LazyLock::new(|| RUNTIME.block_on(bodies::Stage::open()));

fuzz_target!(|bytes: &[u8]| {
    // The tasks of a round may outlive it, so the bytes stay; the fuzzer's own limit on memory bounds that.
    let dice = Dice::of_bytes(Vec::leak(bytes.to_vec()));
    RUNTIME.block_on(STAGE.check(dice));
});
