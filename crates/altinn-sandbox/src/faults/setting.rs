//! The setting of a fault, written `NAME[@SERVICE][=VALUE][:TIMES]`.

use super::table::{Fault, Service, find, near};
use serde_json::{Map, Value, json};
use std::str::FromStr;

#[derive(Debug, Clone)]
pub struct Setting {
    pub fault: &'static Fault,
    /// Strikes only the calls of this service; none means every service of the fault.
    pub only: Option<Service>,
    /// Seconds; for faults that have a value.
    pub value: i64,
    /// How many more calls it strikes; none means until it is cleared.
    pub times: Option<u32>,
}

/// Why a fault cannot be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingRefused {
    /// No fault has this name.
    #[error("No fault is named {name}.{}", near_it(near))]
    Unknown {
        name: String,
        /// Similar names.
        near: Vec<&'static str>,
    },
    /// The fault does not strike this service.
    #[error("The fault {name} does not strike {service}.")]
    Service {
        name: &'static str,
        /// The service as it was written.
        service: String,
    },
    /// The value is no number of seconds, or the fault has no value.
    #[error("The fault {name} does not take {value} as a number of seconds.")]
    Value { name: &'static str, value: String },
    #[error("{times} is not a number of times.")]
    Times { times: String },
}

fn near_it(near: &[&str]) -> String {
    if near.is_empty() { String::new() } else { format!(" Near it: {}.", near.join(", ")) }
}

impl Setting {
    /// A fault with its default value, for every service, until it is cleared.
    #[must_use]
    pub fn of(fault: &'static Fault) -> Self {
        Self { fault, only: None, value: fault.value.unwrap_or_default(), times: None }
    }

    /// The same setting, for a number of calls.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times: Some(times.max(1)), ..self }
    }

    /// Whether it strikes a call.
    pub(super) fn strikes(&self, service: Service, method: &str, path: &str) -> bool {
        self.only.is_none_or(|only| only == service) && self.fault.strikes(service, method, path)
    }

    /// The setting as `GET /sandbox/faults` shows it.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut row = Map::new();
        row.insert("name".to_owned(), json!(self.fault.name));
        if let Some(only) = self.only {
            row.insert("service".to_owned(), json!(only));
        }
        if self.fault.value.is_some() {
            row.insert("value".to_owned(), json!(self.value));
        }
        if let Some(times) = self.times {
            row.insert("times".to_owned(), json!(times));
        }
        row.insert("does".to_owned(), json!(self.fault.does));
        Value::Object(row)
    }
}

impl FromStr for Setting {
    type Err = SettingRefused;

    fn from_str(text: &str) -> Result<Self, SettingRefused> {
        let (rest, times) = match text.split_once(':') {
            Some((rest, times)) => (rest, Some(counted(times)?)),
            None => (text, None),
        };
        let (rest, value) = rest.split_once('=').map_or((rest, None), |(rest, value)| (rest, Some(value)));
        let (name, service) = rest.split_once('@').map_or((rest, None), |(name, service)| (name, Some(service)));
        let fault = find(name).ok_or_else(|| SettingRefused::Unknown { name: name.to_owned(), near: near(name) })?;
        let value = value.map(|value| seconds(fault, value)).transpose()?;
        let only = service.map(|service| only(fault, service)).transpose()?;
        Ok(Self { only, value: value.or(fault.value).unwrap_or_default(), times, fault })
    }
}

fn counted(times: &str) -> Result<u32, SettingRefused> {
    times.parse().ok().filter(|times| *times > 0).ok_or_else(|| SettingRefused::Times { times: times.to_owned() })
}

/// Upper limit in seconds, a year: longer than any client waits, and longer than any clock is off.
const MOST: i64 = 366 * 86_400;

fn seconds(fault: &'static Fault, value: &str) -> Result<i64, SettingRefused> {
    let refused = || SettingRefused::Value { name: &fault.name, value: value.to_owned() };
    let seconds: i64 = value.parse().map_err(|_| refused())?;
    let least = if fault.shape == super::Shape::Clock { -MOST } else { 0 };
    if fault.value.is_some() && (least..=MOST).contains(&seconds) { Ok(seconds) } else { Err(refused()) }
}

fn only(fault: &'static Fault, service: &str) -> Result<Service, SettingRefused> {
    let named = Service::ANSWERING.into_iter().find(|known| known.name().eq_ignore_ascii_case(service));
    let struck = |service: &Service| match fault.shape {
        super::Shape::Clock => Service::WITH_A_CLOCK.contains(service),
        _ => fault.services.contains(service) || fault.services.contains(&Service::Any),
    };
    named.filter(struck).ok_or_else(|| SettingRefused::Service { name: &fault.name, service: service.to_owned() })
}
