//! What a command opens: the store, the sandbox if the profile is of it, the connection.

use super::Stop;
use super::console::Console;
use super::selection::Selected;
use crate::checks::Connection;
use crate::journey::Evidence;
use crate::services::Trace;
use crate::store::{ConnectionState, Folders, Store, StoreProblem};
use crate::values::Value;
use altinn_sandbox::{self as sandbox, Options, Sandbox, StartError};
use url::Url;

/// The user's own store.
pub(super) fn store(console: &Console) -> Result<Store, Stop> {
    Folders::of_the_user().map(Store::new).ok_or_else(|| Stop::Usage(console.word("store.no-folder", &[])))
}

/// A store's problem in words.
pub(super) fn store_problem(problem: &StoreProblem, name: &str, store: &Store, console: &Console) -> String {
    let named = ("name", Value::Text(name.to_owned()));
    match problem {
        StoreProblem::Missing => {
            let names: Vec<String> = store.profiles().into_iter().map(|listed| listed.name).collect();
            let key = if names.is_empty() { "store.missing-all" } else { "store.missing" };
            console.word(key, &[named, ("names", Value::List(names))])
        }
        StoreProblem::NotAName => console.word("store.not-a-name", &[named]),
        StoreProblem::Taken => console.word("store.taken", &[named]),
        StoreProblem::SetAside(path) => console.word("store.set-aside", &[named, ("path", Value::Text(path.display().to_string()))]),
        StoreProblem::Foreign => console.word("store.foreign", &[named]),
        StoreProblem::FromTheFuture => console.word("store.from-the-future", &[named]),
        StoreProblem::NoFolder => console.word("store.no-folder", &[]),
        StoreProblem::Disk { path, reason } => {
            console.word("store.disk", &[("path", Value::Text(path.display().to_string())), ("reason", Value::Text(reason.clone()))])
        }
    }
}

/// What is kept of the connection; a broken file is named.
pub(super) fn state(selected: &Selected, store: &Store, console: &Console) -> ConnectionState {
    store.state_or_aside(&selected.profile).unwrap_or_else(|problem| {
        if let StoreProblem::SetAside(path) = &problem {
            console.say(&console.word("said.state-aside", &[("path", Value::Text(path.display().to_string()))]));
        }
        ConnectionState::default()
    })
}

/// A connection, with the sandbox that it may have started: it runs as long as this lives.
pub(super) struct Opened {
    pub(super) connection: Connection,
    sandbox: Option<Sandbox>,
}

impl Opened {
    /// Lets the sandbox finish what is under way.
    pub(super) async fn close(self) {
        if let Some(sandbox) = self.sandbox {
            sandbox.stop().await;
        }
    }
}

/// Opens the connection; a sandbox profile talks to the sandbox that runs, or to one in this process.
pub(super) async fn open(selected: &Selected, evidence: Evidence, store: &Store, trace: Trace, console: &Console) -> Result<Opened, Stop> {
    let (origin, sandbox) = if selected.profile.environment.is_sandbox() { served(store, console).await? } else { (None, None) };
    let connection = Connection::open(selected.profile.clone(), &selected.folder, origin.as_ref(), evidence, trace).await;
    let connection = connection.map_err(|problem| sandbox_problem(&problem.to_string(), console))?;
    let connection = connection.with_budget(store.folders.state.clone());
    Ok(Opened { connection, sandbox })
}

async fn served(store: &Store, console: &Console) -> Result<(Option<Url>, Option<Sandbox>), Stop> {
    let world = store.sandbox_world();
    if let Some(origin) = sandbox::running(&world).await {
        return Ok((Some(origin), None));
    }
    match sandbox::start(Options { world: Some(world), ..Options::default() }).await {
        Ok(sandbox) => {
            if let Some(path) = &sandbox.set_aside {
                console.say(&console.word("said.sandbox-sets-aside", &[("path", Value::Text(path.display().to_string()))]));
            }
            Ok((Some(sandbox.origin.clone()), Some(sandbox)))
        }
        // Another process was faster.
        Err(StartError::Served(Some(origin))) => Ok((Some(origin), None)),
        Err(error) => Err(sandbox_problem(&error.to_string(), console)),
    }
}

/// The sandbox is a machine's matter, not a wrong call.
pub(super) fn sandbox_problem(problem: &str, console: &Console) -> Stop {
    Stop::Failed(console.word("problem.sandbox", &[("problem", Value::Text(problem.to_owned()))]))
}
