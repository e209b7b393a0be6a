//! `support`: one archive for the service desk with what it asks for: versions, answers, a fresh run with its findings and chains, what
//! deeds have made, and the calls of that run. Secrets are never collected: answers hold references only, and the calls are kept without
//! them. What the archive would hold is listed before it is written.

mod archive;
mod collected;

use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use crate::engine::Engine;
use crate::files::{Opening, make_file, paths};
use crate::values::{FileSize, Value};
use archive::Part;
use clap::Args;
use jiff::Timestamp;
use std::io::Write;
use std::path::{Path, PathBuf};

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

pub(super) async fn run(args: SupportArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let selected = args.selection.answers(engine, console).await?;
    if !trust::agreed(&args.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let path = args.output.map_or_else(|| PathBuf::from(proposed()), |path| paths::given(&path));
    let evidence = open::state(&selected, engine, console).evidence;
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let named_by = args.selection.named_by(&selected);
    let parts = collected::parts(&selected, &opened, &named_by, engine, console).await;
    engine.close().await;
    list(&path, &parts, console);
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

/// The name of the archive where none is given: with its day, in the working folder.
fn proposed() -> String {
    format!("broker-setup-support-{}.zip", jiff::Zoned::now().date())
}

/// Tells the name and the size of each part, and what it is.
fn list(path: &Path, parts: &[Part], console: &Console) {
    let shown = |value: Value| console.text.value(&value);
    let size = |part: &Part| shown(Value::from(&FileSize(part.text.len() as u64)));
    console.say(&console.word("support.holds", &[("path", Value::Text(path.display().to_string()))]));
    let names = parts.iter().map(|part| part.kind.file().len()).max().unwrap_or_default();
    let sizes = parts.iter().map(|part| size(part).chars().count()).max().unwrap_or_default();
    for part in parts {
        let lines = [("lines", (&part.text.lines().count()).into())];
        let what = console.word(&format!("support.part.{}", part.kind), &lines);
        console.say(&format!("  {:names$}  {:>sizes$}  {what}", part.kind.file(), size(part)));
    }
    console.say(&console.word("support.without", &[]));
}

/// Writes the archive, which only its user can read. One that is there is never written over.
fn write(path: &Path, parts: &[Part], console: &Console) -> Result<(), Stop> {
    let shown = || ("path", Value::Text(path.display().to_string()));
    let unwritten = |reason: String| Stop::NotKept(console.word("problem.support", &[shown(), ("reason", Value::Text(reason))]));
    let bytes = archive::packed(parts, Timestamp::now()).map_err(|error| unwritten(error.to_string()))?;
    let written = make_file(path, Opening::New).and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Stop::Usage(console.word("problem.support-taken", &[shown()])),
        _ => unwritten(error.to_string()),
    })
}
