//! Reads a request for test tokens, and builds their claims. `actual_iss` marks each token as a test token.

use super::function::{Function, any_organisation, any_person};
use super::query::{self, Query};
use crate::faults::table::Service;
use crate::shared::Shared;
use crate::signing::jws::token_id;
use serde_json::{Map, Value, json};
use uuid::Uuid;

const LIFETIME: u32 = 1800;
const ENDUSER: &str = "altinn:enduser";
/// The owner of the system user, if the request names none.
const DEFAULT_ORGANISATION: &str = "991825827";

/// A valid request.
pub(super) struct TokenRequest {
    environment: &'static str,
    scopes: String,
    lifetime: u32,
    delegation_source: Option<String>,
    /// For how many random organisations or persons to make tokens. 0 means a single token.
    pub(super) bulk_count: u32,
    /// The organisation or person, if the request names one.
    pub(super) whose: Option<String>,
    about: About,
}

/// The parameters that differ between the functions.
enum About {
    Enterprise {
        code: Option<String>,
        supplier: Option<String>,
        client: String,
    },
    SystemUser {
        id: Uuid,
        owner: String,
        supplier: Option<String>,
        client: String,
    },
    Personal {
        user: u32,
        party: u32,
        party_uuid: Option<Uuid>,
        level: String,
        consumer: Option<String>,
        name: Option<String>,
        proof: String,
    },
}

impl TokenRequest {
    /// Reads every parameter, so that all errors are reported at once; none if there is any error.
    pub(super) fn read(query: &mut Query<'_>, function: Function) -> Option<Self> {
        let environment = query.required("env", query::environment);
        let scopes = match function {
            Function::Enterprise => query.required("scopes", query::scopes),
            Function::SystemUser | Function::Personal => {
                Some(query.optional("scopes", query::scopes).unwrap_or_else(|| ENDUSER.to_owned()))
            }
        };
        let about = match function {
            Function::Enterprise => Some(About::enterprise(query)),
            Function::SystemUser => About::system_user(query),
            Function::Personal => Some(About::personal(query)),
        };
        let whose = match function {
            Function::Enterprise => query.optional("orgNo", query::organisation),
            Function::SystemUser => Some(query.optional("orgNo", query::organisation).unwrap_or_else(|| DEFAULT_ORGANISATION.to_owned())),
            Function::Personal => query.optional("pid", query::person),
        };
        let (mut bulk_count, mut delegation_source) = (0, None);
        if function != Function::SystemUser {
            bulk_count = query.optional("bulkCount", query::number).unwrap_or_default();
            delegation_source = query.optional("delegationSource", query::address);
        }
        let lifetime = query.optional("ttl", query::number).unwrap_or(LIFETIME);
        let (environment, scopes, about) = (environment?, scopes?, about?);
        query.is_sound().then_some(Self { environment, scopes, lifetime, delegation_source, bulk_count, whose, about })
    }

    /// The organisations or persons to choose from if the request names none, in random order.
    pub(super) fn whose_any(&self) -> Vec<&'static str> {
        match self.about {
            About::Enterprise { .. } | About::SystemUser { .. } => any_organisation(),
            About::Personal { .. } => any_person(),
        }
    }

    /// The claims of a token. A system user's token has no organisation number, and its `authorization_details` is a list because
    /// no exchange has flattened it.
    pub(super) fn claims(&self, shared: &Shared, whose: &str) -> Map<String, Value> {
        let now = shared.now(Service::SelfService).as_second();
        let mut claims = Map::new();
        let mut put = |name: &str, value: Value| {
            if !value.is_null() {
                claims.insert(name.to_owned(), value);
            }
        };
        put("scope", self.scopes.as_str().into());
        put("token_type", "Bearer".into());
        put("exp", (now + i64::from(self.lifetime)).into());
        put("iat", now.into());
        put("nbf", now.into());
        put("iss", self.issuer(shared).into());
        put("actual_iss", "altinn-test-tools".into());
        put("delegation_source", json!(self.delegation_source));
        self.about.put_claims(whose, &mut put);
        claims
    }

    /// The issuer of the requested environment. The sandbox stands for TT02, and its services refuse tokens of other environments.
    fn issuer(&self, shared: &Shared) -> String {
        match self.environment {
            "tt02" => shared.altinn_issuer(),
            "none" => format!("{}testtools/api/.well-known/oauth-authorization-server", shared.origin),
            other => format!("https://platform.{other}.altinn.cloud/authentication/api/v1/openid/"),
        }
    }
}

impl About {
    fn enterprise(query: &mut Query<'_>) -> Self {
        Self::Enterprise {
            code: query.optional("org", query::identifier),
            supplier: query.optional("supplierOrgNo", query::organisation),
            client: query.optional("clientId", query::any_text).unwrap_or_else(any_client),
        }
    }

    fn system_user(query: &mut Query<'_>) -> Option<Self> {
        let id = query.required("systemUserId", query::uuid);
        let owner = query.optional("systemUserOrg", query::organisation).unwrap_or_else(|| DEFAULT_ORGANISATION.to_owned());
        let supplier = query.optional("supplierOrgNo", query::organisation);
        let client = query.optional("clientId", query::identifier).unwrap_or_else(any_client);
        Some(Self::SystemUser { id: id?, owner, supplier, client })
    }

    fn personal(query: &mut Query<'_>) -> Self {
        let person_or_organisation = |text: &str| query::organisation(text).or_else(|| query::person(text));
        Self::Personal {
            user: query.optional("userId", query::number).unwrap_or_default(),
            party: query.optional("partyId", query::number).unwrap_or_default(),
            party_uuid: query.optional("partyuuid", query::uuid),
            level: query.optional("authLvl", query::level).unwrap_or_else(|| "3".to_owned()),
            consumer: query.optional("consumerOrgNo", person_or_organisation),
            name: query.optional("userName", query::identifier),
            proof: query.optional("clientAmr", query::identifier).unwrap_or_else(|| "virksomhetssertifikat".to_owned()),
        }
    }

    fn put_claims(&self, whose: &str, put: &mut impl FnMut(&str, Value)) {
        match self {
            Self::Enterprise { code, supplier, client } => {
                put("client_id", client.as_str().into());
                put("jti", token_id().into());
                put("consumer", organisation(whose));
                put("urn:altinn:orgNumber", whose.into());
                put("urn:altinn:authenticatemethod", "maskinporten".into());
                put("urn:altinn:authlevel", 3.into());
                put("urn:altinn:org", json!(code));
                put("supplier", supplier.as_deref().map_or(Value::Null, organisation));
            }
            Self::SystemUser { id, owner, supplier, client } => {
                let details = json!([{"type": "urn:altinn:systemuser", "systemuser_id": [id], "systemuser_org": organisation(owner),
                                      "system_id": Uuid::new_v4()}]);
                put("client_id", client.as_str().into());
                put("jti", token_id().into());
                put("consumer", organisation(whose));
                put("authorization_details", details);
                put("urn:altinn:authenticatemethod", "maskinporten".into());
                put("urn:altinn:authlevel", 3.into());
                put("supplier", supplier.as_deref().map_or(Value::Null, organisation));
            }
            Self::Personal { user, party, party_uuid, level, consumer, name, proof } => {
                let some = |number: u32| if number == 0 { Value::Null } else { number.into() };
                let acr = match level.as_str() {
                    "3" => "idporten-loa-substantial",
                    "4" => "idporten-loa-high",
                    _ => "idporten-loa-low",
                };
                put("urn:altinn:authenticatemethod", "NotDefined".into());
                put("urn:altinn:authlevel", level.as_str().into());
                put("client_amr", proof.as_str().into());
                put("pid", whose.into());
                put("client_id", any_client().into());
                put("acr", acr.into());
                put("client_orgno", consumer.as_deref().map_or(Value::Null, organisation));
                put("consumer", consumer.as_deref().map_or(Value::Null, organisation));
                put("nameid", some(*user));
                put("urn:altinn:userid", some(*user));
                put("urn:altinn:partyid", some(*party));
                put("urn:altinn:username", json!(name));
                put("urn:altinn:party:uuid", json!(party_uuid));
            }
        }
    }
}

fn any_client() -> String {
    Uuid::new_v4().to_string()
}

fn organisation(number: &str) -> Value {
    json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{number}")})
}
