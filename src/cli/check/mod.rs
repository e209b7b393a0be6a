//! `check`: runs the checks against the services, keeps the findings and prints them.

mod listing;
mod looking;
mod skipping;
mod watched;

use super::console::Console;
use super::end::{End, Stop};
use super::progress::ProgressLine;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use super::{choice, deed, open};
use crate::engine::{self, ChosenAnswers, Engine, OpenConnection, Run};
use crate::files::{paths, publish};
use crate::journey::{CheckId, Finding, Next, Plan, Role, Situation, next, plan};
use crate::report::{Format, Report, metrics};
use crate::values::{Call, Lasting, Value};
use clap::Args;
use jiff::{Timestamp, Zoned};
use skipping::Skipped;
use std::path::PathBuf;
use tokio::sync::mpsc;

/// The value of `--wait` without a duration.
const NO_LIMIT: &str = "";

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
    #[arg(long, conflicts_with_all = ["skip", "wait", "watch", "strict", "metrics"])]
    list: bool,
    #[arg(long, value_name = "ID=REASON")]
    skip: Vec<String>,
    #[arg(long, value_name = "DURATION", num_args = 0..=1, require_equals = true, default_missing_value = NO_LIMIT)]
    wait: Option<String>,
    #[arg(long, conflicts_with = "wait")]
    watch: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_name = "FILE")]
    metrics: Option<PathBuf>,
}

pub(super) async fn run(args: CheckArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    if args.list {
        let role = role_of(&args, engine, console).await?;
        return listing::list(role.as_ref().map_or(Role::ALL, std::slice::from_ref), &args.ids, args.format, console);
    }
    if args.watch && matches!(args.format, Format::Junit | Format::Github) {
        return Err(Stop::Usage(console.word("problem.watch-format", &[])));
    }
    let longest = args.wait.as_deref().filter(|text| *text != NO_LIMIT).map(|text| deed::read::<Lasting>(text, console)).transpose()?;
    let selected = args.selection.answers(engine, console).await?;
    if !trust::agreed(&args.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let whole = plan(&selected.profile);
    let skipped = skipping::read(&args.skip, &args.ids, &whole, &selected, console)?;
    let part = skipping::without(&skipped, &part_of_plan(&args.ids, &whole, &selected, console)?);
    let named_by = args.selection.named_by(&selected);
    let metrics = args.metrics.as_deref().map(paths::given);
    let checking = Checking {
        engine,
        console,
        selected: &selected,
        named_by,
        whole,
        part,
        skipped,
        metrics,
        is_partial: !args.ids.is_empty(),
        is_strict: args.strict,
        format: args.format,
    };
    let ended = if args.watch {
        looking::watch(&checking, args.format).await
    } else if args.wait.is_some() {
        looking::wait(&checking, longest).await
    } else {
        match checking.look().await {
            Ok(look) => checking.print(&look),
            Err(stop) => Err(stop),
        }
    };
    engine.close().await;
    ended
}

/// The role whose checks are listed: that of the answers, if there are some. Without any, every check is listed.
async fn role_of(args: &CheckArgs, engine: &Engine, console: &Console) -> Result<Option<Role>, Stop> {
    let is_chosen = args.selection.is_named() || engine.last_opened().is_some() || args.selection.names_role();
    if !is_chosen {
        return Ok(None);
    }
    args.selection.answers(engine, console).await.map(|selected| Some(selected.profile.role))
}

/// What is checked, and how it is told.
struct Checking<'a> {
    engine: &'a Engine,
    console: &'a Console,
    selected: &'a ChosenAnswers,
    /// The arguments that name the same answers to another command.
    named_by: String,
    /// Every check of the profile.
    whole: Plan,
    /// Those that are asked.
    part: Plan,
    skipped: Vec<Skipped>,
    metrics: Option<PathBuf>,
    is_partial: bool,
    is_strict: bool,
    format: Format,
}

/// What one run has found.
struct Look {
    findings: Vec<Finding>,
    left: Vec<Next>,
    checked_at: Timestamp,
    /// Why the metrics are not on disk.
    unwritten: Option<String>,
}

impl Checking<'_> {
    /// Runs the checks once, keeps what they find, and writes the metrics.
    async fn look(&self) -> Result<Look, Stop> {
        let Self { engine, console, selected, .. } = self;
        let profile = &selected.profile;
        let opened = open::connect(selected, open::state(selected, engine, console).evidence, engine, console).await?;
        let run = run_with_progress(engine, &opened, &self.part, console).await;
        let checked_at = Timestamp::now();
        log(&opened.calls(), &run.findings);
        let known = open::state(selected, engine, console);
        let situation = Situation { profile, findings: &known.findings, journal: &known.journal, now: checked_at };
        let mut left = next(situation);
        left.retain(|next| self.skipped.iter().all(|skipped| Some(skipped.check) != next.check));
        let mut findings = run.findings;
        findings.extend(self.skipped.iter().map(|skipped| skipped.finding(profile, checked_at)));
        let mut look = Look { findings, left, checked_at, unwritten: None };
        if let Some(path) = &self.metrics {
            let standing = known.findings.into_iter().filter(|known| look.findings.iter().all(|found| found.check != known.check));
            let all: Vec<Finding> = standing.chain(look.findings.iter().cloned()).collect();
            let text =
                metrics(&Report { findings: &all, ..self.report(&look) }, opened.key_facts().and_then(|key| key.ends), Zoned::now().date());
            look.unwritten = publish(path, text.as_bytes()).err().map(|error| {
                let values = [("path", Value::Text(path.display().to_string())), ("reason", (&error.to_string()).into())];
                console.word("problem.metrics", &values)
            });
        }
        Ok(look)
    }

    fn report<'b>(&'b self, look: &'b Look) -> Report<'b> {
        Report {
            name: self.selected.name.as_deref(),
            named_by: &self.named_by,
            profile: &self.selected.profile,
            plan: &self.whole,
            findings: &look.findings,
            next: &look.left,
            checked_at: look.checked_at,
            partial: self.is_partial,
            strict: self.is_strict,
        }
    }

    fn print(&self, look: &Look) -> Result<End, Stop> {
        let report = self.report(look);
        self.console.print_report(&report, self.format)?;
        match &look.unwritten {
            Some(unwritten) => Err(Stop::NotKept(unwritten.clone())),
            None => Ok(report.conclusion().into()),
        }
    }
}

/// The checks named on the command line and those they need; all checks when none was named. Naming a check that the role does
/// not have is a usage error.
fn part_of_plan(ids: &[CheckId], whole: &Plan, selected: &ChosenAnswers, console: &Console) -> Result<Plan, Stop> {
    if ids.is_empty() {
        return Ok(whole.clone());
    }
    match ids.iter().find(|id| !whole.contains(**id)) {
        Some(foreign) => Err(unknown(foreign.name(), whole, selected, console)),
        None => Ok(whole.only(&selected.profile, ids)),
    }
}

/// The stop of a command that names a check which the role does not have.
fn unknown(check: &str, whole: &Plan, selected: &ChosenAnswers, console: &Console) -> Stop {
    let checks = whole.checks.iter().map(|planned| planned.check.to_string()).collect();
    let role = console.text.role_within(selected.profile.role);
    let values = [("check", Value::Text(check.to_owned())), ("role", Value::Text(role)), ("checks", Value::List(checks))];
    Stop::Usage(console.word("problem.check-unknown", &values))
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
                    let values = [("check", Value::Text(check.to_string())), ("done", (&done).into()), ("all", (&plan.checks.len().max(done + 1)).into())];
                    line.show(&console.word("said.progress", &values));
                }
                engine::Progress::Found(_) => done += 1,
            },
        }
    }
}

fn log(calls: &[Call], findings: &[Finding]) {
    for call in calls {
        tracing::debug!("{} {}{} {} {} ms", call.method, call.host, call.path, call.ended(), call.took_ms);
    }
    for finding in findings {
        let code = finding.code.as_deref().unwrap_or_default();
        tracing::info!("{} {} {} {code} {} ms", finding.check, finding.outcome.name(), finding.message.id(), finding.took_ms);
    }
}
