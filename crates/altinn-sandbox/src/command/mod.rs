//! The command line of the sandbox: `altinn-sandbox`, and `broker-setup sandbox` with the same arguments.

mod arguments;
mod clients;
pub(crate) mod departures;
mod signals;
mod trigger;

pub use arguments::Arguments;
pub use signals::stopped;

use crate::faults;
use crate::kit::{self, write_kit};
use crate::proxy::face::ProxyFace;
use crate::seed::{self, SeedRefused};
use crate::server::{StartError, describe, listen};
use departures::DEPARTURES;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use url::Url;

/// Line width in columns when the output is not a terminal.
const WIDTH: usize = 100;

/// Why the sandbox did not start or stopped by itself. `Display` is the message for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Stop {
    /// A usage error.
    #[error("{0}")]
    Usage(String),
    /// The operating system refused something, such as an address or a file.
    #[error("{0}")]
    Failed(String),
    /// The reader closed the pipe, as `head` does. This is no error.
    #[error("nobody reads")]
    NobodyReads,
}

/// Runs a sandbox until SIGINT or SIGTERM. `own_world` is the file that `--fresh` renews where no `--world` is given.
///
/// # Errors
/// A usage error, a failed start, or a file that could not be written.
pub async fn run(arguments: Arguments, own_world: Option<PathBuf>) -> Result<(), Stop> {
    if let Some(arguments::Order::Trigger(asked)) = &arguments.order {
        return trigger::run(asked, own_world).await;
    }
    if arguments.list_faults {
        return list_faults(arguments.json);
    }
    if arguments.seed_example {
        return print(seed::EXAMPLE);
    }
    // Registered before the sandbox listens, because a caller may send a signal as soon as it has read the first line.
    let stopped = signals::stopped();
    if !arguments.force {
        nothing_is_lost(&arguments)?;
    }
    let listening = listen(arguments.options(own_world)?).await.map_err(|error| not_started(&error))?;
    if let Some(path) = &listening.set_aside {
        say(&format!("The world could not be read. It is kept as {}, and a new one was made.", path.display()));
    }
    // Where nothing else is handed out, its address is all that a caller waits for. The first answer comes when the world's keys are made.
    let is_address_all = arguments.kit.is_none() && arguments.proxy.is_none() && arguments.seed.is_none();
    if is_address_all {
        announce(&arguments, &listening.origin, None)?;
    }
    let sandbox = listening.serve().await.map_err(|error| not_started(&error))?;
    if let Some(folder) = &arguments.kit {
        let world = sandbox.world().await;
        write_kit(folder, &world, &sandbox.origin).map_err(|error| failed(&error.to_string()))?;
    }
    let handed_out = arguments.ca_out.as_deref().zip(sandbox.proxy.as_ref()).map(|(file, face)| clients::hand_out(file, face));
    let authority = handed_out.transpose()?;
    if !is_address_all {
        announce(&arguments, &sandbox.origin, sandbox.proxy.as_ref())?;
    }
    if let (Some(authority), Some(face)) = (&authority, &sandbox.proxy) {
        clients::announce(authority, face);
    }
    if let (false, Some(planted)) = (arguments.json, &sandbox.planted) {
        say(&planted.to_string());
    }
    if !arguments.json || authority.is_some() {
        say(&format!("Its people, its faults and all that is in it: {}sandbox/", sandbox.origin));
        say("Ctrl-C stops it.");
    }
    stopped.await;
    sandbox.stop().await;
    Ok(())
}

/// Refuses to write over what no sandbox wrote.
fn nothing_is_lost(arguments: &Arguments) -> Result<(), Stop> {
    let usage = |path: &Path, problem: &str| Stop::Usage(format!("{problem}, or add --force: {}", path.display()));
    let unread = |path: &Path, cause: &io::Error| failed(&format!("{}: {cause}", path.display()));
    if let Some(folder) = arguments.kit.as_deref()
        && !kit::may_be_written_into(folder).map_err(|cause| unread(folder, &cause))?
    {
        return Err(usage(folder, "Give another folder for the kit, because this one holds files that are no kit and may be overwritten"));
    }
    if let Some(file) = arguments.ca_out.as_deref()
        && !clients::may_be_written(file).map_err(|cause| unread(file, &cause))?
    {
        return Err(usage(file, "Give another file for the certificate, because this one holds something else"));
    }
    Ok(())
}

/// The list of deliberate differences from the services, wrapped for the end of `--help`.
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

/// Prints a message on standard error. A closed standard error is ignored.
pub fn say(sentence: &str) {
    say_as_is(&format!("{}\n", textwrap::fill(sentence, termwidth())));
}

/// Like [`say`], without wrapping.
fn say_as_is(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Writes to standard output.
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

fn not_seeded(refused: &SeedRefused) -> String {
    format!("The sandbox did not start, and nothing was changed.\n{refused}")
}

/// An address that other machines can reach, and a seed that does not fit, are usage errors; every other failure is the operating
/// system's.
fn not_started(error: &StartError) -> Stop {
    match (failed(&error.to_string()), error) {
        (_, StartError::Seed(refused)) => Stop::Usage(not_seeded(refused)),
        (Stop::Failed(sentence), StartError::NotLoopback(_)) => Stop::Usage(sentence),
        (stop, _) => stop,
    }
}

/// Prints every fault with its description, without starting a sandbox.
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

fn announce(arguments: &Arguments, origin: &Url, proxy: Option<&ProxyFace>) -> Result<(), Stop> {
    if arguments.json {
        return match print(&format!("{}\n", describe(origin, proxy))) {
            // The caller may have closed the pipe after reading what it needed.
            Err(Stop::NobodyReads) => Ok(()),
            printed => printed,
        };
    }
    print(&format!("The sandbox listens at {origin}\n"))?;
    if let Some(folder) = &arguments.kit {
        say(&format!("The kit is in {}: answers, keys and addresses for each role.", folder.display()));
    }
    Ok(())
}
