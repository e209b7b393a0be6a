//! What an assertion asks for: scopes, a consumer, an audience, a system user.

use super::assertion::Assertion;
use super::refusal::Refusal;
use crate::known::FOREIGN_SCOPES;
use crate::systems::state::GrantedSystemUser;
use crate::values::OrgNumber;
use crate::world::World;
use serde_json::{Map, Value, json};

const AUTHORITY: &str = "iso6523-actorid-upis";
const SYSTEM_USER: &str = "urn:altinn:systemuser";
const CONSENT: &str = "urn:altinn:consent";

/// The requested scopes. Each must be on the client and granted to the organisation that the token is for.
pub(super) fn scopes<'a>(assertion: &'a Assertion, consumer: Option<&OrgNumber>, world: &World) -> Result<Vec<&'a str>, Refusal> {
    let client = &assertion.client;
    let asked: Vec<&str> = assertion.text("scope").unwrap_or_default().split(' ').filter(|scope| !scope.is_empty()).collect();
    if asked.is_empty() {
        return Err(Refusal::invalid_parameter());
    }
    if asked.iter().any(|scope| FOREIGN_SCOPES.contains(scope)) {
        return Err(Refusal::scopes_of_other_type());
    }
    let missing: Vec<&str> = asked.iter().filter(|scope| !client.scopes.iter().any(|on| on == *scope)).copied().collect();
    if !missing.is_empty() {
        return Err(Refusal::scopes_not_on_client(&missing));
    }
    let (state, own) = (&world.maskinporten, &client.organisation);
    if let Some(consumer) = consumer
        && let Some(scope) = asked.iter().find(|scope| !state.is_delegated(consumer, own, scope))
    {
        return Err(Refusal::scope_not_delegated(consumer.digits(), scope, own.digits()));
    }
    let holder = consumer.unwrap_or(own);
    let is_granted = |scope: &str| world.memory.is_granted(holder, scope, || state.is_granted(holder, scope));
    match asked.iter().find(|scope| !is_granted(scope)) {
        Some(scope) => Err(Refusal::scope_not_granted(scope)),
        None => Ok(asked),
    }
}

/// `consumer_prefix`: the prefixes of the consumer's own scopes. That a token has it where it may write resources is inferred from
/// the Resource Registry, which asks for it there (facts platform A.3).
pub(super) fn prefixes<'w>(scopes: &[&str], consumer: &OrgNumber, world: &'w World) -> Vec<&'w str> {
    let told = scopes.iter().any(|scope| scope.starts_with("altinn:resourceregistry/resource."));
    if told { world.maskinporten.prefixes_of(consumer) } else { Vec::new() }
}

/// `consumer_org`: the organisation that a supplier acts for. It must not be the client's own, and must not stand together with the
/// older `iss_onbehalfof`.
pub(super) fn consumer_org(assertion: &Assertion) -> Result<Option<OrgNumber>, Refusal> {
    let Some(given) = assertion.claims.get("consumer_org") else { return Ok(None) };
    if assertion.claims.contains_key("iss_onbehalfof") {
        return Err(Refusal::invalid_parameter());
    }
    let number = given.as_str().and_then(nine_digits).ok_or_else(Refusal::invalid_parameter)?;
    if number == assertion.client.organisation { Err(Refusal::own_organisation_as_consumer()) } else { Ok(Some(number)) }
}

/// Nine digits, bare or after `0192:`. Other forms of organisation numbers are refused.
fn nine_digits(text: &str) -> Option<OrgNumber> {
    let digits = text.strip_prefix("0192:").unwrap_or(text);
    let bare = digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    bare.then(|| digits.parse().ok()).flatten()
}

/// `resource`: a string or an array of strings. It becomes the token's `aud`.
pub(super) fn audience(assertion: &Assertion) -> Result<Option<Value>, Refusal> {
    match assertion.claims.get("resource") {
        None => Ok(None),
        Some(one @ Value::String(_)) => Ok(Some(one.clone())),
        Some(Value::Array(several)) if several.is_empty() => Ok(None),
        Some(Value::Array(several)) if several.iter().all(Value::is_string) => Ok(Some(Value::Array(several.clone()))),
        Some(_) => Err(Refusal::invalid_parameter()),
    }
}

/// The system user that the assertion asks for.
pub(super) struct WantedSystemUser {
    pub(super) party: OrgNumber,
    pub(super) external_ref: Option<String>,
}

impl WantedSystemUser {
    /// Reads `authorization_details`; none if the assertion has none.
    pub(super) fn of(assertion: &Assertion) -> Result<Option<Self>, Refusal> {
        let Some(details) = assertion.claims.get("authorization_details") else { return Ok(None) };
        let [Value::Object(detail)] = details.as_array().map(Vec::as_slice).unwrap_or_default() else {
            return Err(Refusal::invalid_parameter());
        };
        match detail.get("type").and_then(Value::as_str) {
            Some(SYSTEM_USER) => {}
            // The sandbox has no consents.
            Some(CONSENT) => return Err(Refusal::details_values()),
            Some(_) | None => return Err(Refusal::details_type()),
        }
        only_members(detail, &["type", "systemuser_org", "externalRef"])?;
        let organisation = detail.get("systemuser_org").and_then(Value::as_object).ok_or_else(Refusal::details_values)?;
        only_members(organisation, &["authority", "ID"])?;
        Ok(Some(Self { party: party(organisation)?, external_ref: external_ref(detail)? }))
    }
}

fn only_members(object: &Map<String, Value>, known: &[&str]) -> Result<(), Refusal> {
    if object.keys().all(|name| known.contains(&name.as_str())) { Ok(()) } else { Err(Refusal::details_fields()) }
}

fn party(organisation: &Map<String, Value>) -> Result<OrgNumber, Refusal> {
    let text = |name: &str| organisation.get(name).and_then(Value::as_str);
    if text("authority") != Some(AUTHORITY) {
        return Err(Refusal::details_values());
    }
    // `0192:` is documented, but some of Broker's own test files leave it out.
    text("ID").and_then(nine_digits).ok_or_else(Refusal::details_values)
}

fn external_ref(detail: &Map<String, Value>) -> Result<Option<String>, Refusal> {
    match detail.get("externalRef") {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(Refusal::details_values()),
    }
}

/// `authorization_details` of the token (facts platform A.3).
pub(super) fn details_claim(wanted: &WantedSystemUser, found: &GrantedSystemUser) -> Value {
    let mut detail = json!({
        "type": SYSTEM_USER,
        "systemuser_id": [found.id],
        "systemuser_org": organisation_claim(&wanted.party),
        "system_id": found.system_id,
    });
    // It is not confirmed that real tokens have it, so it is in the token only if the assertion named it.
    if let (Some(reference), Some(members)) = (&wanted.external_ref, detail.as_object_mut()) {
        members.insert("externalRef".to_owned(), Value::from(reference.as_str()));
    }
    Value::Array(vec![detail])
}

/// An organisation as tokens write it: authority and `0192:` number.
pub(super) fn organisation_claim(number: &OrgNumber) -> Value {
    json!({"authority": AUTHORITY, "ID": number.iso6523()})
}
