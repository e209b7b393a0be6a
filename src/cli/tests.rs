//! Every command, flag and field has words in `--help`.

use super::console::Console;
use super::words;
use super::{Alone, VARIABLES};
use crate::journey::FieldId;
use clap::CommandFactory;

fn assert_described(command: &clap::Command) {
    for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        assert!(!help.is_empty() && !help.starts_with("help."), "{} {}: {help}", command.get_name(), arg.get_id());
    }
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    assert!(!about.is_empty() && !about.starts_with("help."), "{}: {about}", command.get_name());
    command.get_subcommands().filter(|sub| sub.get_name() != "help").for_each(assert_described);
}

#[test]
fn every_command_and_flag_is_described() {
    let mut command = words::command(&Console::of_this_process());
    command.build();
    assert_described(&command);
}

#[test]
fn every_field_is_a_flag_and_a_variable() {
    let mut command = words::command(&Console::of_this_process());
    command.build();
    for name in ["check", "status", "do"] {
        let sub = command.find_subcommand(name).unwrap_or_else(|| panic!("{name}"));
        for field in FieldId::ALL {
            let arg = sub.get_arguments().find(|arg| arg.get_id() == field.name()).unwrap_or_else(|| panic!("{name} {field}"));
            assert_eq!(arg.get_long().map(|long| format!("--{long}")), Some(field.flag()));
            assert_eq!(arg.get_env().map(|env| env.to_string_lossy().into_owned()), Some(field.variable()));
        }
    }
}

#[test]
fn a_call_without_arguments_passes_over_no_variable() {
    let command = Alone::command();
    let mut read: Vec<_> = command.get_arguments().filter_map(|arg| arg.get_env()).filter_map(|name| name.to_str()).collect();
    let mut known = VARIABLES;
    read.sort_unstable();
    known.sort_unstable();
    assert_eq!(read, known);
}
