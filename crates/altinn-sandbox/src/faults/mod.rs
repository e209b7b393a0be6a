//! Faults on demand: every error that the facts document, and typical network failures.
//!
//! `assets/faults.toml` lists them. A fault strikes the calls of its service, never the sandbox's own pages.

pub(crate) mod answer;
pub(crate) mod documented;
pub(crate) mod pattern;
pub(crate) mod routes;
pub(crate) mod setting;
pub(crate) mod strike;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub(super) use documented::documented;
pub use routes::routes;
pub use setting::{Setting, SettingRefused};
pub(super) use strike::{before_the_gateway, behind_the_gateway};
pub use table::{Face, Fault, Service, Shape, all, find, listed, near};

use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::{Mutex, PoisonError};

/// The faults that are set. They are not stored with the world: a new start has only those it is given.
#[derive(Debug, Default)]
pub struct Faults {
    set: Mutex<Vec<Setting>>,
}

impl Faults {
    /// The faults given at the start.
    #[must_use]
    pub fn new(set: Vec<Setting>) -> Self {
        Self { set: Mutex::new(set) }
    }

    /// Sets a fault; replaces an earlier setting of the same fault for the same service.
    pub fn set(&self, setting: Setting) {
        let mut set = self.locked();
        set.retain(|known| known.fault.name != setting.fault.name || known.only != setting.only);
        set.push(setting);
    }

    /// Clears a fault; false when it was not set.
    pub fn clear(&self, name: &str) -> bool {
        let mut set = self.locked();
        let before = set.len();
        set.retain(|known| !known.fault.name.eq_ignore_ascii_case(name));
        set.len() < before
    }

    pub fn clear_all(&self) {
        self.locked().clear();
    }

    /// The faults that are set, oldest first.
    #[must_use]
    pub fn current(&self) -> Vec<Setting> {
        self.locked().clone()
    }

    /// The same as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        self.locked().iter().map(Setting::json).collect::<Vec<_>>().into()
    }

    /// By how much a service's clock is ahead; negative if it is behind.
    #[must_use]
    pub fn clock(&self, service: Service) -> SignedDuration {
        let set = self.locked();
        let wrong = set.iter().filter(|set| set.fault.shape == Shape::Clock && set.only.is_none_or(|only| only == service));
        wrong.map(|set| SignedDuration::from_secs(set.value)).sum()
    }

    /// Takes a fault of the TLS handshake, for the proxy. A fault for one service strikes the host that serves it.
    #[must_use]
    pub fn take_tls(&self, serves: impl Fn(Service) -> bool) -> Option<&'static Fault> {
        self.take(|set| set.fault.shape == Shape::Tls && set.only.is_none_or(&serves)).map(|set| set.fault)
    }

    /// Takes a fault that makes an approval be refused.
    #[must_use]
    pub fn take_approval(&self) -> Option<&'static Fault> {
        self.take(|set| set.fault.shape == Shape::Approval).map(|set| set.fault)
    }

    /// The first fault that fits; its count goes down by one, and at zero it is cleared.
    fn take(&self, fits: impl Fn(&Setting) -> bool) -> Option<Setting> {
        let mut set = self.locked();
        let at = set.iter().position(fits)?;
        let found = set.get_mut(at)?;
        let taken = found.clone();
        match found.times {
            None => {}
            Some(1) => {
                set.remove(at);
            }
            Some(ref mut times) => *times -= 1,
        }
        Some(taken)
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, Vec<Setting>> {
        self.set.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The output of `--list-faults --json`.
#[must_use]
pub fn document() -> Value {
    json!({"version": 1, "faults": all().iter().map(listed).collect::<Vec<_>>()})
}
