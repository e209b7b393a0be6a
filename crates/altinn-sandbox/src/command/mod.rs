//! The command line of the sandbox: `altinn-sandbox`, and `broker-setup sandbox` with the same arguments.

mod arguments;
mod clients;
pub(crate) mod departures;
mod signals;

pub use arguments::Arguments;

use crate::faults;
use crate::kit::write_kit;
use crate::server::{Sandbox, StartError, describe, start};
use departures::DEPARTURES;
use std::io::{self, ErrorKind, Write as _};
use std::path::PathBuf;

/// What a line is wrapped to where there is no terminal to ask for its width.
const WIDTH: usize = 100;

/// Why the sandbox did not run, or stopped by itself; with the words to say so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// Called wrongly: the words say how to call it.
    #[error("{0}")]
    Usage(String),
    /// The machine refused.
    #[error("{0}")]
    Failed(String),
    /// Whoever read the output has gone away, which is their right.
    #[error("nobody reads")]
    NobodyReads,
}

/// Runs a sandbox until SIGINT or SIGTERM. `own_world` is the file that `--fresh` renews where no `--world` is given.
///
/// # Errors
/// When it was called wrongly, could not start, or could not write what it was asked for.
pub async fn run(arguments: Arguments, own_world: Option<PathBuf>) -> Result<(), Stop> {
    if arguments.list_faults {
        return list_faults(arguments.json);
    }
    // Taken before anything listens: a signal right after the first line must find us.
    let stopped = signals::stopped();
    let sandbox = start(arguments.options(own_world)?).await.map_err(|error| not_started(&error))?;
    if let Some(path) = &sandbox.set_aside {
        say(&format!("The world could not be read. It is kept as {}, and a new one was made.", path.display()));
    }
    if let Some(folder) = &arguments.kit {
        let world = sandbox.world().await;
        write_kit(folder, &world, &sandbox.origin).map_err(|error| failed(&error.to_string()))?;
    }
    let handed_out = arguments.ca_out.as_deref().zip(sandbox.proxy.as_ref()).map(|(file, face)| clients::hand_out(file, face));
    let authority = handed_out.transpose()?;
    announce(&arguments, &sandbox)?;
    if let (Some(authority), Some(face)) = (&authority, &sandbox.proxy) {
        clients::announce(authority, face);
    }
    if !arguments.json || authority.is_some() {
        say(&format!("Its people, its faults and all that is in it: {}sandbox/", sandbox.origin));
        say("Ctrl-C stops it.");
    }
    stopped.await;
    sandbox.stop().await;
    Ok(())
}

/// Where the sandbox departs from the services on purpose, for the end of `--help`.
#[must_use]
pub fn departures() -> String {
    let width = termwidth().saturating_sub(4);
    let mut out = "Where the sandbox departs from the services on purpose:".to_owned();
    for sentence in DEPARTURES {
        out.push('\n');
        out.push_str(&textwrap::fill(sentence, textwrap::Options::new(width).initial_indent("  ").subsequent_indent("    ")));
    }
    out
}

/// Tells something beside the result, on standard error. That nobody reads it is no error.
pub fn say(sentence: &str) {
    say_as_is(&format!("{}\n", textwrap::fill(sentence, termwidth())));
}

/// The same, already laid out.
fn say_as_is(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Writes the result, or a part of it.
fn print(result: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    match out.write_all(result.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Stop::NobodyReads),
        Err(error) => Err(Stop::Failed(format!("The output could not be written: {error}"))),
    }
}

fn termwidth() -> usize {
    use io::IsTerminal as _;
    if io::stderr().is_terminal() || io::stdout().is_terminal() { textwrap::termwidth() } else { WIDTH }
}

fn failed(problem: &str) -> Stop {
    Stop::Failed(format!("The sandbox did not start: {problem}"))
}

/// An address that others can reach is a wrong call; all else is the machine's matter.
fn not_started(error: &StartError) -> Stop {
    match (failed(&error.to_string()), error) {
        (Stop::Failed(sentence), StartError::NotLoopback(_)) => Stop::Usage(sentence),
        (stop, _) => stop,
    }
}

/// Every fault by its name, with what it does; nothing is started.
fn list_faults(json: bool) -> Result<(), Stop> {
    if json {
        return print(&format!("{}\n", faults::document()));
    }
    let widest = faults::all().iter().map(|fault| fault.name.len()).max().unwrap_or_default();
    let width = termwidth().saturating_sub(widest + 2);
    let mut out = String::new();
    for fault in faults::all() {
        for (at, line) in textwrap::wrap(&fault.does, width).iter().enumerate() {
            let name = if at == 0 { fault.name.as_str() } else { "" };
            out.push_str(&format!("{name:widest$}  {line}\n"));
        }
    }
    print(&out)
}

fn announce(arguments: &Arguments, sandbox: &Sandbox) -> Result<(), Stop> {
    if arguments.json {
        return match print(&format!("{}\n", describe(sandbox))) {
            // Who started it may have read enough.
            Err(Stop::NobodyReads) => Ok(()),
            printed => printed,
        };
    }
    print(&format!("The sandbox listens at {}\n", sandbox.origin))?;
    if let Some(folder) = &arguments.kit {
        say(&format!("The kit is in {}: answers, keys and addresses for each role.", folder.display()));
    }
    Ok(())
}
