//! The test token generator (platform facts, C.3): Altinn tokens for test set-ups that have no Maskinporten client.

use super::{Door, Shared, TokenKind, bearer, known, reply};
use crate::values::OrgNumber;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use std::sync::Arc;
use url::form_urlencoded;
use uuid::Uuid;

const CHALLENGE: &str = r#"Basic realm="AltinnTestTools - TokenGenerator""#;
const ENVIRONMENTS: [&str; 6] = ["at22", "at23", "at24", "tt02", "yt01", "none"];
const LIFETIME: i64 = 1800;
/// The organisation of a system-user token that names none.
const DEFAULT_ORGANISATION: &str = "991825827";

/// Its routes, at the root: below the path that the generator's own host has, and below one of the sandbox's.
pub fn routes() -> Router<Arc<Shared>> {
    Router::new().route("/testtools/api/{function}", get(generate)).route("/api/{function}", get(generate))
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Function {
    Enterprise,
    SystemUser,
}

impl Function {
    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "getenterprisetoken" => Some(Self::Enterprise),
            "getsystemusertoken" => Some(Self::SystemUser),
            _ => None,
        }
    }

    const fn scope(self) -> &'static str {
        match self {
            Self::Enterprise => "altinn:testtools/tokengenerator/enterprise",
            Self::SystemUser => "altinn:testtools/tokengenerator/enterpriseuser",
        }
    }
}

async fn generate(
    State(shared): State<Arc<Shared>>,
    Path(function): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let Some(function) = Function::named(&function) else { return reply::empty(StatusCode::NOT_FOUND) };
    if let Err(refused) = admitted(&shared, &headers, function).await {
        return refused;
    }
    let query: Vec<(String, String)> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    let asked = match Asked::read(&query, function) {
        Ok(asked) => asked,
        Err(complaints) => return reply::json(StatusCode::BAD_REQUEST, &json!(complaints)),
    };
    let claims = asked.claims(&shared, function);
    match shared.signers.altinn.sign(&claims) {
        Ok(token) => reply::body(StatusCode::OK, reply::TEXT, token),
        Err(_) => reply::empty(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// Basic with the gateway's key as the password, or a Maskinporten token with the function's scope or one above it.
async fn admitted(shared: &Shared, headers: &HeaderMap, function: Function) -> Result<(), Response> {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Some(encoded) = given.strip_prefix("Basic ") {
        let decoded = STANDARD.decode(encoded.trim()).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let decoded = decoded.ok_or_else(|| complained("Invalid Basic authorization header"))?;
        let (_, password) = decoded.split_once(':').ok_or_else(|| complained("Invalid Basic authorization header"))?;
        return if password == shared.world.lock().await.api_key.expose() { Ok(()) } else { Err(unauthorized()) };
    }
    let token = bearer(headers).ok_or_else(unauthorized)?;
    if jsonwebtoken::decode_header(token).is_ok_and(|header| header.alg != jsonwebtoken::Algorithm::RS256) {
        return Err(complained("Expected RsaSha256 signature"));
    }
    match shared.caller(headers, Door::Authentication) {
        Ok(caller) if caller.kind == TokenKind::Maskinporten => {
            let wanted = function.scope();
            let covers = |scope: &String| wanted == scope || wanted.strip_prefix(scope.as_str()).is_some_and(|rest| rest.starts_with('/'));
            if caller.scopes.iter().any(covers) { Ok(()) } else { Err(forbidden(&format!("Missing required scope: {wanted}"))) }
        }
        Ok(_) | Err(_) => Err(forbidden("Invalid bearer token")),
    }
}

fn unauthorized() -> Response {
    super::answer::with_header(reply::empty(StatusCode::UNAUTHORIZED), header::WWW_AUTHENTICATE, CHALLENGE)
}

fn forbidden(text: &str) -> Response {
    reply::body(StatusCode::FORBIDDEN, reply::TEXT, text.to_owned())
}

fn complained(text: &str) -> Response {
    reply::json(StatusCode::BAD_REQUEST, &json!([text]))
}

/// An organisation of the known world, whichever.
fn any_organisation() -> &'static str {
    let at = Uuid::new_v4().as_u128() % known::ORGANISATIONS.len() as u128;
    known::ORGANISATIONS.iter().zip(0_u128..).find(|(_, number)| *number == at).map_or(DEFAULT_ORGANISATION, |(found, _)| found.number)
}

/// The parameters, read.
struct Asked {
    scopes: String,
    organisation: String,
    system_user_organisation: String,
    system_user: Option<Uuid>,
    code: Option<String>,
    supplier: Option<String>,
    delegation_source: Option<String>,
    client: String,
    lifetime: i64,
}

impl Asked {
    fn read(query: &[(String, String)], function: Function) -> Result<Self, Vec<String>> {
        let value =
            |name: &str| query.iter().find(|(key, text)| key.eq_ignore_ascii_case(name) && !text.is_empty()).map(|(_, text)| text.as_str());
        let mut complaints = Vec::new();
        match value("env") {
            None => complaints.push("Missing required query parameter: env".to_owned()),
            Some(env) if ENVIRONMENTS.contains(&env.to_ascii_lowercase().as_str()) => {}
            Some(_) => complaints.push("Invalid value for query parameter: env".to_owned()),
        }
        let number = |name: &str, complaints: &mut Vec<String>| {
            let given = value(name)?;
            if given.parse::<OrgNumber>().is_err() {
                complaints.push(format!("Invalid value for query parameter: {name}"));
            }
            Some(given.to_owned())
        };
        let organisation = number("orgNo", &mut complaints);
        let of_system_user = number("systemUserOrg", &mut complaints);
        let supplier = number("supplierOrgNo", &mut complaints);
        let scopes = match (value("scopes"), function) {
            (Some(scopes), _) => scopes.to_owned(),
            (None, Function::SystemUser) => "altinn:enduser".to_owned(),
            (None, Function::Enterprise) => {
                complaints.push("Missing required query parameter: scopes".to_owned());
                String::new()
            }
        };
        let system_user = match (function, value("systemUserId").map(Uuid::parse_str)) {
            (Function::Enterprise, _) => None,
            (Function::SystemUser, Some(Ok(id))) => Some(id),
            (Function::SystemUser, Some(Err(_))) => {
                complaints.push("Invalid value for query parameter: systemUserId".to_owned());
                None
            }
            (Function::SystemUser, None) => {
                complaints.push("Missing required query parameter: systemUserId".to_owned());
                None
            }
        };
        let lifetime = value("ttl").map_or(Ok(LIFETIME), str::parse::<i64>).ok().filter(|seconds| (1..=31_536_000).contains(seconds));
        if lifetime.is_none() {
            complaints.push("Invalid value for query parameter: ttl".to_owned());
        }
        if !complaints.is_empty() {
            return Err(complaints);
        }
        let owner = organisation.unwrap_or_else(|| match function {
            Function::Enterprise => any_organisation().to_owned(),
            Function::SystemUser => DEFAULT_ORGANISATION.to_owned(),
        });
        Ok(Self {
            scopes: scopes.replace(',', " "),
            system_user_organisation: of_system_user.unwrap_or_else(|| DEFAULT_ORGANISATION.to_owned()),
            organisation: owner,
            system_user,
            code: value("org").map(str::to_owned),
            supplier,
            delegation_source: value("delegationSource").map(str::to_owned),
            client: value("clientId").map_or_else(|| Uuid::new_v4().to_string(), str::to_owned),
            lifetime: lifetime.unwrap_or(LIFETIME),
        })
    }

    /// Like an exchanged token's, and marked as what it is. A system user's lacks the organisation number.
    fn claims(&self, shared: &Shared, function: Function) -> Map<String, Value> {
        let organisation = |number: &str| json!({"authority": "iso6523-actorid-upis", "ID": format!("0192:{number}")});
        let now = Timestamp::now().as_second();
        let mut claims = Map::new();
        let mut put = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        put("scope", self.scopes.as_str().into());
        put("token_type", "Bearer".into());
        put("client_id", self.client.as_str().into());
        put("jti", Uuid::new_v4().to_string().into());
        put("consumer", organisation(&self.organisation));
        if let Some(supplier) = &self.supplier {
            put("supplier", organisation(supplier));
        }
        if let Some(source) = &self.delegation_source {
            put("delegation_source", source.as_str().into());
        }
        put("urn:altinn:authenticatemethod", "maskinporten".into());
        put("urn:altinn:authlevel", 3.into());
        match (function, self.system_user) {
            (Function::SystemUser, Some(id)) => {
                let details = json!({"type": "urn:altinn:systemuser", "systemuser_id": [id], "system_id": "the_matrix",
                                     "systemuser_org": organisation(&self.system_user_organisation)});
                put("authorization_details", details);
            }
            (Function::Enterprise | Function::SystemUser, _) => {
                put("urn:altinn:orgNumber", self.organisation.as_str().into());
            }
        }
        if let Some(code) = &self.code {
            put("urn:altinn:org", code.as_str().into());
        }
        put("actual_iss", "altinn-test-tools".into());
        put("iss", shared.altinn_issuer().into());
        put("nbf", now.into());
        put("iat", now.into());
        put("exp", (now + self.lifetime).into());
        claims
    }
}
