//! Torn, changed and mixed input, for a few seconds and by a seed: keys, answers files and the bodies of services. Nothing panics and
//! nothing waits. `fuzz/` has the same for long runs. `FUZZ_SEED` sets the seed and `FUZZ_ROUNDS` how many times as much is tried.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

mod answers;
mod bodies;
#[path = "../../crates/altinn-sandbox/tests/fuzz/plan/dice.rs"]
mod dice;
mod mutation;

use broker_setup::keys;
use dice::Dice;
use secrecy::SecretString;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Far above what any of it takes, on a loaded machine too, and far below for ever.
const PATIENCE: Duration = Duration::from_secs(60);

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn seed() -> u64 {
    from_environment("FUZZ_SEED", 20_261_128)
}

fn rounds(usual: u64) -> u64 {
    usual * from_environment("FUZZ_ROUNDS", 1)
}

fn files(folder: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| std::fs::read(path).unwrap()).collect()
}

#[test]
fn any_key_is_read_or_named() {
    let files = files("tests/keys");
    let mut dice = Dice::seeded(seed());
    let password = SecretString::from("sesame");
    for round in 0..rounds(400) {
        let one = mutation::of(&dice.one(&files), &files, &mut dice);
        let other = mutation::of(&dice.one(&files), &files, &mut dice);
        let begun = Instant::now();
        let _ = keys::read(&one, Some("throw-away"), Some(&password));
        let _ = keys::read_certificate(&one, Some(&other), Some(&password));
        let _ = keys::issuer(&one);
        assert!(begun.elapsed() < PATIENCE, "round {round} of seed {}", seed());
    }
}

#[test]
fn any_answers_file_is_taken_or_refused_with_its_line() {
    let reader = answers::Reader::new();
    let mut dice = Dice::seeded(seed());
    for _ in 0..rounds(3000) {
        let text = answers::file(&mut dice);
        reader.read(&text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_body_of_a_service_leads_to_findings() {
    let stage = bodies::Stage::open().await;
    for round in 0..rounds(40) {
        stage.check(Dice::seeded(seed().wrapping_add(round))).await;
    }
}
