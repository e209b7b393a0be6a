//! The log and the trace. The log is off unless `--log` or its variable names a file. Only the user can read the file, and it holds
//! only what this program itself logs.

use super::console::Console;
use super::end::Stop;
use crate::engine::{TraceFile, TraceProblem};
use crate::files::{Opening, make_file, paths};
use crate::values::Value;
use std::path::Path;
use std::sync::Mutex;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;

/// The variables for `--log` and `--trace`.
pub(super) const VARIABLE: &str = "BROKER_SETUP_LOG";
pub(super) const TRACE_VARIABLE: &str = "BROKER_SETUP_TRACE";

/// Starts the log. Events of other crates are left out: they could log a request with a secret in it.
pub(super) fn start(path: Option<&Path>, console: &Console) -> Result<(), Stop> {
    let Some(path) = path.filter(|path| !path.as_os_str().is_empty()).map(paths::given) else { return Ok(()) };
    let file = make_file(&path, Opening::Append).map_err(|error| {
        let values = [("path", Value::Text(path.display().to_string())), ("reason", Value::Text(error.to_string()))];
        Stop::Usage(console.word("problem.log", &values))
    })?;
    let ours = Targets::new().with_target("broker_setup", LevelFilter::DEBUG);
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file)).with_filter(ours);
    // This fails when a subscriber is already set, as in a test; that one is kept.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(lines));
    Ok(())
}

/// Opens the file that each call is written to. Nothing that is no trace is touched.
pub(super) fn trace(path: Option<&Path>, console: &Console) -> Result<Option<TraceFile>, Stop> {
    let Some(path) = path.filter(|path| !path.as_os_str().is_empty()).map(paths::given) else { return Ok(None) };
    let shown = ("path", Value::Text(path.display().to_string()));
    TraceFile::start(&path).map(Some).map_err(|problem| {
        Stop::Usage(match problem {
            TraceProblem::OfAnother => console.word("problem.trace-taken", &[shown]),
            TraceProblem::Disk(reason) => console.word("problem.trace", &[shown, ("reason", Value::Text(reason))]),
        })
    })
}
