//! What is wrong with the client's key, told by its own check: for commands that need a key and find none.

use super::console::Console;
use super::end::{End, Stop};
use crate::engine::{ChosenAnswers, Engine, OpenConnection};
use crate::journey::{CheckId, Finding, plan};
use crate::report::{Format, Report};
use jiff::Timestamp;
use tokio::sync::mpsc;

/// Runs the check of the key alone, closes the engine and prints the report. Returns what was found, and the end of the report.
pub(super) async fn report(
    opened: &OpenConnection,
    selected: &ChosenAnswers,
    named_by: &str,
    engine: &Engine,
    console: &Console,
) -> Result<(Vec<Finding>, End), Stop> {
    let (progress, _) = mpsc::unbounded_channel();
    let plan = plan(&selected.profile).only(&selected.profile, &[CheckId::ClientKey]);
    let run = opened.run_checks(&plan, progress).await;
    engine.close().await;
    let report = Report {
        name: selected.name.as_deref(),
        named_by,
        profile: &selected.profile,
        plan: &plan,
        findings: &run.findings,
        next: &[],
        checked_at: Timestamp::now(),
        partial: true,
        strict: false,
    };
    console.print_report(&report, Format::Text)?;
    let end = report.conclusion().into();
    Ok((run.findings, end))
}
