//! `completions`: prints the script with which a shell completes this program's commands, flags and their values.

use super::console::Console;
use super::end::{End, Stop};
use super::words;
use clap::Args;
use clap_complete::Shell;

#[derive(Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, console: &Console) -> Result<End, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut words::command(console), words::PROGRAM, &mut script);
    console.print(&String::from_utf8_lossy(&script))?;
    Ok(End::InOrder)
}
