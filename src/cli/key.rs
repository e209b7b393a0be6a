//! `key`: tells what the client's key is, and whether it ends soon. It changes nothing, and shows nothing of the private half.

use super::client_key;
use super::console::Console;
use super::end::{End, Stop};
use super::open;
use super::selection::Selection;
use super::trust::{self, TrustArgs};
use crate::engine::{ChosenAnswers, Engine};
use crate::files::{Opening, make_file, paths};
use crate::journey::{DeedId, KeyDue, KeyFacts};
use crate::report::{Statement, calendar, laid};
use crate::values::{OrgNumber, Value};
use clap::{Args, Subcommand};
use jiff::{Timestamp, Zoned};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct KeyArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Show {
        #[command(flatten)]
        of: Of,
    },
    Check {
        #[command(flatten)]
        of: Of,
        #[arg(long, value_name = "DAYS", default_value = "30d", value_parser = days)]
        expires_in: i32,
        #[arg(long, value_name = "FILE")]
        ics: Option<PathBuf>,
    },
}

/// Whose key.
#[derive(Args)]
struct Of {
    #[command(flatten)]
    selection: Selection,
    #[command(flatten)]
    trust: TrustArgs,
}

/// `30d`, or `30`.
fn days(text: &str) -> Result<i32, String> {
    let number = text.trim().trim_end_matches(['d', 'D']);
    number.parse::<u16>().map(i32::from).map_err(|_| "30d".to_owned())
}

pub(super) async fn run(args: KeyArgs, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let of = match &args.what {
        What::Show { of } | What::Check { of, .. } => of,
    };
    let selected = of.selection.answers(engine, console).await?;
    if !trust::agreed(&of.trust, &selected, false, engine, console).await? {
        return Ok(End::ToDo);
    }
    let evidence = open::state(&selected, engine, console).evidence;
    let opened = open::connect(&selected, evidence, engine, console).await?;
    let Some(key) = opened.key_facts() else {
        let named_by = of.selection.named_by(&selected);
        let (_, end) = client_key::report(&opened, &selected, &named_by, engine, console).await?;
        return Ok(end);
    };
    engine.close().await;
    match args.what {
        What::Show { .. } => {
            console.print(&shown(&key, console))?;
            Ok(End::InOrder)
        }
        What::Check { expires_in, ics, .. } => {
            if let Some(path) = ics {
                save(&paths::given(&path), &key, &selected, console)?;
            }
            check(&key, expires_in, console)
        }
    }
}

/// What is known of the key, one line for each thing.
fn shown(key: &KeyFacts, console: &Console) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| console.text.value(&Value::Day(day)));
    let lines = [
        ("key.form", Some(format!("RSA {} ({})", key.bits, key.form))),
        ("key.kid", key.kid.clone()),
        ("key.thumbprint", Some(key.thumbprint.clone())),
        ("key.made", day(key.made)),
        ("key.posted", day(key.posted)),
        ("key.ends", Some(day(key.ends).unwrap_or_else(|| console.word("key.unknown", &[])))),
    ];
    let said: Vec<Statement> = lines
        .into_iter()
        .filter_map(|(label, value)| Some(Statement::Labelled { label: console.word(label, &[]), value: value? }))
        .collect();
    laid(&said, 0, console.paper())
}

fn check(key: &KeyFacts, within: i32, console: &Console) -> Result<End, Stop> {
    let days = |days: i32| ("days", Value::Number(i64::from(days)));
    let ends = || ("ends", key.ends.map_or_else(|| Value::Text(String::new()), Value::Day));
    let (words, end) = match key.due(Zoned::now().date(), within) {
        KeyDue::Due(left) if left <= 0 => (console.word("key.has-ended", &[ends()]), End::ToDo),
        KeyDue::Due(left) => {
            (console.word("key.ends-soon", &[days(left), ends(), ("command", Value::Text(DeedId::RotateKey.command()))]), End::ToDo)
        }
        KeyDue::NotDue(left) => (console.word("key.ends-later", &[days(left), ends()]), End::InOrder),
        KeyDue::Unknown => (console.word("key.end-unknown", &[]), End::NotAsked),
    };
    console.print(&crate::report::line(&words, 0, console.paper()))?;
    Ok(end)
}

/// Writes the calendar file, which only the user can read.
fn save(path: &Path, key: &KeyFacts, selected: &ChosenAnswers, console: &Console) -> Result<(), Stop> {
    let organisation = selected.profile.client_owner().map(OrgNumber::to_string).unwrap_or_default();
    let Some(text) = calendar(key, &organisation, &console.text, Timestamp::now()) else { return Ok(()) };
    let written = make_file(path, Opening::Overwrite).and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    let path = ("path", Value::Text(path.display().to_string()));
    written.map_err(|error| Stop::NotKept(console.word("problem.calendar", &[path.clone(), ("reason", (&error.to_string()).into())])))?;
    console.say(&console.word("said.calendar", &[path]));
    Ok(())
}
