//! The scopes that the portal knows (facts examples 7).

use crate::known;
use crate::values::OrgNumber;
use serde_json::{Value, json};

/// `GET /scopes/all`: every scope, or with the filter only the scopes that need no grant.
pub(super) fn all(accessible_for_all: Option<&str>) -> Value {
    let wanted = accessible_for_all.map(|given| given.eq_ignore_ascii_case("true"));
    known::scopes().filter(|scope| wanted.is_none_or(|wanted| is_public(scope) == wanted)).map(row).collect()
}

/// `GET /scopes`: the scopes that an organisation owns.
pub(super) fn owned_by(organisation: &OrgNumber) -> Value {
    known::scopes().filter(|_| organisation.digits() == known::SCOPE_OWNER).map(row).collect()
}

fn is_public(scope: &str) -> bool {
    known::PUBLIC_SCOPES.contains(&scope)
}

fn row(scope: &str) -> Value {
    let (prefix, subscope) = scope.split_once(':').unwrap_or(("", scope));
    json!({
        "prefix": prefix, "subscope": subscope, "name": scope,
        "description": scope, "long_description": scope, "active": true,
        "created": "2022-01-10T12:00:00+01:00", "last_updated": "2025-03-01T12:00:00+01:00",
        "allowed_integration_types": ["maskinporten"], "owner_orgno": known::SCOPE_OWNER,
        "token_type": "SELF_CONTAINED", "visibility": "PUBLIC", "accessible_for_all": is_public(scope), "protected": false,
        "at_max_age": 3600, "authorization_max_lifetime": 0,
        "requires_user_consent": false, "requires_user_authentication": false, "requires_pseudonymous_tokens": false,
    })
}
