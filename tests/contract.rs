//! `docs/contract.md` and the program list the same fields, checks, deeds and commands; what the document marks as planned is not
//! there yet.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the answer")]

use broker_setup::journey::{CheckId, FieldId};
use std::collections::BTreeSet;
use std::process::Command;

const DOCUMENT: &str = include_str!("../docs/contract.md");

/// The names in the first column of a section's tables, and whether each is planned.
fn rows(section: u32) -> Vec<(&'static str, bool)> {
    let (_, rest) = DOCUMENT.split_once(&format!("\n## {section}. ")).expect("the section");
    let section = rest.split("\n## ").next().expect("its text");
    let cells = section.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let names = cells.filter(|cell| !cell.starts_with(['-', '|']) && !["field", "id", "deed", "command"].contains(cell));
    let row = |cell: &'static str| (cell.split(' ').next().expect("a name").trim_matches('`'), cell.contains("(planned)"));
    names.map(row).filter(|(name, _)| !name.is_empty()).collect()
}

/// The rows of section 2 whose answer is the user's own: no role has it.
fn of_the_user(field: &str) -> bool {
    DOCUMENT.contains(&format!("| `{field}` | – |"))
}

fn built(section: u32) -> BTreeSet<&'static str> {
    rows(section).into_iter().filter(|(_, planned)| !planned).map(|(name, _)| name).collect()
}

fn standard_output(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_broker-setup")).args(arguments).env("LC_ALL", "C.UTF-8").output().expect("it runs");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn fields_that_are_not_planned_are_the_programs_own() {
    let of_profiles: BTreeSet<_> = built(2).into_iter().filter(|field| !of_the_user(field)).collect();
    assert_eq!(of_profiles, FieldId::ALL.iter().map(|field| field.name()).collect());
}

#[test]
fn checks_are_those_of_the_contract_in_its_order() {
    let listed: Vec<&str> = rows(3).into_iter().map(|(name, _)| name).collect();
    let known: Vec<&str> = CheckId::ALL.iter().map(|check| check.name()).collect();
    assert_eq!(listed, known);
}

#[test]
fn deeds_that_are_not_planned_are_listed() {
    let listed = standard_output(&["do", "--list"]);
    let listed: BTreeSet<&str> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(built(6), listed);
}

#[test]
fn commands_that_are_not_planned_are_in_the_help() {
    let help = standard_output(&["--help"]);
    let (_, commands) = help.split_once("Commands:\n").expect("a list");
    let commands: BTreeSet<&str> =
        commands.lines().take_while(|line| line.starts_with("  ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(built(9), commands);
}
