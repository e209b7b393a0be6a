//! `explain`: what a code, a pasted text, a check or an answer means. It needs no profile and no network.

use super::choice;
use super::console::Console;
use super::end::{End, Stop};
use crate::journey::explained;
use crate::report::{ListFormat, catalogue_json, catalogue_text, explained_json, explained_text};
use crate::values::{FileSize, Value};
use clap::Args;
use std::io::{self, IsTerminal, Read};

/// How much of a pasted text is read, in bytes: a stack trace is far smaller.
const LARGEST: u64 = 1024 * 1024;

#[derive(Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "CODE|TEXT|ID")]
    what: Vec<String>,
    #[arg(long)]
    list: bool,
    #[arg(long, value_name = "FORMAT", value_parser = choice::list_format(), default_value = "text")]
    format: ListFormat,
}

pub(super) fn run(args: ExplainArgs, console: &Console) -> Result<End, Stop> {
    if args.list {
        let all = match args.format {
            ListFormat::Text => catalogue_text(&console.text, console.paper()),
            ListFormat::Json => catalogue_json(&console.text),
        };
        console.print(&all)?;
        return Ok(End::InOrder);
    }
    let found = explained(&text(&args.what, console)?);
    if found.holds_secret {
        console.say(&console.text.line("explain", "holds-secret", &[]));
    }
    let is_known = !found.topics.is_empty();
    if !is_known && found.unknown.is_none() {
        let command = [("command", Value::Text("broker-setup explain --list".to_owned()))];
        console.say(&console.text.line("explain", "nothing-known", &command));
    }
    match args.format {
        ListFormat::Text => console.print(&explained_text(&found, &console.text, console.paper()))?,
        ListFormat::Json => console.print(&explained_json(&found, &console.text))?,
    }
    Ok(if is_known { End::InOrder } else { End::ToDo })
}

/// What is to be explained: the arguments, or standard input where they are `-`, or none and nobody sits there.
fn text(what: &[String], console: &Console) -> Result<String, Stop> {
    let from_input = what == ["-"] || (what.is_empty() && !io::stdin().is_terminal());
    if !from_input {
        return match what {
            [] => Err(Stop::Usage(console.word("problem.nothing-to-explain", &[]))),
            what => Ok(what.join(" ")),
        };
    }
    let mut bytes = Vec::new();
    let failed = |error: io::Error| Stop::Failed(console.word("problem.input", &[("reason", Value::Text(error.to_string()))]));
    io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        bytes.truncate(usize::try_from(LARGEST).unwrap_or(usize::MAX));
        console.say(&console.text.line("explain", "too-long", &[("size", Value::FileSize(FileSize(LARGEST)))]));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
