//! A resource that one organisation has delegated to another (facts platform E.1).

use super::users::Delegation;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OrganisationDelegation {
    /// The organisation that delegates, nine digits.
    pub from: String,
    /// The organisation that may act for it, nine digits.
    pub to: String,
    pub what: Delegation,
}
