//! Adds the help texts of `cli.ftl` to clap's commands, because the code holds only names and the assets all sentences.

use super::console::Console;
use super::{Cli, answer_args};
use crate::journey::CheckId;
use crate::report::{LongWords, wrap};
use crate::values::Value;
use clap::{Arg, Command, CommandFactory};
use std::sync::{LazyLock, OnceLock};

pub(super) const PROGRAM: &str = "broker-setup";
pub(super) const NAME_AND_VERSION: &str = concat!("broker-setup ", env!("CARGO_PKG_VERSION"));

/// The day of this version, which its manual pages bear.
pub(super) const DAY: &str = "2026-11-29";

/// What a command can end with (contract 4; `End`).
pub(super) const EXIT_CODES: [&str; 6] = ["0", "1", "2", "3", "4", "130"];

/// What an exit code says.
pub(super) fn exit_code(code: &str, console: &Console) -> String {
    console.word(&format!("help.exit.{code}"), &[])
}

/// The whole command line with its help texts.
pub(super) fn command(console: &Console) -> Command {
    let command = Cli::command().about(console.word("help.about", &[])).after_help(after(console));
    described(command, "", console)
        .mut_subcommand("check", |check| check.after_help(list(console, "help.checks-heading", &[checks()])))
        .mut_subcommand("sandbox", |sandbox| sandbox.after_help(altinn_sandbox::command::departures()))
}

/// Adds the help texts to a command's arguments and to its subcommands. `path` is the command's name with those above it.
fn described(command: Command, path: &str, console: &Console) -> Command {
    // The sandbox's crate has the help texts of its own arguments.
    if path == "sandbox" {
        return command;
    }
    let name = path.to_owned();
    let command = command.mut_args(|arg| help(arg, &name, console));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, sub| {
        let path = if path.is_empty() { sub.clone() } else { format!("{path}-{sub}") };
        command.mut_subcommand(sub, |sub| described(sub.about(console.word(&format!("help.command.{path}"), &[])), &path, console))
    })
}

fn help(arg: Arg, command: &str, console: &Console) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    if id == "help" {
        return arg;
    }
    if let Some(field) = answer_args::field(arg.get_id().as_str()) {
        let label = console.text.field(field);
        // clap wants `&'static str` for a heading.
        static HEADING: OnceLock<String> = OnceLock::new();
        let heading: &'static str = HEADING.get_or_init(|| console.word("help.answers-heading", &[]));
        return arg.help(label).help_heading(heading);
    }
    // A text for this one command comes before the text that all commands share.
    let own = console.text.find("cli", &format!("help.{command}.{id}"), &[]);
    arg.help(own.unwrap_or_else(|| console.word(&format!("help.arg.{id}"), &[])))
}

/// What stands below the list of commands.
fn after(console: &Console) -> String {
    let codes: Vec<String> = EXIT_CODES.iter().map(|code| format!("{code} {}", exit_code(code, console))).collect();
    console.word("help.after", &[("codes", Value::Text(codes.join("; ")))])
}

fn checks() -> &'static str {
    static NAMES: LazyLock<String> = LazyLock::new(|| CheckId::ALL.iter().map(|check| check.name()).collect::<Vec<_>>().join(", "));
    &NAMES
}

fn list(console: &Console, heading: &str, items: &[&str]) -> String {
    let width = console.paper().width.saturating_sub(4);
    let mut out = console.word(heading, &[]);
    for item in items {
        let mut lines = wrap(item, width, LongWords::Whole).into_iter();
        out.push_str(&format!("\n  {}", lines.next().unwrap_or_default()));
        for line in lines {
            out.push_str(&format!("\n    {line}"));
        }
    }
    out
}
