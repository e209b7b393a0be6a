//! What Maskinporten answers when it gives no token (platform facts, A.4).

use crate::sandbox::reply;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;
use url::Url;
use uuid::Uuid;

/// A refusal: the envelope of RFC 6749 with Maskinporten's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    status: StatusCode,
    error: &'static str,
    description: String,
    code: Option<&'static str>,
}

impl Refusal {
    fn new(error: &'static str, code: impl Into<Option<&'static str>>, description: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, error, description: description.into(), code: code.into() }
    }

    pub(super) fn invalid_parameter() -> Self {
        Self::new("invalid_request", "MP-011", "Invalid assertion. Invalid parameter value")
    }

    pub(super) fn used_before() -> Self {
        Self::new("invalid_grant", "MP-012", "Grant is used before")
    }

    pub(super) fn client_not_found() -> Self {
        Self::new("invalid_client", "MP-100", "Invalid assertion. Client authentication failed. Client not found")
    }

    pub(super) fn audience() -> Self {
        Self::authentication("MP-110", "Invalid JWT claim aud")
    }

    pub(super) fn certificate() -> Self {
        Self::authentication("MP-120", "The JWT is signed with an invalid certificate.")
    }

    pub(super) fn certificate_of_another() -> Self {
        let detail = "Invalid JWT. Invalid organization number for client. Does not match certificate orgno";
        Self::authentication("MP-122", detail)
    }

    pub(super) fn expired_key() -> Self {
        Self::authentication("MP-121", "Expired key.")
    }

    pub(super) fn certificate_header() -> Self {
        Self::authentication("MP-123", "Invalid JWT header x5c")
    }

    pub(super) fn signature() -> Self {
        Self::authentication("MP-124", "Invalid JWT signature")
    }

    pub(super) fn expired_assertion() -> Self {
        Self::authentication("MP-130", "JWT is expired")
    }

    pub(super) fn issued_later() -> Self {
        Self::authentication(None, "Issue time is after now")
    }

    pub(super) fn kid_missing() -> Self {
        Self::authentication(None, "Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided")
    }

    pub(super) fn kid_unknown() -> Self {
        Self::authentication(None, "Unknown key identifier (kid) for client.")
    }

    fn authentication(code: impl Into<Option<&'static str>>, detail: &str) -> Self {
        Self::new("invalid_grant", code, format!("Invalid assertion. Client authentication failed. {detail}"))
    }

    pub(super) fn scopes_not_on_client(scopes: &[&str]) -> Self {
        Self::new("invalid_scope", "MP-200", format!("Token request contains invalid scopes for client, {}", scopes.join(", ")))
    }

    pub(super) fn scopes_of_other_type() -> Self {
        Self::new("invalid_scope", "MP-201", "Token request contains scopes not allowed for maskinporten")
    }

    pub(super) fn scope_not_granted(scope: &str) -> Self {
        let refusal = Self::new("forbidden", "MP-250", format!("Consumer has not been granted access to the scope {scope}."));
        Self { status: StatusCode::FORBIDDEN, ..refusal }
    }

    pub(super) fn scope_not_delegated(consumer: &str, scope: &str, supplier: &str) -> Self {
        let description = format!("Consumer {consumer} has not delegated access to the scope {scope} to supplier {supplier}.");
        Self { status: StatusCode::FORBIDDEN, ..Self::new("forbidden", "MP-251", description) }
    }

    pub(super) fn own_organisation_as_consumer() -> Self {
        let description = "Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid";
        Self::new("invalid_request", None, description)
    }

    pub(super) fn details_type() -> Self {
        Self::new("invalid_authorization_details", "MP-301", "Unknown authorization details type")
    }

    pub(super) fn details_fields() -> Self {
        Self::new("invalid_authorization_details", "MP-302", "Unknown fields in the authorization details")
    }

    pub(super) fn details_values() -> Self {
        Self::new("invalid_altinn_customer_configuration", "MP-303", "Invalid authorization details values")
    }

    /// The answer; links to errors live below the issuer.
    pub(super) fn answer(&self, issuer: &Url) -> Response {
        refused(self.status, self.error, self.code, &self.description, issuer)
    }
}

/// The envelope of a refusal.
pub(in crate::sandbox) fn refused(status: StatusCode, error: &str, code: Option<&str>, description: &str, issuer: &Url) -> Response {
    let mut envelope = json!({
        "error": error,
        "error_description": format!("{description} (trace_id: {})", Uuid::new_v4().simple()),
    });
    if let (Some(code), Some(members)) = (code, envelope.as_object_mut()) {
        members.insert("error_uri".to_owned(), format!("{issuer}errors/{code}").into());
    }
    reply::json(status, &envelope)
}
