//! Sends the requests that the real servers were sent, in the same order, and compares the sandbox's answers with theirs. `README.md`
//! beside this file says which servers, and how the answers were recorded. `departures.toml` lists each member that may differ, with
//! the reason.
//!
//! `cargo test -p altinn-sandbox --test recorded -- --nocapture` prints how many answers agree.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so by panicking")]

#[path = "../support/mod.rs"]
mod support;

mod comparable;
mod departures;
mod difference;
mod names;
mod recording;
mod replay;

use departures::Departures;
use recording::Recording;

/// Replays one service's recording, prints how many answers agree, and fails on each difference that `departures.toml` does not list.
async fn agrees(service: &str, recording: &str) {
    let recording = Recording::read(recording);
    let mut departures = Departures::of(service);
    let answers = replay::answers(&recording).await;
    let mut differences = Vec::new();
    let mut departing = 0;
    for (request, answer) in recording.requests().zip(&answers) {
        let found = difference::between(answer, &request.answer);
        let (listed, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|difference| departures.lists(&request.name, &difference.member));
        departing += usize::from(!listed.is_empty() && others.is_empty());
        if !others.is_empty() {
            differences.push(difference::described(request, &others));
        }
    }
    let agreeing = answers.len() - departing - differences.len();
    println!("{service}: {agreeing} of {} answers agree, {departing} depart as listed, {} differ", answers.len(), differences.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    departures.all_needed();
}

#[tokio::test]
async fn broker_answers_as_the_real_one() {
    agrees("broker", include_str!("broker.json")).await;
}

#[tokio::test]
async fn events_answers_as_the_real_one() {
    agrees("events", include_str!("events.json")).await;
}

#[tokio::test]
async fn the_resource_registry_answers_as_the_real_one() {
    agrees("registry", include_str!("registry.json")).await;
}

#[tokio::test]
async fn authentication_answers_as_the_real_one() {
    agrees("authentication", include_str!("authentication.json")).await;
}
