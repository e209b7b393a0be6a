//! What the checks of a ready setup say while a fault is set.

use crate::desk::accusations;
use crate::rows::{PASSES, Row};
use crate::world::ReadyWorld;
use altinn_sandbox::faults::{self, Face, Fault, Service, Setting, Shape};
use broker_setup::journey::Finding;
use broker_setup::values::Call;
use std::time::Duration;

/// How long a call may take while answers are late, so that the run is short. It is far more than an answer of this machine needs.
const SHORT: Duration = Duration::from_millis(1_500);
/// More calls than a run makes, so that what is left tells whether any was struck.
const CALLS: u32 = 1_000_000;

pub async fn rows(world: &ReadyWorld) -> Vec<Row> {
    let (_, trace) = world.check(None).await;
    let calls = trace.calls();
    let mut rows = Vec::new();
    for (name, setting) in faults::all().iter().filter(|fault| fault.face == Face::Http).flat_map(|fault| settings(fault, &calls)) {
        let short = setting.fault.shape == Shape::Slow;
        let set = &world.desk.sandbox.shared().faults;
        set.set(setting.times(CALLS));
        let (run, _) = world.check(short.then_some(SHORT)).await;
        let struck = set.current().iter().any(|left| left.times != Some(CALLS));
        set.clear_all();
        if !struck {
            continue;
        }
        let row = |says: String| Row { fault: name.clone(), role: world.part.name().to_owned(), by: "check".to_owned(), says };
        let accused = accusations(&run);
        if accused.is_empty() {
            rows.push(row(PASSES.to_owned()));
        }
        rows.extend(accused.into_iter().map(|finding| row(said(finding))));
    }
    rows
}

/// The fault at every service that these calls ask; and where it can strike several services, at each of them alone.
fn settings(fault: &'static Fault, calls: &[Call]) -> Vec<(String, Setting)> {
    let strikes = |call: &Call| {
        let path = call.path.split('?').next().unwrap_or_default();
        Service::of(path).filter(|service| fault.strikes(*service, &call.method, path))
    };
    let struck: Vec<Service> = Service::ANSWERING.into_iter().filter(|one| calls.iter().any(|call| strikes(call) == Some(*one))).collect();
    let whole = (!struck.is_empty()).then(|| (fault.name.clone(), Setting::of(fault)));
    let alone = struck
        .iter()
        .filter(|_| struck.len() > 1)
        .map(|one| (format!("{}@{}", fault.name, one.name()), Setting { only: Some(*one), ..Setting::of(fault) }));
    whole.into_iter().chain(alone).collect()
}

fn said(finding: &Finding) -> String {
    let who = finding.message.who().map_or("-", |who| who.name());
    let code = finding.code.as_deref().unwrap_or("-");
    format!("{} {} {code} {} {who}", finding.check, finding.outcome.name(), finding.message.words())
}
