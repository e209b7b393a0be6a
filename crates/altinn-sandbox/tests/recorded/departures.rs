//! `departures.toml`: the members that may differ from the real servers' answers, each with the reason.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Departure {
    /// The name of the recorded request.
    request: String,
    /// The member that differs, and all below it.
    member: String,
    /// Why it may.
    reason: String,
    #[serde(skip)]
    met: bool,
}

pub struct Departures(Vec<Departure>);

impl Departures {
    pub fn of(service: &str) -> Self {
        let mut all: BTreeMap<String, Vec<Departure>> = toml::from_str(include_str!("departures.toml")).expect("a list of departures");
        let departures = all.remove(service).unwrap_or_default();
        for departure in &departures {
            assert!(!departure.reason.trim().is_empty(), "{} needs its reason", departure.request);
        }
        Self(departures)
    }

    /// Whether a difference is listed; a listed one is then known to be needed.
    pub fn lists(&mut self, request: &str, member: &str) -> bool {
        let below = |of: &str| member == of || member.strip_prefix(of).is_some_and(|rest| rest.starts_with('/'));
        let found = self.0.iter_mut().filter(|departure| departure.request == request && below(&departure.member));
        found.fold(false, |_, departure| {
            departure.met = true;
            true
        })
    }

    /// Fails on a row that no answer needs any more.
    pub fn all_needed(&self) {
        let stale: Vec<_> =
            self.0.iter().filter(|departure| !departure.met).map(|departure| (&departure.request, &departure.member)).collect();
        assert!(stale.is_empty(), "these no longer differ: {stale:?}");
    }
}
