//! How a fault is set for a check or a deed: at every service that it asks, and at each of them alone.

use altinn_sandbox::faults::{Fault, Service, Setting};
use broker_setup::values::Call;
use std::time::Duration;

/// How long a call may take while answers are late, so that the run is short. It is far more than an answer of this machine needs.
pub const SHORT: Duration = Duration::from_secs(4);
/// More calls than a run or a deed makes, so that what is left tells whether any was struck.
pub const CALLS: u32 = 1_000_000;

/// The fault at every service that these calls ask; and where it can strike several services, at each of them alone.
pub fn settings(fault: &'static Fault, calls: &[Call]) -> Vec<(String, Setting)> {
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
