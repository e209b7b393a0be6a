//! Who calls: the claims of a verified token.

use crate::values::{ClientId, OrgNumber};
use uuid::Uuid;

/// Which issuer signed the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Altinn: an exchanged token.
    Altinn,
    /// Maskinporten: a raw one.
    Maskinporten,
}

/// A verified caller.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who signed the token.
    pub kind: TokenKind,
    /// The scopes, split at spaces.
    pub scopes: Vec<String>,
    /// The client.
    pub client_id: ClientId,
    /// `consumer`: the client's owner.
    pub consumer: OrgNumber,
    /// `urn:altinn:orgNumber`: absent from a raw Maskinporten token.
    pub org_number: Option<OrgNumber>,
    /// `urn:altinn:org`: the code of a service owner.
    pub org_code: Option<String>,
    /// The system user of `authorization_details`.
    pub system_user: Option<SystemUser>,
}

/// The system user inside a token.
#[derive(Debug, Clone)]
pub struct SystemUser {
    /// Its id.
    pub id: Uuid,
    /// Who owns it: the party.
    pub party: OrgNumber,
    /// The system.
    pub system_id: String,
}
