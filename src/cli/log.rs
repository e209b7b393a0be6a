//! The log: off unless asked for, in a file that only the user can read, with nothing but our own words in it.

use super::console::Console;
use super::end::Stop;
use crate::engine::append_private;
use crate::values::Value;
use std::path::Path;
use std::sync::Mutex;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;

/// Starts it. Other crates are left out: what they log of requests is not ours to vouch for.
pub(super) fn start(path: Option<&Path>, console: &Console) -> Result<(), Stop> {
    let Some(path) = path.filter(|path| !path.as_os_str().is_empty()) else { return Ok(()) };
    let file = append_private(path).map_err(|error| {
        let values = [("path", Value::Text(path.display().to_string())), ("reason", Value::Text(error.to_string()))];
        Stop::Usage(console.word("problem.log", &values))
    })?;
    let ours = Targets::new().with_target("broker_setup", LevelFilter::DEBUG);
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file)).with_filter(ours);
    // A subscriber that is there already, as in a test, goes on.
    let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(lines));
    Ok(())
}
