//! The command line: one file for each command. Nothing prompts where there is no terminal; standard output carries the result
//! only, all else is standard error; a reader that has gone away is no error.

mod answer_args;
mod check;
mod choice;
mod console;
mod deed;
mod end;
mod listen;
mod log;
mod open;
mod profile;
mod progress;
mod sandbox;
mod selection;
mod signals;
mod status;
mod wizard;
mod words;

#[cfg(test)]
mod tests;

use crate::values::Value;
use clap::{FromArgMatches, Parser, Subcommand};
use console::Console;
use end::{End, Stop};
use std::path::PathBuf;
use std::process::ExitCode;

// No doc comments on what follows: clap would show them, and words are in assets (cli.ftl, under help).
#[derive(Parser)]
#[command(name = "broker-setup", version, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    wizard: wizard::WizardArgs,
    #[arg(long, value_name = "FILE", global = true, env = "BROKER_SETUP_LOG")]
    log: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

// The wizard without a command: what this does not take, help included, the whole command line does or refuses.
#[derive(Parser)]
#[command(name = "broker-setup", disable_help_flag = true)]
struct Alone {
    #[command(flatten)]
    wizard: wizard::WizardArgs,
    #[arg(long, env = "BROKER_SETUP_LOG")]
    log: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Status(status::StatusArgs),
    Do(deed::DeedArgs),
    Sandbox(altinn_sandbox::command::Arguments),
    Listen(listen::ListenArgs),
    Profile(profile::ProfileArgs),
}

impl Command {
    const fn name(&self) -> &'static str {
        match self {
            Self::Check(_) => "check",
            Self::Status(_) => "status",
            Self::Do(_) => "do",
            Self::Sandbox(_) => "sandbox",
            Self::Listen(_) => "listen",
            Self::Profile(_) => "profile",
        }
    }
}

/// Reads the arguments, does what they say, and tells how it ended (contract 4).
#[must_use]
pub fn main() -> ExitCode {
    let console = Console::of_this_process();
    // The whole command line with its words takes as long as the first frame; the wizard alone needs none of it.
    if let Ok(alone) = Alone::try_parse() {
        return ended(run(Cli { wizard: alone.wizard, log: alone.log, command: None }, &console), &console);
    }
    let matches = match words::command(&console).try_get_matches() {
        Ok(matches) => matches,
        Err(asked) => {
            // clap's own text: help and version to standard output, usage to standard error. A closed pipe is no error.
            let _ = asked.print();
            return ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2));
        }
    };
    let end = match Cli::from_arg_matches(&matches) {
        Ok(cli) => run(cli, &console),
        Err(misread) => Err(Stop::Usage(misread.to_string())),
    };
    ended(end, &console)
}

fn ended(end: Result<End, Stop>, console: &Console) -> ExitCode {
    match end {
        Ok(end) => end.code(),
        Err(stop) => told(stop, console).code(),
    }
}

/// Says why a command could not go on, and what it ends as.
fn told(stop: Stop, console: &Console) -> End {
    match stop {
        Stop::Usage(words) => {
            console.say(&words);
            End::Usage
        }
        Stop::Failed(words) => {
            console.say(&words);
            End::NotAsked
        }
        Stop::Interrupted => End::Interrupted,
        Stop::NobodyReads => End::InOrder,
    }
}

fn run(cli: Cli, console: &Console) -> Result<End, Stop> {
    log::start(cli.log.as_deref(), console)?;
    if let Some(command) = cli.command.as_ref().filter(|_| !cli.wizard.is_empty()) {
        return Err(Stop::Usage(console.word("problem.before-command", &[("command", Value::Text(command.name().to_owned()))])));
    }
    match cli.command {
        None => wizard::run(cli.wizard, console),
        Some(Command::Status(args)) => status::run(args, console),
        Some(Command::Profile(args)) => profile::run(args, console),
        Some(Command::Check(args)) => until_done(console, interruptible(check::run(args, console))),
        Some(Command::Do(args)) => until_done(console, interruptible(deed::run(args, console))),
        Some(Command::Sandbox(args)) => until_done(console, sandbox::run(args, console)),
        Some(Command::Listen(args)) => until_done(console, listen::run(args, console)),
    }
}

/// Lets Ctrl-C end it. Listens before anything begins: in between, the signal would end the process by itself.
async fn interruptible(work: impl Future<Output = Result<End, Stop>>) -> Result<End, Stop> {
    let interrupted = signals::interrupted();
    tokio::select! {
        ended = work => ended,
        () = interrupted => Err(Stop::Interrupted),
    }
}

/// Runs what needs the network.
fn until_done(console: &Console, work: impl Future<Output = Result<End, Stop>>) -> Result<End, Stop> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Stop::Failed(console.word("problem.system", &[("reason", (&error.to_string()).into())])))?;
    let ended = runtime.block_on(work);
    // What is still being looked up or signed is of no use any more.
    runtime.shutdown_background();
    ended
}
