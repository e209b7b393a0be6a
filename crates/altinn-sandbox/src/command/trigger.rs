//! `trigger EVENT`: asks a sandbox that runs already to make one of Broker's events happen.

use super::{Stop, print};
use crate::broker::trigger::EventKind;
use crate::storage::lock::running;
use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Duration;
use url::Url;

/// How long the sandbox may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The arguments of `trigger`.
#[derive(Debug, Args)]
pub(super) struct TriggerArguments {
    /// The event, by the last part of its type
    #[arg(value_name = "EVENT", value_parser = PossibleValuesParser::new(EventKind::NAMES))]
    event: String,
    /// The sandbox's address, as it prints it; without it the one that serves --world, or broker-setup's own
    #[arg(long, value_name = "ADDRESS")]
    at: Option<Url>,
    /// The world of the sandbox that is asked
    #[arg(long, value_name = "FILE", conflicts_with = "at")]
    world: Option<PathBuf>,
    /// The resource that the file is for
    #[arg(long, value_name = "ID")]
    resource: Option<String>,
    /// The organisation that sends it
    #[arg(long, value_name = "NUMBER")]
    sender: Option<String>,
    /// The organisation that receives it
    #[arg(long, value_name = "NUMBER")]
    recipient: Option<String>,
}

/// Asks the sandbox, and prints the transfer and whom Broker told of it.
pub(super) async fn run(asked: &TriggerArguments, own_world: Option<PathBuf>) -> Result<(), Stop> {
    let at = match (&asked.at, asked.world.clone().or(own_world)) {
        (Some(at), _) => Some(at.clone()),
        (None, Some(world)) => running(&world).await,
        (None, None) => None,
    };
    let Some(at) = at else {
        return Err(Stop::Failed("Start a sandbox first, or say with --at where one runs: none was found.".to_owned()));
    };
    let failed = |problem: String| Stop::Failed(format!("The sandbox at {at} did not make the event: {problem}"));
    let address = at.join("/sandbox/trigger").map_err(|error| failed(error.to_string()))?;
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().map_err(|error| failed(error.to_string()))?;
    let mut body = json!({"event": asked.event});
    for (name, given) in [("resource", &asked.resource), ("sender", &asked.sender), ("recipient", &asked.recipient)] {
        if let Some(given) = given {
            body[name] = Value::from(given.as_str());
        }
    }
    let request = client.post(address).header(reqwest::header::CONTENT_TYPE, "application/json").body(body.to_string());
    let answer = request.send().await.map_err(|error| failed(error.to_string()))?;
    let is_good = answer.status().is_success();
    let status = answer.status();
    let text = answer.text().await.map_err(|error| failed(error.to_string()))?;
    let said: Value = serde_json::from_str(&text).unwrap_or_default();
    if is_good { print(&happened(&said)) } else { Err(refused(&said).unwrap_or_else(|| failed(status.to_string()))) }
}

fn happened(said: &Value) -> String {
    let word = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut out = format!("Transfer {}\n", word(said, "transfer"));
    for event in said.get("events").and_then(Value::as_array).into_iter().flatten() {
        out.push_str(&format!("{} to {}\n", word(event, "type"), word(event, "organisation")));
    }
    out
}

/// The sentence for what the sandbox does not know.
fn refused(said: &Value) -> Option<Stop> {
    let word = |name: &str| said.get(name).and_then(Value::as_str);
    let sentence = match word("error")? {
        "resource-unknown" => format!("Give a resource that Broker knows in this sandbox, because it has no {}.", word("resource")?),
        "organisation-unknown" => format!("Give an organisation of this sandbox, because it has no {}.", word("organisation")?),
        _ => return None,
    };
    Some(Stop::Usage(sentence))
}
