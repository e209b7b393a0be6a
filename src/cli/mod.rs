//! The command line: one file for each command. Without a terminal no command asks a question; `--plain` does, which was asked for.
//! Standard output carries only the result, everything else goes to standard error. A closed standard output is no error.

mod agreement;
mod answer_args;
mod check;
mod choice;
mod client_key;
mod completions;
mod console;
mod deed;
mod end;
mod explain;
mod journal;
mod key;
mod language;
mod letter;
mod listen;
mod log;
mod man;
mod open;
mod password;
mod plain;
mod plan;
mod profile;
mod progress;
mod sandbox;
mod selection;
mod settings;
mod signals;
mod status;
mod support;
mod token;
mod trust;
mod version;
mod wizard;
mod words;

#[cfg(test)]
mod tests;

use crate::engine::Engine;
use crate::values::{Language, Value, is_hidden, one_line};
use clap::{FromArgMatches, Parser, Subcommand};
use console::Console;
use end::{End, Stop};
use std::path::PathBuf;
use std::process::ExitCode;

// The types below have no doc comments, because clap would show them in `--help`. The help texts are in cli.ftl, under help.
#[derive(Default, Parser)]
#[command(name = words::PROGRAM, version, disable_help_subcommand = true, disable_version_flag = true)]
struct Cli {
    #[command(flatten)]
    wizard: wizard::WizardArgs,
    #[arg(long, value_name = "FILE", global = true, env = log::VARIABLE)]
    log: Option<PathBuf>,
    #[arg(long, value_name = "FILE", global = true, env = log::TRACE_VARIABLE)]
    trace: Option<PathBuf>,
    // Declared for the help, and to be refused if it is no language. `language::of_this_process` has read it before.
    #[arg(long = "language", id = "language", value_name = "TAG", global = true, env = language::VARIABLE, value_parser = choice::language())]
    _language: Option<Language>,
    #[command(flatten)]
    version: version::VersionArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

// The arguments of the wizard alone. Whatever these do not accept, `--help` included, goes to the whole command line.
#[derive(Parser)]
#[command(name = words::PROGRAM, disable_help_flag = true)]
struct Alone {
    #[command(flatten)]
    wizard: wizard::WizardArgs,
    #[arg(long, env = log::VARIABLE)]
    log: Option<PathBuf>,
    #[arg(long, env = log::TRACE_VARIABLE)]
    trace: Option<PathBuf>,
    #[arg(long = "language", env = language::VARIABLE, value_parser = choice::language())]
    language: Option<Language>,
}

/// The variables that stand for arguments of the wizard.
const VARIABLES: [&str; 4] = [log::VARIABLE, log::TRACE_VARIABLE, language::VARIABLE, wizard::THEME_VARIABLE];

/// Whether the program was called by its name alone, so that there is nothing to parse.
fn is_bare() -> bool {
    std::env::args_os().len() <= 1 && VARIABLES.iter().all(|name| std::env::var_os(name).is_none())
}

#[derive(Subcommand)]
enum Command {
    Check(check::CheckArgs),
    Status(status::StatusArgs),
    Plan(plan::PlanArgs),
    Do(deed::DeedArgs),
    Sandbox(altinn_sandbox::command::Arguments),
    Listen(listen::ListenArgs),
    Journal(journal::JournalArgs),
    Undo(journal::UndoArgs),
    Explain(explain::ExplainArgs),
    Key(key::KeyArgs),
    Token(Box<token::TokenArgs>),
    Support(Box<support::SupportArgs>),
    Profile(profile::ProfileArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

impl Command {
    const fn name(&self) -> &'static str {
        match self {
            Self::Check(_) => "check",
            Self::Status(_) => "status",
            Self::Plan(_) => "plan",
            Self::Do(_) => "do",
            Self::Sandbox(_) => "sandbox",
            Self::Listen(_) => "listen",
            Self::Journal(_) => "journal",
            Self::Undo(_) => "undo",
            Self::Explain(_) => "explain",
            Self::Key(_) => "key",
            Self::Token(_) => "token",
            Self::Support(_) => "support",
            Self::Profile(_) => "profile",
            Self::Completions(_) => "completions",
            Self::Man(_) => "man",
        }
    }
}

/// Reads the arguments, runs the command and returns its exit code (contract 4).
#[must_use]
pub fn main() -> ExitCode {
    let console = Console::of_this_process();
    if let Some(cli) = wizard_alone() {
        return ended(run(cli, &console), &console);
    }
    let matches = match words::command(&console).try_get_matches() {
        Ok(matches) => matches,
        Err(help_or_error) => {
            print_help_or_error(&help_or_error, &console);
            return ExitCode::from(u8::try_from(help_or_error.exit_code()).unwrap_or(2));
        }
    };
    let end = match Cli::from_arg_matches(&matches) {
        Ok(cli) => run(cli, &console),
        Err(misread) => Err(Stop::Usage(misread.to_string())),
    };
    ended(end, &console)
}

/// The arguments, if they are of the wizard alone. Building the whole command line with its help texts takes as long as the first
/// frame, and the wizard does not need it. Even its own few arguments take a twentieth of that.
fn wizard_alone() -> Option<Cli> {
    if is_bare() {
        return Some(Cli::default());
    }
    let Alone { wizard, log, trace, language } = Alone::try_parse().ok()?;
    Some(Cli { wizard, log, trace, _language: language, ..Cli::default() })
}

/// Lets clap write: help and version to standard output, usage errors to standard error. An error repeats the argument that it
/// refuses; one with hidden characters or line breaks is repeated on one line, without them.
fn print_help_or_error(help_or_error: &clap::Error, console: &Console) {
    let given: Vec<String> = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
    if !help_or_error.use_stderr() || !given.iter().any(|argument| argument.contains(is_hidden)) {
        // A closed pipe is no error.
        let _ = help_or_error.print();
        return;
    }
    let visible = given.iter().map(|argument| one_line(argument));
    let error = words::command(console).try_get_matches_from(visible).err();
    console.say_as_is(&error.as_ref().unwrap_or(help_or_error).render().to_string());
}

fn ended(end: Result<End, Stop>, console: &Console) -> ExitCode {
    match end {
        Ok(end) => end.code(),
        Err(stop) => say_why(stop, console).code(),
    }
}

/// Says why a command could not go on, and returns its end.
fn say_why(stop: Stop, console: &Console) -> End {
    match stop {
        Stop::Usage(words) => {
            console.say(&words);
            End::Usage
        }
        Stop::Failed(words) => {
            console.say(&words);
            End::NotAsked
        }
        Stop::NotKept(words) => {
            console.say(&words);
            End::NotKept
        }
        Stop::Interrupted => End::Interrupted,
        Stop::Signalled(number) => End::Signalled(number),
        Stop::NobodyReads => End::InOrder,
    }
}

fn run(cli: Cli, console: &Console) -> Result<End, Stop> {
    if cli.version.is_asked() {
        return version::run(&cli.version, console);
    }
    log::start(cli.log.as_deref(), console)?;
    let console = &console.tracing(log::trace(cli.trace.as_deref(), console)?);
    if let Some(command) = cli.command.as_ref().filter(|_| !cli.wizard.is_empty()) {
        return Err(Stop::Usage(console.word("problem.before-command", &[("command", Value::Text(command.name().to_owned()))])));
    }
    match cli.command {
        None => wizard::run(cli.wizard, console),
        Some(command) => run_command(command, console),
    }
}

// Not a part of its caller: all commands together have a stack of 200 kB, which would be touched before the wizard's first frame.
#[inline(never)]
fn run_command(command: Command, console: &Console) -> Result<End, Stop> {
    match command {
        Command::Status(args) => until_done(console, interruptible(status::run(args, console))),
        Command::Plan(args) => until_done(console, interruptible(plan::run(args, console))),
        Command::Profile(args) => profile::run(args, console),
        Command::Token(args) => keeping(console, |engine| until_done(console, interruptible(token::run(*args, engine, console)))),
        Command::Support(args) => keeping(console, |engine| until_done(console, interruptible(support::run(*args, engine, console)))),
        Command::Explain(args) => explain::run(args, console),
        Command::Completions(args) => completions::run(&args, console),
        Command::Man(args) => man::run(&args, console),
        Command::Check(args) => keeping(console, |engine| until_done(console, interruptible(check::run(args, engine, console)))),
        Command::Do(args) => keeping(console, |engine| until_done(console, interruptible(deed::run(args, engine, console)))),
        Command::Sandbox(args) => until_done(console, sandbox::run(args, console)),
        Command::Key(args) => keeping(console, |engine| until_done(console, interruptible(key::run(args, engine, console)))),
        Command::Journal(args) => journal::list(args, &open::engine(console)?, console),
        Command::Undo(args) => keeping(console, |engine| until_done(console, interruptible(journal::undo(args, engine, console)))),
        Command::Listen(args) => keeping(console, |engine| until_done(console, listen::run(args, engine, console))),
    }
}

/// Runs a command that saves something. However it ends, what is not on disk by then is tried once more, and told.
fn keeping(console: &Console, command: impl FnOnce(&Engine) -> Result<End, Stop>) -> Result<End, Stop> {
    let engine = open::engine(console)?;
    let ended = command(&engine);
    engine.try_again();
    told_if_unkept(ended, &engine, console)
}

/// Tells what is not on disk, and makes it the end.
fn told_if_unkept(ended: Result<End, Stop>, engine: &Engine, console: &Console) -> Result<End, Stop> {
    let unkept = engine.unkept();
    if unkept.is_empty() {
        return ended;
    }
    if let Err(stop) = ended {
        say_why(stop, console);
    }
    for problem in &unkept {
        console.say(&console.text.engine(problem));
    }
    console.say(&console.word("said.not-kept", &[]));
    Ok(End::NotKept)
}

/// Runs the work until it ends or Ctrl-C is pressed. The handler is set first: until then the signal would kill the process.
async fn interruptible(work: impl Future<Output = Result<End, Stop>>) -> Result<End, Stop> {
    let interrupted = signals::interrupted();
    tokio::select! {
        ended = work => ended,
        () = interrupted => Err(Stop::Interrupted),
    }
}

/// Runs a command that needs the network, on a runtime of its own.
fn until_done(console: &Console, work: impl Future<Output = Result<End, Stop>>) -> Result<End, Stop> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    let runtime = runtime.map_err(|error| Stop::Failed(console.word("problem.system", &[("reason", (&error.to_string()).into())])))?;
    let ended = runtime.block_on(work);
    // Tasks that still look up a host or sign something are dropped: nothing waits for them.
    runtime.shutdown_background();
    ended
}
