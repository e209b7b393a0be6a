//! Digdir's API for an organisation's own clients, their keys and its scopes (facts platform B.2; facts examples 5-7).

use super::http::{Answer, Endpoint, Heard};
use super::{Foreign, Services, Token};
use crate::journey::Service;
use crate::values::ClientId;
use jiff::Timestamp;
use reqwest::Method;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use url::Url;

/// What the service adds to a list of keys and to each key. It is not sent back.
const ADDED: [&str; 3] = ["created", "last_updated", "exp"];
/// A client holds at most so many keys.
pub const MOST_KEYS: usize = 5;

/// A client of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnClient {
    pub id: ClientId,
    pub name: String,
    /// The scopes that were added to it.
    pub scopes: Vec<String>,
}

/// What has become of the organisation's access to a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeAccess {
    Requested,
    Approved,
    Denied,
}

/// A public key of a client, with every member that it was read with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientKey(Map<String, Value>);

/// The keys of a client. The service replaces the whole list, so it is always read and sent as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClientKeys(pub Vec<ClientKey>);

impl ClientKey {
    /// A public JWK.
    #[must_use]
    pub fn of(jwk: &Value) -> Option<Self> {
        jwk.as_object().cloned().map(Self)
    }

    #[must_use]
    pub fn kid(&self) -> &str {
        self.0.get("kid").and_then(Value::as_str).unwrap_or_default()
    }

    /// When Maskinporten stops taking it.
    #[must_use]
    pub fn ends(&self) -> Option<Timestamp> {
        Timestamp::from_second(self.0.get("exp")?.as_i64()?).ok()
    }

    /// Whether both are the same key, whatever the service has added to it.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        ["kid", "n", "e"].iter().all(|name| self.0.get(*name) == other.0.get(*name))
    }
}

impl ClientKeys {
    #[must_use]
    pub fn find(&self, kid: &str) -> Option<&ClientKey> {
        self.0.iter().find(|key| key.kid() == kid)
    }

    #[must_use]
    pub fn with(&self, key: ClientKey) -> Self {
        Self(self.0.iter().cloned().chain([key]).collect())
    }

    #[must_use]
    pub fn without(&self, kid: &str) -> Self {
        Self(self.0.iter().filter(|key| key.kid() != kid).cloned().collect())
    }

    /// Whether both are the same keys, in any order.
    #[must_use]
    pub fn are_same(&self, other: &Self) -> bool {
        let all_in = |one: &Self, other: &Self| one.0.iter().all(|key| other.0.iter().any(|known| known.is_same(key)));
        self.0.len() == other.0.len() && all_in(self, other) && all_in(other, self)
    }

    /// The list as it is sent: as it was read, without what the service adds.
    #[must_use]
    pub fn body(&self) -> Value {
        let is_sent = |name: &str| !ADDED.contains(&name);
        let sent =
            |key: &ClientKey| key.0.iter().filter(|(name, _)| is_sent(name)).map(|(name, value)| (name.clone(), value.clone())).collect();
        let keys: Vec<Value> = self.0.iter().map(|key| Value::Object(sent(key))).collect();
        json!({ "keys": keys })
    }

    /// Reads a list as [`Self::body`] writes it, or as the service does.
    #[must_use]
    pub fn read(json: &Value) -> Option<Self> {
        json.get("keys")?.as_array()?.iter().map(ClientKey::of).collect::<Option<Vec<_>>>().map(Self)
    }
}

#[derive(Deserialize)]
struct WireClient {
    client_id: ClientId,
    #[serde(default)]
    client_name: Option<String>,
    #[serde(default)]
    integration_type: Option<String>,
    #[serde(default)]
    scopes: Option<Vec<String>>,
}

#[derive(Deserialize)]
struct WireAccess {
    scope: String,
    #[serde(default)]
    prefix: Option<String>,
    state: String,
}

impl Services {
    /// `GET clients`: the organisation's Maskinporten clients.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn own_clients(&self, token: &Token) -> Answer<Vec<OwnClient>> {
        let rows: Vec<WireClient> = self.admin_get(token, &["clients"], "clients.list").await?.json()?;
        let ours = rows.into_iter().filter(|row| row.integration_type.as_deref().is_none_or(|kind| kind == "maskinporten"));
        let read = |row: WireClient| OwnClient {
            id: row.client_id,
            name: row.client_name.unwrap_or_default(),
            scopes: row.scopes.unwrap_or_default(),
        };
        Ok(ours.map(read).collect())
    }

    /// `GET clients/{id}/jwks`.
    ///
    /// # Errors
    /// The refusal, or any other problem; also where the list could not be sent back as it is.
    pub async fn client_keys(&self, token: &Token, client: &ClientId) -> Answer<ClientKeys> {
        let id = client.to_string();
        keys_of(&self.admin_get(token, &["clients", &id, "jwks"], "clients.keys").await?)
    }

    /// `POST clients/{id}/jwks`: replaces the whole list.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn replace_client_keys(&self, token: &Token, client: &ClientId, keys: &ClientKeys) -> Answer<()> {
        let id = client.to_string();
        let ask = self.ask(Method::POST, self.admin(&["clients", &id, "jwks"]), Endpoint::usual(Service::Admin, "clients.post-keys"));
        ask.bearer(token).json(&keys.body()).answer().await.map(drop)
    }

    /// `GET scopes/access/all`: each scope that was asked for or given to the organisation, with what has become of it. States that
    /// are not known are left out.
    ///
    /// # Errors
    /// The refusal, or any other problem.
    pub async fn scope_accesses(&self, token: &Token) -> Answer<Vec<(String, ScopeAccess)>> {
        let rows: Vec<WireAccess> = self.admin_get(token, &["scopes", "access", "all"], "scopes.access").await?.json()?;
        let read = |row: WireAccess| {
            let access = match row.state.to_ascii_uppercase().as_str() {
                "REQUESTED" => ScopeAccess::Requested,
                "APPROVED" => ScopeAccess::Approved,
                "DENIED" => ScopeAccess::Denied,
                _ => return None,
            };
            let scope = match row.prefix {
                Some(prefix) if !row.scope.starts_with(&format!("{prefix}:")) => format!("{prefix}:{}", row.scope),
                Some(_) | None => row.scope,
            };
            Some((scope, access))
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// The address of the list of a client's keys.
    #[must_use]
    pub fn client_keys_address(&self, client: &ClientId) -> Url {
        self.admin(&["clients", &client.to_string(), "jwks"])
    }

    async fn admin_get(&self, token: &Token, segments: &[&str], name: &'static str) -> Answer<Heard> {
        self.ask(Method::GET, self.admin(segments), Endpoint::usual(Service::Admin, name)).bearer(token).answer().await
    }

    /// An address of the API. Without one in the environment nothing answers: it is Maskinporten's host, which no token is lost to.
    fn admin(&self, segments: &[&str]) -> Url {
        let endpoints = self.endpoints();
        let mut url = endpoints.admin.as_ref().unwrap_or(&endpoints.maskinporten).clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url
    }
}

/// A list that would not come back exactly as it lies there is not read at all: it could not be replaced without harm.
fn keys_of(heard: &Heard) -> Answer<ClientKeys> {
    heard.body.exact().as_ref().and_then(ClientKeys::read).ok_or_else(|| heard.foreign(Foreign::Unreadable))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_sent_as_it_was_read_without_what_the_service_adds() {
        let read = json!({"created": "2026-01-01T00:00:00.000Z", "last_updated": "2026-01-01T00:00:00.000Z", "keys": [
            {"kty": "RSA", "kid": "a", "n": "x", "e": "AQAB", "x5t": "kept", "exp": 1_800_000_000},
        ]});
        let keys = ClientKeys::read(&read).unwrap_or_default();
        assert_eq!(keys.body(), json!({"keys": [{"kty": "RSA", "kid": "a", "n": "x", "e": "AQAB", "x5t": "kept"}]}));
        assert_eq!(keys.find("a").and_then(ClientKey::ends).map(Timestamp::as_second), Some(1_800_000_000));
        assert!(keys.are_same(&ClientKeys::read(&keys.body()).unwrap_or_default()));
        assert!(!keys.are_same(&keys.without("a")));
    }
}
