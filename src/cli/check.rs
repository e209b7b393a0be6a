//! `check`: runs the checks against the services, keeps the findings and prints them.

use super::console::Console;
use super::end::{End, Stop};
use super::progress::ProgressLine;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use super::{choice, open};
use crate::engine::{self, ChosenAnswers, Engine, OpenConnection, Run};
use crate::journey::{CheckId, Finding, Plan, Situation, next, plan};
use crate::report::{Format, Report};
use crate::values::{Call, Value};
use clap::Args;
use jiff::Timestamp;
use tokio::sync::mpsc;

#[derive(Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "ID", value_parser = choice::check(), hide_possible_values = true)]
    ids: Vec<CheckId>,
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    trust: TrustArgs,
    #[arg(long, value_name = "FORMAT", value_parser = choice::format(), default_value = "text")]
    format: Format,
}

pub(super) async fn run(args: CheckArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let selected = args.selection.answers(engine, console).await?;
    if !trust::agreed(&args.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let whole = plan(&selected.profile);
    let part = part_of_plan(&args.ids, &whole, &selected, console)?;
    let state = open::state(&selected, engine, console);
    let opened = open::connect(&selected, state.evidence, engine, console).await?;
    let run = run_with_progress(engine, &opened, &part, console).await;
    let checked_at = Timestamp::now();
    engine.close().await;
    log(&opened.calls(), &run.findings);
    let found = open::state(&selected, engine, console);
    let situation = Situation { profile: &selected.profile, findings: &found.findings, journal: &found.journal, now: checked_at };
    let left = next(situation);
    let report = Report {
        name: selected.name.as_deref(),
        named_by: &args.selection.named_by(&selected),
        profile: &selected.profile,
        plan: &whole,
        findings: &run.findings,
        next: &left,
        checked_at,
        partial: !args.ids.is_empty(),
    };
    console.print_report(&report, args.format)?;
    Ok(report.conclusion().into())
}

/// The checks named on the command line and those they need; all checks when none was named. Naming a check that the role does
/// not have is a usage error.
fn part_of_plan(ids: &[CheckId], whole: &Plan, selected: &ChosenAnswers, console: &Console) -> Result<Plan, Stop> {
    if ids.is_empty() {
        return Ok(whole.clone());
    }
    if let Some(foreign) = ids.iter().find(|id| !whole.contains(**id)) {
        let checks = whole.checks.iter().map(|planned| planned.check.to_string()).collect();
        let role = console.text.role_within(selected.profile.role);
        let values = [("check", Value::Text(foreign.to_string())), ("role", Value::Text(role)), ("checks", Value::List(checks))];
        return Err(Stop::Usage(console.word("problem.check-unknown", &values)));
    }
    Ok(whole.only(&selected.profile, ids))
}

/// Runs the checks and shows on the progress line which one started last.
async fn run_with_progress(engine: &Engine, opened: &OpenConnection, plan: &Plan, console: &Console) -> Run {
    let (sender, mut progress) = mpsc::unbounded_channel();
    let mut line = ProgressLine::new(console);
    let mut done = 0_usize;
    let run = engine.check(opened, plan, sender);
    tokio::pin!(run);
    loop {
        tokio::select! {
            run = &mut run => return run,
            Some(step) = progress.recv() => match step {
                engine::Progress::Started(check) => {
                    let values = [("check", Value::Text(check.to_string())), ("done", (&done).into()), ("all", (&plan.checks.len()).into())];
                    line.show(&console.word("said.progress", &values));
                }
                engine::Progress::Found(_) => done += 1,
            },
        }
    }
}

fn log(calls: &[Call], findings: &[Finding]) {
    for call in calls {
        let status = call.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
        tracing::debug!("{} {}{} {status} {} ms", call.method, call.host, call.path, call.took_ms);
    }
    for finding in findings {
        let code = finding.code.as_deref().unwrap_or_default();
        tracing::info!("{} {} {} {code} {} ms", finding.check, finding.outcome.name(), finding.message.id(), finding.took_ms);
    }
}
