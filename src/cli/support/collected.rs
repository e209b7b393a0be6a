//! What goes into the archive, from a run of all checks that is made now.

use super::archive::{Part, PartKind};
use crate::cli::console::Console;
use crate::cli::words::NAME_AND_VERSION;
use crate::engine::{ChosenAnswers, Engine, OpenConnection, call_json};
use crate::journey::{FieldId, FieldKind, plan};
use crate::report::{Format, Report};
use crate::values::one_line;
use jiff::Timestamp;
use serde_json::json;
use tokio::sync::mpsc;

pub(super) async fn parts(
    selected: &ChosenAnswers,
    opened: &OpenConnection,
    named_by: &str,
    engine: &Engine,
    console: &Console,
) -> Vec<Part> {
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
    let webhooks = [FieldId::EventsEndpoint, FieldId::ListenPublicUrl].into_iter().filter_map(|field| selected.profile.answer(field));
    let webhooks: Vec<String> = webhooks.collect();
    let part = |kind: &PartKind| {
        let text = match kind {
            PartKind::Versions => versions(),
            PartKind::Answers => answers(selected),
            PartKind::Findings => report.write(Format::Text, &console.text, paper),
            PartKind::FindingsJson => report.write(Format::Json, &console.text, paper),
            PartKind::Chains => report.chains(&console.text),
            PartKind::Journal => journal(selected, engine),
            PartKind::Traffic => lines(opened.calls().iter().map(|call| call_json(call).to_string())),
        };
        Part { kind: *kind, text: without_paths(text, &webhooks) }
    };
    PartKind::ALL.iter().map(part).collect()
}

fn lines(each: impl Iterator<Item = String>) -> String {
    each.map(|line| line + "\n").collect()
}

/// A webhook's path is often all that protects it, so only its host is told.
fn without_paths(text: String, webhooks: &[String]) -> String {
    webhooks.iter().fold(text, |text, address| {
        let host = address.split('/').take(3).collect::<Vec<_>>().join("/");
        if host.len() < address.trim_end_matches('/').len() { text.replace(address.as_str(), &format!("{host}/…")) } else { text }
    })
}

fn versions() -> String {
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    format!("{NAME_AND_VERSION}\n{system} {machine}\n{}\n", Timestamp::now())
}

/// The answers as they stand in a profile. A secret is a reference there, of which only the kind is told: a command's words could
/// themselves hold something.
fn answers(selected: &ChosenAnswers) -> String {
    let profile = &selected.profile;
    let line = |field: &FieldId| {
        let text = profile.answer(*field)?;
        let is_reference = field.kind() == FieldKind::SecretReference;
        let kind = || text.split(':').next().unwrap_or_default().to_owned();
        let shown = if is_reference { format!("{}:…", kind()) } else { text };
        Some(format!("{field} = {}", one_line(&shown)))
    };
    lines(FieldId::ALL.iter().filter_map(line))
}

/// What deeds have made for these answers.
fn journal(selected: &ChosenAnswers, engine: &Engine) -> String {
    let made = engine.journal().of(&selected.profile);
    lines(made.entries.iter().map(|entry| {
        let made =
            json!({ "id": entry.id, "deed": entry.deed, "at": entry.at, "state": entry.state, "place": entry.place, "made": entry.made });
        made.to_string()
    }))
}
