//! Counts the requests of a run of checks, so that a change that asks twice, or makes checks wait for each other, fails.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use altinn_sandbox::{self as sandbox, Options, People};
use broker_setup::checks::{self, Connection};
use broker_setup::deeds;
use broker_setup::journey::{DeedId, DeedOptions, Evidence, Profile, plan};
use broker_setup::services::Trace;
use std::collections::BTreeMap;
use std::path::Path;
use tokio::sync::mpsc;

/// A role, the most calls of a whole run on a finished setup, and the run's depth in round trips (contract 3).
const MOST: [(&str, usize, u32); 3] = [("sender", 22, 4), ("recipient", 22, 4), ("service-owner", 18, 3)];

async fn made_ready(profile: &Profile, folder: &Path) -> Evidence {
    let mut evidence = Evidence::default();
    for deed in [DeedId::Subscribe, DeedId::SendTest] {
        let connection = Connection::open(profile.clone(), folder, None, evidence, Trace::default()).await.expect("a connection");
        let options = DeedOptions { confirm: true, ..DeedOptions::default() };
        let done = deeds::perform(deed, &connection, &options, mpsc::unbounded_channel().0).await;
        evidence = done.unwrap_or_else(|stopped| panic!("{deed}: {:?}", stopped.message)).evidence;
    }
    evidence
}

#[tokio::test]
async fn a_whole_run_asks_no_more_than_it_must() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = sandbox::start(Options { people: People::Instant, ..Options::default() }).await.expect("a sandbox");
    sandbox::write_kit(folder.path(), &sandbox.world().await, &sandbox.origin).expect("a kit");
    for (role, most, depth) in MOST {
        let answers = std::fs::read_to_string(folder.path().join(format!("{role}.toml"))).unwrap();
        let profile: Profile = toml::from_str(&answers).expect("answers");
        let evidence = made_ready(&profile, folder.path()).await;
        let trace = Trace::default();
        let connection = Connection::open(profile.clone(), folder.path(), None, evidence, trace.clone()).await.expect("a connection");
        let plan = plan(&profile);
        let run = checks::run(&connection, &plan, mpsc::unbounded_channel().0).await;
        assert_eq!(run.findings.len(), plan.checks.len());
        assert_eq!(plan.depth(), depth, "{role}");
        let calls = trace.calls();
        assert!(calls.len() <= most, "{role}: {} calls: {calls:#?}", calls.len());
        // Only these may repeat: the gateway (with and without the API key) and tokens (one for each scope and identity).
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for call in &calls {
            *counts.entry(format!("{} {}", call.method, call.path)).or_default() += 1;
        }
        let repeated: Vec<_> = counts.iter().filter(|(_, count)| **count > 1).map(|(what, count)| format!("{count} {what}")).collect();
        let known = ["POST /token", "exchange/maskinporten", "resourceId=x", "/events/api/v1/subscriptions"];
        assert!(repeated.iter().all(|what| known.iter().any(|part| what.contains(part))), "{role}: {repeated:#?}");
    }
    sandbox.stop().await;
}
