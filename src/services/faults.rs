//! Lists, sets and clears the faults of a running sandbox. Only the sandbox has this; Altinn has nothing like it.

use super::Services;
use super::http::{Answer, Endpoint, Heard};
use crate::journey::Service;
use crate::values::{Fault, FaultChange, Faults, Invalid, SetFault};
use reqwest::Method;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct WireFaults {
    faults: Vec<WireFault>,
}

#[derive(Deserialize)]
struct WireFault {
    name: String,
    does: String,
    /// The part of the sandbox that has this fault.
    face: String,
}

/// The part behind `sandbox --proxy`. Its faults do not affect calls to the sandbox's own address, so they are not listed.
const PROXY_FACE: &str = "proxy";

#[derive(Deserialize)]
struct WireCurrent {
    faults: Vec<WireSet>,
}

#[derive(Deserialize)]
struct WireSet {
    name: String,
    service: Option<String>,
    value: Option<i64>,
    times: Option<u32>,
}

/// Why the sandbox refuses a change.
#[derive(Deserialize)]
#[serde(tag = "error", rename_all = "kebab-case")]
enum WireRefusal {
    UnknownFault { name: String, near: Vec<String> },
    UnknownService { name: String, service: String },
    BadValue { name: String, value: String },
    BadTimes { times: String },
}

impl From<WireRefusal> for Invalid {
    fn from(refusal: WireRefusal) -> Self {
        match refusal {
            WireRefusal::UnknownFault { name, near } if near.is_empty() => Self::FaultUnknown { name },
            WireRefusal::UnknownFault { name, near } => Self::FaultNear { name, near },
            WireRefusal::UnknownService { name, service } => Self::FaultService { name, service },
            WireRefusal::BadValue { name, value } => Self::FaultSeconds { name, given: value },
            WireRefusal::BadTimes { times } => Self::FaultTimes { given: times },
        }
    }
}

impl Services {
    /// The faults that can affect our calls, and those that are set.
    ///
    /// # Errors
    /// The problem with the call. A host that is not a sandbox refuses with 404.
    pub async fn faults(&self) -> Answer<Faults> {
        let list: WireFaults = self.sandbox_call(Method::GET, &["faults", "list"], None).await?.judged()?.json()?;
        let met_here = list.faults.into_iter().filter(|fault| fault.face != PROXY_FACE);
        let known = met_here.map(|fault| Fault { name: fault.name, does: fault.does }).collect();
        let set = read(&self.sandbox_call(Method::GET, &["faults"], None).await?.judged()?)?;
        Ok(Faults { known, set })
    }

    /// Sets or clears faults, and returns those that are set afterwards. The inner error says why the sandbox refused the change.
    ///
    /// # Errors
    /// The problem with the call.
    pub async fn change_faults(&self, change: &FaultChange) -> Answer<Result<Vec<SetFault>, Invalid>> {
        let body = match change {
            FaultChange::Set(setting) => json!({"set": setting}),
            FaultChange::Clear(name) => json!({"clear": name}),
            FaultChange::ClearAll => json!({"clear": "all"}),
        };
        let heard = self.sandbox_call(Method::POST, &["faults"], Some(body)).await?;
        if let Ok(refusal) = heard.json::<WireRefusal>() {
            return Ok(Err(refusal.into()));
        }
        read(&heard.judged()?).map(Ok)
    }

    async fn sandbox_call(&self, method: Method, path: &[&str], body: Option<serde_json::Value>) -> Answer<Heard> {
        let ask = self.ask(method, self.platform("sandbox", path), Endpoint::usual(Service::Other, "faults")).without_key();
        match body {
            Some(body) => ask.json(&body).heard().await,
            None => ask.heard().await,
        }
    }
}

fn read(heard: &Heard) -> Answer<Vec<SetFault>> {
    let current: WireCurrent = heard.json()?;
    let set = |set: WireSet| SetFault { name: set.name, service: set.service, seconds: set.value, times: set.times };
    Ok(current.faults.into_iter().map(set).collect())
}
