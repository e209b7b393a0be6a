//! Maskinporten's error answers (facts platform A.4). Their statuses, codes and texts are in `assets/faults.toml`.

use crate::faults;
use crate::http::reply;
use axum::body::to_bytes;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;

/// A refusal: a row of the table of faults, and the values for the placeholders in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    name: &'static str,
    named: Vec<(&'static str, String)>,
}

impl Refusal {
    const fn of(name: &'static str) -> Self {
        Self { name, named: Vec::new() }
    }

    pub(super) const fn invalid_parameter() -> Self {
        Self::of("MP-011")
    }

    pub(super) const fn used_before() -> Self {
        Self::of("MP-012")
    }

    pub(super) const fn client_not_found() -> Self {
        Self::of("MP-100")
    }

    pub(super) const fn audience() -> Self {
        Self::of("MP-110")
    }

    pub(super) const fn certificate() -> Self {
        Self::of("MP-120")
    }

    pub(super) const fn expired_key() -> Self {
        Self::of("MP-121")
    }

    pub(super) const fn certificate_of_another() -> Self {
        Self::of("MP-122")
    }

    pub(super) const fn certificate_header() -> Self {
        Self::of("MP-123")
    }

    pub(super) const fn signature() -> Self {
        Self::of("MP-124")
    }

    pub(super) const fn expired_assertion() -> Self {
        Self::of("MP-130")
    }

    pub(super) const fn issued_later() -> Self {
        Self::of("issued-later")
    }

    pub(super) const fn kid_missing() -> Self {
        Self::of("missing-kid")
    }

    pub(super) const fn kid_unknown() -> Self {
        Self::of("unknown-kid")
    }

    pub(super) fn scopes_not_on_client(scopes: &[&str]) -> Self {
        Self { name: "MP-200", named: vec![("{scope}", scopes.join(", "))] }
    }

    pub(super) const fn scopes_of_other_type() -> Self {
        Self::of("MP-201")
    }

    pub(super) fn scope_not_granted(scope: &str) -> Self {
        Self { name: "MP-250", named: vec![("{scope}", scope.to_owned())] }
    }

    pub(super) fn scope_not_delegated(consumer: &str, scope: &str, supplier: &str) -> Self {
        let named = [("{consumer}", consumer), ("{scope}", scope), ("{supplier}", supplier)];
        Self { name: "MP-251", named: named.map(|(place, text)| (place, text.to_owned())).to_vec() }
    }

    pub(super) const fn own_organisation_as_consumer() -> Self {
        Self::of("own-consumer-org")
    }

    pub(super) const fn details_type() -> Self {
        Self::of("MP-301")
    }

    pub(super) const fn details_fields() -> Self {
        Self::of("MP-302")
    }

    pub(super) const fn details_values() -> Self {
        Self::of("MP-303")
    }

    /// The answer. `error_uri` is an address below the issuer.
    pub(super) fn answer(&self, issuer: &Url) -> Response {
        let Some(row) = faults::find(self.name) else { return reply::empty(StatusCode::INTERNAL_SERVER_ERROR) };
        let text = row.text.clone().unwrap_or_default();
        let description = self.named.iter().fold(text, |text, (place, named)| text.replace(place, named));
        let status = row.status.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::BAD_REQUEST);
        refused(status, row.error.as_deref().unwrap_or_default(), row.code.as_deref(), &description, issuer)
    }
}

/// The body of a refusal: as in RFC 6749, with Maskinporten's code in `error_uri`.
pub(crate) fn refused(status: StatusCode, error: &str, code: Option<&str>, description: &str, issuer: &Url) -> Response {
    let mut envelope = json!({
        "error": error,
        "error_description": format!("{description} (trace_id: {})", Uuid::new_v4().simple()),
    });
    if let (Some(code), Some(members)) = (code, envelope.as_object_mut()) {
        members.insert("error_uri".to_owned(), format!("{issuer}errors/{code}").into());
    }
    super::json(status, &envelope)
}

/// Rewrites a refusal to the older format: with a correlation id instead of a trace id, and without `error_uri`.
pub(crate) async fn in_older_envelope(refused: Response) -> Response {
    const MOST: usize = 64 << 10;
    let status = refused.status();
    let bytes = to_bytes(refused.into_body(), MOST).await.unwrap_or_default();
    let envelope: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let text = |name: &str| envelope.get(name).and_then(Value::as_str).unwrap_or_default();
    let description = text("error_description");
    let said = description.split_once(" (trace_id: ").map_or(description, |(said, _)| said);
    let correlated = format!("{said} (correlation id: {})", Uuid::new_v4());
    super::json(status, &json!({"error": text("error"), "error_description": correlated}))
}
