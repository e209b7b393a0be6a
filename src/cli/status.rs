//! `status`: prints the saved findings. It makes no request.

use super::console::Console;
use super::end::{End, Stop};
use super::selection::Selection;
use super::{choice, open};
use crate::journey::{SavedState, Situation, next, plan};
use crate::report::{Format, Report};
use crate::values::Value;
use clap::Args;
use jiff::Timestamp;

#[derive(Args)]
pub(super) struct StatusArgs {
    #[command(flatten)]
    selection: Selection,
    #[arg(long, value_name = "FORMAT", value_parser = choice::format(), default_value = "text")]
    format: Format,
}

pub(super) async fn run(args: StatusArgs, console: &Console) -> Result<End, Stop> {
    let engine = open::engine(console)?;
    let selected = args.selection.answers(&engine, console).await?;
    let SavedState { findings, journal, .. } = open::state(&selected, &engine, console);
    let plan = plan(&selected.profile);
    if findings.is_empty() {
        console.say(&console.word("said.nothing-found", &[("command", Value::Text("broker-setup check".to_owned()))]));
    }
    let checked_at = findings.iter().map(|finding| finding.checked_at).max().unwrap_or_else(Timestamp::now);
    let left = next(Situation { profile: &selected.profile, findings: &findings, journal: &journal, now: Timestamp::now() });
    let report = Report {
        name: selected.name.as_deref(),
        named_by: &args.selection.named_by(&selected),
        profile: &selected.profile,
        plan: &plan,
        findings: &findings,
        next: &left,
        checked_at,
        partial: false,
        strict: false,
    };
    console.print_report(&report, args.format)?;
    Ok(report.conclusion().into())
}
