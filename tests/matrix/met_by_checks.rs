//! What the checks of a ready setup say while a fault is set.

use crate::desk::accusations;
use crate::rows::{PASSES, Row};
use crate::world::ReadyWorld;
use altinn_sandbox::faults::{self, Face, Fault, Service, Setting, Shape};
use broker_setup::journey::Finding;
use broker_setup::values::Call;
use std::time::Duration;

/// How long a call may take while answers are late, so that the run is short. It is far more than an answer of this machine needs.
const SHORT: Duration = Duration::from_secs(2);

pub async fn rows(world: &ReadyWorld) -> Vec<Row> {
    let (_, trace) = world.check(None).await;
    let calls = trace.calls();
    let mut rows = Vec::new();
    for fault in faults::all().iter().filter(|fault| fault.face == Face::Http && strikes(fault, &calls)) {
        world.desk.sandbox.shared().faults.set(Setting::of(fault));
        let (run, _) = world.check((fault.shape == Shape::Slow).then_some(SHORT)).await;
        world.desk.sandbox.shared().faults.clear_all();
        let row = |says: String| Row { fault: fault.name.clone(), role: world.part.name().to_owned(), by: "check".to_owned(), says };
        let accused = accusations(&run);
        if accused.is_empty() {
            rows.push(row(PASSES.to_owned()));
        }
        rows.extend(accused.into_iter().map(|finding| row(said(finding))));
    }
    rows
}

fn strikes(fault: &Fault, calls: &[Call]) -> bool {
    calls.iter().any(|call| {
        let path = call.path.split('?').next().unwrap_or_default();
        Service::of(path).is_some_and(|service| fault.strikes(service, &call.method, path))
    })
}

fn said(finding: &Finding) -> String {
    let who = finding.message.who().map_or("-", |who| who.name());
    let code = finding.code.as_deref().unwrap_or("-");
    format!("{} {} {code} {} {who}", finding.check, finding.outcome.name(), finding.message.words())
}
