//! `journal`: what deeds have made, where, and whether it can be undone. `undo`: takes one of them back.

use super::agreement::Agreement;
use super::console::Console;
use super::deed::{Keeper, renew, told, watched};
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use crate::engine::Engine;
use crate::journey::Entry;
use crate::report::line;
use crate::values::{OrgNumber, Value};
use clap::Args;
use tokio::sync::mpsc;

#[derive(Args)]
pub(super) struct JournalArgs {
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

#[derive(Args)]
pub(super) struct UndoArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    selection: Selection,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, short)]
    yes: bool,
    #[arg(long, value_name = "ORGANISATION")]
    confirm: Option<String>,
}

pub(super) fn list(args: JournalArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let profile = args.profile.map(|name| engine.profile(&name)).transpose().map_err(|message| console.usage(&message))?;
    let journal = engine.journal();
    let entries: Vec<Entry> = match &profile {
        Some(profile) => journal.of(profile).entries,
        None => journal.entries,
    };
    if entries.is_empty() {
        console.say(&console.word("said.journal-empty", &[]));
    }
    for entry in &entries {
        console.print(&said(entry, console))?;
    }
    Ok(End::InOrder)
}

/// An entry as a line, with its link and the file that keeps what was there before under it.
fn said(entry: &Entry, console: &Console) -> String {
    let text = |text: &str| Value::Text(text.to_owned());
    let undo = if entry.can_be_undone() { console.word("journal.can-be-undone", &[("id", text(&entry.id))]) } else { String::new() };
    let values = [
        ("id", text(&entry.id)),
        ("at", Value::Moment(entry.at)),
        ("deed", Value::Text(console.text.deed_title(entry.deed, entry.role))),
        ("state", Value::Text(console.word(&format!("journal.state.{}", entry.state), &[]))),
        ("place", Value::Text(console.word(&format!("journal.place.{}", entry.place), &[]))),
        ("made", text(if entry.made.is_empty() { "–" } else { &entry.made })),
        ("environment", text(&entry.environment)),
        ("organisation", Value::Text(entry.organisation.as_ref().map(OrgNumber::to_string).unwrap_or_default())),
    ];
    let mut out = line(&console.word("journal.entry", &values), 0, console.paper());
    out.push_str(&line(&console.word("journal.made", &values), 2, console.paper()));
    let rest = entry.link.as_ref().map(ToString::to_string).into_iter();
    let reason = entry.reason.as_ref().map(|reason| console.word("journal.reason", &[("reason", text(reason))]));
    let rest = rest.chain(reason).chain(entry.kept.as_ref().map(|path| console.word("journal.kept", &[("path", text(path))])));
    for words in rest.chain((!undo.is_empty()).then_some(undo)) {
        out.push_str(&line(&words, 2, console.paper()));
    }
    out
}

pub(super) async fn undo(args: UndoArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let found = engine.journal().entries.into_iter().find(|entry| entry.id == args.id);
    let Some(entry) = found else {
        return Err(Stop::Usage(console.word("problem.no-entry", &[("id", Value::Text(args.id))])));
    };
    let selected = args.selection.answers(engine, console).await?;
    if !entry.is_of(&selected.profile) {
        return Err(Stop::Usage(console.word("problem.entry-of-other", &[("id", Value::Text(entry.id))])));
    }
    let evidence = open::state(&selected, engine, console).evidence;
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let keeper = Keeper::new(engine, &selected, console);
    let preview = match opened.preview_undo(&entry).await {
        Ok(preview) => preview,
        Err(stopped) => return told(Err(stopped), &keeper),
    };
    let agreement = Agreement { yes: args.yes, confirm: args.confirm.as_deref(), confirm_id: None };
    if !agreement.shown_and_given(&preview, args.dry_run, &selected, console).await? {
        engine.close().await;
        return Ok(if args.dry_run { End::InOrder } else { End::ToDo });
    }
    let (sender, progress) = mpsc::unbounded_channel();
    let ended = watched(opened.undo(&entry, sender), progress, &keeper).await;
    let ended = told(ended, &keeper);
    renew(entry.deed.renews(), &keeper).await?;
    engine.close().await;
    ended
}
