//! The scopes that the portal knows (facts examples 7).

use crate::maskinporten::scopes::Scope;
use crate::maskinporten::state::MaskinportenState;
use crate::values::OrgNumber;
use serde_json::{Value, json};

/// `GET /scopes/all`: every scope, or with the filter only the scopes that need no grant.
pub(super) fn all(state: &MaskinportenState, accessible_for_all: Option<&str>) -> Value {
    let wanted = accessible_for_all.map(|given| given.eq_ignore_ascii_case("true"));
    state.scopes().iter().filter(|scope| wanted.is_none_or(|wanted| scope.is_public == wanted)).map(row).collect()
}

/// `GET /scopes`: the scopes that an organisation owns.
pub(super) fn owned_by(state: &MaskinportenState, organisation: &OrgNumber) -> Value {
    state.scopes().iter().filter(|scope| scope.owner == organisation.digits()).map(row).collect()
}

fn row(scope: &Scope) -> Value {
    let Scope { name, owner, is_public } = scope;
    let (prefix, subscope) = name.split_once(':').unwrap_or(("", name));
    json!({
        "prefix": prefix, "subscope": subscope, "name": name,
        "description": name, "long_description": name, "active": true,
        "created": "2022-01-10T12:00:00+01:00", "last_updated": "2025-03-01T12:00:00+01:00",
        "allowed_integration_types": ["maskinporten"], "owner_orgno": owner,
        "token_type": "SELF_CONTAINED", "visibility": "PUBLIC", "accessible_for_all": is_public, "protected": false,
        "at_max_age": 3600, "authorization_max_lifetime": 0,
        "requires_user_consent": false, "requires_user_authentication": false, "requires_pseudonymous_tokens": false,
    })
}
