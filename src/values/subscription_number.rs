//! The number that Altinn Events gives a subscription.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A subscription's number. It names the subscription and counts nothing, so that it is shown as Altinn writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubscriptionNumber(i64);

impl From<i64> for SubscriptionNumber {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl fmt::Display for SubscriptionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
