//! `support`: one file for the service desk with what it asks for: versions, answers, a fresh run with its findings, and the calls of
//! that run. Secrets are never collected: answers hold references only, and the calls are kept without them. What the file would hold is
//! listed before it is written.

use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use crate::engine::{ChosenAnswers, Engine, OpenConnection, call_json};
use crate::files::{Opening, make_file, paths};
use crate::journey::{FieldId, plan};
use crate::report::{Format, Report};
use crate::values::{Value, one_line};
use clap::Args;
use jiff::Timestamp;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;

#[derive(Args)]
pub(super) struct SupportArgs {
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    trust: TrustArgs,
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[arg(long, short)]
    yes: bool,
}

/// One part of the file.
struct Part {
    /// Its name in the file, and the key of the line that says what it holds.
    name: &'static str,
    text: String,
}

pub(super) async fn run(args: SupportArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let selected = args.selection.answers(engine, console).await?;
    if !trust::agreed(&args.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let path = args.output.map_or_else(|| PathBuf::from(proposed()), |path| paths::given(&path));
    let evidence = open::state(&selected, engine, console).evidence;
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let named_by = args.selection.named_by(&selected);
    let parts = collected(&selected, &opened, &named_by, engine, console).await;
    engine.close().await;
    let listed = [("path", Value::Text(path.display().to_string()))];
    console.say(&console.word("support.holds", &listed));
    for part in &parts {
        let lines = [("name", Value::Text(part.name.to_owned())), ("lines", (&part.text.lines().count()).into())];
        console.say(&format!("  {}", console.word(&format!("support.part.{}", part.name), &lines)));
    }
    console.say(&console.word("support.without", &[]));
    if !args.yes {
        match console.agrees_and_listens().await {
            Some(true) => {}
            Some(false) => {
                console.say(&console.word("said.nothing-done", &[]));
                return Ok(End::ToDo);
            }
            None => return Err(Stop::Usage(console.word("problem.needs-yes", &[]))),
        }
    }
    write(&path, &parts, console)?;
    console.print(&format!("{}\n", path.display()))?;
    Ok(End::InOrder)
}

/// The name of the file where none is given: with its day, in the working folder.
fn proposed() -> String {
    format!("broker-setup-support-{}.txt", jiff::Zoned::now().date())
}

/// Everything that goes into the file, from a run of all checks that is made now.
async fn collected(selected: &ChosenAnswers, opened: &OpenConnection, named_by: &str, engine: &Engine, console: &Console) -> Vec<Part> {
    let whole = plan(&selected.profile);
    let (progress, _) = mpsc::unbounded_channel();
    let run = opened.run_checks(&whole, progress).await;
    let report = Report {
        name: selected.name.as_deref(),
        named_by,
        profile: &selected.profile,
        plan: &whole,
        findings: &run.findings,
        next: &[],
        checked_at: Timestamp::now(),
        partial: false,
        strict: false,
    };
    let paper = console.paper();
    let calls: Vec<String> = opened.calls().iter().map(|call| call_json(call).to_string()).collect();
    let journal = engine.journal().of(&selected.profile);
    let made = journal.entries.iter().map(|entry| {
        let made =
            json!({ "id": entry.id, "deed": entry.deed, "at": entry.at, "state": entry.state, "place": entry.place, "made": entry.made });
        made.to_string()
    });
    let parts = vec![
        Part { name: "versions", text: versions() },
        Part { name: "answers", text: answers(selected) },
        Part { name: "findings", text: report.write(Format::Text, &console.text, paper) },
        Part { name: "findings-json", text: report.write(Format::Json, &console.text, paper) },
        Part { name: "journal", text: made.collect::<Vec<_>>().join("\n") },
        Part { name: "traffic", text: calls.join("\n") },
    ];
    let webhooks = [FieldId::EventsEndpoint, FieldId::ListenPublicUrl].into_iter().filter_map(|field| selected.profile.answer(field));
    let webhooks: Vec<String> = webhooks.collect();
    parts.into_iter().map(|part| Part { text: without_paths(part.text, &webhooks), ..part }).collect()
}

/// A webhook's path is often all that protects it, so only its host is told.
fn without_paths(text: String, webhooks: &[String]) -> String {
    webhooks.iter().fold(text, |text, address| {
        let host = address.split('/').take(3).collect::<Vec<_>>().join("/");
        if host.len() < address.trim_end_matches('/').len() { text.replace(address.as_str(), &format!("{host}/…")) } else { text }
    })
}

fn versions() -> String {
    let (version, system, machine) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    format!("broker-setup {version}\n{system} {machine}\n{}", Timestamp::now())
}

/// The answers as they stand in a profile. A secret is a reference there, of which only the kind is told: a command's words could
/// themselves hold something.
fn answers(selected: &ChosenAnswers) -> String {
    let profile = &selected.profile;
    let line = |field: &FieldId| {
        let text = profile.answer(*field)?;
        let is_reference = field.kind() == crate::journey::FieldKind::SecretReference;
        let kind = || text.split(':').next().unwrap_or_default().to_owned();
        let shown = if is_reference { format!("{}:…", kind()) } else { text };
        Some(format!("{field} = {}", one_line(&shown)))
    };
    FieldId::ALL.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// Writes the file, which only its user can read. One that is there is never written over.
fn write(path: &Path, parts: &[Part], console: &Console) -> Result<(), Stop> {
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("===== {} =====\n{}\n\n", part.name, part.text.trim_end()));
    }
    let written = make_file(path, Opening::New).and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    let values = |error: &std::io::Error| [("path", Value::Text(path.display().to_string())), ("reason", Value::Text(error.to_string()))];
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Stop::Usage(console.word("problem.support-taken", &values(&error))),
        _ => Stop::NotKept(console.word("problem.support", &values(&error))),
    })
}
