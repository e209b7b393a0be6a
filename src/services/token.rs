//! Access tokens: the secret itself and what it says.

use crate::values::{ClientId, OrgNumber, Scope};
use jiff::Timestamp;
use secrecy::SecretString;
use uuid::Uuid;

/// An access token of Maskinporten, or one that Altinn made of it. `Debug` never shows it.
#[derive(Debug, Clone)]
pub struct Token {
    pub secret: SecretString,
    /// What it says, read without verifying: the service does that.
    pub claims: Claims,
    /// When it ends, by the service's own word.
    pub expires_at: Timestamp,
}

/// The claims that the journey looks at (facts platform A.3 and C.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    pub issuer: String,
    pub scopes: Vec<Scope>,
    pub client_id: Option<ClientId>,
    /// `consumer`: the client's owner.
    pub consumer: Option<OrgNumber>,
    /// `urn:altinn:org`: the code of a service owner.
    pub org_code: Option<String>,
    /// The system user it acts as.
    pub system_user: Option<SystemUserClaim>,
}

/// The system user in a token. Altinn makes an object of Maskinporten's one-element array; both are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUserClaim {
    pub id: Uuid,
    /// The party it acts for.
    pub party: OrgNumber,
    pub system_id: String,
}
