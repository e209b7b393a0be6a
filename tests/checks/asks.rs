//! What `explain` says that a check asks is what the checks ask.

use crate::desk::{Desk, OWNER, Outcome, SENDER};
use altinn_sandbox::Part;
use broker_setup::checks::{Connection, run};
use broker_setup::journey::{Asks, CheckId, Evidence, Service, plan};
use broker_setup::services::Trace;
use broker_setup::values::Call;
use tokio::sync::mpsc;

/// Whether a call is the one that is described. A part in brackets is the profile's own.
fn is_call(asks: &Asks, call: &Call) -> bool {
    let Some(path) = asks.path else { return call.method == asks.method };
    let called = call.path.split('?').next().unwrap_or_default();
    let (wanted, called): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), called.split('/').collect());
    let fits = wanted.len() == called.len() && wanted.iter().zip(&called).all(|(part, there)| part.starts_with('<') || part == there);
    call.method == asks.method && fits
}

#[tokio::test]
async fn the_calls_of_a_run_are_those_that_its_checks_are_said_to_make() -> Outcome {
    for part in [SENDER, OWNER, Part::Recipient] {
        let desk = Desk::open().await?;
        let profile = desk.profile(part, &[]).await?;
        let (plan, role, trace) = (plan(&profile), profile.role, Trace::default());
        let connection =
            Connection::open(profile, desk.folder.path(), Some(&desk.sandbox.origin), Evidence::default(), trace.clone()).await?;
        run(&connection, &plan, mpsc::unbounded_channel().0).await;
        let calls = trace.calls();
        let said: Vec<(CheckId, &Asks)> =
            plan.checks.iter().flat_map(|planned| planned.check.asks(role).iter().map(|asks| (planned.check, asks))).collect();
        for call in &calls {
            // The sandbox's own webhook and its inbox are no service of Altinn's.
            let is_the_sandboxes = call.path.contains("sandbox");
            let is_said = said.iter().any(|(_, asks)| asks.path.is_some() && is_call(asks, call));
            let is_webhook = call.method == "GET" && said.iter().any(|(check, _)| *check == CheckId::EventsEndpoint);
            assert!(is_said || is_the_sandboxes || is_webhook, "{role}: nobody is said to call {} {}", call.method, call.path);
        }
        // The sandbox is one host, so that it is asked once whether it answers.
        let is_the_same_host = |asks: &Asks| asks.service == Service::Maskinporten && asks.method == "GET";
        for (check, asks) in said.iter().filter(|(_, asks)| !asks.at_times && !is_the_same_host(asks)) {
            assert!(calls.iter().any(|call| is_call(asks, call)), "{role}: {check} does not call {asks:?}");
        }
    }
    Ok(())
}
