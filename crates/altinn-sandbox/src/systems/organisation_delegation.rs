//! A resource that an organisation has given another (facts platform E.1).

use super::users::Delegation;
use serde::{Deserialize, Serialize};

/// A resource that an organisation has given another.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OrganisationDelegation {
    /// Whose it is: nine digits.
    pub from: String,
    /// Who may act for it: nine digits.
    pub to: String,
    pub what: Delegation,
}
