//! The result of a run for Prometheus' textfile collector, in the text format 0.0.4: no times of its own, since the collector takes none.

use super::Report;
use crate::journey::{StepId, StepState, last_test};
use crate::values::one_line;
use jiff::civil::Date;
use std::fmt::Write;

/// The metrics of a report. `key_days_left` counts from today to the day the key ends; it is left out where nobody knows that day, and
/// so is the last proof where there is none.
#[must_use]
pub fn metrics(report: &Report<'_>, key_ends: Option<Date>, today: Date) -> String {
    let readiness = report.readiness();
    let labels = labels(report);
    let mut out = String::new();
    let mut one = |name: &str, help: &str, value: i64| family(&mut out, name, help, &[(labels.clone(), value)]);
    one("broker_setup_ready", "Whether everything is ready (1) or not (0).", i64::from(readiness.is_ready()));
    one("broker_setup_checked_timestamp_seconds", "When the checks were run.", report.checked_at.as_second());
    if let Some(at) = last_test(report.findings) {
        one("broker_setup_last_proof_timestamp_seconds", "When the last test file went through.", at.as_second());
    }
    let days = key_ends.and_then(|ends| today.until((jiff::Unit::Day, ends)).ok()).map(|span| i64::from(span.get_days()));
    if let Some(days) = days {
        one("broker_setup_key_days_left", "Days until the client's key or certificate ends.", days);
    }
    let states: Vec<(String, i64)> = StepId::ALL
        .iter()
        .flat_map(|step| StepState::ALL.iter().map(move |state| (*step, *state)))
        .map(|(step, state)| (format!("{labels},step=\"{step}\",state=\"{state}\""), i64::from(readiness.state(step) == state)))
        .collect();
    family(&mut out, "broker_setup_step_state", "The state that each step is in (1), and those that it is not in (0).", &states);
    out
}

fn family(out: &mut String, name: &str, help: &str, samples: &[(String, i64)]) {
    // Writing to a text cannot fail.
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge");
    for (labels, value) in samples {
        let _ = writeln!(out, "{name}{{{labels}}} {value}");
    }
}

/// What the connection is told apart by.
fn labels(report: &Report<'_>) -> String {
    let profile = report.profile;
    let organisation = profile.organisation.as_ref().map(|organisation| organisation.digits());
    let all = [
        ("profile", report.name),
        ("role", Some(profile.role.name())),
        ("environment", Some(profile.environment.name())),
        ("organisation", organisation),
    ];
    let some = all.iter().filter_map(|(name, value)| Some(format!("{name}=\"{}\"", escaped((*value)?))));
    some.collect::<Vec<_>>().join(",")
}

fn escaped(value: &str) -> String {
    one_line(value).replace('\\', r"\\").replace('"', "\\\"")
}
