//! `completions`: prints the script with which a shell completes this program's commands, flags and their values.

use super::answer_args;
use super::console::Console;
use super::end::{End, Stop};
use super::words::{self, PROGRAM};
use crate::journey::{FieldId, FieldKind};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Command, ValueHint};
use clap_complete::Shell;

#[derive(Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, console: &Console) -> Result<End, Stop> {
    let mut program = with_choices(words::command(console));
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut program, PROGRAM, &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    match args.shell {
        // clap_complete 4.6 looks a command's case up under one name and writes it under another when the program's name has a hyphen.
        Shell::Bash => script = script.replace("broker__subcmd__setup", "broker__setup"),
        Shell::Fish => script.push_str(&fish_values(&program)),
        // Shell may grow; the others' scripts are taken as they are.
        _ => {}
    }
    console.print(&script)?;
    Ok(End::InOrder)
}

/// The command line with what may stand in each answer. It is not parsed so: a field reads its own value, and says what is wrong with it.
fn with_choices(command: Command) -> Command {
    let command = command.mut_args(|argument| match answer_args::field(argument.get_id().as_str()).map(FieldId::kind) {
        Some(FieldKind::Choice(choices)) => argument.value_parser(PossibleValuesParser::new(choices)),
        Some(FieldKind::Path) => argument.value_hint(ValueHint::FilePath),
        Some(FieldKind::SecretReference | FieldKind::Day | FieldKind::Several | FieldKind::Line) | None => argument,
    });
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, sub| command.mut_subcommand(sub, with_choices))
}

/// For fish, clap leaves out the values of arguments that are no flags, such as the name of a deed. Of the program's own flags it offers
/// none while the value is missing, since it asks then whether the line is whole.
fn fish_values(program: &Command) -> String {
    let mut lines = String::new();
    for argument in program.get_opts() {
        let (flag, names) = (argument.get_long().unwrap_or_default(), names(argument.get_possible_values()));
        if !names.is_empty() {
            lines.push_str(&format!("complete -c {PROGRAM} -n \"__fish_use_subcommand\" -l {flag} -x -a \"{names}\"\n"));
        }
    }
    for command in program.get_subcommands() {
        let names = names(command.get_positionals().flat_map(|argument| argument.get_possible_values()));
        if !names.is_empty() {
            let name = command.get_name();
            lines.push_str(&format!("complete -c {PROGRAM} -n \"__fish_broker_setup_using_subcommand {name}\" -f -a \"{names}\"\n"));
        }
    }
    lines
}

fn names(values: impl IntoIterator<Item = PossibleValue>) -> String {
    values.into_iter().map(|value| value.get_name().to_owned()).collect::<Vec<_>>().join(" ")
}
