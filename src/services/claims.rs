//! Reads the claims of a token. The signature is not verified here; the service that gets the token does that.

use super::http::{Mask, masked};
use super::{Claims, SystemUserClaim, Token};
use crate::values::OrgNumber;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

const SYSTEM_USER: &str = "urn:altinn:systemuser";

impl Token {
    /// Reads a compact JWS, bare or as a JSON string (facts platform C.1). `expires_at`, if given, is used instead of the token's
    /// `exp`. From now on the mask hides the token. None if the text is not a token.
    pub(super) fn read(text: &SecretString, expires_at: Option<Timestamp>, mask: &Mask) -> Option<Self> {
        let compact = text.expose_secret().trim().trim_matches('"').trim();
        let plain = compact.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'));
        let mut parts = compact.split('.');
        let (Some(_), Some(claims), Some(_), None, true) = (parts.next(), parts.next(), parts.next(), parts.next(), plain) else {
            return None;
        };
        let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()?;
        mask.remember(compact);
        let claims = masked(claims, mask);
        let ends = claims.get("exp").and_then(Value::as_i64).and_then(|second| Timestamp::from_second(second).ok());
        Some(Self { secret: SecretString::from(compact), claims: Claims::read(&claims), expires_at: expires_at.or(ends)? })
    }
}

impl Claims {
    pub(super) fn read(claims: &Value) -> Self {
        let text = |name: &str| claims.get(name).and_then(Value::as_str);
        Self {
            issuer: text("iss").unwrap_or_default().to_owned(),
            scopes: text("scope").unwrap_or_default().split_whitespace().filter_map(|scope| scope.parse().ok()).collect(),
            client_id: text("client_id").and_then(|id| id.parse().ok()),
            consumer: claims.get("consumer").and_then(organisation),
            org_code: text("urn:altinn:org").map(ToOwned::to_owned),
            system_user: claims.get("authorization_details").and_then(system_user),
        }
    }
}

/// Reads `{"authority":…,"ID":"0192:…"}`. The services write `ID`; one page of Altinn's documentation has `id`, so both are read.
fn organisation(claim: &Value) -> Option<OrgNumber> {
    claim.get("ID").or_else(|| claim.get("id"))?.as_str()?.parse().ok()
}

/// Reads the system user from Maskinporten's array, or from the single object that Altinn makes of it (facts platform C.2).
fn system_user(details: &Value) -> Option<SystemUserClaim> {
    let several = details.as_array().map(Vec::as_slice).unwrap_or_default();
    let detail = several
        .iter()
        .chain(details.as_object().map(|_| details))
        .find(|detail| detail.get("type").and_then(Value::as_str) == Some(SYSTEM_USER))?;
    let id = detail.get("systemuser_id")?;
    let id = id.as_array().and_then(|ids| ids.first()).unwrap_or(id);
    Some(SystemUserClaim {
        id: id.as_str()?.parse().ok()?,
        party: detail.get("systemuser_org").and_then(organisation)?,
        system_id: detail.get("system_id").and_then(Value::as_str).unwrap_or_default().to_owned(),
    })
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::json;

    fn read(text: &str) -> Option<Token> {
        Token::read(&SecretString::from(text), None, &Mask::default())
    }

    /// A token with these claims and a made-up signature.
    pub(in crate::services) fn token_text(claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.c2lnbmF0dXJl", part(&json!({"alg": "RS256", "kid": "mp-signing-2026-1"})), part(claims))
    }

    /// The second token of (facts examples 3), with valid numbers.
    fn with_system_user() -> Value {
        json!({"authorization_details": [{"type": "urn:altinn:systemuser",
               "systemuser_id": ["0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f"],
               "systemuser_org": {"authority": "iso6523-actorid-upis", "ID": "0192:310456780"},
               "system_id": "991825827_filesender"}],
             "scope": "altinn:broker.write altinn:broker.read", "iss": "https://test.maskinporten.no/",
             "client_amr": "private_key_jwt", "token_type": "Bearer", "exp": 1_790_000_120, "iat": 1_790_000_000,
             "client_id": "5f1a7c3e-2b84-4d6f-9a10-6c7d8e9f0a1b", "jti": "Qm9l2nJb7yA2vFz0wq4k8s1cElq7o0mNq0t3tD2sQq0",
             "consumer": {"authority": "iso6523-actorid-upis", "ID": "0192:991825827"}})
    }

    #[test]
    fn reads_the_system_user_from_an_array_and_from_an_object() {
        let first = read(&token_text(&with_system_user())).unwrap();
        let user = first.claims.system_user.clone().unwrap();
        assert_eq!(user.id.to_string(), "0d9b2c4e-6f1a-4b3c-8d5e-7a9b0c1d2e3f");
        assert_eq!((user.party.digits(), user.system_id.as_str()), ("310456780", "991825827_filesender"));
        assert_eq!(first.claims.consumer.as_ref().map(OrgNumber::digits), Some("991825827"));
        assert_eq!(first.claims.scopes.len(), 2);
        assert_eq!(first.expires_at.as_second(), 1_790_000_120);

        let mut flattened = with_system_user();
        flattened["authorization_details"] = flattened["authorization_details"][0].take();
        assert_eq!(read(&token_text(&flattened)).unwrap().claims, first.claims);
    }

    #[test]
    fn reads_the_quoted_form_and_refuses_what_is_no_token() {
        let text = token_text(&json!({"exp": 1, "urn:altinn:org": "acme"}));
        assert_eq!(read(&format!("\"{text}\"\n")).unwrap().claims.org_code.as_deref(), Some("acme"));
        for other in ["", "eyJ", "a.b.c", "a.b", "<html></html>", "{}", "a.!!.c", &format!("{text}.x"), &format!("{text}\r\nX: y")] {
            assert!(read(other).is_none(), "{other}");
        }
    }

    #[test]
    fn debug_never_shows_the_token() {
        let text = token_text(&with_system_user());
        let token = read(&text).unwrap();
        let signature = text.rsplit('.').next().unwrap();
        assert!(!format!("{token:?}").contains(signature));
    }
}
