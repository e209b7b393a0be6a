//! Access tokens and their claims.

use crate::values::{ClientId, OrgNumber, Scope};
use jiff::Timestamp;
use secrecy::SecretString;
use uuid::Uuid;

/// An access token from Maskinporten, or the one that Altinn exchanged it for. `Debug` does not show the secret.
#[derive(Debug, Clone)]
pub struct Token {
    pub secret: SecretString,
    /// Read without verifying the signature; the service that gets the token does that.
    pub claims: Claims,
    /// When it expires, as stated by the service that issued it.
    pub expires_at: Timestamp,
}

/// The claims that the checks use (facts platform A.3 and C.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    pub issuer: String,
    pub scopes: Vec<Scope>,
    pub client_id: Option<ClientId>,
    /// `consumer`, the client's owner.
    pub consumer: Option<OrgNumber>,
    /// `urn:altinn:org`, the code of a service owner.
    pub org_code: Option<String>,
    /// The system user that the token acts as. None for the owner itself.
    pub system_user: Option<SystemUserClaim>,
}

/// The system user in a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SystemUserClaim {
    pub id: Uuid,
    /// The party that it acts for.
    pub party: OrgNumber,
    pub system_id: String,
}
